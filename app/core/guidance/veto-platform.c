/* One service that a person can object to. Immutable: what it says lives in the pool of its bundle.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-platform"

#include "veto-platform.h"

#include "veto-link.h"
#include "veto-platform-content.h"

struct _VetoPlatform
{
  GObject                    parent_instance;
  VetoPool                  *pool;
  const VetoPlatformContent *content;    /* in the pool */
  char                     **link_hosts; /* nullable */
};

enum { PROP_0, PROP_ID, PROP_NAME, PROP_SUMMARY, PROP_COLOUR, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoPlatform, veto_platform, G_TYPE_OBJECT)

static void
veto_platform_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const VetoPlatformContent *content = VETO_PLATFORM (object)->content;

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, content->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, content->name);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, content->summary);
      break;
    case PROP_COLOUR:
      g_value_set_string (value, content->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_platform_finalize (GObject *object)
{
  g_clear_pointer (&VETO_PLATFORM (object)->link_hosts, g_strfreev);
  g_clear_pointer (&VETO_PLATFORM (object)->pool, veto_pool_unref);
  G_OBJECT_CLASS (veto_platform_parent_class)->finalize (object);
}

static void
veto_platform_class_init (VetoPlatformClass *klass)
{
  static const char *const names[] = { NULL, "id", "name", "summary", "colour" };
  GObjectClass            *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_platform_get_property;
  object_class->finalize = veto_platform_finalize;
  for (guint i = PROP_ID; i < N_PROPS; i++)
    properties[i] =
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_platform_init (VetoPlatform *self)
{
}

VetoPlatform *
veto_platform_new (VetoPool *pool, const VetoPlatformContent *content)
{
  VetoPlatform *self = g_object_new (VETO_TYPE_PLATFORM, NULL);

  self->pool = veto_pool_ref (pool);
  self->content = content;
  return self;
}

const char *
veto_platform_get_id (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->id;
}

const char *
veto_platform_get_name (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->name;
}

const char *
veto_platform_get_summary (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->summary;
}

const char *
veto_platform_get_colour (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->colour;
}

const char *
veto_platform_get_controller (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->controller;
}

const char *
veto_platform_get_category (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->category;
}

guint
veto_platform_get_minutes (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), 0);
  return self->content->minutes;
}

const char *const *
veto_platform_get_covers (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->covers;
}

const char *const *
veto_platform_get_not_covered (VetoPlatform *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  return self->content->not_covered;
}

const VetoFact *
veto_platform_get_facts (VetoPlatform *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  *out_n = self->content->n_facts;
  return self->content->facts;
}

const VetoHistoryEntry *
veto_platform_get_history (VetoPlatform *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  *out_n = self->content->n_history;
  return self->content->history;
}

const VetoGuide *
veto_platform_get_guides (VetoPlatform *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);
  *out_n = self->content->n_guides;
  return self->content->guides;
}

void
veto_platform_limit_links (VetoPlatform *self, const char *const *hosts)
{
  g_return_if_fail (VETO_IS_PLATFORM (self));

  g_strfreev (self->link_hosts);
  self->link_hosts = g_strdupv ((char **) hosts);
}

gboolean
veto_platform_allows_link (VetoPlatform *self, const char *link)
{
  g_autofree char *host = veto_link_dup_host (link);

  g_return_val_if_fail (VETO_IS_PLATFORM (self), FALSE);
  return self->link_hosts == NULL
         || (host != NULL && g_strv_contains ((const char *const *) self->link_hosts, host));
}

const VetoGuide *
veto_platform_find_guide (VetoPlatform *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);

  for (guint i = 0; i < self->content->n_guides; i++)
    if (g_strcmp0 (self->content->guides[i].id, id) == 0)
      return &self->content->guides[i];
  return NULL;
}

const VetoGuide *
veto_platform_find_goal (VetoPlatform *self, const char *goal)
{
  g_return_val_if_fail (VETO_IS_PLATFORM (self), NULL);

  for (guint i = 0; i < self->content->n_guides; i++)
    if (g_strcmp0 (self->content->guides[i].goal, goal) == 0)
      return &self->content->guides[i];
  return NULL;
}
