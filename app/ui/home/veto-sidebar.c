/* The sidebar: the overview, and each platform with how far one is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-sidebar"

#include "veto-sidebar.h"

#include <glib/gi18n.h>

#include "veto-sidebar-row.h"

struct _VetoSidebar
{
  GtkWidget   parent_instance;
  GtkListBox *list;
  char       *selected; /* a platform's id; NULL for the overview */
};

G_DEFINE_FINAL_TYPE (VetoSidebar, veto_sidebar, GTK_TYPE_WIDGET)

static GtkWidget *
create_overview_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "user-home-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_ ("Overview"));

  gtk_widget_set_size_request (icon, 24, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  return row;
}

static void
set_heading_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  gboolean   first = VETO_IS_SIDEBAR_ROW (row) && !VETO_IS_SIDEBAR_ROW (before);
  GtkWidget *heading;

  if (!first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  heading = gtk_label_new (_ ("My objections"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "veto-section");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_list_box_row_set_header (row, heading);
}

static void
row_activated_cb (VetoSidebar *self, GtkListBoxRow *row)
{
  if (VETO_IS_SIDEBAR_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.platform", "s",
                                veto_sidebar_row_get_platform (VETO_SIDEBAR_ROW (row)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
}

static void
show_selection (VetoSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *platform =
        VETO_IS_SIDEBAR_ROW (row) ? veto_sidebar_row_get_platform (VETO_SIDEBAR_ROW (row)) : NULL;

      if (g_strcmp0 (platform, self->selected) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

static void
items_changed_cb (VetoSidebar    *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added,
                  VetoObjections *objections)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 1)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (objections)); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (G_LIST_MODEL (objections), i);
      gtk_list_box_append (self->list, veto_sidebar_row_new (item));
    }
  show_selection (self);
}

static void
veto_sidebar_dispose (GObject *object)
{
  VetoSidebar *self = VETO_SIDEBAR (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (veto_sidebar_parent_class)->dispose (object);
}

static void
veto_sidebar_finalize (GObject *object)
{
  g_free (VETO_SIDEBAR (object)->selected);

  G_OBJECT_CLASS (veto_sidebar_parent_class)->finalize (object);
}

static void
veto_sidebar_class_init (VetoSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_sidebar_dispose;
  object_class->finalize = veto_sidebar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_sidebar_init (VetoSidebar *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "veto-sidebar");
  gtk_list_box_set_header_func (self->list, set_heading_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: for screen readers, the list in the sidebar */
                                  _ ("Pages"), -1);
  gtk_list_box_append (self->list, create_overview_row ());
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
veto_sidebar_set_objections (VetoSidebar *self, VetoObjections *objections)
{
  g_return_if_fail (VETO_IS_SIDEBAR (self));

  items_changed_cb (self, 0, 0, 0, objections);
  g_signal_connect_object (objections, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
veto_sidebar_select (VetoSidebar *self, const char *platform)
{
  g_return_if_fail (VETO_IS_SIDEBAR (self));

  if (platform != self->selected)
    {
      g_free (self->selected);
      self->selected = g_strdup (platform);
    }
  show_selection (self);
}
