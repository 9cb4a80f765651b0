/* Passwords in the desktop's keyring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include "veto-secrets.h"

#include "veto-secrets-private.h"

struct _VetoSecrets
{
  GObject     parent_instance;
  guint       patience; /* milliseconds */
  gboolean    is_asking;
  gboolean    portal_answers;
  GHashTable *held; /* set of ids */
};

G_DEFINE_FINAL_TYPE (VetoSecrets, veto_secrets, G_TYPE_OBJECT)
G_DEFINE_QUARK (veto-secrets-error-quark, veto_secrets_error);

/* With a matched name, a keyring that is locked since the start finds nothing, and never asks. */
const SecretSchema veto_secret_schema = { VETO_APP_ID ".Secret",
                                          SECRET_SCHEMA_DONT_MATCH_NAME,
                                          { { VETO_SECRET_ITEM, SECRET_SCHEMA_ATTRIBUTE_STRING },
                                            { NULL, 0 } } };

static void
veto_secrets_finalize (GObject *object)
{
  g_hash_table_unref (VETO_SECRETS (object)->held);

  G_OBJECT_CLASS (veto_secrets_parent_class)->finalize (object);
}

static void
veto_secrets_class_init (VetoSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_secrets_finalize;
}

static void
veto_secrets_init (VetoSecrets *self)
{
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

VetoSecretCall *
veto_secret_call_end (GTask *task)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->is_asker)
    VETO_SECRETS (g_task_get_source_object (task))->is_asking = FALSE;
  call->is_asker = FALSE;
  veto_secret_call_wait (task);
  return call;
}

gboolean
veto_secret_call_may_ask (GTask *task)
{
  VetoSecrets    *self = g_task_get_source_object (task);
  VetoSecretCall *call = g_task_get_task_data (task);

  if (self->is_asking)
    {
      veto_secret_call_wait (task);
      veto_secret_call_refuse (task, VETO_SECRETS_ERROR_BUSY);
      return FALSE;
    }
  self->is_asking = call->is_asker = TRUE;
  return TRUE;
}

static void search (GTask *task);

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  gboolean done = secret_password_store_finish (result, &error);

  if (veto_secret_call_is_over (task))
    return;
  if (veto_secret_call_begins_again (task, error))
    {
      search (task);
      return;
    }
  veto_secret_call_end (task);
  if (done)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    veto_secret_call_fail (task, g_steal_pointer (&error));
  else
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_LOCKED);
}

static void
free_password (gpointer password)
{
  veto_password_free (password);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  SecretValue    *value = secret_password_lookup_binary_finish (result, &error);
  VetoSecretCall *call = g_task_get_task_data (task);
  const char     *text = value != NULL ? secret_value_get_text (value) : NULL;

  if (!call->is_over && veto_secret_call_begins_again (task, error))
    {
      search (task);
      return;
    }
  if (!call->is_over)
    veto_secret_call_end (task);
  if (call->is_over)
    g_debug ("too late");
  else if (error != NULL)
    veto_secret_call_fail (task, g_steal_pointer (&error));
  else if (text != NULL && *text == '\0') /* KWallet, of what it had not written yet when it ended */
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_GONE);
  else if (value == NULL) /* libsecret tells a closed question and a missing item alike */
    veto_secret_call_refuse (task, call->was_locked ? VETO_SECRETS_ERROR_LOCKED : VETO_SECRETS_ERROR_GONE);
  else if (text == NULL || !veto_password_check (text, NULL)) /* somebody else's, or made by hand */
    veto_secret_call_refuse (task, VETO_SECRETS_ERROR_FAILED);
  else
    g_task_return_pointer (task, veto_password_new (text), free_password);
  g_clear_pointer (&value, secret_value_unref);
}

/* Items of a file have no lock. */
VetoSecretState
veto_secret_get_item_state (gpointer item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (item) ? VETO_SECRET_LOCKED : VETO_SECRET_AVAILABLE;
}

static VetoSecretState
get_state (GList *items)
{
  return items != NULL ? veto_secret_get_item_state (items->data) : VETO_SECRET_GONE;
}

/* The keyring is there and knows, or does not know, the item: now what was wanted. */
static void
go_on (GTask *task, GList *items)
{
  VetoSecretState state = get_state (items);
  VetoSecretCall *call = g_task_get_task_data (task);
  gpointer        tag = g_task_get_source_tag (task);

  if (tag == veto_secrets_probe_async)
    {
      g_task_return_int (task, state);
      return;
    }
  if (state == VETO_SECRET_GONE && tag == veto_secrets_look_up_async)
    {
      veto_secret_call_refuse (task, VETO_SECRETS_ERROR_GONE);
      return;
    }
  if (state == VETO_SECRET_GONE && tag == veto_secrets_clear_async)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (!veto_secret_call_may_ask (task))
    return;

  call->was_locked = state == VETO_SECRET_LOCKED;
  if (tag == veto_secrets_look_up_async)
    secret_password_lookup (&veto_secret_schema, call->stop, looked_up_cb, g_object_ref (task),
                            VETO_SECRET_ITEM, call->id, NULL);
  else if (tag == veto_secrets_clear_async)
    veto_secret_call_clear (task, items);
  else
    secret_password_store_binary (&veto_secret_schema, SECRET_COLLECTION_DEFAULT, call->label, call->value,
                                  call->stop, stored_cb, g_object_ref (task), VETO_SECRET_ITEM, call->id,
                                  NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  GList *items = secret_password_search_finish (result, &error);

  if (!veto_secret_call_is_over (task))
    {
      veto_secret_call_end (task);
      if (error != NULL)
        veto_secret_call_fail (task, g_steal_pointer (&error));
      else
        go_on (task, items);
    }
  g_list_free_full (items, g_object_unref);
}

static void
search (GTask *task)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  veto_secret_call_limit (task, veto_secrets_get_patience (g_task_get_source_object (task)));
  secret_password_search (&veto_secret_schema, SECRET_SEARCH_NONE, call->stop, found_cb, g_object_ref (task),
                          VETO_SECRET_ITEM, call->id, NULL);
}

static void
lock_known_cb (GTask *task, gboolean is_locked)
{
  if (!is_locked)
    search (task);
  else if (g_task_get_source_tag (task) == veto_secrets_probe_async)
    {
      veto_secret_call_end (task);
      g_task_return_int (task, VETO_SECRET_LOCKED);
    }
  else if (veto_secret_call_may_ask (task))
    veto_secret_lock_open (task, search);
}

/* Every call begins with a look that asks nobody, so that a keyring that is not there or does not answer is told from a
 * person who takes time to type. @task: (transfer full) */
static void
look_first (GTask *task)
{
  g_autoptr(GTask) owned = task;
  g_autoptr(GError) error = NULL;

  if (!veto_secrets_check_file (NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  veto_secret_call_limit (task, veto_secrets_get_patience (g_task_get_source_object (task)));
  veto_secret_lock_ask (task, lock_known_cb);
}

guint
veto_secrets_get_patience (VetoSecrets *self)
{
  return self->patience;
}

gboolean
veto_secrets_get_portal_answers (VetoSecrets *self)
{
  return self->portal_answers;
}

void
veto_secrets_set_portal_answers (VetoSecrets *self, gboolean answers)
{
  self->portal_answers = answers;
}

VetoSecrets *
veto_secrets_new (guint patience)
{
  VetoSecrets *self = g_object_new (VETO_TYPE_SECRETS, NULL);

  self->patience = patience;
  return self;
}

char *
veto_secrets_make_id (void)
{
  GString *id = g_string_new (NULL);

  while (id->len < 32)
    {
      g_autofree char *uuid = g_uuid_string_random ();

      for (guint i = 0; i < 13 && id->len < 32; i++) /* what is before the digits that are the same in each */
        if (uuid[i] != '-')
          g_string_append_c (id, uuid[i]);
    }
  return g_string_free (id, FALSE);
}

void
veto_secrets_probe_async (VetoSecrets        *self,
                          const char         *id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_return_if_fail (VETO_IS_SECRETS (self) && id != NULL);
  look_first (veto_secret_call_begin (self, veto_secrets_probe_async, id, cancellable, callback, data));
}

gboolean
veto_secrets_probe_finish (VetoSecrets     *self,
                           GAsyncResult    *result,
                           VetoSecretState *out_state,
                           GError         **error)
{
  gssize state;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  state = g_task_propagate_int (G_TASK (result), error);
  if (state < 0)
    return FALSE;
  *out_state = (VetoSecretState) state;
  return TRUE;
}

void
veto_secrets_store_async (VetoSecrets        *self,
                          const char         *id,
                          const char         *label,
                          const char         *password,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr(GError) error = NULL;
  GTask          *task;
  VetoSecretCall *call;

  g_return_if_fail (VETO_IS_SECRETS (self) && id != NULL && label != NULL && password != NULL);

  task = veto_secret_call_begin (self, veto_secrets_store_async, id, cancellable, callback, data);
  if (!veto_password_check (password, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  call = g_task_get_task_data (task);
  call->label = g_strdup (label);
  call->value = secret_value_new (password, -1, "text/plain");
  look_first (task);
}

gboolean
veto_secrets_store_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
veto_secrets_look_up_async (VetoSecrets        *self,
                            const char         *id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  g_return_if_fail (VETO_IS_SECRETS (self) && id != NULL);
  look_first (veto_secret_call_begin (self, veto_secrets_look_up_async, id, cancellable, callback, data));
}

VetoPassword *
veto_secrets_look_up_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
veto_secrets_clear_async (VetoSecrets        *self,
                          const char         *id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_return_if_fail (VETO_IS_SECRETS (self) && id != NULL);
  look_first (veto_secret_call_begin (self, veto_secrets_clear_async, id, cancellable, callback, data));
}

gboolean
veto_secrets_clear_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
veto_secrets_hold (VetoSecrets *self, const char *id, gboolean is_held)
{
  g_return_if_fail (VETO_IS_SECRETS (self) && id != NULL);

  if (is_held)
    g_hash_table_add (self->held, g_strdup (id));
  else
    g_hash_table_remove (self->held, id);
}

gboolean
veto_secrets_is_held (VetoSecrets *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_SECRETS (self) && id != NULL, FALSE);
  return g_hash_table_contains (self->held, id);
}
