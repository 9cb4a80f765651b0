/* The window and other processes write at once: nothing is lost, and the window sees what the others wrote.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-fixture.h"
#include "veto-day.h"

#define N_OTHERS 2
#define N_WRITES 300 /* of each */

typedef struct
{
  const char *folder;
  char       *case_id;
  guint       number;
} Other;

/* Whoever finds the database in use for longer than the store waits, tries again, as a person does. */
static void
write_one (VetoStore *store, const Other *other, guint i)
{
  g_autofree char *id = g_strdup_printf ("other-%u-%u", other->number, i);
  VetoStoreEvent event = { id, other->case_id, (char *) "2026-11-26", (char *) "note", id, NULL, 1700000000 };
  VetoStoreStep  step = { (char *) "form", id, FALSE, (char *) "r", 1700000000 };
  g_autoptr(GError) error = NULL;

  while (!(i % 2 == 0 ? veto_store_set_event (store, &event, &error)
                      : veto_store_set_step (store, other->case_id, &step, &error)))
    {
      g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
      g_clear_error (&error);
    }
}

static void
write_all (const Other *other)
{
  VetoStore *store = fixture_open (other->folder, VETO_STORE_TOOL);

  for (guint i = 0; i < N_WRITES; i++)
    write_one (store, other, i);
  fixture_close (store);
}

/* A process that writes as soon as nobody holds the other end of @gate any more. */
static GPid
start (const Other *other, const int gate[2])
{
  GPid pid = fork ();
  char byte;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
      close (gate[1]);
      g_assert_cmpint (read (gate[0], &byte, 1), ==, 0);
      write_all (other);
      _exit (0);
    }
  return pid;
}

static void
wait_for (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* What the window does: it writes by way of its objects, and looks for news now and then. */
static void
write_as_window (Desk *desk, VetoCase *item, guint i)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *note = g_strdup_printf ("window-%u", i);
  VetoEventDraft   draft = { .kind = VETO_EVENT_NOTE, .note = note };

  g_assert_true (veto_day_parse ("2026-11-26", &draft.day));
  while (!(i % 3 != 0 ? veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error)
                      : veto_case_set_value (item, "reason", note, &error)))
    {
      g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
      g_clear_error (&error);
    }
  if (i % 10 == 0)
    g_assert_true (veto_case_book_refresh (desk->book, NULL));
}

static guint
count_notes (VetoCase *item, const char *writer)
{
  GListModel *events = G_LIST_MODEL (veto_case_get_timeline (item));
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (events, i);

      n += g_str_has_prefix (veto_event_get_note (event), writer);
    }
  return n;
}

static void
assert_all_there (Desk *desk, VetoCase *item)
{
  g_autoptr(VetoStoreCase) row = veto_store_read_case (desk->store, veto_case_get_id (item), NULL);

  g_assert_nonnull (row);
  g_assert_cmpuint (row->steps->len, ==, N_OTHERS * N_WRITES / 2);
  g_assert_cmpuint (count_notes (item, "window-"), ==, N_WRITES * 2 / 3);
  g_assert_cmpuint (count_notes (item, "other-0-"), ==, N_WRITES / 2);
  g_assert_cmpuint (count_notes (item, "other-1-"), ==, N_WRITES / 2);
  g_assert_cmpstr (veto_case_get_value (item, "reason"), ==, "window-297");
}

static void
test_all_write (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  g_autofree char *id = g_strdup (veto_case_get_id (item));
  char            *folder = desk.folder;
  Other            others[N_OTHERS];
  GPid             pids[N_OTHERS];
  int              gate[2];

  fixture_close_desk (&desk); /* a connection does not go through a fork */
  g_assert_cmpint (pipe (gate), ==, 0);
  for (guint i = 0; i < N_OTHERS; i++)
    {
      others[i] = (Other){ folder, id, i };
      pids[i] = start (&others[i], gate);
    }
  desk = fixture_open_desk (folder, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  close (gate[1]); /* only now, so that they do write at once */
  for (guint i = 0; i < N_WRITES; i++)
    write_as_window (&desk, item, i);
  for (guint i = 0; i < N_OTHERS; i++)
    wait_for (pids[i]);
  close (gate[0]);

  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  assert_all_there (&desk, item);
  fixture_clear_desk (&desk);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/all-write", test_all_write);
  return g_test_run ();
}
