/* All letters that are kept: a list model, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-book"

#include "veto-letter-book-private.h"

struct _VetoLetterBook
{
  GObject       parent_instance;
  VetoStore    *store;
  VetoGuidance *guidance;
  GPtrArray    *letters; /* of VetoSavedLetter, newest first */
};

static GType
veto_letter_book_get_item_type (GListModel *model)
{
  return VETO_TYPE_SAVED_LETTER;
}

static guint
veto_letter_book_get_n_items (GListModel *model)
{
  return VETO_LETTER_BOOK (model)->letters->len;
}

static gpointer
veto_letter_book_get_item (GListModel *model, guint position)
{
  GPtrArray *letters = VETO_LETTER_BOOK (model)->letters;

  return position < letters->len ? g_object_ref (g_ptr_array_index (letters, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_letter_book_get_item_type;
  iface->get_n_items = veto_letter_book_get_n_items;
  iface->get_item = veto_letter_book_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoLetterBook,
                               veto_letter_book,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
guidance_swapped_cb (VetoLetterBook *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    veto_saved_letter_update_title (g_ptr_array_index (self->letters, i),
                                    veto_guidance_get_set (self->guidance));
}

static void
veto_letter_book_finalize (GObject *object)
{
  VetoLetterBook *self = VETO_LETTER_BOOK (object);

  g_clear_pointer (&self->letters, g_ptr_array_unref);
  g_clear_object (&self->guidance);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (veto_letter_book_parent_class)->finalize (object);
}

static void
veto_letter_book_class_init (VetoLetterBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_letter_book_finalize;
}

static void
veto_letter_book_init (VetoLetterBook *self)
{
  self->letters = g_ptr_array_new_with_free_func (g_object_unref);
}

VetoStore *
veto_letter_book_get_store (VetoLetterBook *self)
{
  return self->store;
}

VetoGuideSet *
veto_letter_book_get_set (VetoLetterBook *self)
{
  return veto_guidance_get_set (self->guidance);
}

void
veto_letter_book_insert (VetoLetterBook *self, VetoSavedLetter *saved)
{
  gint64 created = veto_saved_letter_get_created (saved);
  guint  position = 0;

  if (g_ptr_array_find (self->letters, saved, NULL))
    return;
  while (position < self->letters->len
         && veto_saved_letter_get_created (g_ptr_array_index (self->letters, position)) > created)
    position++;
  g_ptr_array_insert (self->letters, (int) position, g_object_ref (saved));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

void
veto_letter_book_remove (VetoLetterBook *self, VetoSavedLetter *saved)
{
  guint position;

  if (!g_ptr_array_find (self->letters, saved, &position))
    return;
  g_ptr_array_remove_index (self->letters, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Tells only of what lies between the beginning and the end that both lists have in common. */
static void
tell_difference (VetoLetterBook *self, GPtrArray *old)
{
  GPtrArray *present = self->letters;
  guint      n_first = 0, n_last = 0, n_least = MIN (old->len, present->len);

  while (n_first < n_least && old->pdata[n_first] == present->pdata[n_first])
    n_first++;
  while (n_last < n_least - n_first
         && old->pdata[old->len - 1 - n_last] == present->pdata[present->len - 1 - n_last])
    n_last++;
  if (old->len != present->len || n_first < old->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, old->len - n_first - n_last,
                                present->len - n_first - n_last);
}

/* @rows: (element-type VetoStoreLetter): emptied. A letter that was there before stays the same object. */
static void
take_rows (VetoLetterBook *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) old = self->letters;
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < old->len; i++)
    g_hash_table_insert (by_id, (gpointer) veto_saved_letter_get_id (old->pdata[i]), old->pdata[i]);
  g_ptr_array_set_free_func (rows, NULL); /* each row goes to its letter */
  self->letters = g_ptr_array_new_full (rows->len, g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      VetoStoreLetter *row = rows->pdata[i];
      VetoSavedLetter *known = g_hash_table_lookup (by_id, row->id);

      if (known != NULL)
        {
          g_hash_table_remove (by_id, row->id); /* its id goes with the old row */
          g_ptr_array_add (self->letters, g_object_ref (known));
          veto_saved_letter_take_row (known, row);
        }
      else
        g_ptr_array_add (self->letters,
                         veto_saved_letter_new (row, TRUE, veto_guidance_get_set (self->guidance)));
    }
  tell_difference (self, old);
}

VetoLetterBook *
veto_letter_book_new (VetoStore *store, VetoGuidance *guidance, GError **error)
{
  g_autoptr(VetoLetterBook) self = NULL;

  g_return_val_if_fail (VETO_IS_STORE (store) && VETO_IS_GUIDANCE (guidance), NULL);

  self = g_object_new (VETO_TYPE_LETTER_BOOK, NULL);
  self->store = g_object_ref (store);
  self->guidance = g_object_ref (guidance);
  if (!veto_letter_book_read (self, error))
    return NULL;
  g_signal_connect_object (guidance, "notify::set", G_CALLBACK (guidance_swapped_cb), self,
                           G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

gboolean
veto_letter_book_read (VetoLetterBook *self, GError **error)
{
  g_autoptr(GPtrArray) rows = veto_store_read_letters (self->store, error);

  if (rows == NULL)
    return FALSE;
  take_rows (self, rows);
  return TRUE;
}

gboolean
veto_letter_book_refresh (VetoLetterBook *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self), FALSE);

  return !veto_store_have_letters_changed (self->store) || veto_letter_book_read (self, error);
}

VetoSavedLetter *
veto_letter_book_find (VetoLetterBook *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && id != NULL, NULL);

  for (guint i = 0; i < self->letters->len; i++)
    if (g_strcmp0 (veto_saved_letter_get_id (self->letters->pdata[i]), id) == 0)
      return self->letters->pdata[i];
  return NULL;
}
