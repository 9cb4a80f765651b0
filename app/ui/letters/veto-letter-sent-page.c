/* "Did you send it?": the one question after a letter went out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-sent-page"

#include "veto-config.h"

#include "veto-letter-sent-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-channels.h"
#include "veto-day-box.h"
#include "veto-day.h"
#include "veto-press-once.h"
#include "veto-radio-list.h"
#include "veto-wrap.h"

struct _VetoLetterSentPage
{
  GtkWidget   parent_instance;
  GtkWidget  *scroller;
  GtkBox     *box;
  GtkWidget  *other_day; /* what is shown for another day */
  VetoDayBox *typed;
  GtkWidget  *save;
  GDate       day;
  char       *channel; /* the way that is ticked */
};

enum { SIGNAL_SENT, SIGNAL_NOT_SENT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterSentPage, veto_letter_sent_page, GTK_TYPE_WIDGET)

static void
veto_letter_sent_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_LETTER_SENT_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_letter_sent_page_parent_class)->dispose (object);
}

static void
veto_letter_sent_page_finalize (GObject *object)
{
  g_free (VETO_LETTER_SENT_PAGE (object)->channel);

  G_OBJECT_CLASS (veto_letter_sent_page_parent_class)->finalize (object);
}

static void
veto_letter_sent_page_class_init (VetoLetterSentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_letter_sent_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_sent_page_finalize;
  signals[SIGNAL_SENT] = g_signal_new ("sent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOT_SENT] =
    g_signal_new ("not-sent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
veto_letter_sent_page_init (VetoLetterSentPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "veto-message-box");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
today_cb (VetoLetterSentPage *self)
{
  veto_day_today (&self->day);
  g_signal_emit (self, signals[SIGNAL_SENT], 0);
}

static void
not_sent_cb (VetoLetterSentPage *self)
{
  g_signal_emit (self, signals[SIGNAL_NOT_SENT], 0);
}

static void
save_cb (VetoLetterSentPage *self)
{
  if (veto_day_box_get_day (self->typed, &self->day))
    g_signal_emit (self, signals[SIGNAL_SENT], 0);
}

static void
typed_cb (VetoLetterSentPage *self)
{
  GDate day;

  gtk_widget_set_sensitive (self->save, veto_day_box_get_day (self->typed, &day));
}

static void
way_cb (VetoLetterSentPage *self, const char *channel)
{
  g_free (self->channel);
  self->channel = g_strdup (channel);
}

static void
other_day_cb (VetoLetterSentPage *self)
{
  gtk_widget_set_visible (self->other_day, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->typed));
}

static GtkWidget *
append_button (GtkBox *box, const char *text, GCallback clicked, VetoLetterSentPage *self)
{
  GtkWidget *button = veto_wrap_button_new (text);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (box, button);
  return button;
}

static void
append_ways (VetoLetterSentPage *self, const char *channel)
{
  GtkWidget *list = veto_channels_list_new ();

  veto_radio_list_select (VETO_RADIO_LIST (list), channel);
  way_cb (self, channel);
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (way_cb), self);
  gtk_box_append (self->box, list);
}

static void
append_other_day (VetoLetterSentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GDate      yesterday;

  veto_day_today (&yesterday);
  g_date_subtract_days (&yesterday, 1);
  self->typed = VETO_DAY_BOX (veto_day_box_new (_ ("On which day?"), &yesterday));
  self->other_day = box;
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->typed));
  self->save = append_button (GTK_BOX (box), _ ("Save this day"), G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->typed, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->typed, "activate", G_CALLBACK (save_cb), self);
  gtk_widget_set_visible (box, FALSE);
  gtk_box_append (self->box, box);
}

GtkWidget *
veto_letter_sent_page_new (const char *note, const char *channel)
{
  VetoLetterSentPage *self = g_object_new (VETO_TYPE_LETTER_SENT_PAGE, NULL);
  GtkWidget          *heading = veto_wrap_heading_new (_ ("Did you send it?"));
  const char *text = _ ("Veto then notes the day and the way, and counts the time that they have to answer.");
  g_autofree char *all = note != NULL ? g_strdup_printf ("%s %s", note, text) : g_strdup (text);
  GtkWidget       *today;

  if (note != NULL)
    gtk_box_append (self->box, veto_wrap_label_new (note, -1));
  gtk_widget_add_css_class (heading, "veto-hero");
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, veto_wrap_label_new (text, -1));
  append_ways (self, channel);
  today = append_button (self->box, _ ("Yes, today"), G_CALLBACK (today_cb), self);
  gtk_widget_add_css_class (today, "suggested-action");
  veto_press_once (today, GTK_WIDGET (self));
  append_button (self->box, _ ("Yes, on another day…"), G_CALLBACK (other_day_cb), self);
  append_other_day (self);
  append_button (self->box, _ ("Not yet"), G_CALLBACK (not_sent_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Did you send it?"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
  return GTK_WIDGET (self);
}

const GDate *
veto_letter_sent_page_get_day (VetoLetterSentPage *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_SENT_PAGE (self), NULL);
  return &self->day;
}

const char *
veto_letter_sent_page_get_channel (VetoLetterSentPage *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_SENT_PAGE (self), NULL);
  return self->channel;
}
