/* Until when they have to answer in a case, with the whole sum.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-dates"

#include "veto-config.h"

#include "veto-case-dates.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-case-deadline.h"
#include "veto-day.h"
#include "veto-flip-layout.h"
#include "veto-wrap.h"

struct _VetoCaseDates
{
  GtkWidget         parent_instance;
  GtkWidget        *box;
  GtkWidget        *list;
  VetoCaseDeadline *deadline; /* nullable */
  char             *words;    /* nullable: all that the card says */
};

enum { SIGNAL_RECEIPT, SIGNAL_CALENDAR, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoCaseDates, veto_case_dates, GTK_TYPE_WIDGET)

static void
receipt_cb (VetoCaseDates *self)
{
  g_signal_emit (self, signals[SIGNAL_RECEIPT], 0);
}

static void
calendar_cb (VetoCaseDates *self)
{
  g_signal_emit (self, signals[SIGNAL_CALENDAR], 0);
}

static void
veto_case_dates_dispose (GObject *object)
{
  VetoCaseDates *self = VETO_CASE_DATES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->deadline, veto_case_deadline_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (veto_case_dates_parent_class)->dispose (object);
}

static void
veto_case_dates_class_init (VetoCaseDatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_case_dates_dispose;
  signals[SIGNAL_RECEIPT] = g_signal_new ("receipt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CALENDAR] = g_signal_new ("calendar", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_case_dates_init (VetoCaseDates *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = veto_cards_list_new (_ ("Dates"));
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("Dates")));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dates"), -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_case_dates_new (void)
{
  return g_object_new (VETO_TYPE_CASE_DATES, NULL);
}

/* Returns: (transfer full): how far it is, "in 28 days" */
static char *
dup_countdown (const GDate *due, const GDate *today)
{
  int n_days = veto_day_age (today, due);

  if (n_days == 0)
    return g_strdup (_ ("That is today."));
  if (n_days > 0)
    return g_strdup_printf (ngettext ("That is in %d day.", "That is in %d days.", (gulong) n_days), n_days);
  return g_strdup_printf (ngettext ("That was %d day ago.", "That was %d days ago.", (gulong) -n_days),
                          -n_days);
}

/* As a calendar shows it; the words beside it say the same. */
static GtkWidget *
create_day (const GDate *due, gboolean is_late)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *number = g_strdup_printf ("%u", (guint) g_date_get_day (due));
  GtkWidget       *day = gtk_label_new (number), *below = gtk_label_new (veto_day_get_short_month (due));

  gtk_widget_add_css_class (day, "day");
  gtk_widget_add_css_class (below, "month");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_add_css_class (box, "veto-due");
  if (is_late)
    gtk_widget_add_css_class (box, "late");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

static void
append_button (VetoCaseDates *self, GtkWidget *row, const char *label, void (*callback) (VetoCaseDates *self))
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_box_append (GTK_BOX (row), button);
}

/* A calendar reminds of no day that is over. */
static void
append_buttons (VetoCaseDates *self, GtkWidget *words, gboolean is_reply, gboolean is_late)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (!is_reply && is_late)
    return;
  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 0,
                                                    "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row, 8);
  if (!is_late)
    append_button (self, row, _ ("Add to calendar"), calendar_cb);
  if (is_reply)
    append_button (self, row, _ ("They got it on another day?"), receipt_cb);
  gtk_box_append (GTK_BOX (words), row);
}

/* Made anew only when it says something else, so that the keyboard stays where it is. */
static void
show_card (VetoCaseDates *self, const GDate *today)
{
  const GDate     *due = &self->deadline->sum->due;
  gboolean         is_reply = self->deadline->kind == VETO_CASE_DEADLINE_REPLY;
  g_autofree char *day = veto_day_dup_display_weekday (due), *countdown = dup_countdown (due, today);
  g_autofree char *sum = veto_case_deadline_dup_words (self->deadline), *title = NULL, *all = NULL;
  GtkWidget       *child, *card, *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gboolean         is_late = g_date_compare (due, today) < 0;

  if (is_reply)
    /* Translators: %s is a day */
    title = g_strdup_printf (_ ("Last day for their answer: %s"), day);
  else
    /* Translators: %s is a day */
    title = g_strdup_printf (_ ("End of the time that you gave them: %s"), day);
  all = g_strdup_printf ("%s. %s %s", title, countdown, sum);
  if (g_strcmp0 (all, self->words) == 0)
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  card = veto_cards_append (self->list, all);
  gtk_widget_set_hexpand (words, TRUE);
  veto_cards_append_label (words, title, "veto-value");
  veto_cards_append_label (words, countdown, NULL);
  veto_cards_append_note (words, sum);
  append_buttons (self, words, is_reply, is_late);
  /* In a narrow window, or in large text, the words need its whole width. */
  gtk_widget_set_layout_manager (row,
                                 g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width", 240, NULL));
  gtk_box_append (GTK_BOX (row), create_day (due, is_late));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (card), row);
  g_free (self->words);
  self->words = g_steal_pointer (&all);
}

void
veto_case_dates_show (VetoCaseDates *self, VetoCase *item, const GDate *today)
{
  g_return_if_fail (VETO_IS_CASE_DATES (self) && VETO_IS_CASE (item));

  g_clear_pointer (&self->deadline, veto_case_deadline_free);
  self->deadline = veto_case_compute_deadline (item);
  if (self->deadline != NULL)
    show_card (self, today);
  gtk_widget_set_visible (GTK_WIDGET (self), self->deadline != NULL);
}

gboolean
veto_case_dates_get_received (VetoCaseDates *self, GDate *out_day)
{
  g_return_val_if_fail (VETO_IS_CASE_DATES (self), FALSE);

  if (self->deadline == NULL || self->deadline->kind != VETO_CASE_DEADLINE_REPLY)
    return FALSE;
  *out_day = self->deadline->sum->received;
  return TRUE;
}
