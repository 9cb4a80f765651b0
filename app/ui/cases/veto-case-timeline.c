/* What happened in a case: entries to be corrected and removed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-timeline"

#include "veto-config.h"

#include "veto-case-timeline.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-case-sending.h"
#include "veto-event-dialog.h"
#include "veto-event-row.h"
#include "veto-event-undo.h"
#include "veto-tell.h"
#include "veto-wrap.h"

struct _VetoCaseTimeline
{
  GtkWidget     parent_instance;
  VetoServices *services;
  GtkWidget    *page;
  VetoCase     *item;     /* nullable */
  VetoGuideSet *set;      /* in whose words the rows are */
  GListStore   *by_steps; /* the case itself, while steps alone say that something was sent */
  GDate         steps_day;
  GtkWidget    *box;
  GtkListBox   *list;
  GtkWidget    *empty;
};

G_DEFINE_FINAL_TYPE (VetoCaseTimeline, veto_case_timeline, GTK_TYPE_WIDGET)

static void
remove_cb (VetoEventRow *row, VetoCaseTimeline *self)
{
  VetoTimeline *timeline = veto_case_get_timeline (self->item);
  g_autoptr(VetoEvent) event = g_object_ref (veto_event_row_get_event (row));
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *undo = NULL;

  if (!veto_timeline_remove (timeline, veto_event_get_id (event), &undo, &error))
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: %s is an entry, as “They answered” */
  text = g_strdup_printf (_ ("Removed: %s"), veto_event_get_title (event));
  veto_event_undo_offer (GTK_WIDGET (self), text, timeline, undo);
  gtk_widget_grab_focus (self->page); /* the row that had it is gone */
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  VetoCaseTimeline *self = data;
  GtkWidget        *row;

  if (VETO_IS_CASE (item))
    return veto_event_row_new_by_steps (item);
  row = veto_event_row_new (item, self->set);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
  return row;
}

/* What the steps say becomes an entry once somebody corrects it. */
static void
row_activated_cb (VetoCaseTimeline *self, VetoEventRow *row)
{
  VetoEvent      *event = veto_event_row_get_event (row);
  VetoCaseSending sending;

  if (event != NULL)
    veto_event_dialog_correct (self->page, self->item, event);
  else if (veto_case_compute_sending (self->item, &sending))
    {
      VetoEventDraft draft = { .kind = VETO_EVENT_SENT, .day = sending.day, .channel = sending.channel };

      veto_event_dialog_add (self->page, self->item, &draft);
    }
}

static void
bind (VetoCaseTimeline *self)
{
  GListStore          *models;
  GtkFlattenListModel *all;

  if (self->item == NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      return;
    }
  models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (models, self->by_steps);
  g_list_store_append (models, veto_case_get_timeline (self->item));
  all = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (all), create_row, self, NULL);
  g_object_unref (all);
}

static void
veto_case_timeline_dispose (GObject *object)
{
  VetoCaseTimeline *self = VETO_CASE_TIMELINE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->by_steps);
  g_clear_object (&self->set);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (veto_case_timeline_parent_class)->dispose (object);
}

static void
veto_case_timeline_class_init (VetoCaseTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_case_timeline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_case_timeline_init (VetoCaseTimeline *self)
{
  self->by_steps = g_list_store_new (G_TYPE_OBJECT);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (veto_cards_list_new (_ ("What happened")));
  self->empty = veto_wrap_label_new (_ ("Nothing is noted yet. When an answer comes, note it here: Veto then "
                                        "knows what is next."),
                                     -1);
  gtk_widget_add_css_class (self->empty, "dim-label");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("What happened")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What happened"),
                                  -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_case_timeline_new (VetoServices *services, GtkWidget *page)
{
  VetoCaseTimeline *self = g_object_new (VETO_TYPE_CASE_TIMELINE, NULL);

  self->services = services;
  self->page = page;
  return GTK_WIDGET (self);
}

/* A row is made anew only when it says something else, so that the keyboard stays where it is. */
static void
show_by_steps (VetoCaseTimeline *self)
{
  gboolean        was_shown = g_list_model_get_n_items (G_LIST_MODEL (self->by_steps)) > 0;
  VetoCaseSending sending;
  gboolean        is_shown = veto_case_compute_sending (self->item, &sending) && sending.event == NULL;

  if (was_shown && is_shown && g_date_compare (&self->steps_day, &sending.day) == 0)
    return;
  if (was_shown)
    g_list_store_remove_all (self->by_steps);
  if (!is_shown)
    return;
  self->steps_day = sending.day;
  g_list_store_append (self->by_steps, self->item);
}

void
veto_case_timeline_show (VetoCaseTimeline *self, VetoCase *item)
{
  VetoGuideSet *set;
  gboolean      is_empty;

  g_return_if_fail (VETO_IS_CASE_TIMELINE (self));

  set = veto_guidance_get_set (self->services->guidance);
  if (item != self->item || set != self->set)
    {
      g_list_store_remove_all (self->by_steps);
      g_set_object (&self->item, item);
      g_set_object (&self->set, set);
      bind (self);
    }
  if (item == NULL)
    return;
  show_by_steps (self);
  is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->by_steps)) == 0
             && g_list_model_get_n_items (G_LIST_MODEL (veto_case_get_timeline (item))) == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_empty);
  gtk_widget_set_visible (self->empty, is_empty);
}
