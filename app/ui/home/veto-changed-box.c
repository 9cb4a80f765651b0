/* The overview's part about guidance that changed after somebody followed it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-changed-box"

#include "veto-config.h"

#include "veto-changed-box.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
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

static char *
dup_words (VetoObjection *item)
{
  guint            n_changed = veto_objection_count_changed (item);
  g_autofree char *name = veto_home_dup_title (item);

  /* Translators: %1$s is a platform, such as Facebook, %2$u a number of steps */
  return g_strdup_printf (ngettext ("%1$s: %2$u step is described differently by now",
                                    "%1$s: %2$u steps are described differently by now", n_changed),
                          name, n_changed);
}

static GtkWidget *
create_pill (void)
{
  /* Translators: a mark at the beginning of a row: the guidance is another than when the person followed it */
  GtkWidget *pill = gtk_label_new (_ ("Changed"));

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "veto-pill");
  gtk_widget_add_css_class (pill, "warn");
  return pill;
}

static GtkWidget *
create_button (VetoObjection *item, const char *words)
{
  GtkWidget       *button = veto_wrap_button_new (_ ("See what changed"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("See what changed"), words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", veto_home_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.platform");
  return button;
}

static void
append_row (VetoChangedBox *self, VetoObjection *item, const char *words)
{
  GtkWidget *card = veto_cards_append (GTK_WIDGET (self->list), words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = veto_wrap_label_new (words, -1);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    ROW_WIDTH, NULL));
  gtk_widget_add_css_class (label, "veto-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), create_pill ());
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), create_button (item, words));
  gtk_box_append (GTK_BOX (card), row);
}

/* Returns: (transfer full) (element-type VetoObjection); in @out_words what their rows say, line by line */
static GPtrArray *
collect (VetoChangedBox *self, char **out_words)
{
  GListModel *objections = G_LIST_MODEL (self->services->objections);
  GPtrArray  *items = g_ptr_array_new_with_free_func (g_object_unref);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (objections); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (objections, i);
      g_autofree char *words = NULL;

      if (veto_objection_get_case (item) == NULL || veto_objection_count_changed (item) == 0)
        continue;
      words = dup_words (item);
      g_string_append_printf (text, "%s\n", words);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  *out_words = g_string_free (text, FALSE);
  return items;
}

void
veto_changed_box_update (VetoChangedBox *self)
{
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *words = NULL;
  g_auto(GStrv) lines = NULL;
  gboolean had_focus;

  g_return_if_fail (VETO_IS_CHANGED_BOX (self));

  items = collect (self, &words);
  if (g_strcmp0 (words, self->shown) == 0)
    return;
  had_focus = veto_home_clear_list (self->list);
  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; i < items->len; i++)
    append_row (self, g_ptr_array_index (items, i), lines[i]);
  gtk_widget_set_visible (self->box, items->len > 0);
  if (had_focus && items->len > 0)
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
