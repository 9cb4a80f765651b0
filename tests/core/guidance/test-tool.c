/* The build tool: what it prints, what it writes, how it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/wait.h>

#include "guidance-trees.h"

/* Returns: the exit code; @out_words gets what it printed for people */
static int
run (char **out_words, const char *const *arguments)
{
  g_autoptr(GPtrArray) command = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *results = NULL;
  int              status;

  g_ptr_array_add (command, (gpointer) g_getenv ("VETO_TEST_TOOL"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);
  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &results, out_words,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpstr (results, ==, "");
  return WEXITSTATUS (status);
}

static void
test_lint (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autofree char *silence = NULL, *words = NULL, *first = NULL, *second = NULL;

  g_assert_cmpint (run (&silence, (const char *[]){ "lint", tree, NULL }), ==, 0);
  g_assert_cmpstr (silence, ==, "");

  guidance_trees_edit (tree, "platforms/example.json", "#3366cc", "blue");
  guidance_trees_edit (tree, "text/en/example.json", "Send the form", "Send <i>");
  first = g_strdup_printf ("%s/platforms/example.json: colour: expected", tree);
  second = g_strdup_printf ("%s/text/en/example.json: example/form/send.title: markup", tree);
  g_assert_cmpint (run (&words, (const char *[]){ "lint", tree, NULL }), ==, 1);
  g_assert_nonnull (strstr (words, first));
  g_assert_nonnull (strstr (words, second));
}

/* The build says all that is wrong as well, not the first alone. */
static void
test_build_of_faults (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *bundle = g_build_filename (out, "bundle", NULL);
  g_autofree char *list = g_build_filename (out, "list.xml", NULL);
  g_autofree char *words = NULL;

  guidance_trees_edit (tree, "platforms/example.json", "#3366cc", "blue");
  guidance_trees_edit (tree, "text/en/example.json", "Send the form", "Send <i>");
  g_assert_cmpint (run (&words, (const char *[]){ "build", tree, bundle, "--resource", list, "--prefix", "/a",
                                                  NULL }),
                   ==, 1);
  g_assert_nonnull (strstr (words, "colour"));
  g_assert_nonnull (strstr (words, "markup"));
  g_assert_false (g_file_test (bundle, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (list, G_FILE_TEST_EXISTS));
}

/* A new language is in the list of resources and among the dependencies without anybody naming it. */
static void
test_build (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *bundle = g_build_filename (out, "bundle", NULL);
  g_autofree char *list = g_build_filename (out, "list.xml", NULL), *list_text = NULL;
  g_autofree char *dependencies = g_build_filename (out, "list.d", NULL), *dependencies_text = NULL;
  g_autofree char *words = NULL, *french = g_build_filename (tree, "text", "fr", "a b.json", NULL);
  g_auto(GStrv) parts = NULL;

  guidance_trees_edit (tree, "text/fr/a b.json", NULL, "{ \"example.summary\": \"Bonjour.\" }");
  g_assert_cmpint (run (&words, (const char *[]){ "build", tree, bundle, "--resource", list, "--prefix",
                                                  "/io/example", "--depfile", dependencies, NULL }),
                   ==, 0);
  g_assert_cmpstr (words, ==, "");
  list_text = guidance_trees_read (out, "list.xml");
  g_assert_cmpstr (list_text, ==,
                   "<gresources>\n"
                   "  <gresource prefix=\"/io/example\">\n"
                   "    <file>guidance.json</file>\n"
                   "    <file>text/de.json</file>\n"
                   "    <file>text/en.json</file>\n"
                   "    <file>text/fr.json</file>\n"
                   "  </gresource>\n"
                   "</gresources>\n");
  dependencies_text = guidance_trees_read (out, "list.d");
  g_assert_true (g_str_has_prefix (dependencies_text, list));
  parts = g_strsplit (french, " ", 2);
  g_free (words);
  words = g_strdup_printf ("%s\\ %s", parts[0], parts[1]); /* as make writes a space */
  g_assert_nonnull (strstr (dependencies_text, words));
}

static void
test_usage (void)
{
  static const char *const wrong[][6] = {
    { NULL },
    { "lint", NULL },
    { "lint", "a", "b", NULL },
    { "build", "a", NULL },
    { "build", "a", "b", "--resource", "c", NULL }, /* without a prefix */
    { "mend", "a", NULL },
    { "lint", "a", "--force", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *words = NULL;

      g_assert_cmpint (run (&words, wrong[i]), ==, 2);
      g_assert_true (g_str_has_prefix (words, "usage: veto-guidance"));
    }
}

static void
test_no_folder (void)
{
  g_autoptr(Folder) out = guidance_trees_make_folder ();
  g_autofree char *nowhere = g_build_filename (out, "nowhere", NULL);
  g_autofree char *words = NULL, *again = NULL;

  g_assert_cmpint (run (&words, (const char *[]){ "lint", nowhere, NULL }), ==, 1);
  g_assert_nonnull (strstr (words, nowhere));
  g_assert_cmpint (run (&again, (const char *[]){ "build", nowhere, out, NULL }), ==, 1);
  g_assert_nonnull (strstr (again, nowhere));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tool/lint", test_lint);
  g_test_add_func ("/tool/build", test_build);
  g_test_add_func ("/tool/build-of-faults", test_build_of_faults);
  g_test_add_func ("/tool/usage", test_usage);
  g_test_add_func ("/tool/no-folder", test_no_folder);
  return g_test_run ();
}
