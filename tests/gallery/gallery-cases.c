/* Cases: what their page says in each state, and the small windows in which something is entered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-day.h"
#include "veto-event-dialog.h"
#include "veto-receipt-dialog.h"

static GDate
go_back (guint n_days)
{
  GDate day;

  veto_day_today (&day);
  g_date_subtract_days (&day, n_days);
  return day;
}

/* Adds that, and takes it back after the look. */
static void
look_after (Gallery *gallery, VetoCase *item, const VetoEventDraft *draft, const char *name)
{
  g_autoptr(GVariant) undo = NULL;
  g_autoptr(GError) error = NULL;

  veto_timeline_add (veto_case_get_timeline (item), draft, &undo, &error);
  g_assert_no_error (error);
  scene_act (&gallery->scene, "win.case", "s", veto_case_get_id (item));
  scene_settle (&gallery->scene);
  gallery_look (gallery, "cases/%s", name);
  veto_timeline_undo (veto_case_get_timeline (item), undo, &error);
  g_assert_no_error (error);
}

static void
look_at_answers (Gallery *gallery, VetoCase *item)
{
  for (VetoReply reply = VETO_REPLY_OTHER; reply < VETO_REPLY_N_KINDS; reply++)
    {
      VetoEventDraft   draft = { .kind = VETO_EVENT_ANSWER, .reply = reply, .day = go_back (2) };
      g_autofree char *name = g_strdup_printf ("answer-%s", veto_reply_get_id (reply));

      draft.note = "Brief vom Kundendienst, Aktenzeichen 4711-2026";
      look_after (gallery, item, &draft, name);
    }
}

static void
look_at_dialog (Gallery *gallery, const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != GTK_WINDOW (gallery->scene.window))
        continue;
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gallery_look_at (gallery, GTK_WIDGET (window), TRUE, "cases/%s", name);
      gtk_window_destroy (window);
      return;
    }
  g_test_fail_printf ("%s: no window opened", name);
}

static void
look_at_dialogs (Gallery *gallery, VetoCase *item)
{
  GtkWidget     *window = GTK_WIDGET (gallery->scene.window);
  VetoEventDraft answer = { .kind = VETO_EVENT_ANSWER, .reply = VETO_REPLY_REFUSED, .day = go_back (2) };
  VetoEventDraft sent = { .kind = VETO_EVENT_SENT, .day = go_back (5), .channel = "post" };
  GDate          received = go_back (3);

  veto_event_dialog_add (window, item, NULL);
  look_at_dialog (gallery, "dialog-add");
  veto_event_dialog_add (window, item, &answer);
  look_at_dialog (gallery, "dialog-answer");
  veto_event_dialog_add (window, item, &sent);
  look_at_dialog (gallery, "dialog-sent");
  veto_receipt_dialog_present (window, item, &received);
  look_at_dialog (gallery, "dialog-receipt");
  scene_act (&gallery->scene, "win.add-account", "s", veto_case_get_platform (item));
  look_at_dialog (gallery, "dialog-account");
}

static void
look_at_changes (Gallery *gallery, VetoCase *item, const VetoGuide *guide)
{
  scene_act (&gallery->scene, "win.case", "s", veto_case_get_id (item));
  scene_settle (&gallery->scene);
  gallery_look (gallery, "cases/by-steps");
  pages_age_marks (item, guide, guide->n_steps);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "cases/changed");
}

static void
start_over (VetoCase *item)
{
  g_autoptr(GVariant) undo = NULL;
  g_autoptr(GError) error = NULL;

  veto_progress_start_over (veto_case_get_progress (item), &undo, &error);
  g_assert_no_error (error);
}

void
pages_show_cases (Gallery *gallery)
{
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);
  VetoCase        *item = pages_start_case (gallery, id, guide);
  VetoEventDraft   sent = { .kind = VETO_EVENT_SENT, .day = go_back (20), .channel = "post" };
  VetoEventDraft   note = { .kind = VETO_EVENT_NOTE, .day = go_back (1), .note = "Angerufen, niemand da." };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) undo = NULL;

  start_over (item);
  look_after (gallery, item, &note, "only-a-note");
  pages_mark (gallery, id, guide, 0, 4, VETO_STEP_STATE_DONE);
  look_at_changes (gallery, item, guide);
  start_over (item);
  veto_timeline_add (veto_case_get_timeline (item), &sent, &undo, &error);
  g_assert_no_error (error);
  look_after (gallery, item, &note, "sent");
  look_at_answers (gallery, item);
  look_at_dialogs (gallery, item);
  veto_timeline_undo (veto_case_get_timeline (item), undo, &error);
  sent.day = go_back (100);
  look_after (gallery, item, &sent, "overdue");
  scene_act (&gallery->scene, "win.overview", NULL);
}
