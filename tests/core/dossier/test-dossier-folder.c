/* The folder of a dossier: names that stay in it, and nothing left behind when it cannot be made.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store-fixture.h"
#include "veto-dossier-folder.h"

typedef struct
{
  const char *title;
  const char *name;
  const char *expected;
} Name;

static const Name names[] = {
  { "/folder/name/plain", "screen shot.png", "Proof/07 screen shot.png" },
  { "/folder/name/none", NULL, "Proof/07" },
  { "/folder/name/empty", " . ", "Proof/07" },
  { "/folder/name/up", "../../x", "Proof/07 x" },
  { "/folder/name/root", "/etc/passwd", "Proof/07 etc passwd" },
  { "/folder/name/hidden", ".bashrc", "Proof/07 bashrc" },
  { "/folder/name/device", "CON", "Proof/07 CON" },
  { "/folder/name/device-and-end", "nul.txt", "Proof/07 nul.txt" },
  { "/folder/name/backslash", "a\\b:c*d?.txt", "Proof/07 a b c d.txt" },
  { "/folder/name/directions", "a\u202egnp.exe", "Proof/07 a gnp.exe" },
  { "/folder/name/lines", "a\r\nb\tc.txt", "Proof/07 a b c.txt" },
  { "/folder/name/dots-at-end", "letter. . .txt", "Proof/07 letter.txt" },
  { "/folder/name/long-end", "a.thisisnoending", "Proof/07 a.thisisnoending" },
  { "/folder/name/composed", "Bru\u0308cke.png", "Proof/07 Br\u00fccke.png" },
};

static void
test_name (gconstpointer data)
{
  const Name      *name = data;
  g_autofree char *made = veto_dossier_folder_dup_name ("Proof", 7, 10, name->name);

  g_assert_cmpstr (made, ==, name->expected);
}

/* Whole characters, and short enough for every file system. */
static void
test_long_name (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *made = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (name, "ü");
  g_string_append (name, ".jpeg");
  made = veto_dossier_folder_dup_name ("Proof", 1, 1, name->str);
  g_assert_true (g_utf8_validate (made, -1, NULL));
  g_assert_cmpuint (strlen (made), <=, strlen ("Proof/") + 120);
  g_assert_true (g_str_has_suffix (made, "ü.jpeg"));
}

typedef struct
{
  char   *folder;
  GBytes *bytes;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = fixture_make_folder ();
  place->bytes = g_bytes_new_take (g_malloc0 (100000), 100000);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_remove (place->folder);
  g_bytes_unref (place->bytes);
}

static char *
dup_target (Place *place)
{
  return g_build_filename (place->folder, "new", NULL);
}

static guint
count (Place *place)
{
  g_autoptr(GDir) folder = g_dir_open (place->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_whole (Place *place, gconstpointer data)
{
  g_autofree char *target = dup_target (place), *file = g_build_filename (target, "Proof", "1 a.txt", NULL);
  g_autoptr(GError) error = NULL;
  VetoDossierFolder *folder = veto_dossier_folder_new (target, &error);

  g_assert_no_error (error);
  g_assert_true (veto_dossier_folder_add (folder, "Proof/1 a.txt", place->bytes, &error));
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS)); /* not before it is whole */
  g_assert_true (veto_dossier_folder_finish (folder, &error));
  veto_dossier_folder_free (folder);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count (place), ==, 1);
}

/* Something came there before it, or while it grew: that stays. */
static void
test_taken (Place *place, gconstpointer data)
{
  g_autofree char *target = dup_target (place);
  gboolean         later = data != NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDossierFolder) folder = NULL;

  if (later)
    {
      folder = veto_dossier_folder_new (target, &error);
      g_assert_true (veto_dossier_folder_add (folder, "Proof/1 a.txt", place->bytes, &error));
    }
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0); /* an empty folder, which rename() alone would replace */
  if (later)
    g_assert_false (veto_dossier_folder_finish (folder, &error));
  else
    g_assert_null (veto_dossier_folder_new (target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_pointer (&folder, veto_dossier_folder_free);
  g_assert_cmpuint (count (place), ==, 1);
  g_assert_cmpint (g_rmdir (target), ==, 0); /* still empty */
}

static void
test_gone (Place *place, gconstpointer data)
{
  g_autofree char *target = g_build_filename (place->folder, "not-there", "new", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_dossier_folder_new (target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "That folder is not there any more. Choose another one.");
}

static void
try_closed_folder (gpointer data)
{
  g_autofree char *target = dup_target (data);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_dossier_folder_new (target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_read_only (Place *place, gconstpointer data)
{
  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  fixture_run_bound (try_closed_folder, place);
  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
  g_assert_cmpuint (count (place), ==, 0);
}

/* The disk takes no more in the middle of the second file. */
static void
try_small_disk (gpointer data)
{
  Place           *place = data;
  g_autofree char *target = dup_target (place);
  struct rlimit    limit = { 60000, 60000 };
  g_autoptr(GBytes) small = g_bytes_new_from_bytes (place->bytes, 0, 50000);
  g_autoptr(GError) error = NULL;
  VetoDossierFolder *folder = veto_dossier_folder_new (target, &error);

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (veto_dossier_folder_add (folder, "Proof/1 a.txt", small, &error));
  g_assert_false (veto_dossier_folder_add (folder, "Proof/2 b.txt", place->bytes, &error));
  g_assert_nonnull (error);
  veto_dossier_folder_free (folder);
}

static void
test_small_disk (Place *place, gconstpointer data)
{
  fixture_run_in_child (try_small_disk, place);
  g_assert_cmpuint (count (place), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_test_add_data_func (names[i].title, &names[i], test_name);
  g_test_add_func ("/folder/name/long", test_long_name);
  g_test_add ("/folder/whole", Place, NULL, set_up, test_whole, tear_down);
  g_test_add ("/folder/taken-before", Place, NULL, set_up, test_taken, tear_down);
  g_test_add ("/folder/taken-meanwhile", Place, "later", set_up, test_taken, tear_down);
  g_test_add ("/folder/gone", Place, NULL, set_up, test_gone, tear_down);
  g_test_add ("/folder/read-only", Place, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/folder/small-disk", Place, NULL, set_up, test_small_disk, tear_down);
  return g_test_run ();
}
