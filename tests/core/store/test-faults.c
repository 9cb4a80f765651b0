/* Whatever write fails: it is said, nothing is lost, nothing is half, and the next try works.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "faulty-disk.h"
#include "public-functions.h"
#include "store-fixture.h"
#include "veto-store.h"
#include "write-actions.h"

#define N_STEPS 40

static const struct
{
  const char    *name;
  int            result;
  VetoStoreError expected;
} faults[] = {
  { "full", SQLITE_FULL, VETO_STORE_ERROR_FULL },
  { "read-only", SQLITE_READONLY, VETO_STORE_ERROR_READ_ONLY },
  { "broken", SQLITE_IOERR_WRITE, VETO_STORE_ERROR_FAILED },
  { "sync-broken", SQLITE_IOERR_FSYNC, VETO_STORE_ERROR_FAILED },
};

typedef struct
{
  const WriteAction *action;
  int                result;
  VetoStoreError     expected;
} Sample;

/* A folder of its own with a database in which there is something of everything; made once, because each new one waits for
 * the disk. */
static char *
copy_database (char **out_id)
{
  static char     *id, *image;
  static gsize     n_bytes;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");

  if (image == NULL)
    {
      VetoStore *store;

      id = fixture_make_database (folder, N_STEPS);
      store = fixture_open (folder, VETO_STORE_WINDOW);
      write_actions_prepare (store, id);
      fixture_close (store);
      g_assert_true (g_file_get_contents (path, &image, &n_bytes, NULL));
    }
  g_assert_true (
    g_file_set_contents_full (path, image, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  *out_id = g_strdup (id);
  return folder;
}

/* Returns: whether the write number @n was reached */
static gboolean
fail_once (const Sample *sample, guint n)
{
  g_autoptr(GError) error = NULL, again = NULL;
  g_autofree char *id = NULL, *before = NULL, *then = NULL, *after = NULL, *reopened = NULL;
  char            *folder = copy_database (&id);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  gboolean         done, failed;

  before = fixture_dump (store);
  faulty_disk_fail (n, sample->result);
  done = sample->action->act (store, id, &error);
  failed = faulty_disk_rest ();
  then = fixture_dump (store);
  if (done)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) sample->expected);
      g_assert_nonnull (strstr (error->message, folder));
      g_assert_cmpstr (then, ==, before);
    }
  g_assert_true (done || failed);

  g_assert_true (sample->action->act (store, id, &again));
  g_assert_no_error (again);
  after = fixture_dump (store);
  if (done && !g_str_has_prefix (sample->action->name, "add-"))
    g_assert_cmpstr (then, ==, after);
  g_assert_cmpstr (before, !=, after);
  fixture_close (store);

  store = fixture_open (folder, VETO_STORE_WINDOW);
  reopened = fixture_dump (store);
  g_assert_cmpstr (after, ==, reopened);
  fixture_close (store);
  fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
  fixture_remove (folder);
  return failed;
}

static void
test_each_write_fails (gconstpointer data)
{
  guint n = 1;

  while (fail_once (data, n))
    n++;
  g_assert_cmpuint (n, >=, 3); /* a commit has at least a write and a sync */
}

/* A power cut right after a step was shown as done takes nothing away: each commit waits for the disk. */
static void
test_each_commit_is_synced (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, N_STEPS);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *step = g_strdup_printf ("another-%u", i);

      faulty_disk_count_syncs ();
      fixture_do_step (store, id, step);
      g_assert_cmpuint (faulty_disk_count_syncs (), >=, 1);
    }
  fixture_close (store);
  fixture_remove (folder);
}

/* Closing brings the journal home. When that fails, the journal stays, and nothing is lost. */
static gboolean
fail_while_closing (int result, guint n)
{
  g_autofree char *id = NULL, *before = NULL, *after = NULL;
  char            *folder = copy_database (&id);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  gboolean         failed;

  g_assert_true (write_actions[1].act (store, id, NULL)); /* over several pages */
  before = fixture_dump (store);
  faulty_disk_fail (n, result);
  fixture_close (store);
  failed = faulty_disk_rest ();

  store = fixture_open (folder, VETO_STORE_WINDOW);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  fixture_close (store);
  fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
  fixture_remove (folder);
  return failed;
}

static void
test_closing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint n = 1;

      while (fail_while_closing (faults[i].result, n))
        n++;
      g_assert_cmpuint (n, >=, 3);
    }
}

static gboolean
fail_while_opening (int result, VetoStoreError expected, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL, *dump = NULL;
  char            *folder = copy_database (&id);
  VetoStore       *store;
  gboolean         failed;

  faulty_disk_fail (n, result);
  store = veto_store_open (folder, VETO_STORE_WINDOW, &error);
  failed = faulty_disk_rest ();
  if (store == NULL)
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) expected);
      store = fixture_open (folder, VETO_STORE_WINDOW);
    }
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "step-39 done"));
  fixture_close (store);
  fixture_remove (folder);
  return failed;
}

static void
test_opening (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint n = 1;

      while (fail_while_opening (faults[i].result, faults[i].expected, n))
        n++;
      g_assert_cmpuint (n, >=, 2);
    }
}

/* They write nothing, or have a test of their own (test-open.c, test-accounts.c, test-proof.c, test-backup.c,
 * test-restore.c, test-delete.c). */
static const char *const others[] = {
  "veto_store_open",
  "veto_store_open_in_memory",
  "veto_store_set_aside",
  "veto_store_read_accounts",
  "veto_store_read_case",
  "veto_store_read_cases",
  "veto_store_read_events",
  "veto_store_read_person",
  "veto_store_read_person_of",
  "veto_store_read_letters",
  "veto_store_read_letter_pdf",
  "veto_store_put_back",
  "veto_store_undo",
  "veto_store_add_proof",
  "veto_store_add_proof_finish",
  "veto_store_delete_proof",
  "veto_store_delete_proof_finish",
  "veto_store_read_proof",
  "veto_store_read_proof_bytes",
  "veto_store_read_proof_bytes_finish",
  "veto_store_count_contents",
  "veto_store_back_up",
  "veto_store_back_up_finish",
  "veto_store_erase",
  "veto_store_check_copy",
  "veto_store_check_copy_finish",
  "veto_store_put_copy",
  "veto_store_restore",
  NULL,
};

static void
test_nothing_is_forgotten (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (const WriteAction *action = write_actions; action->name != NULL; action++)
    g_ptr_array_add (rows, (gpointer) action->function);
  g_ptr_array_add (rows, NULL);
  public_functions_assert_covered ("store", "veto_store_", (const char *const *) rows->pdata, others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  for (const WriteAction *action = write_actions; action->name != NULL; action++)
    for (gsize j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        g_autofree char *path = g_strdup_printf ("/faults/%s/%s", action->name, faults[j].name);
        Sample          *sample = g_new (Sample, 1);

        *sample = (Sample){ action, faults[j].result, faults[j].expected };
        g_test_add_data_func_full (path, sample, test_each_write_fails, g_free);
      }
  g_test_add_func ("/faults/nothing-is-forgotten", test_nothing_is_forgotten);
  g_test_add_func ("/faults/each-commit-is-synced", test_each_commit_is_synced);
  g_test_add_func ("/faults/closing", test_closing);
  g_test_add_func ("/faults/opening", test_opening);
  return g_test_run ();
}
