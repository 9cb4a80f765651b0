/* The page of a case: what happened is added, corrected, removed and put back, and the sum follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-desk.h"
#include "veto-case-page.h"
#include "veto-case-timeline.h"
#include "veto-day.h"
#include "veto-platform-page.h"

/* --- Where rows lead --- */

/* Until it was sent the steps are what counts; then it is the case. */
static void
test_row (void)
{
  CaseDesk self;

  case_open (&self);
  scene_act (&self.scene, "win.objection", "s", self.platform);
  scene_settle (&self.scene);
  g_assert_nonnull (case_find (&self, VETO_TYPE_PLATFORM_PAGE));
  g_assert_null (
    scene_find_label (case_find (&self, VETO_TYPE_PLATFORM_PAGE), "What you did, and what is next"));
  case_send (&self, 3);
  scene_act (&self.scene, "win.objection", "s", self.platform);
  scene_settle (&self.scene);
  g_assert_nonnull (case_find (&self, VETO_TYPE_CASE_PAGE));
  case_press (&self, "Look at the steps");
  g_assert_nonnull (case_find (&self, VETO_TYPE_PLATFORM_PAGE));
  case_press (&self, "What you did, and what is next");
  g_assert_nonnull (case_find (&self, VETO_TYPE_CASE_PAGE));
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  g_assert_null (case_find (&self, VETO_TYPE_CASE_PAGE));
  case_close (&self);
}

/* --- The timeline --- */

static void
test_add (void)
{
  CaseDesk self;
  GDate    today = case_go_back (0), tomorrow = today;

  case_open (&self);
  case_send (&self, 3);
  case_show (&self);
  g_date_add_days (&tomorrow, 1);
  case_press (&self, "Something happened…");
  case_wait_dialog (&self);
  case_expect_refusal (&self, "Please choose first what happened.");
  case_choose (&self, "They answered");
  g_assert_null (scene_find_label (case_find_dialog (&self), "Please choose first"));
  case_expect_refusal (&self, "Please choose first what they said.");
  case_choose (&self, "They said no");
  case_type (&self, "31.2.2026");
  case_expect_refusal (&self, "This is no day yet.");
  case_type_day (&self, &tomorrow);
  case_expect_refusal (&self, "This day is still to come.");
  g_assert_cmpuint (case_count_events (&self), ==, 1);
  case_type_day (&self, &today);
  case_save (&self);
  g_assert_cmpuint (case_count_events (&self), ==, 2);
  g_assert_true (case_shows (&self, "They said no"));
  g_assert_true (case_shows (&self, "Refused"));

  case_press (&self, "Undo");
  g_assert_cmpuint (case_count_events (&self), ==, 1);
  g_assert_false (case_shows (&self, "They said no"));
  g_assert_true (case_shows (&self, "Sent"));
  case_close (&self);
}

static void
test_correct (void)
{
  CaseDesk         self;
  GDate            day = case_go_back (9);
  g_autofree char *words = veto_day_dup_display (&day);

  case_open (&self);
  case_send (&self, 12);
  case_add (&self, VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 2);
  case_show (&self);
  case_press_in (case_find (&self, VETO_TYPE_CASE_TIMELINE), "They said no");
  case_wait_dialog (&self);
  case_choose (&self, "They ask for something else");
  case_type_day (&self, &day);
  case_save (&self);
  g_assert_cmpuint (case_count_events (&self), ==, 2);
  g_assert_true (case_shows (&self, "They ask for something else"));
  g_assert_true (case_shows (&self, words));
  g_assert_true (case_shows (&self, "Answered"));
  case_press (&self, "Undo");
  g_assert_true (case_shows (&self, "They said no"));
  g_assert_false (case_shows (&self, words));
  case_close (&self);
}

static void
find_remove (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "user-trash-symbolic") == 0)
    *(GtkWidget **) data = widget;
}

/* What was removed last is what can be put back. */
static void
test_remove (void)
{
  CaseDesk   self;
  GtkWidget *button = NULL;

  case_open (&self);
  case_send (&self, 12);
  case_add (&self, VETO_EVENT_ANSWER, VETO_REPLY_GRANTED, 2);
  case_show (&self);
  g_assert_true (case_shows (&self, "✓ Done"));
  scene_for_each (GTK_WIDGET (self.scene.window), find_remove, &button);
  g_signal_emit_by_name (button, "clicked");
  scene_settle (&self.scene);
  g_assert_cmpuint (case_count_events (&self), ==, 1);
  g_assert_false (case_shows (&self, "They said yes"));
  g_assert_false (case_shows (&self, "✓ Done"));
  case_press (&self, "Undo");
  g_assert_true (case_shows (&self, "They said yes"));
  g_assert_true (case_shows (&self, "✓ Done"));
  case_close (&self);
}

/* --- The sum --- */

static void
set_steps_done (CaseDesk *self)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->guide->n_steps; i++)
    if (self->guide->steps[i].kind != VETO_STEP_WAIT && self->guide->steps[i].kind != VETO_STEP_KEEP)
      veto_progress_set_state (veto_case_get_progress (self->item), self->guide, &self->guide->steps[i],
                               VETO_STEP_STATE_DONE, &error);
  g_assert_no_error (error);
}

static void
test_receipt (void)
{
  CaseDesk         self;
  GDate            before = case_go_back (11), received = case_go_back (10);
  g_autofree char *counted = NULL, *day = veto_day_dup_display_weekday (&received);

  case_open (&self);
  case_send (&self, 10);
  case_show (&self);
  counted = g_strdup_printf ("Counted from %s, the day of receipt that you entered.", day);
  g_assert_true (case_shows (&self, "Counted from "));
  g_assert_false (case_shows (&self, counted));
  case_press (&self, "They got it on another day?");
  case_wait_dialog (&self);
  case_type_day (&self, &before);
  case_expect_refusal (&self, "That is before the day on which you sent it.");
  case_type_day (&self, &received);
  case_save (&self);
  g_assert_true (case_shows (&self, counted));
  case_press (&self, "They got it on another day?");
  case_wait_dialog (&self);
  case_press_in (case_find_dialog (&self), "I do not know the day");
  scene_settle (&self.scene);
  g_assert_false (case_shows (&self, counted));
  case_close (&self);
}

/* What the steps say becomes an entry, and goes with "Undo". */
static void
test_receipt_of_steps (void)
{
  CaseDesk self;

  case_open (&self);
  set_steps_done (&self);
  case_show (&self);
  g_assert_cmpuint (case_count_events (&self), ==, 0);
  g_assert_true (case_shows (&self, "You ticked the steps on that day."));
  case_press (&self, "They got it on another day?");
  case_wait_dialog (&self);
  case_save (&self);
  g_assert_cmpuint (case_count_events (&self), ==, 1);
  g_assert_true (case_shows (&self, "Request sent"));
  g_assert_false (case_shows (&self, "You ticked the steps on that day."));
  case_press (&self, "Undo");
  g_assert_cmpuint (case_count_events (&self), ==, 0);
  g_assert_true (case_shows (&self, "You ticked the steps on that day."));
  case_close (&self);
}

/* What is over is in no need of a calendar. */
static void
test_calendar (void)
{
  CaseDesk self;

  case_open (&self);
  case_send (&self, 10);
  case_show (&self);
  g_assert_true (case_shows (&self, "Add to calendar"));
  case_send (&self, 70);
  scene_settle (&self.scene);
  g_assert_true (case_shows (&self, "They got it on another day?"));
  g_assert_false (case_shows (&self, "Add to calendar"));
  case_close (&self);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/cases/row", test_row);
  g_test_add_func ("/cases/add", test_add);
  g_test_add_func ("/cases/correct", test_correct);
  g_test_add_func ("/cases/remove", test_remove);
  g_test_add_func ("/cases/calendar", test_calendar);
  g_test_add_func ("/cases/receipt", test_receipt);
  g_test_add_func ("/cases/receipt-of-steps", test_receipt_of_steps);
  return g_test_run ();
}
