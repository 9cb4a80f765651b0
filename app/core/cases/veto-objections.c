/* All that one can object to, with what is done about each: a list model.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objections"

#include "veto-objections-private.h"

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType
veto_objections_get_item_type (GListModel *model)
{
  return VETO_TYPE_OBJECTION;
}

static guint
veto_objections_get_n_items (GListModel *model)
{
  return VETO_OBJECTIONS (model)->items->len;
}

static gpointer
veto_objections_get_item (GListModel *model, guint position)
{
  VetoObjections *self = VETO_OBJECTIONS (model);
  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_objections_get_item_type;
  iface->get_n_items = veto_objections_get_n_items;
  iface->get_item = veto_objections_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoObjections,
                               veto_objections,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

void
veto_objections_tell (VetoObjections *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

VetoObjection *
veto_objections_follow (VetoObjections *self, GPtrArray *items, VetoObjection *item)
{
  g_signal_connect_swapped (item, "changed", G_CALLBACK (veto_objections_tell), self);
  g_ptr_array_add (items, item);
  return item;
}

void
veto_objections_clear (VetoObjections *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_signal_handlers_disconnect_by_data (items->pdata[i], self);
  g_ptr_array_set_size (items, 0);
}

static void
guidance_changed_cb (VetoObjections *self)
{
  veto_objections_fill (self, FALSE);
}

static void
book_changed_cb (VetoObjections *self)
{
  veto_objections_fill (self, TRUE);
}

static void
veto_objections_dispose (GObject *object)
{
  VetoObjections *self = VETO_OBJECTIONS (object);

  if (self->guidance != NULL)
    g_signal_handlers_disconnect_by_data (self->guidance, self);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  veto_objections_clear (self, self->items);
  veto_objections_clear (self, self->others);
  veto_objections_clear (self, self->loose);
  g_clear_object (&self->guidance);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (veto_objections_parent_class)->dispose (object);
}

static void
veto_objections_finalize (GObject *object)
{
  g_ptr_array_unref (VETO_OBJECTIONS (object)->items);
  g_ptr_array_unref (VETO_OBJECTIONS (object)->others);
  g_ptr_array_unref (VETO_OBJECTIONS (object)->loose);
  g_strfreev (VETO_OBJECTIONS (object)->first);

  G_OBJECT_CLASS (veto_objections_parent_class)->finalize (object);
}

static void
veto_objections_class_init (VetoObjectionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_objections_dispose;
  object_class->finalize = veto_objections_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_objections_init (VetoObjections *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->loose = g_ptr_array_new_with_free_func (g_object_unref);
}

VetoObjections *
veto_objections_new (VetoGuidance *guidance, VetoCaseBook *book)
{
  VetoObjections *self = g_object_new (VETO_TYPE_OBJECTIONS, NULL);

  self->guidance = g_object_ref (guidance);
  self->book = g_object_ref (book);
  guidance_changed_cb (self);
  g_signal_connect_swapped (guidance, "items-changed", G_CALLBACK (guidance_changed_cb), self);
  g_signal_connect_swapped (book, "items-changed", G_CALLBACK (book_changed_cb), self);
  g_signal_connect_swapped (book, "placed", G_CALLBACK (book_changed_cb), self);
  return self;
}

static VetoObjection *
find_by_id (GPtrArray *items, const char *id, gsize n_bytes)
{
  for (guint i = 0; i < items->len; i++)
    {
      const char *known = veto_objection_get_id (items->pdata[i]);

      if (strncmp (known, id, n_bytes) == 0 && known[n_bytes] == '\0')
        return items->pdata[i];
    }
  return NULL;
}

/* A company that nothing was begun about; made when it is looked at. */
static VetoObjection *
find_company (VetoObjections *self, const char *company)
{
  VetoGuideSet *set = veto_guidance_get_set (self->guidance);

  if (veto_guide_set_find_controller (set, company) == NULL)
    return NULL;
  return veto_objections_follow (self, self->loose,
                                 veto_objection_new_for_company (set, company, NULL, VETO_COMPANY_GOAL));
}

VetoObjection *
veto_objections_find (VetoObjections *self, const char *id)
{
  VetoObjection *item;
  const char    *account;

  g_return_val_if_fail (VETO_IS_OBJECTIONS (self), NULL);

  if (id == NULL)
    return NULL;
  item = find_by_id (self->items, id, strlen (id));
  if (item == NULL)
    item = find_by_id (self->loose, id, strlen (id));
  account = strchr (id, '#');
  if (item != NULL || account == NULL)
    return item == NULL && g_str_has_prefix (id, VETO_STORE_COMPANY)
             ? find_company (self, id + strlen (VETO_STORE_COMPANY))
             : item;
  item = find_by_id (self->items, id, (gsize) (account - id));
  return item != NULL && veto_objection_get_case (item) != NULL
             && g_strcmp0 (veto_case_get_account (veto_objection_get_case (item)), account + 1) == 0
           ? item
           : NULL;
}

VetoObjection *
veto_objections_find_goal (VetoObjections *self, const char *id, const char *goal)
{
  VetoObjection *item = veto_objections_find (self, id);
  VetoPlatform  *platform = item != NULL ? veto_objection_get_platform (item) : NULL;

  if (item == NULL || g_strcmp0 (veto_objection_get_goal (item), goal) == 0)
    return item;
  if (platform == NULL || veto_platform_find_goal (platform, goal) == NULL)
    return NULL;

  for (guint i = 0; i < self->others->len; i++)
    {
      VetoObjection *other = g_ptr_array_index (self->others, i);

      if (g_str_equal (veto_objection_get_id (other), veto_objection_get_id (item))
          && g_strcmp0 (veto_objection_get_goal (other), goal) == 0)
        return other;
    }
  item = veto_objections_follow (self, self->others,
                                 veto_objection_new (platform, veto_objection_get_account (item), goal));
  veto_objections_match (self, item);
  return item;
}

VetoObjection *
veto_objections_find_case (VetoObjections *self, VetoCase *item)
{
  g_return_val_if_fail (VETO_IS_OBJECTIONS (self) && VETO_IS_CASE (item), NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (veto_objection_get_case (self->items->pdata[i]) == item)
      return self->items->pdata[i];
  return NULL;
}

void
veto_objections_set_first (VetoObjections *self, const char *const *platforms)
{
  g_return_if_fail (VETO_IS_OBJECTIONS (self) && platforms != NULL);

  if (self->first == NULL ? *platforms == NULL : g_strv_equal ((const char *const *) self->first, platforms))
    return;
  g_strfreev (self->first);
  self->first = g_strdupv ((char **) platforms);
  veto_objections_fill (self, TRUE);
  veto_objections_tell (self); /* also when they were first already */
}

guint
veto_objections_sum_minutes (VetoObjections *self, guint *out_n)
{
  guint n_minutes = 0;

  g_return_val_if_fail (VETO_IS_OBJECTIONS (self) && out_n != NULL, 0);

  *out_n = 0;
  for (guint i = 0; self->first != NULL && i < self->items->len; i++)
    {
      VetoObjection *item = g_ptr_array_index (self->items, i);
      VetoPlatform  *platform = veto_objection_get_platform (item);

      if (platform == NULL || veto_objection_get_account (item) != NULL
          || !g_strv_contains ((const char *const *) self->first, veto_platform_get_id (platform)))
        continue;
      n_minutes += veto_platform_get_minutes (platform);
      *out_n += 1;
    }
  return n_minutes;
}

guint
veto_objections_count (VetoObjections *self, VetoCaseState state)
{
  guint n_all = 0;

  g_return_val_if_fail (VETO_IS_OBJECTIONS (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    if (veto_objection_get_state (g_ptr_array_index (self->items, i)) == state)
      n_all++;
  return n_all;
}
