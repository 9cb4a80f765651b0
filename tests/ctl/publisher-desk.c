/* The desk of those who publish.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "publisher-desk.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"

static char *folder;
static char *typed_path; /* the standard input of the next run */

void
publisher_desk_open (void)
{
  folder = g_dir_make_tmp ("veto-feed-XXXXXX", NULL);
  typed_path = in_folder ("typed");
  write_file ("hosts.json", "{\"links\":[\"www.example.org\",\"help.example.org\",\"news.example.org\"],"
                            "\"mail\":[\"example.org\"]}");
}

void
publisher_desk_close (void)
{
  g_clear_pointer (&typed_path, g_free);
  fixture_remove (g_steal_pointer (&folder));
}

static void
use_typed (gpointer data)
{
  int fd = open (typed_path, O_RDONLY);

  if (fd >= 0)
    dup2 (fd, STDIN_FILENO);
}

char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
feed_dup_line (const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, "@", -1);
  g_autofree char *start = g_strconcat (folder, "/", NULL);

  return g_strjoinv (start, parts);
}

Run
run_feed_in (const char *environment, const char *typed, const char *line)
{
  g_autofree char *whole = feed_dup_line (line);

  g_assert_true (g_file_set_contents (typed_path, typed != NULL ? typed : "", -1, NULL));
  return run_line_in (environment, use_typed, whole);
}

Run
run_feed (const char *typed, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list          arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return run_feed_in (NULL, typed, line);
}

char *
read_file (const char *name)
{
  g_autofree char *path = in_folder (name);
  char            *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
write_file (const char *name, const char *text)
{
  g_autofree char *path = in_folder (name);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

gboolean
is_there (const char *name)
{
  g_autofree char *path = in_folder (name);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
assert_done (const Run *run)
{
  run_assert_code (run, 0);
  g_assert_cmpstr (run->err, ==, "");
}

void
feed_make_keys (const char *letters)
{
  for (; *letters != '\0'; letters++)
    {
      g_auto(Run) run = run_feed (FEED_PASSPHRASE "\n", "feed key @%c.pem", *letters);
      assert_done (&run);
    }
}

static void
sign (const char *what, const char *signed_file, const char *signers, const char *out)
{
  for (guint i = 0; signers[i] != '\0'; i++)
    {
      g_auto(Run) run = run_feed (FEED_PASSPHRASE "\n", "feed %s @%s --key @%c.pem%s",
                                   i == 0 ? "sign" : "add-signature", i == 0 ? what : signed_file, signers[i],
                                   i == 0 ? out : "");
      assert_done (&run);
    }
}

void
feed_make_root (const char *name, const char *index_letters, const char *signers, const char *options)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *parent = g_path_get_dirname (name), *parent_path = in_folder (parent);
  g_autofree char *out = g_strdup_printf (" --out @%s", name);

  g_assert_cmpint (g_mkdir_with_parents (parent_path, 0700), ==, 0);
  g_string_printf (line, "feed root @root.payload --hosts @hosts.json " FEED_ROOT_KEYS);
  for (; *index_letters != '\0'; index_letters++)
    g_string_append_printf (line, " --index-key @%c.pem.pub", *index_letters);
  if (options != NULL)
    g_string_append_printf (line, " %s", options);
  {
    g_auto(Run) run = run_feed_in (NULL, NULL, line->str);
    assert_done (&run);
  }
  sign ("root.payload", name, signers, out);
}

void
feed_make_release (const char *name, const char *source, const char *signers, const char *options)
{
  g_auto(Run) run = run_feed (NULL, "feed build %s --out @%s %s", source, name, options);

  assert_done (&run);
  sign (name, name, signers, "");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GChecksum *sum, const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL), *text = NULL;
      gsize            n_bytes;

      g_checksum_update (sum, names->pdata[i], -1);
      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        add_folder (sum, inner);
      else if (g_file_get_contents (inner, &text, &n_bytes, NULL))
        g_checksum_update (sum, (const guchar *) text, (gssize) n_bytes);
    }
}

char *
feed_digest (const char *name)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *path = in_folder (name);

  add_folder (sum, path);
  return g_strdup (g_checksum_get_string (sum));
}
