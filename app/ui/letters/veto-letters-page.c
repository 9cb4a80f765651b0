/* The letters that are kept, and the way to a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letters-page"

#include "veto-config.h"

#include "veto-letters-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-focus.h"
#include "veto-letter-row.h"
#include "veto-message-page.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-wrap.h"

struct _VetoLettersPage
{
  GtkWidget       parent_instance;
  VetoLetterBook *letters;
  GtkWidget      *scroller;
  GtkWidget      *write_button;
  GtkWidget      *empty; /* in place of the scroller, while there are no letters */
  GtkWidget      *first_button;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (VetoLettersPage, veto_letters_page, GTK_TYPE_WIDGET)

/* A letter that was deleted, until nobody can put it back */
typedef struct
{
  VetoLetterBook  *letters;
  VetoSavedLetter *saved;
} Deleted;

static void
free_deleted (gpointer data)
{
  Deleted *self = data;

  g_object_unref (self->letters);
  g_object_unref (self->saved);
  g_free (self);
}

static gboolean
undo_cb (gpointer data, GError **error)
{
  Deleted *self = data;

  return veto_letter_book_undelete (self->letters, self->saved, error);
}

static void
delete_cb (VetoLetterRow *row, VetoLettersPage *self)
{
  g_autoptr(GError) error = NULL;
  Deleted *deleted = g_new0 (Deleted, 1);

  deleted->letters = g_object_ref (self->letters);
  deleted->saved = g_object_ref (veto_letter_row_get_saved (row));
  if (!veto_letter_book_delete (self->letters, deleted->saved, &error))
    {
      veto_tell_error (GTK_WIDGET (self), error);
      free_deleted (deleted);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self)); /* the row that had it is gone */
  veto_toasts_add_undo (GTK_WIDGET (self), _ ("The letter was deleted."), undo_cb, deleted, free_deleted);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  GtkWidget *row = veto_letter_row_new (item);

  g_signal_connect_object (row, "delete", G_CALLBACK (delete_cb), data, 0);
  return row;
}

static void
row_activated_cb (VetoLettersPage *self, GtkListBoxRow *row)
{
  VetoSavedLetter *saved = veto_letter_row_get_saved (VETO_LETTER_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-letter", "s", veto_saved_letter_get_id (saved));
}

static void
items_changed_cb (VetoLettersPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->letters)) == 0;

  gtk_widget_set_visible (self->scroller, !is_empty);
  gtk_widget_set_visible (self->empty, is_empty);
}

static gboolean
veto_letters_page_grab_focus (GtkWidget *widget)
{
  VetoLettersPage *self = VETO_LETTERS_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->empty) ? self->first_button
                                                                     : self->write_button);
}

static void
veto_letters_page_dispose (GObject *object)
{
  VetoLettersPage *self = VETO_LETTERS_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->letters);

  G_OBJECT_CLASS (veto_letters_page_parent_class)->dispose (object);
}

static void
veto_letters_page_class_init (VetoLettersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letters_page_dispose;
  veto_focus_set_lead (klass, veto_letters_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_write_button (void)
{
  GtkWidget *button = veto_wrap_button_new (_ ("Write a letter"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "veto-primary");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "", "", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-letter");
  return button;
}

static void
veto_letters_page_init (VetoLettersPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->scroller = gtk_scrolled_window_new ();
  self->write_button = create_write_button ();
  self->first_button = create_write_button ();
  self->empty = veto_message_page_new ("mail-unread-symbolic", _ ("You have no letters yet"),
                                       _ ("A letter works with every company, even where there is no form. "
                                          "Veto asks a few questions and writes it for you."),
                                       self->first_button);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My letters"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box),
                  veto_wrap_label_new (_ ("A letter works with every company, even where there is no form."),
                                       -1));
  gtk_box_append (GTK_BOX (box), self->write_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

GtkWidget *
veto_letters_page_new (VetoServices *services)
{
  VetoLettersPage *self = g_object_new (VETO_TYPE_LETTERS_PAGE, NULL);

  self->letters = g_object_ref (services->letters);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->letters), create_row, self, NULL);
  items_changed_cb (self);
  g_signal_connect_object (self->letters, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
