/* A paragraph of a letter that can be put into other words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-own-words-row"

#include "veto-config.h"

#include "veto-own-words-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-flip-layout.h"
#include "veto-typed-box.h"
#include "veto-wrap.h"

#define NAME_CHARACTERS 60

struct _VetoOwnWordsRow
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  char           *paragraph;
  char           *text; /* as it stands in the letter */
  GtkWidget      *label;
  GtkWidget      *pill;
  GtkWidget      *typed; /* NULL unless it is being written */
  GtkWidget      *change;
  GtkWidget      *done;
  GtkWidget      *back;
};

G_DEFINE_FINAL_TYPE (VetoOwnWordsRow, veto_own_words_row, GTK_TYPE_WIDGET)

/* (transfer full): whole words from the beginning of @text, and a sign that there are more */
static char *
take_start (const char *text)
{
  g_autofree char *start = NULL;
  char            *space;

  if (g_utf8_strlen (text, -1) <= NAME_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, NAME_CHARACTERS);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

/* Many buttons are called the same; a screen reader also hears which paragraph each is for. */
static void
name_button (GtkWidget *button, const char *text)
{
  g_autofree char *start = take_start (text);
  /* Translators: for screen readers: the name of a button, and the first words of the paragraph that it is for */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (GTK_BUTTON (button)), start);

  veto_wrap_name_button (button, words);
}

static void
show_buttons (VetoOwnWordsRow *self, gboolean is_own)
{
  gtk_widget_set_visible (self->label, self->typed == NULL);
  gtk_widget_set_visible (self->change, self->typed == NULL);
  gtk_widget_set_visible (self->done, self->typed != NULL);
  gtk_widget_set_visible (self->back, is_own);
  gtk_widget_set_visible (self->pill, is_own);
}

void
veto_own_words_row_show (VetoOwnWordsRow *self, const char *text, gboolean is_own)
{
  g_return_if_fail (VETO_IS_OWN_WORDS_ROW (self));

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_text (GTK_LABEL (self->label), *text != '\0' ? text : _ ("(You left this paragraph out.)"));
  name_button (self->change, text);
  name_button (self->back, text);
  show_buttons (self, is_own);
}

static void
typed_cb (VetoOwnWordsRow *self, const char *text)
{
  veto_typed_box_set_problem (VETO_TYPED_BOX (self->typed),
                              veto_letter_work_set_own_words (self->work, self->paragraph, text));
}

/* The typed text takes the place of the label. */
void
veto_own_words_row_edit (VetoOwnWordsRow *self)
{
  g_autofree char *name = g_strconcat (VETO_DRAFT_PARAGRAPH, self->paragraph, NULL);
  const char      *draft = veto_saved_letter_get_draft (veto_letter_work_get_saved (self->work), name);

  g_return_if_fail (VETO_IS_OWN_WORDS_ROW (self));

  if (self->typed == NULL)
    {
      self->typed = veto_typed_box_new (_ ("Your own words"), NULL, draft != NULL ? draft : self->text,
                                        VETO_TYPED_BOX_LINES);
      veto_typed_box_set_problem (VETO_TYPED_BOX (self->typed),
                                  veto_letter_work_get_problem (self->work, name));
      g_signal_connect_object (self->typed, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_after (self->typed, GTK_WIDGET (self), self->label);
      show_buttons (self, veto_letter_get_own_text (veto_letter_work_get_letter (self->work), self->paragraph)
                            != NULL);
    }
  gtk_widget_grab_focus (self->typed);
}

static void
stop (VetoOwnWordsRow *self)
{
  GtkWidget *typed = g_steal_pointer (&self->typed);
  gboolean   is_own = veto_letter_get_own_text (veto_letter_work_get_letter (self->work), self->paragraph)
                    != NULL;

  show_buttons (self, is_own);
  gtk_widget_grab_focus (self->change);
  if (typed != NULL)
    gtk_widget_unparent (typed);
}

static void
back_cb (VetoOwnWordsRow *self)
{
  veto_letter_work_set_own_words (self->work, self->paragraph, NULL);
  stop (self);
}

gboolean
veto_own_words_row_is_editing (VetoOwnWordsRow *self)
{
  g_return_val_if_fail (VETO_IS_OWN_WORDS_ROW (self), FALSE);
  return self->typed != NULL;
}

static void
veto_own_words_row_dispose (GObject *object)
{
  VetoOwnWordsRow *self = VETO_OWN_WORDS_ROW (object);
  GtkWidget       *child;

  self->typed = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_own_words_row_parent_class)->dispose (object);
}

static void
veto_own_words_row_finalize (GObject *object)
{
  g_free (VETO_OWN_WORDS_ROW (object)->paragraph);
  g_free (VETO_OWN_WORDS_ROW (object)->text);

  G_OBJECT_CLASS (veto_own_words_row_parent_class)->finalize (object);
}

static void
veto_own_words_row_class_init (VetoOwnWordsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_own_words_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_own_words_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_own_words_row_init (VetoOwnWordsRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "veto-fact");
}

static GtkWidget *
append_button (VetoOwnWordsRow *self, GtkWidget *box, const char *label, void (*callback) (VetoOwnWordsRow *))
{
  GtkWidget *button = veto_wrap_button_new (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
veto_own_words_row_new (VetoLetterWork *work, const char *paragraph)
{
  VetoOwnWordsRow *self = g_object_new (VETO_TYPE_OWN_WORDS_ROW, NULL);
  GtkWidget       *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->work = g_object_ref (work);
  self->paragraph = g_strdup (paragraph);
  self->pill = gtk_label_new (_ ("Your own words"));
  gtk_widget_add_css_class (self->pill, "veto-pill");
  gtk_widget_add_css_class (self->pill, "warn");
  gtk_widget_set_halign (self->pill, GTK_ALIGN_START);
  self->label = veto_wrap_label_new ("", -1);
  gtk_widget_set_layout_manager (buttons, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 100,
                                                        "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  self->change = append_button (self, buttons, _ ("Change"), veto_own_words_row_edit);
  self->done = append_button (self, buttons, _ ("Done"), stop);
  self->back = append_button (self, buttons, _ ("Back to the original words"), back_cb);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
  veto_own_words_row_show (self, "", FALSE);
  return GTK_WIDGET (self);
}
