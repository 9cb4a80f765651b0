/* What keyring and accounts know of each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-keyring-look"

#include "veto-keyring-look.h"

#include "veto-secret-debts.h"

typedef struct
{
  VetoKeyringLook *look;
  GPtrArray       *of_accounts; /* ids */
  GPtrArray       *debts;       /* ids */
  GPtrArray       *missing;     /* of both, such as were not listed */
  guint            n_asked;     /* of them */
} Looking;

void
veto_keyring_look_free (VetoKeyringLook *look)
{
  g_hash_table_unref (look->states);
  g_ptr_array_unref (look->strays);
  g_ptr_array_unref (look->due);
  g_free (look);
}

static void
free_looking (gpointer data)
{
  Looking *self = data;

  g_clear_pointer (&self->look, veto_keyring_look_free);
  g_ptr_array_unref (self->of_accounts);
  g_ptr_array_unref (self->debts);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static void
free_look (gpointer look)
{
  veto_keyring_look_free (look);
}

static gboolean
has (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

VetoSecretState
veto_keyring_look_get_state (const VetoKeyringLook *look, const char *id)
{
  gpointer value;

  g_return_val_if_fail (look != NULL && id != NULL, VETO_SECRET_GONE);
  return g_hash_table_lookup_extended (look->states, id, NULL, &value)
           ? (VetoSecretState) GPOINTER_TO_UINT (value)
           : VETO_SECRET_GONE;
}

static void
put (VetoKeyringLook *look, const char *id, VetoSecretState state)
{
  g_hash_table_insert (look->states, g_strdup (id), GUINT_TO_POINTER (state));
}

/* What is to be cleared and has gone by itself is forgotten. */
static void
sort_debts (Looking *self)
{
  for (guint i = 0; i < self->debts->len; i++)
    {
      const char *id = self->debts->pdata[i];

      switch (veto_keyring_look_get_state (self->look, id))
        {
        case VETO_SECRET_AVAILABLE:
          g_ptr_array_add (self->look->due, g_strdup (id));
          break;
        case VETO_SECRET_LOCKED:
          g_ptr_array_add (self->look->strays, g_strdup (id));
          break;
        case VETO_SECRET_GONE:
        default:
          veto_secret_debts_drop (id, NULL);
        }
    }
}

static void ask_next (GTask *task);

static void
probed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  Looking        *self = g_task_get_task_data (task);
  VetoSecretState state = VETO_SECRET_GONE;

  if (!veto_secrets_probe_finish (VETO_SECRETS (source), result, &state, &error)
      && !g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  put (self->look, self->missing->pdata[self->n_asked], state);
  self->n_asked++;
  ask_next (task);
}

static void
ask_next (GTask *task)
{
  Looking *self = g_task_get_task_data (task);

  if (self->n_asked < self->missing->len)
    {
      veto_secrets_probe_async (g_task_get_source_object (task), self->missing->pdata[self->n_asked],
                                g_task_get_cancellable (task), probed_cb, g_object_ref (task));
      return;
    }
  sort_debts (self);
  g_task_return_pointer (task, g_steal_pointer (&self->look), free_look);
}

static void
take_listed (Looking *self, VetoSecrets *secrets, GHashTable *listed)
{
  GHashTableIter iter;
  gpointer       id, value;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      gboolean is_known = has (self->of_accounts, id) || has (self->debts, id);

      if (is_known)
        put (self->look, id, (VetoSecretState) GPOINTER_TO_UINT (value));
      else if (!veto_secrets_is_held (secrets, id))
        g_ptr_array_add (self->look->strays, g_strdup (id));
    }
  for (guint i = 0; i < self->of_accounts->len + self->debts->len; i++)
    {
      const char *known = i < self->of_accounts->len ? self->of_accounts->pdata[i]
                                                     : self->debts->pdata[i - self->of_accounts->len];

      if (!g_hash_table_contains (listed, known))
        g_ptr_array_add (self->missing, g_strdup (known));
    }
}

/* Behind a lock all of them may be there: nothing is called gone. */
static void
take_locked (Looking *self)
{
  for (guint i = 0; i < self->of_accounts->len; i++)
    put (self->look, self->of_accounts->pdata[i], VETO_SECRET_LOCKED);
  for (guint i = 0; i < self->debts->len; i++)
    put (self->look, self->debts->pdata[i], VETO_SECRET_LOCKED);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) listed = veto_secrets_list_finish (VETO_SECRETS (source), result, &error);

  if (g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED))
    {
      take_locked (g_task_get_task_data (task));
      ask_next (task);
      return;
    }
  if (listed == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_listed (g_task_get_task_data (task), VETO_SECRETS (source), listed);
  ask_next (task);
}

void
veto_keyring_look_async (VetoSecrets        *secrets,
                         VetoAccountBook    *book,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  g_autoptr(GTask) task = NULL;
  Looking *self;

  g_return_if_fail (VETO_IS_SECRETS (secrets) && VETO_IS_ACCOUNT_BOOK (book));

  task = g_task_new (secrets, cancellable, callback, data);
  g_task_set_source_tag (task, veto_keyring_look_async);
  self = g_new0 (Looking, 1);
  self->look = g_new0 (VetoKeyringLook, 1);
  self->look->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->look->strays = g_ptr_array_new_with_free_func (g_free);
  self->look->due = g_ptr_array_new_with_free_func (g_free);
  self->of_accounts = g_ptr_array_new_with_free_func (g_free);
  self->debts = veto_secret_debts_read ();
  self->missing = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, self, free_looking);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (book)); i++)
    {
      g_autoptr(VetoAccount) account = g_list_model_get_item (G_LIST_MODEL (book), i);

      if (veto_account_get_secret_id (account) != NULL)
        g_ptr_array_add (self->of_accounts, g_strdup (veto_account_get_secret_id (account)));
    }
  /* libsecret 0.20 fails once for each item when it is stopped between them, and complains of itself: it may go on in peace */
  veto_secrets_list_async (secrets, NULL, listed_cb, g_object_ref (task));
}

VetoKeyringLook *
veto_keyring_look_finish (VetoSecrets *secrets, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, secrets), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
