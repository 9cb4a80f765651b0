/* A company that people may want to write to: what a list shows, and how it is found.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guidance"

#include "veto-controller-item.h"

#include <string.h>

#include "veto-text.h"

#define BETWEEN ", "

struct _VetoControllerItem
{
  GObject               parent_instance;
  VetoGuideSet         *set; /* owns the controller */
  const VetoController *controller;
  char                 *services;
  GPtrArray            *folded; /* (element-type utf8): the names of the services, then that of the company */
};

enum { PROP_0, PROP_ID, PROP_SERVICES, PROP_NAME, PROP_HAS_GUIDE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoControllerItem, veto_controller_item, G_TYPE_OBJECT)

static void
veto_controller_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoControllerItem *self = VETO_CONTROLLER_ITEM (object);

  if (id == PROP_ID)
    g_value_set_string (value, self->controller->id);
  else if (id == PROP_SERVICES)
    g_value_set_string (value, self->services);
  else if (id == PROP_NAME)
    g_value_set_string (value, self->controller->name);
  else if (id == PROP_HAS_GUIDE)
    g_value_set_boolean (value, veto_controller_item_has_guide (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
veto_controller_item_finalize (GObject *object)
{
  VetoControllerItem *self = VETO_CONTROLLER_ITEM (object);

  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->services, g_free);
  g_clear_object (&self->set);
  G_OBJECT_CLASS (veto_controller_item_parent_class)->finalize (object);
}

static void
veto_controller_item_class_init (VetoControllerItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = veto_controller_item_get_property;
  object_class->finalize = veto_controller_item_finalize;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SERVICES] = g_param_spec_string ("services", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_HAS_GUIDE] = g_param_spec_boolean ("has-guide", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_controller_item_init (VetoControllerItem *self)
{
}

VetoControllerItem *
veto_controller_item_new (VetoGuideSet *set, const VetoController *controller)
{
  VetoControllerItem *self = g_object_new (VETO_TYPE_CONTROLLER_ITEM, NULL);

  self->set = g_object_ref (set);
  self->controller = controller;
  self->services = g_strjoinv (BETWEEN, (char **) controller->services);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; controller->services[i] != NULL; i++)
    g_ptr_array_add (self->folded, veto_text_dup_folded (controller->services[i]));
  g_ptr_array_add (self->folded, veto_text_dup_folded (controller->name));
  return self;
}

const VetoController *
veto_controller_item_get_controller (VetoControllerItem *self)
{
  g_return_val_if_fail (VETO_IS_CONTROLLER_ITEM (self), NULL);
  return self->controller;
}

const char *
veto_controller_item_get_services (VetoControllerItem *self)
{
  g_return_val_if_fail (VETO_IS_CONTROLLER_ITEM (self), NULL);
  return self->services;
}

gboolean
veto_controller_item_has_guide (VetoControllerItem *self)
{
  g_return_val_if_fail (VETO_IS_CONTROLLER_ITEM (self), FALSE);

  for (guint i = 0; i < veto_guide_set_get_n_platforms (self->set); i++)
    if (g_str_equal (veto_platform_get_controller (veto_guide_set_get_platform (self->set, i)),
                     self->controller->name))
      return TRUE;
  return FALSE;
}

/* 4: all of @name, 3: it begins with @word, 2: a word in it does, 1: inside of one, 0: nowhere */
static guint
rank_word (const char *name, const char *word)
{
  guint best = 0;

  for (const char *at = strstr (name, word); at != NULL; at = strstr (at + 1, word))
    {
      if (at == name)
        return at[strlen (word)] == '\0' ? 4 : 3;
      best = MAX (best, g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))) ? 1 : 2);
    }
  return best;
}

guint
veto_controller_item_rank (VetoControllerItem *self, const char *const *words)
{
  guint worst = G_MAXUINT;

  g_return_val_if_fail (VETO_IS_CONTROLLER_ITEM (self), 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint best = 0;

      for (guint k = 0; k < self->folded->len; k++)
        best = MAX (best, rank_word (self->folded->pdata[k], words[i]));
      worst = MIN (worst, best);
    }
  return worst;
}
