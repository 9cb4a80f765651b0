/* One item out of the keyring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-secrets-private.h"

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  gboolean        done = secret_password_clear_finish (result, &error);
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->is_over)
    return;
  veto_secret_call_end (task);
  if (error != NULL)
    veto_secret_call_fail (task, g_steal_pointer (&error));
  else if (!done && call->was_locked)
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_LOCKED);
  else
    g_task_return_boolean (task, TRUE);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  VetoSecretCall *call = g_task_get_task_data (task);
  int             n = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);

  if (n > 0)
    {
      secret_password_clear (&veto_secret_schema, call->stop, cleared_cb, g_object_ref (task),
                             VETO_SECRET_ITEM, call->id, NULL);
      return;
    }
  veto_secret_call_stay_shut (task, g_steal_pointer (&error));
}

void
veto_secret_call_clear (GTask *task, GList *items)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->was_locked)
    secret_service_unlock (secret_item_get_service (items->data), items, call->stop, unlocked_cb,
                           g_object_ref (task));
  else
    secret_password_clear (&veto_secret_schema, call->stop, cleared_cb, g_object_ref (task), VETO_SECRET_ITEM,
                           call->id, NULL);
}
