/* The overview's part with what is due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dates-box"

#include "veto-config.h"

#include "veto-dates-box.h"

#include <glib/gi18n.h>

#include "veto-agenda.h"
#include "veto-cards.h"
#include "veto-date-row.h"
#include "veto-day.h"
#include "veto-home.h"
#include "veto-period.h"
#include "veto-remind-box.h"
#include "veto-wrap.h"

#define N_AT_FIRST 5

struct _VetoDatesBox
{
  GtkWidget     parent_instance;
  VetoServices *services; /* the application's */
  GtkWidget    *box;
  GtkListBox   *list;
  GtkWidget    *all_button;
  gboolean      shows_all;
  char         *shown; /* what the rows are made of */
};

G_DEFINE_FINAL_TYPE (VetoDatesBox, veto_dates_box, GTK_TYPE_WIDGET)

static char *
describe (GPtrArray *dates, guint n_rows, const GDate *today)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u %u", g_date_get_julian (today), dates->len);
  for (guint i = 0; i < n_rows; i++)
    {
      VetoAgendaDate  *date = g_ptr_array_index (dates, i);
      g_autofree char *words = veto_case_deadline_dup_words (date->deadline);
      g_autofree char *whose = veto_case_dup_whose (date->item);

      g_string_append_printf (text, "\n%s %s %u %s", veto_case_get_id (date->item), whose,
                              date->deadline->kind, words);
    }
  return g_string_free (text, FALSE);
}

static void
fill (VetoDatesBox *self, GPtrArray *dates, guint n_rows, const GDate *today)
{
  gboolean       had_focus = veto_home_clear_list (self->list);
  GtkListBoxRow *first;

  for (guint i = 0; i < n_rows; i++)
    {
      VetoAgendaDate *date = g_ptr_array_index (dates, i);

      gtk_list_box_append (self->list, veto_date_row_new (self->services, date, today));
    }
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (had_focus && first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

void
veto_dates_box_update (VetoDatesBox *self)
{
  g_autoptr(GPtrArray) dates = NULL;
  g_autofree char *words = NULL, *label = NULL;
  guint            n_rows;
  GDate            today;

  g_return_if_fail (VETO_IS_DATES_BOX (self));

  veto_day_today (&today);
  dates = veto_agenda_list_dates (G_LIST_MODEL (self->services->book));
  n_rows = self->shows_all ? dates->len : MIN (dates->len, N_AT_FIRST);
  words = describe (dates, n_rows, &today);
  if (g_strcmp0 (words, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  fill (self, dates, n_rows, &today);
  /* Translators: a button; %u is how many there are */
  label = g_strdup_printf (_ ("Show all %u dates"), dates->len);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (self->all_button, n_rows < dates->len);
  gtk_widget_set_visible (self->box, dates->len > 0);
}

static void
show_all_cb (VetoDatesBox *self)
{
  GtkListBoxRow *next;

  self->shows_all = TRUE;
  veto_dates_box_update (self);
  next = gtk_list_box_get_row_at_index (self->list, N_AT_FIRST);
  if (next != NULL)
    gtk_widget_grab_focus (
      GTK_WIDGET (next)); /* the button is gone; the reader goes on where the rows are new */
}

static void
row_activated_cb (VetoDatesBox *self, VetoDateRow *row)
{
  veto_home_show_case (GTK_WIDGET (self), veto_date_row_get_case (row));
}

static void
veto_dates_box_dispose (GObject *object)
{
  g_clear_pointer (&VETO_DATES_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_dates_box_parent_class)->dispose (object);
}

static void
veto_dates_box_finalize (GObject *object)
{
  g_free (VETO_DATES_BOX (object)->shown);

  G_OBJECT_CLASS (veto_dates_box_parent_class)->finalize (object);
}

static void
veto_dates_box_class_init (VetoDatesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_dates_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_dates_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_dates_box_init (VetoDatesBox *self)
{
  g_autofree char *disclaimer = veto_deadline_dup_disclaimer ();
  GtkWidget       *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *remind = veto_remind_box_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (veto_cards_list_new (_ ("Dates")));
  self->all_button = veto_wrap_button_new ("");
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_margin_top (self->all_button, 12);
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (note, 8);
  veto_cards_append_note (note, disclaimer);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("Dates")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->all_button);
  gtk_widget_set_margin_top (remind, 12);
  gtk_box_append (GTK_BOX (self->box), note);
  gtk_box_append (GTK_BOX (self->box), remind);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_dates_box_new (VetoServices *services)
{
  VetoDatesBox *self = g_object_new (VETO_TYPE_DATES_BOX, NULL);

  self->services = services;
  return GTK_WIDGET (self);
}
