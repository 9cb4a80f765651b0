/* kill -9 at any moment: what was said to be kept is kept, and the database is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faulty-disk.h"
#include "random-writes.h"
#include "store-fixture.h"
#include "veto-store.h"

#define N_WRITES 1000 /* of which one is killed somewhere */
#define N_ROUNDS 60
#define N_ROUNDS_FULL 200 /* with VETO_TEST_FULL=1 */

static guint
get_n_rounds (void)
{
  return g_getenv ("VETO_TEST_FULL") != NULL ? N_ROUNDS_FULL : N_ROUNDS;
}

/* Does one write of the series after the other, and after each says which one is on the disk. */
static void
write_on (const char *folder, guint32 seed, guint first, int report)
{
  VetoStore *store;

  prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
  store = fixture_open (folder, VETO_STORE_WINDOW);
  for (guint n = first;; n++)
    {
      random_writes_do (store, seed, n);
      g_assert_cmpint (write (report, &n, sizeof n), ==, sizeof n);
    }
}

static GPid
start_writer (const char *folder, guint32 seed, guint first, int *out_reports)
{
  int  ends[2];
  GPid pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      close (ends[0]);
      write_on (folder, seed, first, ends[1]);
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

/* Kills the writer at any moment of its next thousand writes. Returns: which write comes after the last reported one */
static guint
write_and_kill (const char *folder, guint32 seed, guint first)
{
  int   reports;
  guint last, n = first;
  GPid  pid = start_writer (folder, seed, first, &reports);
  guint n_wanted = (guint) g_test_rand_int_range (0, N_WRITES);

  while (n < first + n_wanted && read (reports, &last, sizeof last) == sizeof last)
    n = last + 1;
  g_usleep ((gulong) g_test_rand_int_range (0, 1000)); /* the moment is meant to be any */
  kill_child (pid);
  while (read (reports, &last, sizeof last) == sizeof last)
    n = last + 1;
  close (reports);
  g_assert_cmpuint (n, >=, first + n_wanted);
  return n;
}

/* Brings @model to where the writer was killed: after its last reported write @n, or one further, which nobody had heard
 * of yet. Returns: which write comes next */
static guint
follow (const char *folder, VetoStore *model, guint32 seed, guint first, guint n)
{
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *kept = random_writes_dump (store), *expected = NULL;

  for (guint i = first; i < n; i++)
    random_writes_do (model, seed, i);
  expected = random_writes_dump (model);
  if (g_strcmp0 (kept, expected) != 0)
    {
      random_writes_do (model, seed, n++);
      g_free (expected);
      expected = random_writes_dump (model);
    }
  g_assert_cmpstr (kept, ==, expected);
  fixture_close (store);
  return n;
}

/* The disk here is not waited for: it is a process that is killed, not the machine. */
static void
test_writing (void)
{
  char      *folder = fixture_make_folder ();
  VetoStore *model = veto_store_open_in_memory (NULL);
  guint32    seed = (guint32) g_test_rand_int ();
  guint      n = 0;

  faulty_disk_install ();
  for (guint round = 0; round < get_n_rounds (); round++)
    {
      guint reported = write_and_kill (folder, seed, n);

      n = follow (folder, model, seed, n, reported);
      fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
      fixture_assert_sql (folder, "SELECT count (*) FROM pragma_foreign_key_check", "0");
    }
  g_test_message ("%u writes, %d times killed", n, get_n_rounds ());
  g_assert_cmpuint (n, >, get_n_rounds ()); /* the writers did write */
  fixture_close (model);
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
  g_test_add_func ("/killed/while-making", test_making);
  g_test_add_func ("/killed/while-migrating", test_migrating);
  g_test_add_func ("/killed/while-writing", test_writing); /* the last, because of its disk */
  return g_test_run ();
}
