/* "They got it on another day": the day of receipt that a deadline is counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-receipt-dialog"

#include "veto-config.h"

#include "veto-receipt-dialog.h"

#include <glib/gi18n.h>

#include "veto-case-dialog.h"
#include "veto-day-box.h"
#include "veto-day.h"
#include "veto-event-undo.h"
#include "veto-tell.h"
#include "veto-wrap.h"

struct _VetoReceiptDialog
{
  AdwWindow   parent_instance;
  GtkWidget  *page; /* weak */
  VetoCase   *item;
  VetoDayBox *day;
};

G_DEFINE_FINAL_TYPE (VetoReceiptDialog, veto_receipt_dialog, ADW_TYPE_WINDOW)

/* @received: (nullable): not known, so it is assumed */
static gboolean
write_receipt (VetoReceiptDialog *self, const GDate *received, GVariant **out_undo, GError **error)
{
  VetoTimeline   *timeline = veto_case_get_timeline (self->item);
  VetoCaseSending sending;
  VetoEventDraft  draft = { .kind = VETO_EVENT_SENT };

  if (!veto_case_compute_sending (self->item, &sending))
    return TRUE; /* it was taken back meanwhile */
  if (sending.event != NULL)
    veto_event_get_draft (sending.event, &draft);
  else
    {
      draft.day = sending.day;
      draft.channel = sending.channel;
    }
  g_date_clear (&draft.received, 1);
  if (received != NULL)
    draft.received = *received;
  if (sending.event != NULL)
    return veto_timeline_correct (timeline, veto_event_get_id (sending.event), &draft, out_undo, error);
  return veto_timeline_add (timeline, &draft, out_undo, error);
}

static void
save (VetoReceiptDialog *self, const GDate *received)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) undo = NULL;

  if (!write_receipt (self, received, &undo, &error))
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->page != NULL && undo != NULL)
    {
      veto_event_undo_offer (self->page, _ ("The time is counted anew."), veto_case_get_timeline (self->item),
                             g_steal_pointer (&undo));
      gtk_widget_grab_focus (self->page);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (VetoReceiptDialog *self)
{
  GDate day;

  if (veto_day_box_get_day (self->day, &day))
    save (self, &day);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

static void
unknown_cb (VetoReceiptDialog *self)
{
  save (self, NULL);
}

static void
veto_receipt_dialog_dispose (GObject *object)
{
  VetoReceiptDialog *self = VETO_RECEIPT_DIALOG (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (veto_receipt_dialog_parent_class)->dispose (object);
}

static void
veto_receipt_dialog_class_init (VetoReceiptDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_receipt_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_receipt_dialog_init (VetoReceiptDialog *self)
{
}

static void
build (VetoReceiptDialog *self, const VetoCaseSending *sending, const GDate *received)
{
  GtkWidget *footer;
  GtkWidget *box = veto_case_dialog_build (ADW_WINDOW (self), self->page, _ ("Day of receipt"), &footer);
  GtkWidget *button;
  GDate      today;

  veto_day_today (&today);
  self->day = VETO_DAY_BOX (veto_day_box_new (_ ("On which day did they get it?"),
                                              g_date_compare (received, &today) > 0 ? &today : received));
  veto_day_box_set_first (self->day, &sending->day, _ ("That is before the day on which you sent it."));
  gtk_box_append (GTK_BOX (box), veto_wrap_label_new (_ ("It is on the return receipt, in the tracking of "
                                                         "the post, or in their "
                                                         "confirmation. Veto then counts from that day."),
                                                      -1));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  button = veto_case_dialog_append_save (footer);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->day, "activate", G_CALLBACK (save_cb), self);
  if (sending->event != NULL && veto_event_get_received (sending->event) != NULL)
    {
      button = veto_wrap_button_new (_ ("I do not know the day"));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (unknown_cb), self);
      gtk_box_append (GTK_BOX (footer), button);
    }
}

void
veto_receipt_dialog_present (GtkWidget *page, VetoCase *item, const GDate *received)
{
  VetoReceiptDialog *self;
  VetoCaseSending    sending;

  g_return_if_fail (GTK_IS_WIDGET (page) && VETO_IS_CASE (item));

  if (!veto_case_compute_sending (item, &sending))
    return;
  self = g_object_new (VETO_TYPE_RECEIPT_DIALOG, NULL);
  g_set_weak_pointer (&self->page, page);
  self->item = g_object_ref (item);
  build (self, &sending, received);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}
