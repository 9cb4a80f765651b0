/* Asks on which platform an account is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-place"

#include "veto-config.h"

#include "veto-account-place.h"

#include <glib/gi18n.h>

#include "veto-drop-down.h"
#include "veto-focus.h"
#include "veto-wrap.h"

struct _VetoAccountPlace
{
  GtkWidget  parent_instance;
  GPtrArray *ids;
  GtkWidget *drop_down;
};

G_DEFINE_FINAL_TYPE (VetoAccountPlace, veto_account_place, GTK_TYPE_WIDGET)

static gboolean
veto_account_place_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_ACCOUNT_PLACE (widget)->drop_down);
}

static void
veto_account_place_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_account_place_parent_class)->dispose (object);
}

static void
veto_account_place_finalize (GObject *object)
{
  g_ptr_array_unref (VETO_ACCOUNT_PLACE (object)->ids);

  G_OBJECT_CLASS (veto_account_place_parent_class)->finalize (object);
}

static void
veto_account_place_class_init (VetoAccountPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_place_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_account_place_finalize;
  veto_focus_set_lead (klass, veto_account_place_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_account_place_init (VetoAccountPlace *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/* One of its ways needs an account: others are for people who have none. */
static gboolean
has_accounts (VetoPlatform *platform)
{
  guint            n;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n);

  for (guint i = 0; i < n; i++)
    if (guides[i].needs != NULL && g_strv_contains (guides[i].needs, "account"))
      return TRUE;
  return FALSE;
}

/* Each once: several accounts there have an objection each. */
static void
append_companies (VetoAccountPlace *self, GListModel *objections, GtkStringList *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (objections); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (objections, i);
      const char *place = veto_objection_get_place (item);

      if (veto_objection_get_company (item) == NULL
          || g_ptr_array_find_with_equal_func (self->ids, place, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->ids, g_strdup (place));
      gtk_string_list_append (names, veto_objection_get_name (item));
    }
}

GtkWidget *
veto_account_place_new (VetoServices *services)
{
  VetoAccountPlace *self = g_object_new (VETO_TYPE_ACCOUNT_PLACE, NULL);
  VetoGuideSet     *set = veto_guidance_get_set (services->guidance);
  const char       *question = _ ("Where is the account?");
  GtkWidget        *label = veto_wrap_label_new (question, -1);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform *platform = veto_guide_set_get_platform (set, i);

      if (!has_accounts (platform))
        continue;
      g_ptr_array_add (self->ids, g_strdup (veto_platform_get_id (platform)));
      gtk_string_list_append (names, veto_platform_get_name (platform));
    }
  append_companies (self, G_LIST_MODEL (services->objections), names);
  gtk_widget_add_css_class (label, "veto-small");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  self->drop_down = veto_drop_down_new (question);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

const char *
veto_account_place_get (VetoAccountPlace *self)
{
  guint index;

  g_return_val_if_fail (VETO_IS_ACCOUNT_PLACE (self), NULL);

  index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  return index < self->ids->len ? self->ids->pdata[index] : NULL;
}
