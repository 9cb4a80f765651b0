/* A date on the overview.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-date-row"

#include "veto-config.h"

#include "veto-date-row.h"

#include <glib/gi18n.h>

#include "veto-add-to-calendar.h"
#include "veto-cards.h"
#include "veto-day.h"
#include "veto-flip-layout.h"
#include "veto-text.h"
#include "veto-wrap.h"

#define ROW_WIDTH 430 /* in pixels, at which the button finds room beside the words */

struct _VetoDateRow
{
  GtkListBoxRow parent_instance;
  VetoServices *services; /* the application's */
  VetoCase     *item;
};

G_DEFINE_FINAL_TYPE (VetoDateRow, veto_date_row, GTK_TYPE_LIST_BOX_ROW)

static void
calendar_cb (VetoDateRow *self)
{
  veto_add_to_calendar (GTK_WIDGET (self), self->services, self->item);
}

static void
veto_date_row_dispose (GObject *object)
{
  g_clear_object (&VETO_DATE_ROW (object)->item);

  G_OBJECT_CLASS (veto_date_row_parent_class)->dispose (object);
}

static void
veto_date_row_class_init (VetoDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_date_row_dispose;
}

static void
veto_date_row_init (VetoDateRow *self)
{
}

static char *
dup_title (const VetoCaseDeadline *deadline, const char *name, int n_left)
{
  gboolean is_reply = deadline->kind == VETO_CASE_DEADLINE_REPLY;

  if (n_left < 0)
    return g_strdup_printf (is_reply
                              /* Translators: %s is a platform or a company */
                              ? _ ("%s did not answer in time")
                              /* Translators: %s is a platform or a company */
                              : _ ("%s did not answer your last letter in time"),
                            name);
  return g_strdup_printf (
    is_reply
      /* Translators: until the day that stands beside it; %s is a platform or a company */
      ? _ ("%s must have answered")
      /* Translators: until the day that stands beside it; %s is a platform or a company */
      : _ ("%s must have answered your last letter"),
    name);
}

/* Screen readers hear the day in the words of the row. */
static GtkWidget *
create_day (const GDate *day, gboolean is_late)
{
  GtkWidget       *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign",
                                       GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (day));
  GtkWidget       *label = gtk_label_new (number), *month = gtk_label_new (veto_day_get_short_month (day));

  gtk_widget_add_css_class (box, "veto-due");
  if (is_late)
    gtk_widget_add_css_class (box, "late");
  gtk_widget_add_css_class (label, "day");
  gtk_widget_add_css_class (month, "month");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), month);
  return box;
}

static GtkWidget *
create_button (VetoDateRow *self, const char *name)
{
  GtkWidget *button = veto_wrap_button_new (_ ("Add to calendar"));
  /* Translators: for screen readers: a button; %s is a platform or a company */
  g_autofree char *words = g_strdup_printf (_ ("Add to calendar: %s"), name);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  veto_wrap_name_button (button, words);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (calendar_cb), self);
  return button;
}

static GtkWidget *
create_flip_box (guint row_width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    row_width, NULL));
  return box;
}

GtkWidget *
veto_date_row_new (VetoServices *services, const VetoAgendaDate *date, const GDate *today)
{
  VetoDateRow     *self = g_object_new (VETO_TYPE_DATE_ROW, NULL);
  const GDate     *due = &date->deadline->sum->due;
  int              n_left = -veto_day_age (due, today);
  g_autofree char *isolated = veto_text_dup_isolated (veto_case_get_name (date->item), NULL);
  g_autofree char *title = dup_title (date->deadline, isolated, n_left);
  g_autofree char *day = veto_day_dup_display_weekday (due);
  g_autofree char *sum = veto_case_deadline_dup_sum (date->deadline);
  g_autofree char *distance = veto_day_dup_distance (n_left);
  g_autofree char *whose = veto_case_dup_whose (date->item);
  g_autofree char *details = *whose != '\0' ? g_strjoin ("\302\240· ", whose, distance, sum, NULL)
                                            : g_strjoin ("\302\240· ", distance, sum, NULL);
  /* Translators: for screen readers: who must have answered, the last day, how far away it is and how it is counted */
  g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$s. %3$s"), title, day, details);
  GtkWidget       *row = create_flip_box (0), *inner = create_flip_box (ROW_WIDTH);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->services = services;
  self->item = g_object_ref (date->item);
  veto_cards_append_label (text, title, "veto-value");
  veto_cards_append_note (text, details);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (inner), text);
  if (n_left >= 0) /* a calendar reminds of no day that is over */
    gtk_box_append (GTK_BOX (inner), create_button (self, isolated));
  gtk_widget_set_hexpand (inner, TRUE);
  gtk_widget_add_css_class (row, "veto-fact");
  gtk_box_append (GTK_BOX (row), create_day (due, n_left < 0));
  gtk_box_append (GTK_BOX (row), inner);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

VetoCase *
veto_date_row_get_case (VetoDateRow *self)
{
  g_return_val_if_fail (VETO_IS_DATE_ROW (self), NULL);
  return self->item;
}
