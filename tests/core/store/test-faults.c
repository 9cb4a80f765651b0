/* Whatever write fails: it is said, nothing is lost, nothing is half, and the next try works.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store.h"

#define N_STEPS 40

/* Each does one thing to the store, and gives the same rows however often it is done. */
typedef gboolean (*Action) (VetoStore *store, const char *case_id, GError **error);

static gboolean
set_step (VetoStore *store, const char *case_id, GError **error)
{
  VetoStoreStep step = { (char *) "form", (char *) "send", FALSE, (char *) "r2", 1700000001 };

  return veto_store_set_step (store, case_id, &step, error);
}

static gboolean
set_many_steps (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);

  for (guint i = 0; i < 60; i++) /* over several pages */
    {
      g_autofree char *name = g_strdup_printf ("another-%u", i);
      VetoStoreStep    step = { (char *) "menus", name, TRUE, (char *) "r2", 1700000001 };
      g_ptr_array_add (steps, veto_store_step_copy (&step));
    }
  return veto_store_set_steps (store, case_id, steps, error);
}

static gboolean
delete_step (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_delete_step (store, case_id, FIXTURE_GUIDE, "step-3", error);
}

static gboolean
delete_steps (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_delete_steps (store, case_id, error);
}

static gboolean
set_guide (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_set_guide (store, case_id, "menus", error);
}

static gboolean
set_login (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_set_value (store, case_id, "account.login", "other@example.org", error);
}

static gboolean
set_long_reason (VetoStore *store, const char *case_id, GError **error)
{
  g_autofree char *text = g_strnfill (30000, 'x');

  return veto_store_set_value (store, case_id, "reason", text, error);
}

static gboolean
add_case (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreCase) row = veto_store_add_case (store, "other", FIXTURE_GOAL, "first", error);

  return row != NULL;
}

static gboolean
set_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", case_id);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "profile.name", (gpointer) "Ada");
  letter->own_text = (g_free (letter->own_text), g_strnfill (30000, 'x')); /* over several pages */
  return veto_store_set_letter (store, letter, values, error);
}

static gboolean
send_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", case_id);
  g_autofree char *page = g_strnfill (60000, '%');
  g_autoptr(GBytes) pdf = g_bytes_new (page, 60000);

  letter->sent_day = g_strdup ("2026-11-26");
  letter->channel = g_strdup ("post");
  return veto_store_mark_letter_sent (store, letter, pdf, "{}", NULL, error);
}

static gboolean
set_event (VetoStore *store, const char *case_id, GError **error)
{
  VetoStoreEvent event = { (char *) "e", (char *) case_id, (char *) "2026-11-26", (char *) "received", NULL,
                           NULL,         1700000000 };

  return veto_store_set_event (store, &event, error);
}

static const struct
{
  const char *name;
  Action      act;
} actions[] = {
  { "set-step", set_step },          { "set-many-steps", set_many_steps },
  { "delete-step", delete_step },    { "delete-steps", delete_steps },
  { "set-guide", set_guide },        { "set-login", set_login },
  { "set-reason", set_long_reason }, { "add-case", add_case },
  { "set-letter", set_letter },      { "send-letter", send_letter },
  { "set-event", set_event },
};

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
  Action         act;
  int            result;
  VetoStoreError expected;
} Sample;

/* Returns: whether the write number @n was reached */
static gboolean
fail_once (const Sample *sample, guint n)
{
  g_autoptr(GError) error = NULL, again = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, N_STEPS);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = fixture_dump (store), *then = NULL, *after = NULL, *reopened = NULL;
  gboolean         done, failed;

  faulty_disk_fail (n, sample->result);
  done = sample->act (store, id, &error);
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

  g_assert_true (sample->act (store, id, &again));
  g_assert_no_error (again);
  after = fixture_dump (store);
  if (done && sample->act != add_case)
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
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, N_STEPS);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = NULL, *after = NULL;
  gboolean         failed;

  g_assert_true (set_many_steps (store, id, NULL));
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
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, N_STEPS);
  VetoStore       *store;
  g_autofree char *dump = NULL;
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        g_autofree char *path = g_strdup_printf ("/faults/%s/%s", actions[i].name, faults[j].name);
        Sample          *sample = g_new (Sample, 1);

        *sample = (Sample){ actions[i].act, faults[j].result, faults[j].expected };
        g_test_add_data_func_full (path, sample, test_each_write_fails, g_free);
      }
  g_test_add_func ("/faults/each-commit-is-synced", test_each_commit_is_synced);
  g_test_add_func ("/faults/closing", test_closing);
  g_test_add_func ("/faults/opening", test_opening);
  return g_test_run ();
}
