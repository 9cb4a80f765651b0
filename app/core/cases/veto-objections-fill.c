/* Which objections there are: made from guidance and cases, and kept in step with both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objections"

#include "veto-objections-private.h"

static gboolean
is_case_of (VetoCase *known, const char *place, const char *account, const char *goal)
{
  if (g_strcmp0 (veto_case_get_platform (known), place) != 0
      || g_strcmp0 (veto_case_get_goal (known), goal) != 0)
    return FALSE;
  return account != NULL ? g_strcmp0 (veto_case_get_account (known), account) == 0
                         : veto_case_is_first (known);
}

void
veto_objections_match (VetoObjections *self, VetoObjection *item)
{
  const char *account = veto_objection_get_account (item);
  const char *place = veto_objection_get_place (item);
  g_autoptr(VetoCase) known = NULL;

  for (guint i = 0; (known = g_list_model_get_item (G_LIST_MODEL (self->book), i)) != NULL; i++)
    {
      if (is_case_of (known, place, account, veto_objection_get_goal (item)))
        break;
      g_clear_object (&known);
    }
  veto_objection_set_case (item, known);
}

typedef struct
{
  VetoObjections *objections;
  GPtrArray      *items; /* of VetoObjection: the list as it has to be */
  GPtrArray      *cases; /* of VetoCase: for each of them its case, or NULL */
  GHashTable     *known; /* id to VetoObjection: those that stay the same object */
} Filling;

/* (nullable): the one of that place and account that was there before, which is in the list then */
static VetoObjection *
take_known (Filling *filling, const char *place, const char *account)
{
  g_autofree char *id = account != NULL ? g_strdup_printf ("%s#%s", place, account) : g_strdup (place);
  VetoObjection   *item = g_hash_table_lookup (filling->known, id);

  if (item == NULL)
    return NULL;
  g_ptr_array_add (filling->items, g_object_ref (item));
  g_hash_table_remove (filling->known, id);
  return item;
}

/* @platform: (nullable): a company, that of @known; @known: (nullable): its case */
static void
add (Filling *filling, VetoPlatform *platform, const char *goal, VetoCase *known)
{
  VetoObjections *self = filling->objections;
  const char     *place = platform != NULL ? veto_platform_get_id (platform) : veto_case_get_platform (known);
  const char *account = known != NULL && !veto_case_is_first (known) ? veto_case_get_account (known) : NULL;
  VetoObjection *item;

  g_ptr_array_add (filling->cases, known);
  if (take_known (filling, place, account) != NULL)
    return;
  if (platform != NULL)
    item = veto_objection_new (platform, account, goal);
  else
    item = veto_objection_new_for_company (veto_guidance_get_set (self->guidance),
                                           veto_case_get_company (known), account, goal);
  veto_objections_follow (self, filling->items, item);
}

static void
add_platform (Filling *filling, VetoPlatform *platform)
{
  GListModel *book = G_LIST_MODEL (filling->objections->book);
  const char *place = veto_platform_get_id (platform);
  guint       position, n_guides;
  const char *goal = veto_platform_get_guides (platform, &n_guides)[0].goal;

  position = filling->items->len;
  add (filling, platform, goal, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) known = g_list_model_get_item (book, i); /* the book holds it */

      if (is_case_of (known, place, NULL, goal))
        filling->cases->pdata[position] = known;
      else if (is_case_of (known, place, veto_case_get_account (known), goal))
        add (filling, platform, goal, known);
    }
}

static gboolean
is_objection (VetoPlatform *platform)
{
  guint n_guides;

  return g_str_equal (veto_platform_get_guides (platform, &n_guides)[0].goal, VETO_COMPANY_GOAL);
}

/* What of two chosen platforms comes first; where both are alike, the order that they are in stays. */
static gboolean
is_before (VetoPlatform *left, VetoPlatform *right)
{
  if (is_objection (left) != is_objection (right))
    return is_objection (left);
  return veto_platform_get_minutes (left) < veto_platform_get_minutes (right);
}

/* Returns: (transfer full) (element-type VetoPlatform): all platforms, as the list has them */
static GPtrArray *
order_platforms (VetoObjections *self)
{
  GPtrArray *platforms = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n_first = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guidance)); i++)
    {
      VetoPlatform *platform = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      guint         place = n_first;

      if (self->first == NULL
          || !g_strv_contains ((const char *const *) self->first, veto_platform_get_id (platform)))
        {
          g_ptr_array_add (platforms, platform);
          continue;
        }
      while (place > 0 && is_before (platform, platforms->pdata[place - 1]))
        place--;
      g_ptr_array_insert (platforms, (int) place, platform);
      n_first++;
    }
  return platforms;
}

static void
add_companies (Filling *filling)
{
  GListModel *book = G_LIST_MODEL (filling->objections->book);

  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) known = g_list_model_get_item (book, i);

      if (veto_case_get_company (known) != NULL
          && g_strcmp0 (veto_case_get_goal (known), VETO_COMPANY_GOAL) == 0)
        add (filling, NULL, VETO_COMPANY_GOAL, known);
    }
}

static void
remember (Filling *filling, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (filling->known, (gpointer) veto_objection_get_id (items->pdata[i]),
                         g_object_ref (items->pdata[i]));
}

/* Tells only of what lies between the beginning and the end that both lists have in common. */
static void
tell_difference (VetoObjections *self, GPtrArray *old)
{
  GPtrArray *present = self->items;
  guint      n_first = 0, n_last = 0, n_least = MIN (old->len, present->len);

  while (n_first < n_least && old->pdata[n_first] == present->pdata[n_first])
    n_first++;
  while (n_last < n_least - n_first
         && old->pdata[old->len - 1 - n_last] == present->pdata[present->len - 1 - n_last])
    n_last++;
  if (old->len == present->len && n_first == old->len)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), n_first, old->len - n_first - n_last,
                              present->len - n_first - n_last);
  veto_objections_tell (self);
}

/* @left: id to VetoObjection: what is no longer in the list, or never was. */
static void
drop_left (VetoObjections *self, GHashTable *left)
{
  GHashTableIter iter;
  gpointer       item;

  g_ptr_array_set_size (self->loose, 0);
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (veto_objection_get_company (item) != NULL && veto_objection_get_account (item) == NULL)
      g_ptr_array_add (self->loose, g_object_ref (item)); /* without a case, it may be looked at */
    else
      g_signal_handlers_disconnect_by_data (item, self);
}

static void
match_all (VetoObjections *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    veto_objections_match (self, items->pdata[i]);
}

void
veto_objections_fill (VetoObjections *self, gboolean stays)
{
  g_autoptr(GPtrArray) old = self->items;
  g_autoptr(GPtrArray) cases = g_ptr_array_new ();
  g_autoptr(GPtrArray) platforms = order_platforms (self);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  Filling filling = { self, g_ptr_array_new_with_free_func (g_object_unref), cases, known };

  if (stays)
    {
      remember (&filling, self->loose);
      remember (&filling, old);
    }
  for (guint i = 0; i < platforms->len; i++)
    add_platform (&filling, platforms->pdata[i]);
  add_companies (&filling);

  self->items = filling.items;
  if (stays)
    drop_left (self, known);
  else
    {
      for (guint i = 0; i < old->len; i++)
        g_signal_handlers_disconnect_by_data (old->pdata[i], self);
      veto_objections_clear (self, self->others);
      veto_objections_clear (self, self->loose);
    }
  for (guint i = 0; i < self->items->len; i++)
    veto_objection_set_case (self->items->pdata[i], cases->pdata[i]);
  match_all (self, self->others);
  match_all (self, self->loose);
  tell_difference (self, old);
}
