/* Files that a letter becomes: their names, and those that an e-mail program reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "veto-letter-file.h"

#define DAY_S (24 * 60 * 60)

typedef struct
{
  const char *name, *title, *recipient, *expected;
} Sample;

static const Sample samples[] = {
  { "/file/name/plain", "Objection", "Example Ltd", "Objection Example Ltd 2026-11-26.pdf" },
  { "/file/name/umlauts", "Widerspruch", "Über & Söhne", "Widerspruch Über & Söhne 2026-11-26.pdf" },
  { "/file/name/path", "../../.bashrc", "a/b\\c:d", "bashrc a b c d 2026-11-26.pdf" },
  { "/file/name/no-recipient", "Objection", NULL, "Objection 2026-11-26.pdf" },
  { "/file/name/nothing", NULL, "", "Letter 2026-11-26.pdf" },
  { "/file/name/dots", "...", "*?\"<>|", "Letter 2026-11-26.pdf" },
  { "/file/name/device", "CON", "", "CON 2026-11-26.pdf" },
  { "/file/name/bidi", "a\u202egpj.exe", "b\u2066c", "a gpj.exe b c 2026-11-26.pdf" },
  { "/file/name/controls", "a\r\nb\tc\x7f", "d\x01", "a b c d 2026-11-26.pdf" },
  { "/file/name/not-normal", "A\u0308", "", "Ä 2026-11-26.pdf" },
};

static void
test_name (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GDate) day = g_date_new_dmy (26, 11, 2026);
  g_autofree char *name = veto_letter_file_dup_name (sample->title, sample->recipient, day, "pdf");

  g_assert_cmpstr (name, ==, sample->expected);
}

static void
test_long_name (void)
{
  g_autoptr(GDate) day = g_date_new_dmy (26, 11, 2026);
  g_autoptr(GString) emoji = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (emoji, "😀");
  name = veto_letter_file_dup_name (emoji->str, emoji->str, day, "pdf");
  g_assert_cmpuint (strlen (name), <=, 120);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, "😀 2026-11-26.pdf"));
}

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("veto-file-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static guint
count_in (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
put (const char *folder, gint64 now)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr(GError) error = NULL;
  char *path = veto_letter_file_put_out (folder, "Letter.pdf", bytes, now, &error);

  g_assert_no_error (error);
  return path;
}

static void
test_put_out (void)
{
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *base = make_folder (), *folder = g_build_filename (base, "out", "box", NULL);
  g_autofree char *first = put (folder, now), *second = put (folder, now), *content = NULL, *third = NULL;
  g_autofree char *parent = g_path_get_dirname (folder), *own = g_path_get_dirname (first);
  GStatBuf         there;

  g_assert_cmpstr (first, !=, second); /* the same name twice */
  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "%PDF");
  g_assert_cmpint (g_stat (own, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (first, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);

  third = put (folder, now + 6 * DAY_S);
  g_assert_cmpuint (count_in (folder), ==, 3);
  g_free (third);
  third = put (folder, now + 8 * DAY_S); /* the program's clock; the files' own is now */
  g_assert_cmpuint (count_in (folder), ==, 1);

  veto_letter_file_take_back (third);
  g_assert_cmpuint (count_in (folder), ==, 0);
  g_assert_cmpint (g_rmdir (folder) + g_rmdir (parent) + g_rmdir (base), ==, 0);
}

/* What is not ours stays: a file, another folder, a link to one. */
static void
test_not_ours (void)
{
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *folder = make_folder (), *other = make_folder (), *path = NULL;
  g_autofree char *link = g_build_filename (folder, "mail-link00", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine", NULL);
  g_autofree char *precious = g_build_filename (other, "precious", NULL);

  g_assert_true (g_file_set_contents (precious, "x", 1, NULL));
  g_assert_cmpint (symlink (other, link), ==, 0);
  g_assert_cmpint (g_mkdir (mine, 0700), ==, 0);
  path = put (folder, now + 30 * DAY_S);
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (mine, G_FILE_TEST_IS_DIR));
  veto_letter_file_take_back (precious); /* not in a folder of ours */
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));

  veto_letter_file_take_back (path);
  g_assert_cmpint (g_unlink (link) + g_rmdir (mine) + g_unlink (precious) + g_rmdir (folder)
                     + g_rmdir (other),
                   ==, 0);
}

static void
test_no_room (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_letter_file_put_out ("/dev/null/out", "Letter.pdf", bytes, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_name);
  g_test_add_func ("/file/name/long", test_long_name);
  g_test_add_func ("/file/put-out", test_put_out);
  g_test_add_func ("/file/not-ours", test_not_ours);
  g_test_add_func ("/file/no-room", test_no_room);
  return g_test_run ();
}
