/* The companies that the guidance knows, as a list that can be searched.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guidance"

#include "veto-controller-list.h"

#include "veto-text.h"

/* What is shown: an item and how well it fits */
typedef struct
{
  VetoControllerItem *item; /* of all */
  guint               rank;
} Hit;

struct _VetoControllerList
{
  GObject    parent_instance;
  GPtrArray *all;  /* (element-type VetoControllerItem): sorted by their services */
  GArray    *hits; /* (element-type Hit) */
};

static GType
veto_controller_list_get_item_type (GListModel *model)
{
  return VETO_TYPE_CONTROLLER_ITEM;
}

static guint
veto_controller_list_get_n_items (GListModel *model)
{
  return VETO_CONTROLLER_LIST (model)->hits->len;
}

static gpointer
veto_controller_list_get_item (GListModel *model, guint position)
{
  GArray *hits = VETO_CONTROLLER_LIST (model)->hits;

  return position < hits->len ? g_object_ref (g_array_index (hits, Hit, position).item) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_controller_list_get_item_type;
  iface->get_n_items = veto_controller_list_get_n_items;
  iface->get_item = veto_controller_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoControllerList,
                               veto_controller_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
veto_controller_list_finalize (GObject *object)
{
  VetoControllerList *self = VETO_CONTROLLER_LIST (object);

  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (veto_controller_list_parent_class)->finalize (object);
}

static void
veto_controller_list_class_init (VetoControllerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_controller_list_finalize;
}

static void
veto_controller_list_init (VetoControllerList *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  VetoControllerItem *first = *(VetoControllerItem *const *) a, *second = *(VetoControllerItem *const *) b;

  return g_utf8_collate (veto_controller_item_get_services (first),
                         veto_controller_item_get_services (second));
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return compare_items (&first->item, &second->item);
}

VetoControllerList *
veto_controller_list_new (VetoGuideSet *set)
{
  VetoControllerList   *self = g_object_new (VETO_TYPE_CONTROLLER_LIST, NULL);
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

  for (guint i = 0; i < n_controllers; i++)
    g_ptr_array_add (self->all, veto_controller_item_new (set, &controllers[i]));
  g_ptr_array_sort (self->all, compare_items);
  veto_controller_list_search (self, NULL);
  return self;
}

/* Returns: (transfer full): the words of @text, folded */
static GStrv
dup_words (const char *text)
{
  g_autofree char *folded = veto_text_dup_folded (text != NULL ? text : "");
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

void
veto_controller_list_search (VetoControllerList *self, const char *text)
{
  g_auto(GStrv) words = dup_words (text);
  guint n_before;

  g_return_if_fail (VETO_IS_CONTROLLER_LIST (self));
  n_before = self->hits->len;
  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < self->all->len; i++)
    {
      Hit hit = { self->all->pdata[i],
                  veto_controller_item_rank (self->all->pdata[i], (const char **) words) };

      if (hit.rank > 0)
        g_array_append_val (self->hits, hit);
    }
  g_array_sort (self->hits, compare_hits);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->hits->len);
}
