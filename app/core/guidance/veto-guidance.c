/* The living list of platforms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guidance"

#include "veto-guidance.h"

#include <string.h>

#include "veto-link.h"

struct _VetoGuidance
{
  GObject       parent_instance;
  VetoGuideSet *set;
  char        **link_hosts;   /* nullable: those of the set alone count */
  char        **mail_domains; /* nullable: as @link_hosts */
};

enum { PROP_0, PROP_SET, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GType
veto_guidance_get_item_type (GListModel *model)
{
  return VETO_TYPE_PLATFORM;
}

static guint
veto_guidance_get_n_items (GListModel *model)
{
  return veto_guide_set_get_n_platforms (VETO_GUIDANCE (model)->set);
}

static gpointer
veto_guidance_get_item (GListModel *model, guint position)
{
  VetoGuideSet *set = VETO_GUIDANCE (model)->set;

  if (position >= veto_guide_set_get_n_platforms (set))
    return NULL;
  return g_object_ref (veto_guide_set_get_platform (set, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_guidance_get_item_type;
  iface->get_n_items = veto_guidance_get_n_items;
  iface->get_item = veto_guidance_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoGuidance,
                               veto_guidance,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
veto_guidance_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SET)
    g_value_set_object (value, VETO_GUIDANCE (object)->set);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
veto_guidance_finalize (GObject *object)
{
  g_clear_object (&VETO_GUIDANCE (object)->set);
  g_clear_pointer (&VETO_GUIDANCE (object)->link_hosts, g_strfreev);
  g_clear_pointer (&VETO_GUIDANCE (object)->mail_domains, g_strfreev);
  G_OBJECT_CLASS (veto_guidance_parent_class)->finalize (object);
}

static void
veto_guidance_class_init (VetoGuidanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_guidance_get_property;
  object_class->finalize = veto_guidance_finalize;
  properties[PROP_SET] =
    g_param_spec_object ("set", NULL, NULL, VETO_TYPE_GUIDE_SET, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_guidance_init (VetoGuidance *self)
{
}

VetoGuidance *
veto_guidance_new (VetoGuideSet *set)
{
  VetoGuidance *self;

  g_return_val_if_fail (VETO_IS_GUIDE_SET (set), NULL);
  self = g_object_new (VETO_TYPE_GUIDANCE, NULL);
  self->set = g_object_ref (set);
  return self;
}

VetoGuideSet *
veto_guidance_get_set (VetoGuidance *self)
{
  g_return_val_if_fail (VETO_IS_GUIDANCE (self), NULL);
  return self->set;
}

void
veto_guidance_swap (VetoGuidance *self, VetoGuideSet *set)
{
  guint n_before;

  g_return_if_fail (VETO_IS_GUIDANCE (self));
  g_return_if_fail (VETO_IS_GUIDE_SET (set));

  n_before = veto_guide_set_get_n_platforms (self->set);
  if (!g_set_object (&self->set, set))
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, veto_guide_set_get_n_platforms (set));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
}

/* @hosts: (nullable): may be those that are there already */
static void
set_hosts (char ***place, const char *const *hosts)
{
  char **before = *place;

  *place = g_strdupv ((char **) hosts);
  g_strfreev (before);
}

void
veto_guidance_set_hosts (VetoGuidance *self, const char *const *link_hosts, const char *const *mail_domains)
{
  g_return_if_fail (VETO_IS_GUIDANCE (self));

  set_hosts (&self->link_hosts, link_hosts);
  set_hosts (&self->mail_domains, mail_domains);
}

gboolean
veto_guidance_allows_link (VetoGuidance *self, const char *link)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (VETO_IS_GUIDANCE (self), FALSE);

  if (!veto_guide_set_allows_link (self->set, link))
    return FALSE;
  host = veto_link_dup_host (link);
  return self->link_hosts == NULL || g_strv_contains ((const char *const *) self->link_hosts, host);
}

gboolean
veto_guidance_allows_email (VetoGuidance *self, const char *address)
{
  const char *at;

  g_return_val_if_fail (VETO_IS_GUIDANCE (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  at = strchr (address, '@');
  return at != NULL
         && (self->mail_domains == NULL
             || g_strv_contains ((const char *const *) self->mail_domains, at + 1));
}

VetoPlatform *
veto_guidance_find (VetoGuidance *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_GUIDANCE (self), NULL);
  return veto_guide_set_find_platform (self->set, id);
}
