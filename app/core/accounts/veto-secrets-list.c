/* All that Veto has in the keyring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include "veto-secrets-private.h"

static void
free_states (gpointer states)
{
  g_hash_table_unref (states);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GList *items = secret_password_search_finish (result, &error);

  veto_secret_call_wait (task);
  for (GList *each = items; each != NULL; each = each->next)
    {
      g_autoptr(GHashTable) attributes = secret_retrievable_get_attributes (each->data);
      const char *id = g_hash_table_lookup (attributes, VETO_SECRET_ITEM);

      if (id != NULL)
        g_hash_table_insert (states, g_strdup (id),
                             GUINT_TO_POINTER (veto_secret_get_item_state (each->data)));
    }
  g_list_free_full (items, g_object_unref);
  if (veto_secret_call_is_over (task))
    return;
  if (error != NULL)
    veto_secret_call_fail (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&states), free_states);
}

static void
lock_known_cb (GTask *task, gboolean is_locked)
{
  static const SecretSchema by_name = { VETO_APP_ID ".Secret",
                                        SECRET_SCHEMA_NONE,
                                        { { VETO_SECRET_ITEM, SECRET_SCHEMA_ATTRIBUTE_STRING },
                                          { NULL, 0 } } };
  g_autoptr(GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  VetoSecretCall *call = g_task_get_task_data (task);

  if (is_locked)
    {
      veto_secret_call_wait (task);
      veto_secret_call_refuse (task, VETO_SECRETS_ERROR_LOCKED);
      return;
    }
  /* a file is a sandbox's own, and does not keep the schema's name: all of it */
  if (!veto_secrets_uses_file ())
    g_hash_table_insert (attributes, (gpointer) "xdg:schema", (gpointer) by_name.name);
  secret_password_searchv (veto_secrets_uses_file () ? NULL : &by_name, attributes, SECRET_SEARCH_ALL,
                           call->stop, listed_cb, g_object_ref (task));
}

void
veto_secrets_list_async (VetoSecrets        *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VETO_IS_SECRETS (self));

  task = veto_secret_call_begin (self, veto_secrets_list_async, NULL, cancellable, callback, data);
  if (!veto_secrets_check_file (NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  veto_secret_call_limit (task, veto_secrets_get_patience (self));
  veto_secret_lock_ask (task, lock_known_cb);
}

GHashTable *
veto_secrets_list_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
