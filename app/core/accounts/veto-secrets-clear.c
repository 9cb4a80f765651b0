/* Several secrets out of the keyring, one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-secrets-clear.h"

#include "veto-secret-debts.h"

typedef struct
{
  GPtrArray *ids;
  guint      n_done;
} Clearing;

static void
free_clearing (gpointer data)
{
  Clearing *self = data;

  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void clear_next (GTask *task);

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  Clearing *self = g_task_get_task_data (task);

  if (!veto_secrets_clear_finish (VETO_SECRETS (source), result, &error)
      && !g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_error (&error);
  if (!veto_secret_debts_drop (self->ids->pdata[self->n_done], &error))
    g_debug ("%s", error->message); /* it is looked for once more, and is not there */
  self->n_done++;
  clear_next (task);
}

static void
clear_next (GTask *task)
{
  Clearing *self = g_task_get_task_data (task);

  if (self->n_done == self->ids->len)
    g_task_return_boolean (task, TRUE);
  else
    veto_secrets_clear_async (g_task_get_source_object (task), self->ids->pdata[self->n_done],
                              g_task_get_cancellable (task), cleared_cb, g_object_ref (task));
}

void
veto_secrets_clear_list_async (VetoSecrets        *self,
                               GPtrArray          *ids,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Clearing *clearing = g_new0 (Clearing, 1);

  g_task_set_source_tag (task, veto_secrets_clear_list_async);
  clearing->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (clearing->ids, g_strdup (ids->pdata[i]));
      if (!veto_secret_debts_add (ids->pdata[i], &error))
        g_debug ("%s", error->message); /* it is cleared all the same */
    }
  g_task_set_task_data (task, clearing, free_clearing);
  clear_next (task);
}

gboolean
veto_secrets_clear_list_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
forgot_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  /* a keyring that is not there keeps nothing within reach, and must not keep anybody from deleting the rest */
  if (veto_secrets_clear_list_finish (VETO_SECRETS (source), result, &error)
      || g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_SERVICE))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
add_id (GPtrArray *ids, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static void list (GTask *task);

/* What a locked keyring has is not known before it is open. */
static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  if (veto_secrets_unlock_finish (VETO_SECRETS (source), result, &error))
    list (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A keyring that tells nothing may have what is known of: that is cleared anyway, or fails by itself. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) states = veto_secrets_list_finish (VETO_SECRETS (source), result, &error);
  GPtrArray     *ids = g_task_get_task_data (task);
  GHashTableIter iter;
  gpointer       id;

  if (g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED))
    {
      veto_secrets_unlock_async (VETO_SECRETS (source), g_task_get_cancellable (task), unlocked_cb,
                                 g_object_ref (task));
      return;
    }
  if (states != NULL)
    {
      g_hash_table_iter_init (&iter, states);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        add_id (ids, id);
    }
  veto_secrets_clear_list_async (VETO_SECRETS (source), ids, g_task_get_cancellable (task), forgot_cb,
                                 g_object_ref (task));
}

static void
list (GTask *task)
{
  veto_secrets_list_async (g_task_get_source_object (task), g_task_get_cancellable (task), listed_cb,
                           g_object_ref (task));
}

static void
free_ids (gpointer ids)
{
  g_ptr_array_unref (ids);
}

void
veto_secrets_forget_async (VetoSecrets        *self,
                           VetoAccountBook    *book,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  GPtrArray *ids = veto_secret_debts_read ();
  guint      n_accounts = book != NULL ? g_list_model_get_n_items (G_LIST_MODEL (book)) : 0;

  g_return_if_fail (VETO_IS_SECRETS (self));

  for (guint i = 0; i < n_accounts; i++)
    {
      g_autoptr(VetoAccount) account = g_list_model_get_item (G_LIST_MODEL (book), i);

      if (veto_account_get_secret_id (account) != NULL)
        add_id (ids, veto_account_get_secret_id (account));
    }
  g_task_set_source_tag (task, veto_secrets_forget_async);
  g_task_set_task_data (task, ids, free_ids);
  list (task);
}

gboolean
veto_secrets_forget_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
