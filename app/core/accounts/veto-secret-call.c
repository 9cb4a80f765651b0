/* One call to the keyring: its time, and its errors in people's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-secrets-private.h"

static void
stop_clock (VetoSecretCall *call)
{
  g_clear_handle_id (&call->timeout_id, g_source_remove);
}

static void
free_call (gpointer data)
{
  VetoSecretCall *call = data;

  stop_clock (call);
  if (call->cancelled_id != 0)
    g_signal_handler_disconnect (call->caller,
                                 call->cancelled_id); /* g_cancellable_disconnect() may wait for itself */
  g_clear_object (&call->caller);
  g_clear_pointer (&call->value, secret_value_unref);
  g_clear_object (&call->stop);
  g_free (call->id);
  g_free (call->label);
  g_free (call);
}

/* The next call asks anew: a keyring that was started again gets a new session, and a portal its question. */
static void
forget_service (GTask *task)
{
  veto_secrets_set_portal_answers (g_task_get_source_object (task), FALSE);
  secret_service_disconnect ();
}

/* (transfer full) */
static gboolean
abandon_cb (gpointer data)
{
  g_autoptr(GTask) task = data;
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->is_over || g_task_get_completed (task))
    return G_SOURCE_REMOVE;
  call->is_over = TRUE;
  veto_secret_call_end (task);
  forget_service (task);
  if (call->is_late)
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_NO_ANSWER);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  return G_SOURCE_REMOVE;
}

static void
stop_call (VetoSecretCall *call)
{
  if (call->stop != NULL)
    g_cancellable_cancel (call->stop);
  else
    g_idle_add (abandon_cb, g_object_ref (call->task));
}

static void
cancelled_cb (GCancellable *cancellable, VetoSecretCall *call)
{
  stop_call (call);
}

static gboolean
late_cb (gpointer data)
{
  VetoSecretCall *call = data;

  call->timeout_id = 0;
  call->is_late = TRUE;
  stop_call (call);
  return G_SOURCE_REMOVE;
}

gboolean
veto_secret_call_is_over (GTask *task)
{
  return ((VetoSecretCall *) g_task_get_task_data (task))->is_over;
}

GTask *
veto_secret_call_begin (VetoSecrets        *self,
                        gpointer            tag,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  GTask          *task = g_task_new (self, cancellable, callback, data);
  VetoSecretCall *call = g_new0 (VetoSecretCall, 1);

  veto_secret_guard ();
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, free_call);
  g_task_set_check_cancellable (task, FALSE); /* what was stored is stored; errors come through the call */
  call->id = g_strdup (id);
  call->task = task;
  call->stop = veto_secrets_uses_file () ? NULL : g_cancellable_new ();
  call->caller = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  if (cancellable != NULL)
    call->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), call, NULL);
  return task;
}

void
veto_secret_call_limit (GTask *task, guint patience)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  stop_clock (call);
  call->timeout_id = g_timeout_add (patience, late_cb, call);
}

void
veto_secret_call_wait (GTask *task)
{
  stop_clock (g_task_get_task_data (task));
}

const char *
veto_secrets_describe (VetoSecretsError code)
{
  switch (code)
    {
    case VETO_SECRETS_ERROR_NO_SERVICE:
      return _ (
        "There is no keyring on this system, so Veto does not store passwords. Everything else works.");
    case VETO_SECRETS_ERROR_NO_ANSWER:
      return _ ("The keyring does not answer. Type the password yourself, or try again later.");
    case VETO_SECRETS_ERROR_LOCKED:
      return _ ("The keyring is locked. Try again and open it, or type the password yourself.");
    case VETO_SECRETS_ERROR_GONE:
      return _ ("The password is not in the keyring any more. You can store it again.");
    case VETO_SECRETS_ERROR_BUSY:
      return _ ("The keyring is asking you something already. Answer that first.");
    case VETO_SECRETS_ERROR_VALUE:
      return _ ("This password has characters that cannot be kept.");
    case VETO_SECRETS_ERROR_FAILED:
    default:
      return _ ("The keyring could not do this. Type the password yourself, or try again later.");
    }
}

/* What libsecret says in which state was measured: security snippets, 4. */
static VetoSecretsError
find_code (const GError *error)
{
  static const GDBusError missing[] = { G_DBUS_ERROR_SERVICE_UNKNOWN,   G_DBUS_ERROR_NAME_HAS_NO_OWNER,
                                        G_DBUS_ERROR_NO_SERVER,         G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
                                        G_DBUS_ERROR_SPAWN_EXEC_FAILED, G_DBUS_ERROR_SPAWN_CHILD_EXITED,
                                        G_DBUS_ERROR_SPAWN_FAILED,      G_DBUS_ERROR_ACCESS_DENIED };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    if (g_error_matches (error, G_DBUS_ERROR, missing[i]))
      return VETO_SECRETS_ERROR_NO_SERVICE;
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return VETO_SECRETS_ERROR_NO_ANSWER;
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return VETO_SECRETS_ERROR_LOCKED;
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT))
    return VETO_SECRETS_ERROR_GONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_DBUS_ERROR)) /* an error of its own, so it is there */
    return VETO_SECRETS_ERROR_FAILED;
  if (error->domain == G_IO_ERROR) /* no bus, a bus that cannot be reached, no portal */
    return VETO_SECRETS_ERROR_NO_SERVICE;
  return VETO_SECRETS_ERROR_FAILED;
}

void
veto_secret_call_refuse (GTask *task, VetoSecretsError code)
{
  g_task_return_new_error (task, VETO_SECRETS_ERROR, (int) code, "%s", veto_secrets_describe (code));
}

gboolean
veto_secret_call_begins_again (GTask *task, const GError *error)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->has_begun_again
      || (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_DBUS_ERROR)
          && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS)))
    return FALSE;
  g_debug ("once more, because of: %s", error->message);
  call->has_begun_again = TRUE;
  veto_secret_call_end (task);
  forget_service (task);
  return TRUE;
}

void
veto_secret_call_stay_shut (GTask *task, GError *error)
{
  veto_secret_call_end (task);
  if (error != NULL)
    veto_secret_call_fail (task, error);
  else
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_LOCKED);
}

void
veto_secret_call_fail (GTask *task, GError *error)
{
  VetoSecretCall *call = g_task_get_task_data (task);
  g_autoptr(GError) owned = error;

  g_debug ("%s", error->message); /* says what happened on the bus; libsecret puts no secret into it */
  forget_service (task);
  if (call->is_late)
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_NO_ANSWER);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           && (call->stop == NULL || !g_cancellable_is_cancelled (call->stop)))
    veto_secret_call_refuse (task,
                             VETO_SECRETS_ERROR_LOCKED); /* the person said no to the sandbox's portal */
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&owned));
  else
    veto_secret_call_refuse (task, find_code (error));
}
