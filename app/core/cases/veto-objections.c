/* All platforms with what the person does about each: a GListModel of VetoObjection in the guidance's order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objections"

#include "veto-objections.h"

#include "veto-objection-private.h"

struct _VetoObjections
{
  GObject       parent_instance;
  VetoGuidance *guidance;
  VetoCaseBook *book;
  GPtrArray    *items;  /* one a platform: its main goal */
  GPtrArray    *others; /* other goals, made when they are asked for */
};

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

static void
changed_cb (VetoObjections *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
forget_item (gpointer item, gpointer self)
{
  g_signal_handlers_disconnect_by_data (item, self);
}

static void
match_case (gpointer data, gpointer book)
{
  VetoObjection *item = data;
  const char    *id = veto_platform_get_id (veto_objection_get_platform (item));

  veto_objection_set_case (item, veto_case_book_find (book, id, veto_objection_get_goal (item)));
}

/* Each gets its case, or none; only what really changed speaks up. */
static void
match_cases_cb (VetoObjections *self)
{
  g_ptr_array_foreach (self->items, match_case, self->book);
  g_ptr_array_foreach (self->others, match_case, self->book);
}

static void
add_item (VetoObjections *self, GPtrArray *items, VetoPlatform *platform, const char *goal)
{
  VetoObjection *item = veto_objection_new (platform, goal);

  match_case (item, self->book);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  g_ptr_array_add (items, item);
}

static void
clear_items (VetoObjections *self, GPtrArray *items)
{
  g_ptr_array_foreach (items, forget_item, self);
  g_ptr_array_set_size (items, 0);
}

static void
fill_cb (VetoObjections *self)
{
  guint n_before = self->items->len, n_platforms = g_list_model_get_n_items (G_LIST_MODEL (self->guidance));

  clear_items (self, self->items);
  clear_items (self, self->others);
  for (guint i = 0; i < n_platforms; i++)
    {
      g_autoptr(VetoPlatform) platform = g_list_model_get_item (G_LIST_MODEL (self->guidance), i);
      guint n_guides;

      add_item (self, self->items, platform, veto_platform_get_guides (platform, &n_guides)[0].goal);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
  changed_cb (self);
}

static void
veto_objections_dispose (GObject *object)
{
  VetoObjections *self = VETO_OBJECTIONS (object);

  if (self->guidance != NULL)
    g_signal_handlers_disconnect_by_data (self->guidance, self);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  clear_items (self, self->items);
  clear_items (self, self->others);
  g_clear_object (&self->guidance);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (veto_objections_parent_class)->dispose (object);
}

static void
veto_objections_finalize (GObject *object)
{
  g_ptr_array_unref (VETO_OBJECTIONS (object)->items);
  g_ptr_array_unref (VETO_OBJECTIONS (object)->others);

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
}

VetoObjections *
veto_objections_new (VetoGuidance *guidance, VetoCaseBook *book)
{
  VetoObjections *self = g_object_new (VETO_TYPE_OBJECTIONS, NULL);

  self->guidance = g_object_ref (guidance);
  self->book = g_object_ref (book);
  fill_cb (self);
  g_signal_connect_swapped (guidance, "items-changed", G_CALLBACK (fill_cb), self);
  g_signal_connect_swapped (book, "items-changed", G_CALLBACK (match_cases_cb), self);
  return self;
}

VetoObjection *
veto_objections_find (VetoObjections *self, const char *platform)
{
  g_return_val_if_fail (VETO_IS_OBJECTIONS (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      VetoObjection *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (veto_platform_get_id (veto_objection_get_platform (item)), platform) == 0)
        return item;
    }
  return NULL;
}

VetoObjection *
veto_objections_find_goal (VetoObjections *self, const char *platform, const char *goal)
{
  VetoObjection *item = veto_objections_find (self, platform);

  if (item == NULL || g_strcmp0 (veto_objection_get_goal (item), goal) == 0)
    return item;
  if (veto_platform_find_goal (veto_objection_get_platform (item), goal) == NULL)
    return NULL;

  for (guint i = 0; i < self->others->len; i++)
    {
      VetoObjection *other = g_ptr_array_index (self->others, i);

      if (veto_objection_get_platform (other) == veto_objection_get_platform (item)
          && g_strcmp0 (veto_objection_get_goal (other), goal) == 0)
        return other;
    }
  add_item (self, self->others, veto_objection_get_platform (item), goal);
  return g_ptr_array_index (self->others, self->others->len - 1);
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

/* The lower, the sooner; G_MAXUINT: nothing to do. */
static guint
get_rank (VetoObjection *item)
{
  switch (veto_objection_get_state (item))
    {
    case VETO_CASE_IN_PROGRESS:
      return 0;
    case VETO_CASE_OVERDUE: /* somebody has to do something, and that is the person */
    case VETO_CASE_REFUSED:
    case VETO_CASE_ANSWERED:
      return 1;
    case VETO_CASE_COMPLAINED:
      return 4;
    case VETO_CASE_SENT: /* after a letter there is nothing to do but to wait */
    case VETO_CASE_CONFIRMED:
      return veto_case_has_sent_letter (veto_objection_get_case (item)) ? 4 : 1;
    case VETO_CASE_NOT_STARTED:
      return 3;
    case VETO_CASE_DONE:
    default:
      return veto_objection_count_changed (item) > 0 ? 2 : G_MAXUINT;
    }
}

static gint64
get_last_change (VetoObjection *item)
{
  VetoCase *known = veto_objection_get_case (item);
  return known != NULL ? veto_progress_get_last_change (veto_case_get_progress (known)) : 0;
}

VetoObjection *
veto_objections_get_next (VetoObjections *self)
{
  VetoObjection *best = NULL;

  g_return_val_if_fail (VETO_IS_OBJECTIONS (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      VetoObjection *item = g_ptr_array_index (self->items, i);
      guint          rank = get_rank (item), best_rank = best != NULL ? get_rank (best) : G_MAXUINT;

      if (rank < best_rank
          || (rank == best_rank && best != NULL && get_last_change (item) > get_last_change (best)))
        best = item;
    }
  return best;
}
