/* kill -9 at any moment: what was said to be kept is kept, and the database is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "veto-store.h"

#define N_ROUNDS 60
#define N_ROUNDS_FULL 200 /* with VETO_TEST_FULL=1 */

static guint
get_n_rounds (void)
{
  return g_getenv ("VETO_TEST_FULL") != NULL ? N_ROUNDS_FULL : N_ROUNDS;
}

/* Does one step after the other, and after each says which one is on the disk. */
static void
write_steps (const char *folder, const char *id, guint first, int report)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_WINDOW);

  for (guint i = first;; i++)
    {
      g_autofree char *step = g_strdup_printf ("step-%u", i);

      fixture_do_step (store, id, step);
      g_assert_cmpint (write (report, &i, sizeof i), ==, sizeof i);
    }
}

static GPid
start_writer (const char *folder, const char *id, guint first, int *out_reports)
{
  int  ends[2];
  GPid pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      close (ends[0]);
      write_steps (folder, id, first, ends[1]);
    }
  close (ends[1]);
  *out_reports = ends[0];
  return pid;
}

static void
kill_child (GPid pid)
{
  int status;

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it had not ended by itself */
}

/* Returns: how many steps from step-0 on are there without a gap; at most one more than was reported may be there */
static guint
count_kept (const char *folder, guint n_reported)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, NULL);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  VetoStoreCase *row;
  guint          n;

  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  for (guint i = 0; i < row->steps->len; i++)
    g_hash_table_add (names, ((VetoStoreStep *) g_ptr_array_index (row->steps, i))->step);
  for (n = 0; n < row->steps->len; n++)
    {
      g_autofree char *name = g_strdup_printf ("step-%u", n);
      g_assert_true (g_hash_table_contains (names, name));
    }
  g_assert_cmpuint (n, >=, n_reported);
  g_assert_cmpuint (n, <=, n_reported + 1);
  fixture_close (store);
  return n;
}

static void
test_writing (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 0);
  guint            n_steps = 0;

  for (guint round = 0; round < get_n_rounds (); round++)
    {
      int   reports;
      guint last, n_reported = n_steps;
      GPid  pid = start_writer (folder, id, n_steps, &reports);
      int   n_wanted = g_test_rand_int_range (0, 12);

      for (int i = 0; i < n_wanted; i++)
        g_assert_cmpint (read (reports, &last, sizeof last), ==, sizeof last);
      g_usleep ((gulong) g_test_rand_int_range (0, 3000)); /* the moment is meant to be any */
      kill_child (pid);
      while (read (reports, &last, sizeof last) == sizeof last)
        n_reported = last + 1;
      close (reports);
      n_reported = MAX (n_reported, n_steps + (n_wanted > 0 ? (guint) n_wanted : 0));
      n_steps = count_kept (folder, n_reported);
      fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
    }
  g_assert_cmpuint (n_steps, >, get_n_rounds ()); /* the writers did write */
  fixture_remove (folder);
}

static void
make_and_stay (const char *folder)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
  fixture_open (folder, VETO_STORE_WINDOW);
  pause ();
}

/* A first start that is killed leaves nothing that the next start would refuse. */
static void
test_making (void)
{
  for (guint round = 0; round < get_n_rounds (); round++)
    {
      char *folder = fixture_make_folder ();
      GPid  pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        make_and_stay (folder);
      g_usleep ((gulong) g_test_rand_int_range (0, 4000)); /* the moment is meant to be any */
      kill_child (pid);
      g_free (fixture_make_database (folder, 1));
      fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
      fixture_remove (folder);
    }
}

/* A database of version 1, whose first opening is killed, or goes on while another process opens it too. */
static void
test_migrating (void)
{
  for (guint round = 0; round < get_n_rounds (); round++)
    {
      char            *folder = fixture_make_folder ();
      g_autofree char *copy = fixture_dup_path (folder, ".before-2"), *dump = NULL;
      VetoStore       *store;
      GPid             pid;

      fixture_make_version (folder, 1);
      pid = fork ();
      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        make_and_stay (folder);
      g_usleep ((gulong) g_test_rand_int_range (0, 12000)); /* the moment is meant to be any */
      if (round % 2 == 0)
        kill_child (pid);
      store = veto_store_open (folder, VETO_STORE_TOOL, NULL);
      g_assert_nonnull (store);
      dump = fixture_dump (store);
      g_assert_nonnull (strstr (dump, "  reason = It is mine.\n  form/login-loop/sign-in-first skipped"));
      g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
      if (round % 2 == 1)
        kill_child (pid);
      fixture_close (store);
      fixture_assert_sql (folder, "PRAGMA user_version", "3");
      fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
      fixture_remove (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed/while-writing", test_writing);
  g_test_add_func ("/killed/while-making", test_making);
  g_test_add_func ("/killed/while-migrating", test_migrating);
  return g_test_run ();
}
