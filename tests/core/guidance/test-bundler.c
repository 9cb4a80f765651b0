/* The bundle that the program reads: always the same, whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"

static const char *const files[] = { "guidance.json", "text/de.json", "text/en.json" };

static void
test_same_bytes (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) first = guidance_trees_build_sound ();
  g_autoptr(Folder) second = guidance_trees_make_folder ();

  /* What a person may do to a file without saying anything else */
  guidance_trees_edit (tree, "hosts.json", "\"mail\": [\"example.org\"]", "\n\"mail\":\n[ \"example.org\" ]");
  guidance_trees_edit (tree, "text/en/common.json", "\"covers/comments.name\": \"comments\",", "");
  guidance_trees_edit (tree, "text/en/more.json", NULL, "{ \"covers/comments.name\": \"com\\u006dents\" }");
  g_assert_true (veto_authoring_build (tree, second, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *a = guidance_trees_read (first, files[i]);
      g_autofree char *b = guidance_trees_read (second, files[i]);
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_shape (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *head = guidance_trees_read (folder, "guidance.json");
  g_autofree char *words = guidance_trees_read (folder, "text/de.json");

  g_assert_nonnull (strstr (head, "\"format\":1,"));
  g_assert_true (g_str_has_suffix (head, "\"version\":0}"));
  g_assert_true (g_str_has_prefix (words, "{\"format\":1,\"language\":\"de\",\"strings\":{\"authorities/"
                                          "example-authority.note\":"));
  g_assert_nonnull (strstr (words, "\"example.summary\""));
}

static void
test_sources (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  static const char *const wanted[] = {
    "hosts.json", "platforms/example.json", "text/de/common.json", "text", "text/en", "platforms"
  };
  g_auto(GStrv) sources = NULL;

  g_assert_true (veto_authoring_build (tree, out, &sources, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++) /* folders too: a new file in one is a reason to build */
    {
      g_autofree char *path = g_build_filename (tree, wanted[i], NULL);
      g_assert_true (g_strv_contains ((const char *const *) sources, path));
    }
  for (guint i = 0; sources[i] != NULL; i++)
    g_assert_true (g_file_test (sources[i], G_FILE_TEST_EXISTS));
}

static void
test_nothing_on_error (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *inner = g_build_filename (out, "new", NULL);
  g_auto(GStrv) sources = NULL;
  g_autoptr(GError) error = NULL;

  guidance_trees_edit (tree, "platforms/example.json", "#3366cc", "blue");
  g_assert_false (veto_authoring_build (tree, inner, &sources, &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, "platforms/example.json: colour: expected a colour such as #1877f2");
  g_assert_null (sources);
  g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
}

static void
test_old_bundle_stays_on_error (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_build_sound ();
  g_autofree char *before = guidance_trees_read (out, "text/en.json");
  g_autofree char *after = NULL;

  guidance_trees_edit (tree, "text/en/example.json", "Send the form", "Send <i>");
  g_assert_false (veto_authoring_build (tree, out, NULL, NULL));
  after = guidance_trees_read (out, "text/en.json");
  g_assert_cmpstr (before, ==, after);
}

static void
test_removed_language (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *french = g_build_filename (out, "text", "fr.json", NULL);
  g_autofree char *notes = g_build_filename (out, "text", "notes.txt", NULL);

  guidance_trees_edit (tree, "text/fr/example.json", NULL, "{ \"example.summary\": \"Bonjour.\" }");
  g_assert_true (veto_authoring_build (tree, out, NULL, NULL));
  g_assert_true (g_file_test (french, G_FILE_TEST_EXISTS));
  guidance_trees_edit (out, "text/notes.txt", NULL, "somebody's");
  guidance_trees_edit (tree, "text/fr", NULL, NULL);
  g_assert_true (veto_authoring_build (tree, out, NULL, NULL));
  g_assert_false (g_file_test (french, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (notes, G_FILE_TEST_EXISTS));
}

static void
test_unwritable (void)
{
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *file = g_build_filename (out, "guidance.json", NULL);
  g_autofree char *below = g_build_filename (file, "bundle", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "a file in the way", -1, NULL));
  g_assert_false (veto_authoring_build (g_getenv ("VETO_TEST_GUIDANCE"), below, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, below));
}

/* Companies before the first, each with nearly as many and as long names of services as there may be */
static char *
make_controllers (guint n)
{
  g_autofree char *filler = g_strnfill (240, 'x');
  GString         *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "{ \"id\": \"c%u\", \"name\": \"C\", \"services\": [", i);
      for (guint k = 0; k < 50; k++)
        g_string_append_printf (text, "%s\"%s%u\"", k > 0 ? "," : "", filler, k);
      g_string_append (text, "], \"address\": [], \"country\": \"IE\", \"sources\": [\"example-policy\"], "
                             "\"source\": \"made up\" },");
    }
  return g_string_free (text, FALSE);
}

/* Authorities before the first, which no company is supervised by */
static char *
make_authorities (guint n)
{
  g_autofree char *filler = g_strnfill (240, 'x');
  GString         *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text,
      "{ \"id\": \"a%u\", \"country\": \"IE\", \"name\": \"A\", \"name_en\": \"A\", \"languages\": [\"en\"], "
      "\"address\": [\"1%s\", \"2%s\", \"3%s\", \"4%s\"], \"sources\": [\"example-policy\"], "
      "\"source\": \"made up\" },",
      i, filler, filler, filler, filler);
  return g_string_free (text, FALSE);
}

/* Right in every part, but more than the program would read */
static void
test_too_large (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *inner = g_build_filename (out, "new", NULL);
  g_autofree char *controllers = make_controllers (150);
  g_autofree char *authorities = make_authorities (500);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (tree, "controllers.json", "[", controllers);
  guidance_trees_edit (tree, "authorities.json", "[", authorities);
  complaints = veto_authoring_lint (tree, NULL);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  g_assert_false (veto_authoring_build (tree, inner, NULL, &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_TOO_BIG);
  g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundler/same-bytes", test_same_bytes);
  g_test_add_func ("/bundler/shape", test_shape);
  g_test_add_func ("/bundler/sources", test_sources);
  g_test_add_func ("/bundler/nothing-on-error", test_nothing_on_error);
  g_test_add_func ("/bundler/old-bundle-stays-on-error", test_old_bundle_stays_on_error);
  g_test_add_func ("/bundler/removed-language", test_removed_language);
  g_test_add_func ("/bundler/unwritable", test_unwritable);
  g_test_add_func ("/bundler/too-large", test_too_large);
  return g_test_run ();
}
