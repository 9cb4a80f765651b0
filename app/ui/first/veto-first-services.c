/* The introduction's question which services somebody uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-services"

#include "veto-first-services.h"

#include <glib/gi18n.h>

#include "veto-settings.h"
#include "veto-tile.h"
#include "veto-words.h"
#include "veto-wrap.h"

#define TILE 34

struct _VetoFirstServices
{
  VetoFirstPage parent_instance;
  VetoServices *services; /* the application's */
  GSettings    *settings;
  GPtrArray    *buttons; /* (element-type GtkCheckButton): in the guidance's order; the page has them */
  char        **before;  /* what was chosen before */
};

G_DEFINE_FINAL_TYPE (VetoFirstServices, veto_first_services, VETO_TYPE_FIRST_PAGE)

static const char *
get_id (gpointer button)
{
  return g_object_get_data (button, "veto-id");
}

static void
toggled_cb (VetoFirstServices *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->buttons->len; i++)
    any = any || gtk_check_button_get_active (self->buttons->pdata[i]);
  veto_first_page_set_complete (VETO_FIRST_PAGE (self), any);
}

static GtkWidget *
create_words (const char *name, const char *minutes)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = veto_wrap_label_new (name, -1), *below = veto_wrap_label_new (minutes, -1);

  gtk_widget_add_css_class (title, "veto-value");
  gtk_widget_add_css_class (below, "veto-small");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), below);
  return words;
}

static void
append (VetoFirstServices *self, GtkWidget *list, VetoPlatform *platform)
{
  const char      *name = veto_platform_get_name (platform);
  g_autofree char *minutes = veto_words_dup_minutes (veto_platform_get_minutes (platform));
  g_autofree char *heard = g_strdup_printf ("%s. %s", name, minutes);
  GtkWidget       *button = gtk_check_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *tile = veto_tile_new (TILE);

  veto_tile_set_text (VETO_TILE (tile), name);
  veto_tile_set_colour (VETO_TILE (tile), veto_platform_get_colour (platform));
  gtk_widget_set_valign (tile, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (row, 8);
  gtk_box_append (GTK_BOX (row), tile);
  gtk_box_append (GTK_BOX (row), create_words (name, minutes));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "veto-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (button), "veto-id", g_strdup (veto_platform_get_id (platform)), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_strv_contains ((const char *const *) self->before,
                                                                           veto_platform_get_id (platform)));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (list), button);
}

static gboolean
veto_first_services_apply (VetoFirstPage *page, GError **error)
{
  VetoFirstServices *self = VETO_FIRST_SERVICES (page);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) chosen = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      g_strv_builder_add (builder, get_id (self->buttons->pdata[i]));
  chosen = g_strv_builder_end (builder);
  if (!g_settings_set_strv (self->settings, VETO_SETTINGS_SERVICES, (const char *const *) chosen))
    g_debug ("the setting cannot be written"); /* where somebody forbids it, there is no list of one's own */
  return TRUE;
}

static void
veto_first_services_finalize (GObject *object)
{
  VetoFirstServices *self = VETO_FIRST_SERVICES (object);

  g_clear_object (&self->settings);
  g_ptr_array_unref (self->buttons);
  g_strfreev (self->before);

  G_OBJECT_CLASS (veto_first_services_parent_class)->finalize (object);
}

static void
veto_first_services_class_init (VetoFirstServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_first_services_finalize;
  VETO_FIRST_PAGE_CLASS (klass)->apply = veto_first_services_apply;
}

static void
veto_first_services_init (VetoFirstServices *self)
{
  self->buttons = g_ptr_array_new ();
  veto_first_page_set_words (VETO_FIRST_PAGE (self), _ ("Which services do you use?"),
                             _ ("Veto then puts these first. You can add others on any day."));
  veto_first_page_set_missing (VETO_FIRST_PAGE (self), _ ("Choose at least one service, or press “Skip”."));
}

GtkWidget *
veto_first_services_new (VetoServices *services, GSettings *settings)
{
  VetoFirstServices *self = g_object_new (VETO_TYPE_FIRST_SERVICES, NULL);
  GtkWidget         *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                                          "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->services = services;
  self->settings = g_object_ref (settings);
  self->before = g_settings_get_strv (settings, VETO_SETTINGS_SERVICES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  veto_first_page_get_title (VETO_FIRST_PAGE (self)), -1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (services->guidance)); i++)
    {
      g_autoptr(VetoPlatform) platform = g_list_model_get_item (G_LIST_MODEL (services->guidance), i);
      append (self, list, platform);
    }
  gtk_box_append (veto_first_page_get_box (VETO_FIRST_PAGE (self)), list);
  toggled_cb (self);
  return GTK_WIDGET (self);
}
