/* What happened on a day, as a row of a timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-event-row"

#include "veto-config.h"

#include "veto-event-row.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-case-sending.h"
#include "veto-channels.h"
#include "veto-day.h"

struct _VetoEventRow
{
  GtkListBoxRow parent_instance;
  VetoEvent    *event; /* nullable */
};

enum { SIGNAL_REMOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoEventRow, veto_event_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_cb (VetoEventRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
veto_event_row_dispose (GObject *object)
{
  g_clear_object (&VETO_EVENT_ROW (object)->event);

  G_OBJECT_CLASS (veto_event_row_parent_class)->dispose (object);
}

static void
veto_event_row_class_init (VetoEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_event_row_dispose;
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_event_row_init (VetoEventRow *self)
{
}

/* Returns: (transfer full) */
static char *
dup_title (VetoEvent *event, VetoGuideSet *set)
{
  const char     *letter = veto_event_get_letter (event);
  VetoLetterKind *kind = letter != NULL ? veto_guide_set_find_letter (set, letter) : NULL;

  if (kind == NULL)
    return g_strdup (veto_event_get_title (event));
  /* Translators: %s is the title of a kind of letter, as “Reminder” */
  return g_strdup_printf (_ ("Letter sent: %s"), veto_letter_kind_get_title (kind));
}

/* Returns: (transfer full): the day, and what is known of the way */
static char *
dup_about (VetoEvent *event)
{
  const char      *channel = veto_channels_get_label (veto_event_get_channel (event));
  const GDate     *received = veto_event_get_received (event);
  g_autofree char *day = veto_day_dup_display (veto_event_get_day (event)), *text = NULL, *when = NULL;

  text = channel != NULL ? g_strdup_printf ("%s · %s", day, channel) : g_strdup (day);
  if (received == NULL)
    return g_steal_pointer (&text);
  when = veto_day_dup_display (received);
  /* Translators: %1$s is when and how something was sent, %2$s the day on which the other side got it */
  return g_strdup_printf (_ ("%1$s · received on %2$s"), text, when);
}

static GtkWidget *
create_remove (VetoEventRow *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: for screen readers: a button; %s is an entry, as “They answered” */
  g_autofree char *name = g_strdup_printf (_ ("Remove: %s"), title);

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "veto-icon");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

/* @note: (nullable) */
static void
fill (VetoEventRow *self, const char *title, const char *about, const char *note)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean         is_ours = self->event == NULL || veto_event_get_kind (self->event) != VETO_EVENT_OTHER;
  g_autofree char *all = g_strjoin (". ", title, about, note, NULL);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  veto_cards_append_label (words, title, "veto-value");
  veto_cards_append_note (words, about);
  if (note != NULL)
    veto_cards_append_label (words, note, "veto-small");
  gtk_box_append (GTK_BOX (box), words);
  if (self->event != NULL)
    gtk_box_append (GTK_BOX (box), create_remove (self, title));
  if (is_ours)
    gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), is_ours);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

GtkWidget *
veto_event_row_new (VetoEvent *event, VetoGuideSet *set)
{
  VetoEventRow    *self = g_object_new (VETO_TYPE_EVENT_ROW, NULL);
  g_autofree char *title = dup_title (event, set), *about = dup_about (event);

  self->event = g_object_ref (event);
  fill (self, title, about, veto_event_get_note (event));
  return GTK_WIDGET (self);
}

GtkWidget *
veto_event_row_new_by_steps (VetoCase *item)
{
  VetoEventRow    *self = g_object_new (VETO_TYPE_EVENT_ROW, NULL);
  VetoCaseSending  sending;
  g_autofree char *day = NULL;

  if (veto_case_compute_sending (item, &sending))
    day = veto_day_dup_display (&sending.day);
  fill (self, veto_event_kind_get_name (VETO_EVENT_SENT), day != NULL ? day : "",
        _ ("You ticked the steps on that day. Was it another one? Then correct it here."));
  return GTK_WIDGET (self);
}

VetoEvent *
veto_event_row_get_event (VetoEventRow *self)
{
  g_return_val_if_fail (VETO_IS_EVENT_ROW (self), NULL);
  return self->event;
}
