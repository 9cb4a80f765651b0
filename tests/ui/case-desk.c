/* A case in the real window, and hands for its page and its small windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-desk.h"

#include "veto-case-page.h"
#include "veto-day.h"
#include "veto-typed-day.h"

void
case_open (CaseDesk *self)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  VetoPlatform *platform = veto_guide_set_get_platform (set, 0);
  guint         n_guides;
  g_autoptr(GError) error = NULL;

  scene_open (&self->scene, set, CASE_WIDTH, CASE_HEIGHT);
  self->platform = veto_platform_get_id (platform);
  self->guide = &veto_platform_get_guides (platform, &n_guides)[0];
  self->item = veto_case_book_start (self->scene.services.book, self->platform, self->guide->goal,
                                     self->guide->id, &error);
  g_assert_no_error (error);
}

void
case_close (CaseDesk *self)
{
  scene_close (&self->scene);
}

GDate
case_go_back (guint n_days)
{
  GDate day;

  veto_day_today (&day);
  g_date_subtract_days (&day, n_days);
  return day;
}

void
case_add (CaseDesk *self, VetoEventKind kind, VetoReply reply, guint n_days)
{
  VetoEventDraft draft = { .kind = kind, .reply = reply, .day = case_go_back (n_days), .channel = "email" };
  g_autoptr(GError) error = NULL;

  veto_timeline_add (veto_case_get_timeline (self->item), &draft, NULL, &error);
  g_assert_no_error (error);
}

void
case_send (CaseDesk *self, guint n_days)
{
  case_add (self, VETO_EVENT_SENT, VETO_REPLY_OTHER, n_days);
}

void
case_show (CaseDesk *self)
{
  scene_act (&self->scene, "win.case", "s", veto_case_get_id (self->item));
  scene_settle (&self->scene);
}

GtkWidget *
case_find (CaseDesk *self, GType type)
{
  return scene_find (GTK_WIDGET (self->scene.window), type);
}

GtkWidget *
case_find_dialog (CaseDesk *self)
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

void
case_press_in (GtkWidget *root, const char *words)
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

void
case_press (CaseDesk *self, const char *words)
{
  case_press_in (GTK_WIDGET (self->scene.window), words);
  scene_settle (&self->scene);
}

GtkWidget *
case_wait_dialog (CaseDesk *self)
{
  while (case_find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (case_find_dialog (self));
  return case_find_dialog (self);
}

void
case_choose (CaseDesk *self, const char *words)
{
  case_press_in (case_find_dialog (self), words);
  gtk_test_widget_wait_for_draw (case_find_dialog (self));
}

void
case_expect_refusal (CaseDesk *self, const char *words)
{
  case_choose (self, "Save");
  g_assert_nonnull (case_find_dialog (self));
  g_assert_nonnull (scene_find_label (case_find_dialog (self), words));
}

void
case_save (CaseDesk *self)
{
  case_press_in (case_find_dialog (self), "Save");
  while (case_find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&self->scene);
}

void
case_type (CaseDesk *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_find (case_find_dialog (self), GTK_TYPE_ENTRY)), text);
  gtk_test_widget_wait_for_draw (case_find_dialog (self));
}

void
case_type_day (CaseDesk *self, const GDate *day)
{
  g_autofree char *text = veto_typed_day_dup (day);

  case_type (self, text);
}

gboolean
case_shows (CaseDesk *self, const char *words)
{
  return scene_find_label (case_find (self, VETO_TYPE_CASE_PAGE), words) != NULL;
}

guint
case_count_events (CaseDesk *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (veto_case_get_timeline (self->item)));
}
