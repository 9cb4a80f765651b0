/* A kept letter in the list of letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-row"

#include "veto-config.h"

#include "veto-letter-row.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-letter-words.h"
#include "veto-wrap.h"

struct _VetoLetterRow
{
  GtkListBoxRow    parent_instance;
  VetoSavedLetter *saved;
  GtkLabel        *title;
  GtkLabel        *recipient;
  GtkLabel        *state;
  GtkWidget       *delete_button;
};

enum { SIGNAL_DELETE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterRow, veto_letter_row, GTK_TYPE_LIST_BOX_ROW)

static void
changed_cb (VetoLetterRow *self)
{
  const char      *title = veto_saved_letter_get_title (self->saved);
  const char      *recipient = veto_saved_letter_get_recipient (self->saved);
  g_autofree char *state = veto_letter_words_dup_state (self->saved);
  g_autofree char *words = NULL, *name = NULL;

  if (recipient == NULL)
    recipient = _ ("No recipient yet");
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->recipient, recipient);
  gtk_label_set_text (self->state, state);
  /* Translators: for screen readers: what letter it is, to whom, and whether it was sent */
  words = g_strdup_printf (_ ("%s, %s. %s"), title, recipient, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  /* Translators: for screen readers: a button; what letter, to whom */
  name = g_strdup_printf (_ ("Delete: %s, %s"), title, recipient);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
delete_cb (VetoLetterRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE], 0);
}

static void
veto_letter_row_dispose (GObject *object)
{
  g_clear_object (&VETO_LETTER_ROW (object)->saved);

  G_OBJECT_CLASS (veto_letter_row_parent_class)->dispose (object);
}

static void
veto_letter_row_class_init (VetoLetterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_row_dispose;
  signals[SIGNAL_DELETE] = g_signal_new ("delete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
append_label (GtkWidget *box, const char *style, const char *second_style)
{
  GtkWidget *label = veto_wrap_label_new ("", -1);

  gtk_widget_add_css_class (label, style);
  if (second_style != NULL)
    gtk_widget_add_css_class (label, second_style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
veto_letter_row_init (VetoLetterRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = append_label (words, "veto-value", NULL);
  self->recipient = append_label (words, "veto-small", NULL);
  self->state = append_label (words, "veto-small", "dim-label");
  self->delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->delete_button, _ ("Delete"));
  gtk_widget_set_valign (self->delete_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->delete_button, "flat");
  gtk_widget_add_css_class (self->delete_button, "veto-icon");
  g_signal_connect_swapped (self->delete_button, "clicked", G_CALLBACK (delete_cb), self);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (box, "veto-fact");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->delete_button);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
veto_letter_row_new (VetoSavedLetter *saved)
{
  VetoLetterRow *self = g_object_new (VETO_TYPE_LETTER_ROW, NULL);

  self->saved = g_object_ref (saved);
  changed_cb (self);
  g_signal_connect_object (saved, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

VetoSavedLetter *
veto_letter_row_get_saved (VetoLetterRow *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_ROW (self), NULL);
  return self->saved;
}
