/* The calls for the keyring, each waited for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "secrets-sync.h"

#include <string.h>

static guint used_patience = VETO_SECRETS_PATIENCE;

void
sync_set_patience (guint patience)
{
  used_patience = patience;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for_end (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static int
get_code (const GError *error)
{
  if (error == NULL)
    return -1;
  return error->domain == VETO_SECRETS_ERROR ? error->code : -2;
}

int
sync_store_as (const char *label, const char *password)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  veto_secrets_store_async (secrets, SYNC_ID, label, password, NULL, ended_cb, &result);
  wait_for_end (&result);
  veto_secrets_store_finish (secrets, result, &error);
  return get_code (error);
}

int
sync_store (const char *password)
{
  return sync_store_as (SYNC_LABEL, password);
}

int
sync_clear (void)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  veto_secrets_clear_async (secrets, SYNC_ID, NULL, ended_cb, &result);
  wait_for_end (&result);
  veto_secrets_clear_finish (secrets, result, &error);
  return get_code (error);
}

int
sync_unlock (void)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  veto_secrets_unlock_async (secrets, NULL, ended_cb, &result);
  wait_for_end (&result);
  veto_secrets_unlock_finish (secrets, result, &error);
  return get_code (error);
}

int
sync_probe (void)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  VetoSecretState state;

  veto_secrets_probe_async (secrets, SYNC_ID, NULL, ended_cb, &result);
  wait_for_end (&result);
  return veto_secrets_probe_finish (secrets, result, &state, &error) ? (int) state : -1 - get_code (error);
}

void
sync_assert_look_up (const char *expected, int expected_code)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPassword) password = NULL;

  veto_secrets_look_up_async (secrets, SYNC_ID, NULL, ended_cb, &result);
  wait_for_end (&result);
  password = veto_secrets_look_up_finish (secrets, result, &error);
  g_assert_cmpint (get_code (error), ==, expected_code);
  g_assert_cmpstr (password != NULL ? veto_password_get_text (password) : NULL, ==, expected);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

int
sync_look_up_until (gboolean (*is_time) (gpointer data), gpointer data)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPassword) password = NULL;
  guint wake_id = g_timeout_add (20, wake_cb, NULL);

  veto_secrets_look_up_async (secrets, SYNC_ID, cancellable, ended_cb, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      if (result == NULL && !g_cancellable_is_cancelled (cancellable) && is_time (data))
        g_cancellable_cancel (cancellable);
    }
  g_source_remove (wake_id);
  password = veto_secrets_look_up_finish (secrets, result, &error);
  return get_code (error);
}

int
sync_count (void)
{
  g_autoptr(VetoSecrets) secrets = veto_secrets_new (used_patience);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) states = NULL;
  g_autoptr(GError) error = NULL;

  veto_secrets_list_async (secrets, NULL, ended_cb, &result);
  wait_for_end (&result);
  states = veto_secrets_list_finish (secrets, result, &error);
  return states != NULL ? (int) g_hash_table_size (states) : -1 - get_code (error);
}

static void
appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  *(int *) data = TRUE;
}

static void
vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  *(int *) data = FALSE;
}

void
sync_wait_for_service (gboolean is_there)
{
  int   is_now = -1;
  guint id = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets", G_BUS_NAME_WATCHER_FLAGS_NONE,
                               appeared_cb, vanished_cb, &is_now, NULL);

  while (is_now != is_there)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unwatch_name (id);
}

void
sync_assert_nowhere (const char *folder, const char *needle)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *content = NULL;
      gsize            n_bytes;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        sync_assert_nowhere (path, needle);
      else if (g_file_test (path, G_FILE_TEST_IS_REGULAR)
               && g_file_get_contents (path, &content, &n_bytes, NULL))
        g_assert_null (memmem (content, n_bytes, needle, strlen (needle)));
    }
}
