/* All cases: a list model, oldest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-book"

#include "veto-case-book.h"

#include "veto-case-private.h"
#include "veto-day.h"

struct _VetoCaseBook
{
  GObject       parent_instance;
  VetoStore    *store;
  VetoGuidance *guidance;
  GPtrArray    *cases;   /* of VetoCase, oldest first */
  const char   *sharing; /* nullable: the value that is being told to all cases */
  guint32       day;     /* that the states are of, as g_date_get_julian() counts */
};

static GType
veto_case_book_get_item_type (GListModel *model)
{
  return VETO_TYPE_CASE;
}

static guint
veto_case_book_get_n_items (GListModel *model)
{
  return VETO_CASE_BOOK (model)->cases->len;
}

static gpointer
veto_case_book_get_item (GListModel *model, guint position)
{
  VetoCaseBook *self = VETO_CASE_BOOK (model);

  return position < self->cases->len ? g_object_ref (g_ptr_array_index (self->cases, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_case_book_get_item_type;
  iface->get_n_items = veto_case_book_get_n_items;
  iface->get_item = veto_case_book_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoCaseBook,
                               veto_case_book,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum { SIGNAL_PLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

VetoCase *
veto_case_book_find_id (VetoCaseBook *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_CASE_BOOK (self), NULL);

  for (guint i = 0; i < self->cases->len; i++)
    if (g_strcmp0 (veto_case_get_id (g_ptr_array_index (self->cases, i)), id) == 0)
      return g_ptr_array_index (self->cases, i);
  return NULL;
}

/* Returns: (transfer full): the cases by their ids; as long as they are there */
static GHashTable *
index_by_id (GPtrArray *cases)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_insert (by_id, (gpointer) veto_case_get_id (cases->pdata[i]), cases->pdata[i]);
  return by_id;
}

/* A name or login is entered once for all cases that have it in common. */
static void
value_changed_cb (VetoCaseBook *self, const char *name, VetoCase *from)
{
  const char *outer = self->sharing;

  if (g_strcmp0 (outer, name) == 0)
    return; /* a case that takes it over has it in common with the same cases */
  self->sharing = name;
  for (guint i = 0; i < self->cases->len; i++)
    if (g_ptr_array_index (self->cases, i) != from)
      veto_case_share_value (g_ptr_array_index (self->cases, i), from, name);
  self->sharing = outer;
}

static void
guidance_swapped_cb (VetoCaseBook *self)
{
  for (guint i = 0; i < self->cases->len; i++)
    veto_case_update_state (g_ptr_array_index (self->cases, i));
}

/* What was in time yesterday may be overdue today. */
static void
follow_day (VetoCaseBook *self)
{
  GDate today;

  veto_day_today (&today);
  if (g_date_get_julian (&today) == self->day)
    return;
  self->day = g_date_get_julian (&today);
  guidance_swapped_cb (self);
}

/* A letter was sent, or a name typed into one. What cannot be read now is read when the window is looked at. */
static void
store_changed_cb (VetoCaseBook *self)
{
  g_autoptr(GError) error = NULL;

  if (!veto_case_book_refresh (self, &error))
    g_debug ("%s", error->message);
}

/* Of many cases one is read again; a person who enters what happened does not wait for all of them. */
static gboolean
case_changed_cb (VetoCaseBook *self, const char *id)
{
  g_autoptr(GError) error = NULL;
  VetoStoreCase *row = NULL;

  for (guint i = 0; i < self->cases->len; i++)
    {
      VetoCase *item = g_ptr_array_index (self->cases, i);

      if (!g_str_equal (veto_case_get_id (item), id))
        continue;
      row = veto_store_read_case (self->store, id, &error);
      if (row != NULL)
        veto_case_take_row (item, row);
      else
        g_debug ("%s", error->message);
      return row != NULL;
    }
  store_changed_cb (self); /* another process made it */
  return FALSE;
}

static void
veto_case_book_finalize (GObject *object)
{
  VetoCaseBook *self = VETO_CASE_BOOK (object);

  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_object (&self->guidance);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (veto_case_book_parent_class)->finalize (object);
}

static void
veto_case_book_class_init (VetoCaseBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_case_book_finalize;

  signals[SIGNAL_PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_case_book_init (VetoCaseBook *self)
{
  self->cases = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer full) */
static VetoCase *
make_case (VetoCaseBook *self, VetoStoreCase *row)
{
  VetoCase *made = veto_case_new (self->store, self->guidance, row);

  g_signal_connect_object (made, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  return made;
}

/* Returns: how many cases are the same at the beginning of both */
static guint
count_common (GPtrArray *left, GPtrArray *right)
{
  guint n = 0;

  while (n < left->len && n < right->len && g_ptr_array_index (left, n) == g_ptr_array_index (right, n))
    n++;
  return n;
}

/* @rows: (element-type VetoStoreCase): for each of @cases its row, or NULL. Returns: whether other accounts are first ones */
static gboolean
take_known_rows (GPtrArray *cases, GPtrArray *rows)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < cases->len; i++)
    {
      VetoCase *item = g_ptr_array_index (cases, i);
      gboolean  was_first = veto_case_is_first (item);

      if (g_ptr_array_index (rows, i) != NULL)
        veto_case_take_row (item, g_ptr_array_index (rows, i));
      differs = differs || was_first != veto_case_is_first (item);
    }
  return differs;
}

/* @rows: (element-type VetoStoreCase): emptied. A case that was there before stays the same object. */
static void
take_rows (VetoCaseBook *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) old = g_ptr_array_ref (self->cases);
  g_autoptr(GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (NULL);
  g_autoptr(GHashTable) by_id = index_by_id (old);
  guint n_common;

  g_ptr_array_set_free_func (rows, NULL); /* each row goes to its case */
  for (guint i = 0; i < rows->len; i++)
    {
      VetoStoreCase *row = g_ptr_array_index (rows, i);
      VetoCase      *item = g_hash_table_lookup (by_id, row->id);

      g_ptr_array_add (known, item != NULL ? row : NULL);
      g_ptr_array_add (present, item != NULL ? g_object_ref (item) : make_case (self, row));
    }
  n_common = count_common (old, present);
  g_ptr_array_unref (self->cases);
  self->cases = g_ptr_array_ref (present);
  if (n_common < old->len || n_common < present->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_common, old->len - n_common, present->len - n_common);
  if (take_known_rows (present, known))
    g_signal_emit (self, signals[SIGNAL_PLACED], 0);
}

VetoCaseBook *
veto_case_book_new (VetoStore *store, VetoGuidance *guidance, GError **error)
{
  g_autoptr(VetoCaseBook) self = NULL;
  GDate today;

  g_return_val_if_fail (VETO_IS_STORE (store) && VETO_IS_GUIDANCE (guidance), NULL);

  self = g_object_new (VETO_TYPE_CASE_BOOK, NULL);
  self->store = g_object_ref (store);
  self->guidance = g_object_ref (guidance);
  veto_day_today (&today);
  self->day = g_date_get_julian (&today); /* each case computes its own state when it is made */
  if (!veto_case_book_refresh (self, error))
    return NULL;
  g_signal_connect_object (guidance, "notify::set", G_CALLBACK (guidance_swapped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "cases-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "case-changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

gboolean
veto_case_book_refresh (VetoCaseBook *self, GError **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  g_return_val_if_fail (VETO_IS_CASE_BOOK (self), FALSE);

  if (!veto_store_has_changed (self->store))
    {
      follow_day (self);
      return TRUE;
    }
  rows = veto_store_read_cases (self->store, error);
  if (rows == NULL)
    return FALSE;
  take_rows (self, rows);
  follow_day (self);
  return TRUE;
}

/* The first that fits, among those of own first accounts alone where @only_first. */
static VetoCase *
find_by_goal (VetoCaseBook *self, const char *platform, const char *goal, gboolean only_first)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      VetoCase *item = g_ptr_array_index (self->cases, i);

      if (g_strcmp0 (veto_case_get_platform (item), platform) == 0
          && (goal == NULL || g_strcmp0 (veto_case_get_goal (item), goal) == 0)
          && (!only_first || veto_case_is_first (item)))
        return item;
    }
  return NULL;
}

/* @row: (transfer full) (nullable): what the store made or found */
static VetoCase *
add_row (VetoCaseBook *self, VetoStoreCase *row)
{
  VetoCase *item = row != NULL ? veto_case_book_find_id (self, row->id) : NULL;

  if (row == NULL)
    return NULL;
  if (item != NULL)
    {
      veto_case_take_row (item, row);
      return item;
    }
  item = make_case (self, row);
  g_ptr_array_add (self->cases, item);
  g_list_model_items_changed (G_LIST_MODEL (self), self->cases->len - 1, 0, 1);
  return item;
}

VetoCase *
veto_case_book_start (VetoCaseBook *self,
                      const char   *platform,
                      const char   *goal,
                      const char   *guide,
                      GError      **error)
{
  VetoCase *item;

  g_return_val_if_fail (VETO_IS_CASE_BOOK (self) && platform != NULL && goal != NULL && guide != NULL, NULL);

  if (!veto_case_book_refresh (self, error))
    return NULL;
  item = find_by_goal (self, platform, goal, TRUE);
  return item != NULL ? item
                      : add_row (self, veto_store_add_case (self->store, platform, goal, guide, error));
}

VetoCase *
veto_case_book_start_for (VetoCaseBook *self,
                          const char   *account,
                          const char   *goal,
                          const char   *guide,
                          GError      **error)
{
  g_return_val_if_fail (VETO_IS_CASE_BOOK (self) && account != NULL && goal != NULL && guide != NULL, NULL);

  if (!veto_case_book_refresh (self, error))
    return NULL;
  return add_row (self, veto_store_add_case_for (self->store, account, goal, guide, error));
}

VetoCase *
veto_case_book_find (VetoCaseBook *self, const char *platform, const char *goal)
{
  VetoCase *item;

  g_return_val_if_fail (VETO_IS_CASE_BOOK (self) && platform != NULL, NULL);

  item = find_by_goal (self, platform, goal, TRUE);
  return item != NULL ? item : find_by_goal (self, platform, goal, FALSE);
}
