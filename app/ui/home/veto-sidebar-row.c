/* A platform in the sidebar, with how far one is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-sidebar-row"

#include "veto-sidebar-row.h"

#include <glib/gi18n.h>

#include "veto-tile.h"
#include "veto-words.h"

struct _VetoSidebarRow
{
  GtkListBoxRow  parent_instance;
  VetoObjection *item;
  GtkLabel      *name;
  GtkLabel      *tally;
};

G_DEFINE_FINAL_TYPE (VetoSidebarRow, veto_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
changed_cb (VetoSidebarRow *self)
{
  VetoCaseState    state = veto_objection_get_state (self->item);
  g_autofree char *name = veto_objection_dup_title (self->item);
  guint            n_done = veto_objection_count_finished (self->item);
  guint            n_steps = veto_objection_count_steps (self->item);
  gboolean         counts = n_done > 0 || state == VETO_CASE_IN_PROGRESS; /* a letter needs no steps */
  g_autofree char *tally = NULL, *words = NULL;

  counts = counts && n_steps > 0 && state != VETO_CASE_NOT_STARTED && state != VETO_CASE_DONE;
  if (state == VETO_CASE_DONE)
    tally = g_strdup ("✓");
  else if (counts)
    /* Translators: steps that are done, of how many; keep it very short */
    tally = g_strdup_printf (_ ("%u/%u"), n_done, n_steps);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->tally, tally != NULL ? tally : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tally), tally != NULL);
  if (state == VETO_CASE_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->tally), "veto-ok");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tally), "veto-ok");

  if (!counts)
    words = g_strdup_printf ("%s: %s", name, veto_case_state_get_name (state));
  else
    /* Translators: for screen readers: a platform's name, its state, how many steps are done, of how many */
    words =
      g_strdup_printf (_ ("%s: %s, %u of %u steps"), name, veto_case_state_get_name (state), n_done, n_steps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
veto_sidebar_row_dispose (GObject *object)
{
  g_clear_object (&VETO_SIDEBAR_ROW (object)->item);

  G_OBJECT_CLASS (veto_sidebar_row_parent_class)->dispose (object);
}

static void
veto_sidebar_row_class_init (VetoSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_sidebar_row_dispose;
}

static void
veto_sidebar_row_init (VetoSidebarRow *self)
{
}

GtkWidget *
veto_sidebar_row_new (VetoObjection *item)
{
  VetoSidebarRow *self = g_object_new (VETO_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget      *tile = veto_tile_new (24);
  GtkWidget      *name = gtk_label_new (NULL);

  self->item = g_object_ref (item);
  self->name = GTK_LABEL (name);
  self->tally = GTK_LABEL (gtk_label_new (NULL));
  veto_tile_set_text (VETO_TILE (tile), veto_objection_get_name (item));
  veto_tile_set_colour (VETO_TILE (tile), veto_objection_get_colour (item));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  /* Accounts on one platform differ at the end of their names. */
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_width_chars (GTK_LABEL (name), 9);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);

  gtk_box_append (GTK_BOX (box), tile);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tally));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
veto_sidebar_row_get_platform (VetoSidebarRow *self)
{
  g_return_val_if_fail (VETO_IS_SIDEBAR_ROW (self), NULL);
  return veto_objection_get_id (self->item);
}
