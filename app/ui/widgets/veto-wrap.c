/* Labels and buttons whose words run over several lines, so that nothing is cut off in a narrow window or in large text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-wrap"

#include "veto-wrap.h"

#include "veto-directions.h"

/* The .ui files say the same. A label without a least width tries how narrow it could be, a letter a line, which takes
 * longer than all else that a page does; this is narrow enough for large text in a narrow window. */
#define MIN_CHARS 8

/* A word that is too long breaks anywhere; a hyphen there would be a wrong one. */
static void
wrap (GtkLabel *label)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static void
start_and_wrap (GtkLabel *label, int max_chars)
{
  gtk_label_set_xalign (label, 0);
  wrap (label);
  gtk_label_set_width_chars (label, MIN_CHARS);
  gtk_label_set_max_width_chars (label, max_chars);
}

GtkWidget *
veto_wrap_label_new (const char *text, int max_chars)
{
  GtkWidget       *label;
  g_autofree char *limited = NULL;

  if (text != NULL && veto_directions_count (text, -1) > VETO_DIRECTIONS_MAX) /* it came from outside */
    text = limited = veto_directions_dup_limited (text, -1, VETO_DIRECTIONS_MAX);
  label = gtk_label_new (text);
  start_and_wrap (GTK_LABEL (label), max_chars);
  return label;
}

GtkWidget *
veto_wrap_heading_new (const char *text)
{
  /* What something is to a screen reader is said when it is made, or never. */
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  start_and_wrap (GTK_LABEL (label), -1);
  return label;
}

GtkWidget *
veto_wrap_button_new (const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  veto_wrap_button (GTK_BUTTON (button));
  gtk_widget_add_css_class (button, "veto-action");
  return button;
}

GtkWidget *
veto_wrap_toggle_new (const char *text)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  veto_wrap_button (GTK_BUTTON (button));
  gtk_widget_add_css_class (button, "veto-action");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1); /* GTK 4.8 says it once it was pressed */
  return button;
}

void
veto_wrap_button (GtkButton *button)
{
  GtkWidget *label;

  if (gtk_button_get_label (button) == NULL)
    gtk_button_set_label (button, ""); /* the label that later words will stand in */
  label = gtk_button_get_child (button);
  wrap (GTK_LABEL (label));
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

void
veto_wrap_name_button (GtkWidget *button, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button) && name != NULL);

  /* GTK 4.18 says that it is named by its label, and asks for no other name then (gtkbutton.c of 4.18.6, read on 2026-11-26) */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
