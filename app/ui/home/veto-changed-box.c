/* The overview's part about guidance that changed after somebody followed it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-changed-box"

#include "veto-config.h"

#include "veto-changed-box.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-case-change.h"
#include "veto-flip-layout.h"
#include "veto-home.h"
#include "veto-wrap.h"

#define ROW_WIDTH 430 /* in pixels, at which the button finds room beside the words */

struct _VetoChangedBox
{
  GtkWidget     parent_instance;
  VetoServices *services; /* the application's */
  GtkWidget    *box;
  GtkListBox   *list;
  char         *shown; /* what the rows are made of */
};

G_DEFINE_FINAL_TYPE (VetoChangedBox, veto_changed_box, GTK_TYPE_WIDGET)

typedef struct
{
  VetoObjection  *item;
  VetoCaseChange *change;
  char           *words; /* what changed, and whether there is anything to do */
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->item);
  veto_case_change_free (row->change);
  g_free (row->words);
  g_free (row);
}

/* What is harmless is told, but in no colour that calls. */
static GtkWidget *
create_pill (gboolean is_harmless)
{
  /* Translators: a mark at the beginning of a row: the guidance is another than when the person followed it */
  GtkWidget *pill = gtk_label_new (_ ("Changed"));

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "veto-pill");
  if (!is_harmless)
    gtk_widget_add_css_class (pill, "warn");
  return pill;
}

/* The page of the case has what there is to do: "I have read this", the step, or to send it again. */
static GtkWidget *
create_button (const Row *row)
{
  GtkWidget       *button = veto_wrap_button_new (_ ("See what changed"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("See what changed"), row->words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  veto_wrap_name_button (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    veto_case_get_id (veto_objection_get_case (row->item)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.case");
  return button;
}

static void
append_row (VetoChangedBox *self, const Row *change)
{
  GtkWidget *card = veto_cards_append (GTK_WIDGET (self->list), change->words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = veto_wrap_label_new (change->words, -1);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    ROW_WIDTH, NULL));
  gtk_widget_add_css_class (label, "veto-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), create_pill (change->change->kind == VETO_CASE_CHANGE_HARMLESS));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), create_button (change));
  gtk_box_append (GTK_BOX (card), row);
}

/* Returns: (transfer full) (element-type Row); in @out_words all that they say, to be compared */
static GPtrArray *
collect (VetoChangedBox *self, char **out_words)
{
  GListModel *objections = G_LIST_MODEL (self->services->objections);
  GPtrArray  *rows = g_ptr_array_new_with_free_func (free_row);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (objections); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (objections, i);
      g_autofree char *name = NULL;
      VetoCase        *known = veto_objection_get_case (item);
      VetoCaseChange  *change = known != NULL ? veto_case_compute_change (known) : NULL;
      Row             *row;

      if (change == NULL)
        continue;
      name = veto_home_dup_title (item);
      row = g_new0 (Row, 1);
      row->item = g_steal_pointer (&item);
      row->change = change;
      row->words = g_strdup_printf ("%s: %s", name, change->sentence);
      g_string_append_printf (text, "%s %u %s\n", veto_case_get_id (known), change->kind, row->words);
      g_ptr_array_add (rows, row);
    }
  *out_words = g_string_free (text, FALSE);
  return rows;
}

void
veto_changed_box_update (VetoChangedBox *self)
{
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *words = NULL;
  gboolean         had_focus;

  g_return_if_fail (VETO_IS_CHANGED_BOX (self));

  rows = collect (self, &words);
  if (g_strcmp0 (words, self->shown) == 0)
    return;
  had_focus = veto_home_clear_list (self->list);
  for (guint i = 0; i < rows->len; i++)
    append_row (self, g_ptr_array_index (rows, i));
  gtk_widget_set_visible (self->box, rows->len > 0);
  if (had_focus && rows->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
}

static void
veto_changed_box_dispose (GObject *object)
{
  g_clear_pointer (&VETO_CHANGED_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_changed_box_parent_class)->dispose (object);
}

static void
veto_changed_box_finalize (GObject *object)
{
  g_free (VETO_CHANGED_BOX (object)->shown);

  G_OBJECT_CLASS (veto_changed_box_parent_class)->finalize (object);
}

static void
veto_changed_box_class_init (VetoChangedBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_changed_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_changed_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_changed_box_init (VetoChangedBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (veto_cards_list_new (_ ("Guidance")));
  gtk_widget_set_visible (self->box, FALSE);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("Guidance")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_changed_box_new (VetoServices *services)
{
  VetoChangedBox *self = g_object_new (VETO_TYPE_CHANGED_BOX, NULL);

  self->services = services;
  return GTK_WIDGET (self);
}
