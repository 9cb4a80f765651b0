/* A source in the list of sources: who says what on which day; opened, its link and what rests on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-row"

#include "veto-config.h"

#include "veto-source-row.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-expander.h"
#include "veto-source-look-box.h"
#include "veto-source-words.h"
#include "veto-wrap.h"

typedef struct
{
  VetoServices        *services;
  const VetoSourceUse *use;
  gboolean             is_built;
} Content;

static void
free_content (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
create_link (VetoServices *services, const VetoSource *source)
{
  GtkWidget *label;

  if (source->link != NULL)
    return veto_source_look_box_new (services, source);
  label = veto_wrap_label_new (_ ("Veto names no address for this source."), -1);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
create_statements (const VetoSourceUse *use)
{
  g_autofree char *name = veto_source_use_dup_count (use);
  GtkWidget       *list = veto_cards_list_new (name);

  for (guint i = 0; i < use->statements->len; i++)
    {
      const VetoStatement *statement = g_ptr_array_index (use->statements, i);
      g_autofree char     *words = veto_statement_dup_words (statement);
      g_autofree char     *platforms = veto_statement_dup_platforms (statement);
      g_autofree char     *all = g_strdup_printf ("%s %s", words, platforms);
      GtkWidget           *box = veto_cards_append (list, all);

      veto_cards_append_label (box, words, NULL);
      veto_cards_append_note (box, platforms);
    }
  return list;
}

static void
expanded_cb (GtkExpander *row, GParamSpec *pspec, Content *content)
{
  GtkBox *box = GTK_BOX (gtk_expander_get_child (row));

  if (content->is_built)
    return;
  content->is_built = TRUE;
  gtk_box_prepend (box, create_link (content->services, content->use->source));
  gtk_box_append (box, create_statements (content->use));
}

/* GtkExpander is as high as its title needs for its width only while it has a child that is so itself. */
static GtkWidget *
create_content (const VetoSourceUse *use)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *count = veto_source_use_dup_count (use);

  gtk_widget_add_css_class (box, "veto-source-content");
  veto_cards_append_label (box, count, "veto-value");
  return box;
}

GtkWidget *
veto_source_row_new (VetoServices *services, const VetoSourceUse *use)
{
  GtkWidget       *row = gtk_expander_new (NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *day = veto_source_dup_day (use->source);
  g_autofree char *changed = veto_source_dup_changed (use->source);
  g_autofree char *words = g_strdup_printf ("%s: %s. %s%s%s", use->source->publisher, use->source->about, day,
                                            changed != NULL ? ". " : "", changed != NULL ? changed : "");
  Content         *content = g_new0 (Content, 1);

  veto_cards_append_label (box, use->source->publisher, "veto-value");
  veto_cards_append_label (box, use->source->about, NULL);
  veto_cards_append_note (box, day);
  if (changed != NULL)
    veto_cards_append_label (box, changed, "veto-changed");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (row), create_content (use));
  veto_expander_hide_closed (GTK_EXPANDER (row));
  gtk_expander_set_label_widget (GTK_EXPANDER (row), box);
  gtk_widget_add_css_class (row, "veto-source");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  content->services = services;
  content->use = use;
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), content, free_content, 0);
  return row;
}
