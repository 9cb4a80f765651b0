/* One thing that is another in the guidance: as it was and as it is, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-news-card"

#include "veto-config.h"

#include "veto-news-card.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-flip-layout.h"
#include "veto-word-diff.h"
#include "veto-wrap.h"

#define ROW_WIDTH 430 /* in pixels, at which both texts find room side by side */

/* What a side says above its text, and how its own words are marked */
typedef enum { SIDE_BEFORE, SIDE_NOW } Side;

static const char *
get_side_name (Side side)
{
  /* Translators: above a text of the guidance: how it was, how it is now */
  return side == SIDE_BEFORE ? C_ ("news", "Before") : C_ ("news", "Now");
}

/* @attribute: (transfer full) */
static void
add_attribute (PangoAttrList *list, const VetoWordRange *range, PangoAttribute *attribute)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_words (GtkLabel *label, GArray *ranges, Side side)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < ranges->len; i++)
    {
      const VetoWordRange *range = &g_array_index (ranges, VetoWordRange, i);

      if (side == SIDE_BEFORE)
        {
          add_attribute (list, range, pango_attr_strikethrough_new (TRUE));
          continue;
        }
      add_attribute (list, range, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      add_attribute (list, range, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
    }
  gtk_label_set_attributes (label, list);
  pango_attr_list_unref (list);
}

/* @ranges: (nullable): the words to mark */
static GtkWidget *
create_side (Side side, const char *text, GArray *ranges)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label;

  veto_cards_append_note (box, get_side_name (side));
  label = veto_cards_append_label (box, text, NULL);
  if (ranges != NULL)
    mark_words (GTK_LABEL (label), ranges, side);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

/* Where only one of both is there, nothing in it is another: all of it came, or went. Beside words that changed it keeps to its
 * column. */
static GtkWidget *
create_sides (const VetoNewsWords *words, gboolean has_columns)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) added = NULL;

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    ROW_WIDTH, "align-top", TRUE, "equal", TRUE, NULL));
  if (words->before != NULL && words->after != NULL)
    veto_word_diff (words->before, words->after, &gone, &added);
  if (words->before != NULL)
    gtk_box_append (GTK_BOX (row), create_side (SIDE_BEFORE, words->before, gone));
  else if (has_columns)
    gtk_box_append (GTK_BOX (row), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  if (words->after != NULL)
    gtk_box_append (GTK_BOX (row), create_side (SIDE_NOW, words->after, added));
  else if (has_columns)
    gtk_box_append (GTK_BOX (row), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  return row;
}

static GtkWidget *
create_head (const VetoNewsItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = veto_wrap_label_new (item->title, -1);
  GtkWidget *pill = gtk_label_new (veto_news_kind_get_name (item->kind));

  gtk_widget_set_layout_manager (row,
                                 g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 260, NULL));
  gtk_widget_add_css_class (title, "veto-value");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "veto-pill");
  if (item->kind == VETO_NEWS_NEW)
    gtk_widget_add_css_class (pill, "ok");
  else if (item->kind == VETO_NEWS_CHANGED)
    gtk_widget_add_css_class (pill, "warn");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), pill);
  return row;
}

static void
append_words (GString *text, const char *label, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, " %s: %s", label, words);
}

/* Returns: (transfer full): all of it, to be heard */
static char *
dup_heard (const VetoNewsItem *item)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s.", veto_news_kind_get_name (item->kind), item->title);
  if (item->place != NULL)
    g_string_append_printf (text, " %s.", item->place);
  for (guint i = 0; i < item->words->len; i++)
    {
      const VetoNewsWords *words = g_ptr_array_index (item->words, i);

      g_string_append_printf (text, " %s.", words->label);
      append_words (text, get_side_name (SIDE_BEFORE), words->before);
      append_words (text, get_side_name (SIDE_NOW), words->after);
    }
  return g_string_free (text, FALSE);
}

void
veto_news_card_append (GtkWidget *list, const VetoNewsItem *item)
{
  g_autofree char *heard = dup_heard (item);
  GtkWidget       *box = veto_cards_append (list, heard);

  gtk_box_append (GTK_BOX (box), create_head (item));
  if (item->place != NULL)
    veto_cards_append_note (box, item->place);
  for (guint i = 0; i < item->words->len; i++)
    {
      const VetoNewsWords *words = g_ptr_array_index (item->words, i);
      GtkWidget           *label = veto_cards_append_label (box, words->label, "veto-value");

      gtk_widget_add_css_class (label, "veto-small");
      gtk_widget_set_margin_top (label, 8);
      gtk_box_append (GTK_BOX (box), create_sides (words, item->kind == VETO_NEWS_CHANGED));
    }
}
