/* A list that drops down, narrow enough for any window, and with a name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-drop-down"

#include "veto-drop-down.h"

#include "veto-wrap.h"

/* GtkDropDown has one height for every width, which GTK 4.18 counts for one line: what is chosen was drawn over what stands
 * above. Its button knows better. */
#define VETO_TYPE_DROP_DOWN_LAYOUT (veto_drop_down_layout_get_type ())
G_DECLARE_FINAL_TYPE (VetoDropDownLayout, veto_drop_down_layout, VETO, DROP_DOWN_LAYOUT, GtkLayoutManager)

struct _VetoDropDownLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VetoDropDownLayout, veto_drop_down_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
veto_drop_down_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
veto_drop_down_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The list is as wide as the button, and follows it where that moves. */
static void
veto_drop_down_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  GtkWidget *button = gtk_widget_get_first_child (widget);

  gtk_widget_size_allocate (button, &(GtkAllocation){ 0, 0, width, height }, baseline);
  for (GtkWidget *child = button; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      {
        gtk_widget_set_size_request (child, width, -1);
        gtk_widget_queue_resize (child);
        gtk_popover_present (GTK_POPOVER (child));
      }
}

static void
veto_drop_down_layout_class_init (VetoDropDownLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = veto_drop_down_layout_get_request_mode;
  layout_class->measure = veto_drop_down_layout_measure;
  layout_class->allocate = veto_drop_down_layout_allocate;
}

static void
veto_drop_down_layout_init (VetoDropDownLayout *self)
{
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, veto_wrap_label_new ("", 40));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

/* What has the keyboard is a button inside of it. GTK 4.8 leaves that without a name; 4.18 names it like the list, and the
 * list after what is chosen alone, before any name that it was given (gtkdropdown.ui of 4.18.6, read on 2026-11-26). */
static void
selected_cb (GtkDropDown *drop_down)
{
  GtkStringObject *string = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  const char      *name = g_object_get_data (G_OBJECT (drop_down), "veto-name");
  g_autofree char *words =
    g_strdup_printf ("%s: %s", name, string != NULL ? gtk_string_object_get_string (string) : "");

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
veto_drop_down_new (const char *name)
{
  GtkWidget          *self = gtk_drop_down_new (NULL, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_set_layout_manager (self, g_object_new (VETO_TYPE_DROP_DOWN_LAYOUT, NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), factory);
  g_object_unref (factory);
  g_object_set_data_full (G_OBJECT (self), "veto-name", g_strdup (name), g_free);
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (GTK_DROP_DOWN (self));
  return self;
}
