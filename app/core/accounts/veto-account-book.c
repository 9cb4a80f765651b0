/* All accounts: a list model, oldest first; and the people whose they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-book"

#include "veto-account-book-private.h"

#include "veto-account-private.h"
#include "veto-person-private.h"

struct _VetoAccountBook
{
  GObject     parent_instance;
  VetoStore  *store;
  GPtrArray  *accounts; /* of VetoAccount, oldest first */
  GListStore *people;   /* of VetoPerson, oldest first */
};

static GType
veto_account_book_get_item_type (GListModel *model)
{
  return VETO_TYPE_ACCOUNT;
}

static guint
veto_account_book_get_n_items (GListModel *model)
{
  return VETO_ACCOUNT_BOOK (model)->accounts->len;
}

static gpointer
veto_account_book_get_item (GListModel *model, guint position)
{
  GPtrArray *accounts = VETO_ACCOUNT_BOOK (model)->accounts;

  return position < accounts->len ? g_object_ref (g_ptr_array_index (accounts, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_account_book_get_item_type;
  iface->get_n_items = veto_account_book_get_n_items;
  iface->get_item = veto_account_book_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoAccountBook,
                               veto_account_book,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
veto_account_book_finalize (GObject *object)
{
  VetoAccountBook *self = VETO_ACCOUNT_BOOK (object);

  g_ptr_array_unref (self->accounts);
  g_clear_object (&self->people);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (veto_account_book_parent_class)->finalize (object);
}

static void
veto_account_book_class_init (VetoAccountBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_account_book_finalize;
}

static void
veto_account_book_init (VetoAccountBook *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_list_store_new (VETO_TYPE_PERSON);
}

/* @rows: (element-type VetoStorePerson): emptied. Somebody who was there before stays the same object. */
static void
take_people (VetoAccountBook *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);
  guint    n_before = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  gboolean is_same = rows->len == n_before;

  g_ptr_array_set_free_func (rows, NULL); /* each row goes to its object */
  for (guint i = 0; i < rows->len; i++)
    {
      VetoStorePerson *row = g_ptr_array_index (rows, i);
      VetoPerson      *known = veto_account_book_find_person (self, row->id);
      g_autoptr(VetoPerson) here = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (known != NULL)
        veto_person_take_row (known, row);
      g_ptr_array_add (present, known != NULL ? g_object_ref (known) : veto_person_new (row));
      is_same = is_same && known != NULL && known == here;
    }
  if (!is_same)
    g_list_store_splice (self->people, 0, n_before, present->pdata, present->len);
}

/* @rows: (element-type VetoStoreAccount): emptied */
static void
take_accounts (VetoAccountBook *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) old = g_ptr_array_ref (self->accounts);
  g_autoptr(GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  guint n_same = 0;

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      VetoStoreAccount *row = g_ptr_array_index (rows, i);
      VetoAccount      *item = veto_account_book_find (self, row->id);

      g_ptr_array_add (known, item != NULL ? row : NULL);
      g_ptr_array_add (present,
                       item != NULL
                         ? g_object_ref (item)
                         : veto_account_new (row, veto_account_book_find_person (self, row->person)));
    }
  while (n_same < old->len && n_same < present->len && old->pdata[n_same] == present->pdata[n_same])
    n_same++;
  g_ptr_array_unref (self->accounts);
  self->accounts = g_ptr_array_ref (present);
  if (n_same < old->len || n_same < present->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, old->len - n_same, present->len - n_same);
  for (guint i = 0; i < present->len; i++)
    if (known->pdata[i] != NULL)
      veto_account_take_row (present->pdata[i], known->pdata[i]);
}

/* What cannot be read now is read the next time. */
static void
store_changed_cb (VetoAccountBook *self)
{
  g_autoptr(GError) error = NULL;

  if (!veto_account_book_refresh (self, &error))
    g_debug ("%s", error->message);
}

VetoAccountBook *
veto_account_book_new (VetoStore *store, GError **error)
{
  g_autoptr(VetoAccountBook) self = NULL;

  g_return_val_if_fail (VETO_IS_STORE (store), NULL);

  self = g_object_new (VETO_TYPE_ACCOUNT_BOOK, NULL);
  self->store = g_object_ref (store);
  if (!veto_account_book_read (self, error))
    return NULL;
  g_signal_connect_object (store, "accounts-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

gboolean
veto_account_book_read (VetoAccountBook *self, GError **error)
{
  g_autoptr(GPtrArray) people = NULL, accounts = NULL;

  if (!veto_store_read_accounts (self->store, &people, &accounts, error))
    return FALSE;
  take_people (self, people);
  take_accounts (self, accounts);
  return TRUE;
}

gboolean
veto_account_book_refresh (VetoAccountBook *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self), FALSE);

  return !veto_store_have_accounts_changed (self->store) || veto_account_book_read (self, error);
}

VetoStore *
veto_account_book_get_store (VetoAccountBook *self)
{
  return self->store;
}

GListModel *
veto_account_book_get_people (VetoAccountBook *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self), NULL);
  return G_LIST_MODEL (self->people);
}

VetoAccount *
veto_account_book_find (VetoAccountBook *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && id != NULL, NULL);

  for (guint i = 0; i < self->accounts->len; i++)
    if (g_str_equal (veto_account_get_id (self->accounts->pdata[i]), id))
      return self->accounts->pdata[i];
  return NULL;
}

VetoPerson *
veto_account_book_find_person (VetoAccountBook *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr(VetoPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (g_str_equal (veto_person_get_id (person), id))
        return person; /* the list holds it */
    }
  return NULL;
}
