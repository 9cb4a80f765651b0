/* The disk fails: what the window shows stays what the database says, whoever writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "case-fixture.h"
#include "faulty-disk.h"
#include "public-functions.h"
#include "veto-case-change.h"
#include "veto-day.h"
#include "veto-progress-private.h"
#include "veto-reminders.h"

typedef struct
{
  Desk      desk;
  VetoCase *item;
  GVariant *undo; /* nullable */
} Table;

static const VetoStep *
find_step (Table *table, const char *step)
{
  return veto_guide_find_step (fixture_get_guide (&table->desk, "form"), step);
}

static VetoEventDraft
make_draft (const char *note)
{
  VetoEventDraft draft = { .kind = VETO_EVENT_SENT, .channel = "post", .note = note };

  g_assert_true (veto_day_parse ("2026-11-26", &draft.day));
  return draft;
}

/* (transfer none): the event of the fixture */
static const char *
get_event_id (Table *table)
{
  g_autoptr(VetoEvent)
               event = g_list_model_get_item (G_LIST_MODEL (veto_case_get_timeline (table->item)), 0);

  return veto_event_get_id (event);
}

static gboolean
start_case (Table *table, GError **error)
{
  return veto_case_book_start (table->desk.book, "another", "object", "form", error) != NULL;
}

static gboolean
set_guide (Table *table, GError **error)
{
  return veto_case_set_guide (table->item, "menus", error);
}

static gboolean
set_login (Table *table, GError **error)
{
  return veto_case_set_value (table->item, "account.login", "other@example.org", error);
}

static gboolean
set_name (Table *table, GError **error)
{
  return veto_case_set_value (table->item, "profile.name", "Ada Löwe", error);
}

static gboolean
forget_reason (Table *table, GError **error)
{
  return veto_case_set_value (table->item, "reason", "", error);
}

static gboolean
do_step (Table *table, GError **error)
{
  return veto_progress_set_state (veto_case_get_progress (table->item),
                                  fixture_get_guide (&table->desk, "form"), find_step (table, "send"),
                                  VETO_STEP_STATE_DONE, error);
}

static gboolean
take_step_back (Table *table, GError **error)
{
  return veto_progress_set_state (veto_case_get_progress (table->item),
                                  fixture_get_guide (&table->desk, "form"), find_step (table, "email"),
                                  VETO_STEP_STATE_OPEN, error);
}

static void
prepare_changed_guide (Table *table)
{
  fixture_walk (&table->desk, table->item, "form", "send");
  fixture_reopen_desk (&table->desk, "Press Send.", "Press Send twice.");
  table->item = veto_case_book_find (table->desk.book, FIXTURE_PLATFORM, NULL);
}

static gboolean
accept_change (Table *table, GError **error)
{
  return veto_progress_accept_change (veto_case_get_progress (table->item),
                                      fixture_get_guide (&table->desk, "form"), find_step (table, "send"),
                                      error);
}

static gboolean
accept_all_changes (Table *table, GError **error)
{
  return veto_case_accept_change (table->item, error);
}

static void
prepare_sent (Table *table)
{
  fixture_walk (&table->desk, table->item, "form", "send");
}

/* That the steps sent it has to become an event, too. */
static void
prepare_sent_by_steps (Table *table)
{
  g_assert_true (
    veto_timeline_remove (veto_case_get_timeline (table->item), get_event_id (table), NULL, NULL));
  prepare_sent (table);
}

static gboolean
begin_again (Table *table, GError **error)
{
  return veto_case_begin_again (table->item, error);
}

static gboolean
start_over (Table *table, GError **error)
{
  g_autoptr(GVariant) undo = NULL;
  gboolean done = veto_progress_start_over (veto_case_get_progress (table->item), &undo, error);

  g_assert_true (done == (undo != NULL));
  return done;
}

static void
prepare_restore (Table *table)
{
  g_assert_true (veto_progress_start_over (veto_case_get_progress (table->item), &table->undo, NULL));
}

static gboolean
restore (Table *table, GError **error)
{
  return veto_progress_restore (veto_case_get_progress (table->item), table->undo, error);
}

static gboolean
add_event (Table *table, GError **error)
{
  VetoEventDraft draft = make_draft ("new");

  return veto_timeline_add (veto_case_get_timeline (table->item), &draft, NULL, error);
}

static gboolean
correct_event (Table *table, GError **error)
{
  VetoEventDraft draft = make_draft ("corrected");

  return veto_timeline_correct (veto_case_get_timeline (table->item), get_event_id (table), &draft, NULL,
                                error);
}

static gboolean
remove_event (Table *table, GError **error)
{
  return veto_timeline_remove (veto_case_get_timeline (table->item), get_event_id (table), NULL, error);
}

static void
prepare_undo (Table *table)
{
  g_assert_true (
    veto_timeline_remove (veto_case_get_timeline (table->item), get_event_id (table), &table->undo, NULL));
}

static gboolean
undo_event (Table *table, GError **error)
{
  return veto_timeline_undo (veto_case_get_timeline (table->item), table->undo, error);
}

static gboolean
claim_reminders (Table *table, GError **error)
{
  g_autoptr(GPtrArray) told = NULL;
  GDate today;

  g_assert_true (veto_day_parse ("2027-03-01", &today)); /* long after the month of the event is over */
  told = veto_reminders_claim (G_LIST_MODEL (table->desk.book), table->desk.store, &today, error);
  g_assert_true (told == NULL || told->len == 1); /* what could not be written down is told by the next try */
  return told != NULL;
}

typedef struct
{
  const char *name;
  const char *function;
  gboolean (*act) (Table *table, GError **error);
  void (*prepare) (Table *table); /* nullable */
} Action;

static const Action actions[] = {
  { "start-case", "veto_case_book_start", start_case, NULL },
  { "set-guide", "veto_case_set_guide", set_guide, NULL },
  { "set-login", "veto_case_set_value", set_login, NULL },
  { "set-name", "veto_case_set_value", set_name, NULL },
  { "forget-reason", "veto_case_set_value", forget_reason, NULL },
  { "do-step", "veto_progress_set_state", do_step, NULL },
  { "take-step-back", "veto_progress_set_state", take_step_back, NULL },
  { "accept-change", "veto_progress_accept_change", accept_change, prepare_changed_guide },
  { "accept-all-changes", "veto_case_accept_change", accept_all_changes, prepare_changed_guide },
  { "begin-again", "veto_case_begin_again", begin_again, prepare_sent },
  { "begin-again-sent-by-steps", "veto_case_begin_again", begin_again, prepare_sent_by_steps },
  { "start-over", "veto_progress_start_over", start_over, NULL },
  { "restore", "veto_progress_restore", restore, prepare_restore },
  { "add-event", "veto_timeline_add", add_event, NULL },
  { "correct-event", "veto_timeline_correct", correct_event, NULL },
  { "remove-event", "veto_timeline_remove", remove_event, NULL },
  { "undo-event", "veto_timeline_undo", undo_event, prepare_undo },
  { "claim-reminders", "veto_reminders_claim", claim_reminders, NULL },
};

/* They read; or they write by way of the functions above, or as test-faults.c of the store and test-proof.c have it. */
static const char *const others[] = {
  "veto_timeline_load",
  "veto_case_book_new",
  "veto_case_book_refresh",
  "veto_case_book_start_for",
  "veto_objection_start",
  "veto_proof_file_read",
  "veto_proof_list_new",
  "veto_proof_list_add_finish",
  "veto_proof_list_read_finish",
  "veto_walk_accept_change",
  "veto_walk_finish_step",
  "veto_walk_reopen_step",
  "veto_walk_return",
  "veto_walk_set_value",
  "veto_walk_take_branch",
  "veto_walk_take_guide",
  NULL,
};

static void
describe_case (GString *text, Desk *desk, VetoCase *item)
{
  static const char *const guides[] = { "form", "menus" };
  static const char *const names[] = { "account.login", "profile.name", "reason" };
  GListModel              *events = G_LIST_MODEL (veto_case_get_timeline (item));

  g_string_append_printf (text, "%s %s %s %s:", veto_case_get_id (item), veto_case_get_platform (item),
                          veto_case_get_guide (item), veto_case_state_get_id (veto_case_get_state (item)));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, " %s=%s", names[i], veto_case_get_value (item, names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    {
      const VetoGuide *guide = fixture_get_guide (desk, guides[i]);
      VetoProgress    *progress = veto_case_get_progress (item);

      for (guint j = 0; j < guide->n_steps; j++)
        g_string_append_printf (text, " %d%s@%" G_GINT64_FORMAT,
                                veto_progress_get_state (progress, guide, &guide->steps[j]),
                                veto_progress_is_outdated (progress, guide, &guide->steps[j]) ? "!" : "",
                                veto_progress_get_time (progress, guide, &guide->steps[j]));
    }
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (events, i);
      g_autofree char *day = veto_day_dup_iso (veto_event_get_day (event));

      g_string_append_printf (text, " [%s %s %s %s %s]", veto_event_get_id (event), day,
                              veto_event_get_title (event), veto_event_get_note (event),
                              veto_event_get_channel (event));
    }
  g_string_append_c (text, '\n');
}

/* (transfer full): all that the book says, and the rows */
static char *
describe (Desk *desk)
{
  g_autofree char *rows = fixture_dump (desk->store);
  GString         *text = g_string_new (rows);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (desk->book)); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (desk->book), i);

      describe_case (text, desk, item);
    }
  return g_string_free (text, FALSE);
}

/* What the book says is what another process would read. Returns: (transfer full): it */
static char *
assert_is_on_disk (Desk *desk)
{
  Desk other = { .folder = desk->folder, .guidance = g_object_ref (desk->guidance) };
  g_autoptr(GError) error = NULL;
  g_autofree char *there = NULL;
  char            *here = describe (desk);

  other.store = fixture_open (desk->folder, VETO_STORE_TOOL);
  other.book = veto_case_book_new (other.store, other.guidance, &error);
  g_assert_no_error (error);
  there = describe (&other);
  g_assert_cmpstr (here, ==, there);
  g_assert_finalize_object (G_OBJECT (other.book));
  g_object_unref (other.guidance);
  fixture_close (other.store);
  return here;
}

static Table
set_table (const Action *action)
{
  Table          table = { .desk = fixture_open_desk (NULL, NULL, NULL) };
  VetoEventDraft draft = make_draft ("first");

  table.item = fixture_start_case (&table.desk);
  g_assert_true (veto_case_set_value (table.item, "account.login", "me@example.org", NULL));
  g_assert_true (veto_case_set_value (table.item, "reason", "It is mine.", NULL));
  fixture_walk (&table.desk, table.item, "form", "open-form email -reason");
  g_assert_true (veto_timeline_add (veto_case_get_timeline (table.item), &draft, NULL, NULL));
  if (action->prepare != NULL)
    action->prepare (&table);
  return table;
}

/* Returns: whether the write number @n was reached */
static gboolean
fail_once (gconstpointer data, int result, VetoStoreError expected, guint n)
{
  const Action *action = data;
  g_autoptr(GError) error = NULL, again = NULL;
  Table            table = set_table (action);
  g_autofree char *before = assert_is_on_disk (&table.desk), *then = NULL, *after = NULL;
  gboolean         done, failed;

  faulty_disk_fail (n, result);
  done = action->act (&table, &error);
  failed = faulty_disk_rest ();
  then = assert_is_on_disk (&table.desk);
  if (done)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) expected);
      g_assert_cmpstr (then, ==, before);
      g_assert_true (action->act (&table, &again));
      g_assert_no_error (again);
    }
  after = assert_is_on_disk (&table.desk);
  g_assert_cmpstr (after, !=, before);
  g_clear_pointer (&table.undo, g_variant_unref);
  fixture_clear_desk (&table.desk);
  return failed;
}

static void
test_each_write_fails (gconstpointer data)
{
  faulty_disk_try_each (data, fail_once);
}

static void
test_nothing_is_forgotten (void)
{
  const char *rows[G_N_ELEMENTS (actions) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    rows[i] = actions[i].function;
  public_functions_assert_covered ("cases", "veto_", rows, others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s", actions[i].name);

      g_test_add_data_func (path, &actions[i], test_each_write_fails);
    }
  g_test_add_func ("/faults/nothing-is-forgotten", test_nothing_is_forgotten);
  return g_test_run ();
}
