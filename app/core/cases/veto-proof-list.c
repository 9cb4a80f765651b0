/* The proof of one case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-list"

#include "veto-config.h"

#include "veto-proof-list.h"

#include <glib/gi18n-lib.h>

#include "veto-proof-private.h"

struct _VetoProofList
{
  GObject       parent_instance;
  VetoStore    *store;
  char         *case_id;
  GPtrArray    *items;       /* of VetoProof */
  GCancellable *gone;        /* cancelled with the list */
  gboolean      is_checking; /* one is being looked at */
};

static GType
veto_proof_list_get_item_type (GListModel *model)
{
  return VETO_TYPE_PROOF;
}

static guint
veto_proof_list_get_n_items (GListModel *model)
{
  return VETO_PROOF_LIST (model)->items->len;
}

static gpointer
veto_proof_list_get_item (GListModel *model, guint position)
{
  VetoProofList *self = VETO_PROOF_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_proof_list_get_item_type;
  iface->get_n_items = veto_proof_list_get_n_items;
  iface->get_item = veto_proof_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoProofList,
                               veto_proof_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
veto_proof_list_dispose (GObject *object)
{
  g_cancellable_cancel (VETO_PROOF_LIST (object)->gone);

  G_OBJECT_CLASS (veto_proof_list_parent_class)->dispose (object);
}

static void
veto_proof_list_finalize (GObject *object)
{
  VetoProofList *self = VETO_PROOF_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->gone);

  G_OBJECT_CLASS (veto_proof_list_parent_class)->finalize (object);
}

static void
veto_proof_list_class_init (VetoProofListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_proof_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_proof_list_finalize;
}

static void
veto_proof_list_init (VetoProofList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->gone = g_cancellable_new ();
}

VetoProofList *
veto_proof_list_new (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) rows = NULL;
  VetoProofList *self;

  g_return_val_if_fail (VETO_IS_STORE (store) && case_id != NULL, NULL);

  rows = veto_store_read_proof (store, case_id, error);
  if (rows == NULL)
    return NULL;
  self = g_object_new (VETO_TYPE_PROOF_LIST, NULL);
  self->store = g_object_ref (store);
  self->case_id = g_strdup (case_id);
  g_ptr_array_set_free_func (rows, NULL); /* each row goes to its object */
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->items, veto_proof_new (g_ptr_array_index (rows, i)));
  return self;
}

const char *
veto_proof_list_get_case_id (VetoProofList *self)
{
  g_return_val_if_fail (VETO_IS_PROOF_LIST (self), NULL);
  return self->case_id;
}

static void
insert (VetoProofList *self, guint position, VetoProof *proof)
{
  g_ptr_array_insert (self->items, (int) position, g_object_ref (proof));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* --- Reading --- */

/* What is read. The task does not keep the list: who looks through it stops when it is gone. */
typedef struct
{
  VetoStore *store;
  VetoProof *proof;
  GBytes    *bytes; /* NULL until they are read */
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->store);
  g_object_unref (reading->proof);
  g_clear_pointer (&reading->bytes, g_bytes_unref);
  g_free (reading);
}

static void
examined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProofParcel) parcel = veto_proof_examine_finish (result, &error);
  Reading *reading = g_task_get_task_data (task);

  if (parcel == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  veto_proof_take_finding (reading->proof, parcel->bytes != NULL ? VETO_PROOF_INTACT : VETO_PROOF_CHANGED,
                           g_steal_pointer (&parcel->mail));
  g_task_return_pointer (task, g_steal_pointer (&reading->bytes), (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError  *error = NULL;

  reading->bytes = veto_store_read_proof_bytes_finish (reading->store, result, &error);
  if (reading->bytes != NULL)
    {
      veto_proof_examine_async (veto_proof_get_row (reading->proof), reading->bytes,
                                g_task_get_cancellable (task), examined_cb, g_object_ref (task));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    veto_proof_take_finding (reading->proof, VETO_PROOF_UNREADABLE, NULL);
  g_task_return_error (task, error);
}

void
veto_proof_list_read_async (VetoProofList      *self,
                            VetoProof          *proof,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask   *task;

  g_return_if_fail (VETO_IS_PROOF_LIST (self) && VETO_IS_PROOF (proof));

  reading->store = g_object_ref (self->store);
  reading->proof = g_object_ref (proof);
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, veto_proof_list_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) free_reading);
  veto_store_read_proof_bytes_async (self->store, veto_proof_get_id (proof), cancellable, read_cb, task);
}

GBytes *
veto_proof_list_read_finish (VetoProofList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VETO_IS_PROOF_LIST (self) && g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Looking whether it is still the same --- */

static void check_next (VetoProofList *self);

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr(VetoProofList) self = g_weak_ref_get (weak);

  if (self != NULL)
    {
      self->is_checking = FALSE;
      check_next (self);
    }
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
check_next (VetoProofList *self)
{
  for (guint i = 0; i < self->items->len && !self->is_checking; i++)
    if (veto_proof_get_condition (self->items->pdata[i]) == VETO_PROOF_UNCHECKED)
      {
        GWeakRef *weak = g_new0 (GWeakRef, 1);

        g_weak_ref_init (weak, self);
        self->is_checking = TRUE;
        veto_proof_list_read_async (self, self->items->pdata[i], self->gone, checked_cb, weak);
      }
}

void
veto_proof_list_check (VetoProofList *self)
{
  g_return_if_fail (VETO_IS_PROOF_LIST (self));
  check_next (self);
}

/* --- Adding --- */

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  VetoProofList   *self = g_task_get_source_object (task);
  VetoProofParcel *parcel = g_task_get_task_data (task);
  GError          *error = NULL;
  VetoProof       *proof;

  if (!veto_store_add_proof_finish (self->store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  proof = veto_proof_new (g_steal_pointer (&parcel->row));
  veto_proof_take_finding (proof, VETO_PROOF_INTACT, g_steal_pointer (&parcel->mail));
  insert (self, self->items->len, proof);
  g_task_return_pointer (task, proof, g_object_unref);
}

/* Whether the same file is there: people drag twice. */
static gboolean
has_same (VetoProofList *self, const VetoStoreProof *row)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (veto_proof_get_sha256 (self->items->pdata[i]), row->sha256) == 0)
      return TRUE;
  return FALSE;
}

static void
packed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  VetoProofList   *self = g_task_get_source_object (task);
  GError          *error = NULL;
  VetoProofParcel *parcel = veto_proof_pack_finish (result, &error);

  if (parcel == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, parcel, (GDestroyNotify) veto_proof_parcel_free);
  if (has_same (self, parcel->row))
    g_task_return_new_error (task, VETO_PROOF_ERROR, VETO_PROOF_ERROR_THERE,
                             /* Translators: %s is the name of a file */
                             _ ("“%s” is kept here already."), parcel->row->name);
  else
    veto_store_add_proof_async (self->store, parcel->row, parcel->bytes, g_task_get_cancellable (task),
                                stored_cb, g_object_ref (task));
}

static void
add (VetoProofList      *self,
     GFile              *file,
     const char         *name,
     GBytes             *bytes,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, add);
  g_task_set_check_cancellable (task, FALSE); /* what is on the disk is in the list */
  veto_proof_pack_async (self->case_id, file, name, bytes, cancellable, packed_cb, task);
}

void
veto_proof_list_add_file_async (VetoProofList      *self,
                                GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  g_return_if_fail (VETO_IS_PROOF_LIST (self) && G_IS_FILE (file));

  add (self, file, NULL, NULL, cancellable, callback, data);
}

void
veto_proof_list_add_bytes_async (VetoProofList      *self,
                                 const char         *name,
                                 GBytes             *bytes,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            data)
{
  g_return_if_fail (VETO_IS_PROOF_LIST (self) && name != NULL && bytes != NULL);

  add (self, NULL, name, bytes, cancellable, callback, data);
}

VetoProof *
veto_proof_list_add_finish (VetoProofList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Removing --- */

void
veto_proof_list_remove (VetoProofList *self, VetoProof *proof)
{
  guint position;

  g_return_if_fail (VETO_IS_PROOF_LIST (self) && VETO_IS_PROOF (proof));

  if (!g_ptr_array_find (self->items, proof, &position))
    return;
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

void
veto_proof_list_put_back (VetoProofList *self, VetoProof *proof)
{
  guint position = 0;

  g_return_if_fail (VETO_IS_PROOF_LIST (self) && VETO_IS_PROOF (proof));

  if (g_ptr_array_find (self->items, proof, NULL))
    return;
  while (position < self->items->len
         && veto_proof_get_added_at (self->items->pdata[position]) <= veto_proof_get_added_at (proof))
    position++;
  insert (self, position, proof);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  VetoProofList *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  if (!veto_store_delete_proof_finish (self->store, result, &error))
    g_debug ("not deleted: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

void
veto_proof_list_delete_removed_async (VetoProofList      *self,
                                      VetoProof          *proof,
                                      GAsyncReadyCallback callback,
                                      gpointer            data)
{
  GTask *task;

  g_return_if_fail (VETO_IS_PROOF_LIST (self) && VETO_IS_PROOF (proof));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, veto_proof_list_delete_removed_async);
  if (!g_ptr_array_find (self->items, proof, NULL))
    veto_store_delete_proof_async (self->store, veto_proof_get_id (proof), NULL, deleted_cb, task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}
