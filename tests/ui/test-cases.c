/* The page of a case: what happened is added, corrected, removed and put back; the sum follows; what is next leads there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-case-page.h"
#include "veto-case-timeline.h"
#include "veto-day.h"
#include "veto-platform-page.h"
#include "veto-typed-day.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

#define WIDE 1060
#define HEIGHT 700

typedef struct
{
  Scene            scene;
  const char      *platform;
  const VetoGuide *guide;
  VetoCase        *item;
} Case;

/* --- A case, and hands --- */

static void
open_case (Case *self)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  VetoPlatform *platform = veto_guide_set_get_platform (set, 0);
  guint         n_guides;
  g_autoptr(GError) error = NULL;

  scene_open (&self->scene, set, WIDE, HEIGHT);
  self->platform = veto_platform_get_id (platform);
  self->guide = &veto_platform_get_guides (platform, &n_guides)[0];
  self->item = veto_case_book_start (self->scene.services.book, self->platform, self->guide->goal,
                                     self->guide->id, &error);
  g_assert_no_error (error);
}

static void
close_case (Case *self)
{
  scene_close (&self->scene);
}

/* So many days before today */
static GDate
go_back (guint n_days)
{
  GDate day;

  veto_day_today (&day);
  g_date_subtract_days (&day, n_days);
  return day;
}

static void
add (Case *self, VetoEventKind kind, VetoReply reply, guint n_days)
{
  VetoEventDraft draft = { .kind = kind, .reply = reply, .day = go_back (n_days), .channel = "email" };
  g_autoptr(GError) error = NULL;

  veto_timeline_add (veto_case_get_timeline (self->item), &draft, NULL, &error);
  g_assert_no_error (error);
}

static void
send_days_ago (Case *self, guint n_days)
{
  add (self, VETO_EVENT_SENT, VETO_REPLY_OTHER, n_days);
}

static void
show (Case *self)
{
  scene_act (&self->scene, "win.case", "s", veto_case_get_id (self->item));
  scene_settle (&self->scene);
}

/* (nullable) */
static GtkWidget *
find (Case *self, GType type)
{
  return scene_find (GTK_WIDGET (self->scene.window), type);
}

/* (nullable): the small window above */
static GtkWidget *
find_dialog (Case *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->scene.window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static void
press_in (GtkWidget *root, const char *words)
{
  GtkWidget *widget = scene_find_label (root, words);

  if (widget == NULL)
    g_error ("“%s” is not there", words);
  while (!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  g_assert_true (gtk_widget_is_sensitive (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

static void
press (Case *self, const char *words)
{
  press_in (GTK_WIDGET (self->scene.window), words);
  scene_settle (&self->scene);
}

static GtkWidget *
wait_dialog (Case *self)
{
  while (find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (find_dialog (self));
  return find_dialog (self);
}

static void
choose (Case *self, const char *words)
{
  press_in (find_dialog (self), words);
  gtk_test_widget_wait_for_draw (find_dialog (self));
}

/* It says so, and stays. */
static void
expect_refusal (Case *self, const char *words)
{
  choose (self, "Save");
  g_assert_nonnull (find_dialog (self));
  g_assert_nonnull (scene_find_label (find_dialog (self), words));
}

static void
save (Case *self)
{
  press_in (find_dialog (self), "Save");
  while (find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&self->scene);
}

static void
type_text (Case *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_find (find_dialog (self), GTK_TYPE_ENTRY)), text);
  gtk_test_widget_wait_for_draw (find_dialog (self));
}

static void
type_day (Case *self, const GDate *day)
{
  g_autofree char *text = veto_typed_day_dup (day);

  type_text (self, text);
}

static gboolean
shows (Case *self, const char *words)
{
  return scene_find_label (find (self, VETO_TYPE_CASE_PAGE), words) != NULL;
}

static guint
count_events (Case *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (veto_case_get_timeline (self->item)));
}

/* --- Where rows lead --- */

/* Until it was sent the steps are what counts; then it is the case. */
static void
test_row (void)
{
  Case self;

  open_case (&self);
  scene_act (&self.scene, "win.objection", "s", self.platform);
  scene_settle (&self.scene);
  g_assert_nonnull (find (&self, VETO_TYPE_PLATFORM_PAGE));
  g_assert_null (scene_find_label (find (&self, VETO_TYPE_PLATFORM_PAGE), "What you did, and what is next"));
  send_days_ago (&self, 3);
  scene_act (&self.scene, "win.objection", "s", self.platform);
  scene_settle (&self.scene);
  g_assert_nonnull (find (&self, VETO_TYPE_CASE_PAGE));
  press (&self, "Look at the steps");
  g_assert_nonnull (find (&self, VETO_TYPE_PLATFORM_PAGE));
  press (&self, "What you did, and what is next");
  g_assert_nonnull (find (&self, VETO_TYPE_CASE_PAGE));
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  g_assert_null (find (&self, VETO_TYPE_CASE_PAGE));
  close_case (&self);
}

/* --- The timeline --- */

static void
test_add (void)
{
  Case  self;
  GDate today = go_back (0), tomorrow = today;

  open_case (&self);
  send_days_ago (&self, 3);
  show (&self);
  g_date_add_days (&tomorrow, 1);
  press (&self, "Something happened…");
  wait_dialog (&self);
  expect_refusal (&self, "Please choose first what happened.");
  choose (&self, "They answered");
  g_assert_null (scene_find_label (find_dialog (&self), "Please choose first"));
  expect_refusal (&self, "Please choose first what they said.");
  choose (&self, "They said no");
  type_text (&self, "31.2.2026");
  expect_refusal (&self, "This is no day yet.");
  type_day (&self, &tomorrow);
  expect_refusal (&self, "This day is still to come.");
  g_assert_cmpuint (count_events (&self), ==, 1);
  type_day (&self, &today);
  save (&self);
  g_assert_cmpuint (count_events (&self), ==, 2);
  g_assert_true (shows (&self, "They said no"));
  g_assert_true (shows (&self, "Refused"));

  press (&self, "Undo");
  g_assert_cmpuint (count_events (&self), ==, 1);
  g_assert_false (shows (&self, "They said no"));
  g_assert_true (shows (&self, "Sent"));
  close_case (&self);
}

static void
test_correct (void)
{
  Case             self;
  GDate            day = go_back (9);
  g_autofree char *words = veto_day_dup_display (&day);

  open_case (&self);
  send_days_ago (&self, 12);
  add (&self, VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 2);
  show (&self);
  press_in (find (&self, VETO_TYPE_CASE_TIMELINE), "They said no");
  wait_dialog (&self);
  choose (&self, "They ask for something else");
  type_day (&self, &day);
  save (&self);
  g_assert_cmpuint (count_events (&self), ==, 2);
  g_assert_true (shows (&self, "They ask for something else"));
  g_assert_true (shows (&self, words));
  g_assert_true (shows (&self, "Answered"));
  press (&self, "Undo");
  g_assert_true (shows (&self, "They said no"));
  g_assert_false (shows (&self, words));
  close_case (&self);
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
  Case       self;
  GtkWidget *button = NULL;

  open_case (&self);
  send_days_ago (&self, 12);
  add (&self, VETO_EVENT_ANSWER, VETO_REPLY_GRANTED, 2);
  show (&self);
  g_assert_true (shows (&self, "✓ Done"));
  scene_for_each (GTK_WIDGET (self.scene.window), find_remove, &button);
  g_signal_emit_by_name (button, "clicked");
  scene_settle (&self.scene);
  g_assert_cmpuint (count_events (&self), ==, 1);
  g_assert_false (shows (&self, "They said yes"));
  g_assert_false (shows (&self, "✓ Done"));
  press (&self, "Undo");
  g_assert_true (shows (&self, "They said yes"));
  g_assert_true (shows (&self, "✓ Done"));
  close_case (&self);
}

/* --- The sum --- */

static void
set_steps_done (Case *self)
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
  Case             self;
  GDate            before = go_back (11), received = go_back (10);
  g_autofree char *counted = NULL, *day = veto_day_dup_display_weekday (&received);

  open_case (&self);
  send_days_ago (&self, 10);
  show (&self);
  counted = g_strdup_printf ("Counted from %s, the day of receipt that you entered.", day);
  g_assert_true (shows (&self, "Counted from "));
  g_assert_false (shows (&self, counted));
  press (&self, "They got it on another day?");
  wait_dialog (&self);
  type_day (&self, &before);
  expect_refusal (&self, "That is before the day on which you sent it.");
  type_day (&self, &received);
  save (&self);
  g_assert_true (shows (&self, counted));
  press (&self, "They got it on another day?");
  wait_dialog (&self);
  press_in (find_dialog (&self), "I do not know the day");
  scene_settle (&self.scene);
  g_assert_false (shows (&self, counted));
  close_case (&self);
}

/* What the steps say becomes an entry, and goes with "Undo". */
static void
test_receipt_of_steps (void)
{
  Case self;

  open_case (&self);
  set_steps_done (&self);
  show (&self);
  g_assert_cmpuint (count_events (&self), ==, 0);
  g_assert_true (shows (&self, "You ticked the steps on that day."));
  press (&self, "They got it on another day?");
  wait_dialog (&self);
  save (&self);
  g_assert_cmpuint (count_events (&self), ==, 1);
  g_assert_true (shows (&self, "Request sent"));
  g_assert_false (shows (&self, "You ticked the steps on that day."));
  press (&self, "Undo");
  g_assert_cmpuint (count_events (&self), ==, 0);
  g_assert_true (shows (&self, "You ticked the steps on that day."));
  close_case (&self);
}

/* --- What is next --- */

typedef struct
{
  const char   *name;
  VetoEventKind kind;
  VetoReply     reply;
  guint         sent_ago; /* days */
  const char   *button;   /* what is pressed */
  const char   *letter;
  const char   *outcome; /* nullable: what is ticked, as the case knows it */
} Letter;

static const Letter letters[] = {
  { "/cases/next/refused", VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 20, "Write the complaint", "complaint",
    "refused" },
  { "/cases/next/asks-id", VETO_EVENT_ANSWER, VETO_REPLY_ASKS_ID, 20, "Write the letter", "answer-id-copy",
    NULL },
  { "/cases/next/overdue", VETO_EVENT_NOTE, VETO_REPLY_OTHER, 100, "Write the reminder", "reminder", "none" },
  { "/cases/next/only-confirmed", VETO_EVENT_CONFIRMATION, VETO_REPLY_OTHER, 100, "Write the reminder",
    "reminder", "automatic" },
};

static VetoLetterWork *
get_work (Case *self)
{
  GtkWidget *page = find (self, VETO_TYPE_WRITE_PAGE);

  g_assert_nonnull (page);
  return veto_write_page_get_work (VETO_WRITE_PAGE (page));
}

static void
test_letter (gconstpointer data)
{
  const Letter    *letter = data;
  Case             self;
  GDate            sent = go_back (letter->sent_ago);
  g_autofree char *day = veto_day_dup_iso (&sent), *first = NULL;
  VetoLetterWork  *work;

  open_case (&self);
  send_days_ago (&self, letter->sent_ago);
  add (&self, letter->kind, letter->reply, 2);
  show (&self);
  press (&self, letter->button);
  work = get_work (&self);
  g_assert_cmpstr (veto_saved_letter_get_kind (veto_letter_work_get_saved (work)), ==, letter->letter);
  g_assert_cmpstr (veto_letter_work_get_text (work, "first-day"), ==, day);
  g_assert_cmpstr (veto_letter_work_get_text (work, "requested"), ==, "objection");
  if (letter->outcome != NULL)
    g_assert_cmpstr (veto_letter_work_get_text (work, "outcome"), ==, letter->outcome);

  /* One that was only looked at is not kept; one that was begun is gone on with. */
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.scene.services.letters)), ==, 0);
  g_assert_true (shows (&self, letter->button));
  press (&self, letter->button);
  veto_letter_work_set_text (get_work (&self), "name", "Erika Mustermann");
  first = g_strdup (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&self))));
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  press (&self, letter->button);
  g_assert_cmpstr (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&self))), ==, first);
  scene_act (&self.scene, "win.back", NULL);
  close_case (&self);
}

/* Where Veto cannot know which letter fits, all of them are there. */
static void
test_choose_letter (void)
{
  Case self;

  open_case (&self);
  send_days_ago (&self, 20);
  add (&self, VETO_EVENT_ANSWER, VETO_REPLY_ASKS_MORE, 2);
  scene_act (&self.scene, "win.next", "s", veto_case_get_id (self.item));
  scene_settle (&self.scene);
  g_assert_true (shows (&self, "Choose the letter that fits the answer"));
  press (&self, veto_letter_kind_get_title (
                  veto_guide_set_find_letter (veto_guidance_get_set (self.scene.services.guidance),
                                              "answer-signature")));
  g_assert_cmpstr (veto_saved_letter_get_kind (veto_letter_work_get_saved (get_work (&self))), ==,
                   "answer-signature");
  scene_act (&self.scene, "win.back", NULL);
  close_case (&self);
}

static VetoWalk *
get_walk (Case *self)
{
  GtkWidget *wizard = find (self, VETO_TYPE_WIZARD);

  g_assert_nonnull (wizard);
  return veto_wizard_get_walk (VETO_WIZARD (wizard));
}

/* In the middle of the steps, to the next one; while the answer is waited for, there is nothing to press. */
static void
test_steps (void)
{
  Case self;
  g_autoptr(GError) error = NULL;

  open_case (&self);
  veto_progress_set_state (veto_case_get_progress (self.item), self.guide, &self.guide->steps[0],
                           VETO_STEP_STATE_DONE, &error);
  g_assert_no_error (error);
  show (&self);
  press (&self, "Continue");
  g_assert_cmpstr (veto_walk_get_step (get_walk (&self))->id, ==, self.guide->steps[1].id);
  scene_act (&self.scene, "win.close-walk", NULL);
  scene_settle (&self.scene);
  send_days_ago (&self, 3);
  scene_settle (&self.scene);
  g_assert_true (shows (&self, "Wait for the answer."));
  g_assert_false (shows (&self, "Continue"));
  scene_act (&self.scene, "win.next", "s", veto_case_get_id (self.item));
  g_assert_nonnull (find (&self, VETO_TYPE_CASE_PAGE));
  close_case (&self);
}

/* Makes the marks those of a day long ago, when the steps were described as they are, or differently. */
static void
age_marks (Case *self, gboolean is_changed)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssbsx)"));
  gint64          at = (g_get_real_time () / G_USEC_PER_SEC) - 5 * 24 * 60 * 60;
  g_autoptr(GVariant) marks = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->guide->n_steps; i++)
    {
      g_autofree char *revision = veto_step_dup_revision (&self->guide->steps[i]);

      if (self->guide->steps[i].kind != VETO_STEP_WAIT && self->guide->steps[i].kind != VETO_STEP_KEEP)
        g_variant_builder_add (&builder, "(ssbsx)", self->guide->id, self->guide->steps[i].path, FALSE,
                               is_changed ? "old" : revision, at);
    }
  marks = g_variant_ref_sink (g_variant_builder_end (&builder));
  veto_progress_restore (veto_case_get_progress (self->item), marks, &error);
  g_assert_no_error (error);
}

static void
test_no_mail (void)
{
  Case self;

  open_case (&self);
  age_marks (&self, FALSE);
  show (&self);
  press (&self, "See what you can do");
  g_assert_cmpstr (veto_walk_get_branch (get_walk (&self))->id, ==, "no-mail");
  scene_act (&self.scene, "win.close-walk", NULL);
  close_case (&self);
}

/* It says that there is nothing to do, until somebody has read it. */
static void
test_changed (void)
{
  Case self;

  open_case (&self);
  age_marks (&self, TRUE);
  show (&self);
  g_assert_true (shows (&self, "New guidance"));
  press (&self, "I have read this");
  g_assert_false (shows (&self, "New guidance"));
  close_case (&self);
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
  g_test_add_func ("/cases/receipt", test_receipt);
  g_test_add_func ("/cases/receipt-of-steps", test_receipt_of_steps);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_test_add_data_func (letters[i].name, &letters[i], test_letter);
  g_test_add_func ("/cases/next/choose-letter", test_choose_letter);
  g_test_add_func ("/cases/next/steps", test_steps);
  g_test_add_func ("/cases/next/no-mail", test_no_mail);
  g_test_add_func ("/cases/changed", test_changed);
  return g_test_run ();
}
