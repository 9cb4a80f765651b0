/* docs/feed.md: every command on it is run, in its order, by somebody who has nothing but the tree and a passphrase.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

#define MAX_PASSPHRASES 200 /* lines that may be asked for */

static char      *folder;
static GPtrArray *blocks; /* of char*: heading, then commands */

/* What stands between "```sh" and "```", each with the heading above it. */
static void
read_page (void)
{
  g_autofree char *page = NULL, *heading = g_strdup ("");
  g_auto(GStrv) lines = NULL;
  GString *block = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("VETO_TEST_PAGE"), &page, NULL, NULL));
  lines = g_strsplit (page, "\n", -1);
  blocks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (block != NULL && g_str_equal (lines[i], "```"))
      {
        g_ptr_array_add (blocks, g_strdup (heading));
        g_ptr_array_add (blocks, g_string_free (block, FALSE));
        block = NULL;
      }
    else if (block != NULL)
      g_string_append_printf (block, "%s\n", lines[i]);
    else if (g_str_equal (lines[i], "```sh"))
      block = g_string_new (NULL);
    else if (g_str_has_prefix (lines[i], "```"))
      g_error ("a block that is not run: %s", lines[i]);
    else if (g_str_has_prefix (lines[i], "## "))
      {
        g_free (heading);
        heading = g_strdup (lines[i] + 3);
      }
  g_assert_null (block);
}

/* A folder as the page wants it: the tree's guidance, and vetoctl on the way to programs. */
static void
make_folder (void)
{
  g_autofree char *bin = NULL, *program = NULL, *resources = NULL, *typed = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);

  folder = g_dir_make_tmp ("veto-page-XXXXXX", NULL);
  bin = g_build_filename (folder, "bin", NULL);
  program = g_build_filename (bin, "vetoctl", NULL);
  resources = g_build_filename (folder, "resources", NULL);
  typed = g_build_filename (folder, "typed", NULL);
  g_assert_cmpint (g_mkdir (bin, 0700), ==, 0);
  g_assert_cmpint (symlink (g_getenv ("VETOCTL"), program), ==, 0);
  g_assert_cmpint (symlink (g_getenv ("VETO_TEST_RESOURCES"), resources), ==, 0);
  for (guint i = 0; i < MAX_PASSPHRASES; i++)
    g_string_append (lines, "a passphrase on paper\n");
  g_assert_true (g_file_set_contents (typed, lines->str, -1, NULL));
}

static void
test_block (gconstpointer data)
{
  const char      *commands = data;
  g_autofree char *script = g_strconcat ("exec <typed; PATH=$PWD/bin:$PATH\n", commands, NULL), *out = NULL,
                  *err = NULL;
  const char *argv[] = { "bash", "-euo", "pipefail", "-c", script, NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "LC_ALL", "C.UTF-8", TRUE);
  g_autoptr(GError) error = NULL;
  int status;

  environment = g_environ_unsetenv (environment, "LANGUAGE");
  g_spawn_sync (folder, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  g_test_message ("%s%s%s", commands, out, err);
  g_assert_cmpint (status, ==, 0);
}

/* What is on the page leads to a feed that a program with the first root takes, with the keys of the second. */
static void
test_in_the_end (void)
{
  g_autofree char *line =
    g_strdup_printf ("feed verify %s/feed --root %s/roots/root/1.json --json", folder, folder);
  g_auto(Run) run = run_line ("%s", line);
  JsonObject *object = run_get_object (&run);

  g_assert_cmpint (get_number (object, "root"), ==, 2);
  g_assert_cmpint (get_number (object, "version"), ==, 2);
  g_assert_cmpuint (json_array_get_length (get_array (object, "signatures")), ==, 3);
}

int
main (int argc, char *argv[])
{
  int code;

  ctl_test_init (&argc, &argv);
  read_page ();
  make_folder ();
  g_assert_cmpuint (blocks->len, >=, 2 * 7);
  for (guint i = 0; i < blocks->len; i += 2)
    {
      g_autofree char *heading = g_strdelimit (g_ascii_strdown (blocks->pdata[i], -1), " .,/", '-');
      g_autofree char *name = g_strdup_printf ("/ctl/feed/page/%u-%s", i / 2 + 1, heading);

      g_test_add_data_func (name, blocks->pdata[i + 1], test_block);
    }
  g_test_add_func ("/ctl/feed/page/in-the-end", test_in_the_end);
  code = ctl_test_run ();
  g_ptr_array_unref (blocks);
  {
    g_autofree char *resources = g_build_filename (folder, "resources", NULL);
    g_unlink (resources); /* not what it leads to */
  }
  fixture_remove (folder);
  return code;
}
