/* The paragraphs of a letter, each of which can be put into other words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-own-words"

#include "veto-config.h"

#include "veto-own-words.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-expander.h"
#include "veto-own-words-row.h"
#include "veto-wrap.h"

struct _VetoOwnWords
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  GtkExpander    *expander;
  GtkBox         *box;
  GHashTable     *rows; /* id of a paragraph to its row, which is in box */
};

G_DEFINE_FINAL_TYPE (VetoOwnWords, veto_own_words, GTK_TYPE_WIDGET)

static VetoOwnWordsRow *
get_row (VetoOwnWords *self, const char *paragraph)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, paragraph);

  if (row == NULL)
    {
      row = veto_own_words_row_new (self->work, paragraph);
      gtk_box_append (self->box, row);
      g_hash_table_insert (self->rows, g_strdup (paragraph), row);
    }
  return VETO_OWN_WORDS_ROW (row);
}

/* (nullable): the paragraph as it stands in the letter; %NULL: not there */
static const VetoLetterParagraph *
find_paragraph (const GPtrArray *paragraphs, const char *id)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];
      if (g_str_equal (paragraph->id, id))
        return paragraph;
    }
  return NULL;
}

/* A row stays what it is, so that nobody loses the place where they type; one whose paragraph is not there is not seen. */
static void
update (VetoOwnWords *self)
{
  VetoLetter *letter = veto_letter_work_get_letter (self->work);
  g_autoptr(GPtrArray) shown = NULL;
  guint                n_paragraphs;
  const VetoParagraph *all = veto_letter_kind_get_paragraphs (veto_letter_get_kind (letter), &n_paragraphs);
  GtkWidget           *before = NULL;

  if (!gtk_expander_get_expanded (self->expander))
    return;
  shown = veto_letter_dup_paragraphs (letter);
  for (guint i = 0; i < n_paragraphs; i++)
    {
      const VetoLetterParagraph *paragraph = find_paragraph (shown, all[i].id);
      const char                *own = veto_letter_get_own_text (letter, all[i].id);
      gboolean                   is_left_out = own != NULL && *own == '\0';
      VetoOwnWordsRow           *row = get_row (self, all[i].id);

      gtk_box_reorder_child_after (self->box, GTK_WIDGET (row), before);
      before = GTK_WIDGET (row);
      gtk_widget_set_visible (before,
                              paragraph != NULL || is_left_out || veto_own_words_row_is_editing (row));
      if (paragraph != NULL)
        veto_own_words_row_show (row, paragraph->text, paragraph->is_own);
      else
        veto_own_words_row_show (row, "", own != NULL);
    }
}

static void
focus_cb (GtkWidget *row)
{
  veto_own_words_row_edit (VETO_OWN_WORDS_ROW (row));
}

static void
veto_own_words_dispose (GObject *object)
{
  VetoOwnWords *self = VETO_OWN_WORDS (object);

  if (self->expander != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->expander));
  self->expander = NULL;
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_own_words_parent_class)->dispose (object);
}

static void
veto_own_words_finalize (GObject *object)
{
  g_hash_table_unref (VETO_OWN_WORDS (object)->rows);

  G_OBJECT_CLASS (veto_own_words_parent_class)->finalize (object);
}

static void
veto_own_words_class_init (VetoOwnWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_own_words_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_own_words_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_own_words_init (VetoOwnWords *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint =
    veto_wrap_label_new (_ (
                           "Change what does not fit. What you write stands in the letter as it is, and Veto "
                           "no longer looks after that paragraph."),
                         -1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_label_widget (self->expander, veto_wrap_label_new (_ ("Change the words"), -1));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (hint, "veto-small");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_margin_bottom (hint, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Change the words"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "veto-branches");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "veto-form");
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_expander_set_child (self->expander, box);
  veto_expander_hide_closed (self->expander);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

GtkWidget *
veto_own_words_new (VetoLetterWork *work)
{
  VetoOwnWords *self = g_object_new (VETO_TYPE_OWN_WORDS, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (update), self);
  g_signal_connect_object (work, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
veto_own_words_edit (VetoOwnWords *self, const char *paragraph)
{
  g_return_if_fail (VETO_IS_OWN_WORDS (self));

  gtk_expander_set_expanded (self->expander, TRUE);
  veto_own_words_row_edit (get_row (self, paragraph));
  update (self);
  veto_after_frame (GTK_WIDGET (get_row (self, paragraph)),
                    focus_cb); /* by then it has a place to scroll to */
}
