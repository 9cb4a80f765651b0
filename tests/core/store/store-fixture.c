/* For tests of what is kept: folders, what is in them, other processes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "veto-store-private.h"

char *
fixture_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *made = g_dir_make_tmp ("veto-store-XXXXXX", &error);
  char            *real;

  g_assert_no_error (error);
  real = realpath (made, NULL); /* the store says where it is without symbolic links */
  g_assert_nonnull (real);
  return real;
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  GStatBuf    status;
  const char *name;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  if (!S_ISDIR (status.st_mode))
    {
      g_assert_cmpint (g_unlink (path), ==, 0);
      return;
    }
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  dir = g_dir_open (path, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
fixture_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
fixture_dup_path (const char *folder, const char *ending)
{
  return g_strdup_printf ("%s/veto.db%s", folder, ending);
}

VetoStore *
fixture_open (const char *folder, VetoStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  VetoStore *store = veto_store_open (folder, mode, &error);

  g_assert_no_error (error);
  g_assert_true (VETO_IS_STORE (store));
  return store;
}

void
fixture_close (VetoStore *store)
{
  g_assert_finalize_object (G_OBJECT (store));
}

/* As a done step of the fixture's guide. */
static VetoStoreStep
describe_step (const char *step)
{
  return (VetoStoreStep){
    .guide = (char *) FIXTURE_GUIDE, .step = (char *) step, .revision = (char *) "r1", .at = 1700000000
  };
}

void
fixture_do_step (VetoStore *store, const char *case_id, const char *step)
{
  g_autoptr(GError) error = NULL;
  VetoStoreStep row = describe_step (step);

  veto_store_set_step (store, case_id, &row, &error);
  g_assert_no_error (error);
}

char *
fixture_make_database (const char *folder, guint n_steps)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = NULL;
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);

  row = veto_store_add_case (store, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error);
  g_assert_no_error (error);
  veto_store_set_value (store, row->id, "account.login", "me@example.org", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *name = g_strdup_printf ("step-%u", i);
      VetoStoreStep    step = describe_step (name);

      g_ptr_array_add (steps, veto_store_step_copy (&step));
    }
  veto_store_set_steps (store, row->id, steps, &error);
  g_assert_no_error (error);
  fixture_close (store);
  return g_steal_pointer (&row->id);
}

void
fixture_make_version (const char *folder, guint version)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s/store/schema-%u.sql", FIXTURES, version);
  g_autofree char *path = fixture_dup_path (folder, ""), *sql = NULL;

  g_file_get_contents (file, &sql, NULL, &error);
  g_assert_no_error (error);
  fixture_run_sql (path, "PRAGMA journal_mode = WAL");
  fixture_run_sql (path, sql);
}

VetoStoreLetter *
fixture_describe_letter (const char *id, const char *case_id)
{
  VetoStoreLetter letter = { .id = (char *) id,
                             .case_id = (char *) case_id,
                             .kind = (char *) "objection",
                             .language = (char *) "en",
                             .recipient = (char *) "{}",
                             .answers = (char *) "{\"name\":\"Ada\"}",
                             .own_text = (char *) "{}",
                             .created = 1700000000,
                             .changed = 1700000001 };

  return veto_store_letter_copy (&letter);
}

static gint
compare_steps (gconstpointer left, gconstpointer right)
{
  const VetoStoreStep *a = *(VetoStoreStep *const *) left, *b = *(VetoStoreStep *const *) right;
  int                  order = g_strcmp0 (a->guide, b->guide);

  return order != 0 ? order : g_strcmp0 (a->step, b->step);
}

static void
dump_events (GString *text, VetoStore *store, const char *case_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = veto_store_read_events (store, case_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      const VetoStoreEvent *event = g_ptr_array_index (events, i);
      g_string_append_printf (text, "  event %s %s %s %s %s\n", event->id, event->day, event->kind,
                              event->note, event->data);
    }
}

static void
dump_case (GString *text, VetoStore *store, VetoStoreCase *row)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (row->values), (GCompareFunc) g_strcmp0);

  g_string_append_printf (text, "%s of %s of %s: %s %s %s %" G_GINT64_FORMAT "\n", row->id, row->account,
                          row->person, row->platform, row->goal, row->guide, row->created);
  for (GList *at = names; at != NULL; at = at->next)
    g_string_append_printf (text, "  %s = %s\n", (char *) at->data,
                            (char *) g_hash_table_lookup (row->values, at->data));
  g_ptr_array_sort (row->steps, compare_steps);
  for (guint i = 0; i < row->steps->len; i++)
    {
      const VetoStoreStep *step = g_ptr_array_index (row->steps, i);
      g_string_append_printf (text, "  %s/%s %s %s %" G_GINT64_FORMAT "\n", step->guide, step->step,
                              step->is_skipped ? "skipped" : "done", step->revision, step->at);
    }
  dump_events (text, store, row->id);
}

static void
dump_letter (GString *text, VetoStore *store, const VetoStoreLetter *letter)
{
  g_autoptr(GBytes) pdf = letter->has_pdf ? veto_store_read_letter_pdf (store, letter->id, NULL) : NULL;
  g_autofree char *sum = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

  g_assert_true (letter->has_pdf == (pdf != NULL));
  g_string_append_printf (text, "letter %s of %s: %s %s %s %s %s %s %s %" G_GINT64_FORMAT " %s %s %s\n",
                          letter->id, letter->case_id, letter->kind, letter->language, letter->regime,
                          letter->recipient, letter->answers, letter->own_text, letter->day, letter->created,
                          letter->sent_day, letter->channel, sum);
}

/* What was told; the program only ever claims it. */
static void
dump_notices (GString *text, VetoStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (veto_store_get_db (store), &error,
                                 "SELECT case_id, kind, day FROM notices ORDER BY case_id, kind", "");
  gboolean has_row = TRUE;

  while (error == NULL && veto_sql_step (statement, &has_row, &error) && has_row)
    g_string_append_printf (text, "told %s %s %s\n", sqlite3_column_text (statement, 0),
                            sqlite3_column_text (statement, 1), sqlite3_column_text (statement, 2));
  g_assert_no_error (error);
}

char *
fixture_dump (VetoStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, &error), letters = NULL;
  GString *text = g_string_new ("");

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    dump_case (text, store, g_ptr_array_index (rows, i));
  letters = veto_store_read_letters (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < letters->len; i++)
    dump_letter (text, store, g_ptr_array_index (letters, i));
  dump_notices (text, store);
  return g_string_free (text, FALSE);
}

static char *
describe (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL, *sum = NULL;
  gsize            n_bytes = 0;
  GStatBuf         status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  if (S_ISLNK (status.st_mode))
    content = g_file_read_link (path, NULL), n_bytes = content != NULL ? strlen (content) : 0;
  else if (S_ISREG (status.st_mode))
    g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, n_bytes);
  return g_strdup_printf ("%s %o %" G_GSIZE_FORMAT " %s", name, status.st_mode, n_bytes, sum);
}

static gint
compare_lines (gconstpointer left, gconstpointer right)
{
  return g_strcmp0 (*(char *const *) left, *(char *const *) right);
}

char *
fixture_describe_folder (const char *folder, const char *except)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_strcmp0 (name, "veto.lock") != 0 && g_strcmp0 (name, except) != 0)
      g_ptr_array_add (lines, describe (folder, name));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
fixture_ask_sql (const char *folder, const char *sql)
{
  g_autofree char *path = fixture_dup_path (folder, "");
  sqlite3         *db;
  sqlite3_stmt    *statement;
  char            *answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return answer;
}

void
fixture_assert_sql (const char *folder, const char *sql, const char *expected)
{
  g_autofree char *answer = fixture_ask_sql (folder, sql);

  g_assert_cmpstr (answer, ==, expected);
}

void
fixture_run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
wait_for_success (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

void
fixture_run_in_child (FixtureWork work, gpointer data)
{
  GPid pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      work (data);
      _exit (0);
    }
  wait_for_success (pid);
}

/* Root's right to pass by permissions is two capabilities; without them root is an owner as any other. They belong to the
 * thread, so nothing else of the process notices. */
void
fixture_run_bound (FixtureWork work, gpointer data)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct   before[2], bound[2];

  g_assert_cmpint (syscall (SYS_capget, &header, before), ==, 0);
  memcpy (bound, before, sizeof bound);
  bound[0].effective &= ~(CAP_TO_MASK (CAP_DAC_OVERRIDE) | CAP_TO_MASK (CAP_DAC_READ_SEARCH));
  g_assert_cmpint (syscall (SYS_capset, &header, bound), ==, 0);
  work (data);
  g_assert_cmpint (syscall (SYS_capset, &header, before), ==, 0);
}

FixtureChild
fixture_start_child (FixtureWork work, gpointer data)
{
  FixtureChild child;
  int          ready[2], stay[2];
  char         byte = 0;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (stay), ==, 0);
  child.pid = fork ();
  g_assert_cmpint (child.pid, >=, 0);
  if (child.pid == 0)
    {
      close (ready[0]);
      close (stay[1]);
      work (data);
      g_assert_cmpint (write (ready[1], &byte, 1), ==, 1);
      _exit (read (stay[0], &byte, 1) == 0 ? 0 : 1);
    }
  close (ready[1]);
  close (stay[0]);
  child.ready = ready[0];
  child.stay = stay[1];
  g_assert_cmpint (read (child.ready, &byte, 1), ==, 1);
  return child;
}

void
fixture_let_go (FixtureChild *child)
{
  close (child->stay);
  wait_for_success (child->pid);
  close (child->ready);
}
