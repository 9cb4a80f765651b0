/* "Did you send it?": the one question after a letter went out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-sent-page"

#include "veto-config.h"

#include "veto-letter-sent-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-press-once.h"
#include "veto-typed-day.h"
#include "veto-typing.h"
#include "veto-wrap.h"

typedef struct
{
  const char *id;
  const char *label;
  const char *words; /* %s for the day */
} Channel;

static const Channel channels[] = {
  { "post", N_ ("By post"), N_ ("Sent by post on %s.") },
  { "email", N_ ("By e-mail"), N_ ("Sent by e-mail on %s.") },
  { "form", N_ ("Through a form on the web"), N_ ("Sent through a form on %s.") },
  { "fax", N_ ("By fax"), N_ ("Sent by fax on %s.") },
  { "hand", N_ ("Handed over"), N_ ("Handed over on %s.") },
  { "other", N_ ("In another way"), N_ ("Sent on %s.") },
};

struct _VetoLetterSentPage
{
  GtkWidget       parent_instance;
  GtkWidget      *scroller;
  GtkBox         *box;
  GtkCheckButton *ways[G_N_ELEMENTS (channels)];
  GtkWidget      *other_day; /* what is shown for another day */
  GtkEditable    *entry;
  GtkWidget      *day_words; /* the day that was typed, or what is wrong with it */
  GtkWidget      *save;
  GDate           typed; /* invalid while the entry has no day */
  GDate           day;
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
veto_letter_sent_page_class_init (VetoLetterSentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_letter_sent_page_dispose;
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
  if (!g_date_valid (&self->typed))
    return;
  self->day = self->typed;
  g_signal_emit (self, signals[SIGNAL_SENT], 0);
}

/* Shows the day in words while it is typed: so a day and a month that changed places are seen. */
static void
typed_cb (VetoLetterSentPage *self)
{
  const char      *text = gtk_editable_get_text (self->entry);
  GDate            today;
  g_autofree char *words = NULL;

  veto_day_today (&today);
  g_date_clear (&self->typed, 1);
  if (veto_typed_day_parse (text, &self->typed) && veto_day_age (&self->typed, &today) >= 0)
    words = veto_day_dup_display (&self->typed);
  else if (g_date_valid (&self->typed))
    words = g_strdup (_ ("This day is still to come."));
  else
    {
      g_autofree char *example = veto_typed_day_dup (&today);
      /* Translators: %s is today, as it is typed */
      words = g_strdup_printf (_ ("This is no day yet. Write it like this: %s"), example);
    }
  if (g_date_valid (&self->typed) && veto_day_age (&self->typed, &today) < 0)
    g_date_clear (&self->typed, 1);
  gtk_label_set_text (GTK_LABEL (self->day_words), words);
  gtk_widget_set_sensitive (self->save, g_date_valid (&self->typed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               g_date_valid (&self->typed) ? GTK_ACCESSIBLE_INVALID_FALSE
                                                           : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
other_day_cb (VetoLetterSentPage *self)
{
  gtk_widget_set_visible (self->other_day, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
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
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  GtkWidget *title = veto_wrap_label_new (_ ("How?"), -1);

  gtk_widget_add_css_class (title, "veto-value");
  gtk_box_append (GTK_BOX (group), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How?"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      GtkWidget *way = gtk_check_button_new (), *label = veto_wrap_label_new (_ (channels[i].label), -1);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (way), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (way), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (channels[i].label), -1);
      self->ways[i] = GTK_CHECK_BUTTON (way);
      if (i > 0)
        gtk_check_button_set_group (self->ways[i], self->ways[0]);
      if (g_str_equal (channels[i].id, channel))
        gtk_check_button_set_active (self->ways[i], TRUE);
      gtk_widget_add_css_class (way, "veto-choice");
      gtk_box_append (GTK_BOX (group), way);
    }
  gtk_box_append (self->box, group);
}

static void
append_other_day (VetoLetterSentPage *self)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget       *entry = gtk_entry_new ();
  GtkWidget       *title = veto_wrap_label_new (_ ("On which day?"), -1);
  GDate            yesterday;
  g_autofree char *text = NULL;

  veto_day_today (&yesterday);
  g_date_subtract_days (&yesterday, 1);
  text = veto_typed_day_dup (&yesterday);
  veto_typing_guard (entry);
  self->entry = GTK_EDITABLE (entry);
  self->other_day = box;
  self->day_words = veto_wrap_label_new ("", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("On which day?"),
                                  -1);
  gtk_editable_set_width_chars (self->entry, 12);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), self->day_words);
  self->save = append_button (GTK_BOX (box), _ ("Save this day"), G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save_cb), self);
  gtk_editable_set_text (self->entry, text);
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
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (gtk_check_button_get_active (self->ways[i]))
      return channels[i].id;
  return "other";
}

char *
veto_letter_sent_page_dup_words (const char *channel, const GDate *day)
{
  g_autofree char *when = veto_day_dup_display (day);
  const char      *words = channels[G_N_ELEMENTS (channels) - 1].words;
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].id, channel) == 0)
      words = channels[i].words;
  parts = g_strsplit (_ (words), "%s", 2);
  return g_strjoinv (when, parts);
}
