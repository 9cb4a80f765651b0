/* Files that a person asked for are there as a whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "what was there before"
#define NEW "what is there now"

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("veto-file-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "letter.pdf", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (place->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return veto_file_write_whole (path, bytes, error);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_files (Place *place)
{
  g_autoptr(GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static guint
get_mode (const char *path)
{
  struct stat there;

  g_assert_cmpint (stat (path, &there), ==, 0);
  return there.st_mode & 0777;
}

static void
test_new (Place *place, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (write_text (place->path, NEW, &error));
  g_assert_no_error (error);
  assert_text (place->path, NEW);
  g_assert_cmpuint (get_mode (place->path), ==, 0600);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_replaced (Place *place, gconstpointer data)
{
  g_assert_true (g_file_set_contents (place->path, OLD, -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0640), ==, 0);
  g_assert_true (write_text (place->path, NEW, NULL));
  assert_text (place->path, NEW);
  g_assert_cmpuint (get_mode (place->path), ==, 0640);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_link (Place *place, gconstpointer data)
{
  g_autofree char *link = g_build_filename (place->folder, "link.pdf", NULL);

  g_assert_true (g_file_set_contents (place->path, OLD, -1, NULL));
  g_assert_cmpint (symlink ("letter.pdf", link), ==, 0);
  g_assert_true (write_text (link, NEW, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_text (place->path, NEW);
}

static void
test_name_only (Place *place, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (place->folder), ==, 0);
  g_assert_true (write_text ("letter.pdf", NEW, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_text (place->path, NEW);
}

static void
test_folder_gone (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "gone", "letter.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (write_text (path, NEW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_is_folder (Place *place, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (write_text (place->folder, NEW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* The limit on the size of a file fails in the middle of writing, as a full disk does. */
static void
test_no_room (Place *place, gconstpointer data)
{
  const struct rlimit small = { .rlim_cur = 4096, .rlim_max = RLIM_INFINITY };
  struct rlimit       before;
  g_autofree char    *text = g_strnfill (100000, 'x');
  g_autoptr(GError) error = NULL;
  gboolean fine;

  g_assert_true (g_file_set_contents (place->path, OLD, -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  fine = write_text (place->path, text, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (fine);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, g_strerror (EFBIG)));
  assert_text (place->path, OLD);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_full_device (Place *place, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  g_assert_false (write_text ("/dev/full", NEW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
test_pipe (Place *place, gconstpointer data)
{
  char text[sizeof NEW] = "";
  int  reader;

  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  reader = open (place->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  g_assert_true (write_text (place->path, NEW, NULL));
  g_assert_cmpint (read (reader, text, sizeof text), ==, strlen (NEW));
  g_assert_cmpstr (text, ==, NEW);
  close (reader);
}

/* A file of the program's own: a link that somebody put in its place is not followed, and others may not read it. */
static void
test_at (Place *place, gconstpointer data)
{
  g_autofree char *outside = g_build_filename (place->folder, "outside", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autofree char *name = g_path_get_basename (place->path);
  g_autoptr(GError) error = NULL;
  int         folder = open (place->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat status;

  g_assert_true (g_file_set_contents (outside, OLD, -1, NULL));
  g_assert_cmpint (symlink (outside, place->path), ==, 0);
  g_assert_true (veto_file_write_at (folder, name, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lstat (place->path, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  assert_text (place->path, NEW);
  assert_text (outside, OLD);
  close (folder);
}

/* What is in the way cannot be replaced: said by its name, and nothing is left behind. */
static void
test_at_folder (Place *place, gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autofree char *name = g_path_get_basename (place->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) listing = NULL;
  int folder = open (place->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
  g_assert_false (veto_file_write_at (folder, name, bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (g_str_has_prefix (error->message, name));
  listing = g_dir_open (place->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (listing), ==, name);
  g_assert_null (g_dir_read_name (listing));
  close (folder);
}

static const struct
{
  const char *name;
  void (*run) (Place *place, gconstpointer data);
} cases[] = {
  { "/file/new", test_new },
  { "/file/replaced", test_replaced },
  { "/file/link-stays-a-link", test_link },
  { "/file/name-only", test_name_only },
  { "/file/folder-gone", test_folder_gone },
  { "/file/is-folder", test_is_folder },
  { "/file/no-room", test_no_room },
  { "/file/full-device", test_full_device },
  { "/file/pipe", test_pipe },
  { "/file/at/link-is-replaced", test_at },
  { "/file/at/is-folder", test_at_folder },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Place, NULL, set_up, cases[i].run, tear_down);
  return g_test_run ();
}
