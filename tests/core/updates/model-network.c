/* What a client would fetch and verify: from memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-network.h"

#include <string.h>

#include "veto-fetch.h"

static ModelPublisher *network;

/* Every start verifies every signature again. Here the first time is real, and the answer is remembered. */
static GMutex      lock;
static GHashTable *answers; /* of all three, as a checksum -> whether it verifies */

gboolean __real_veto_trust_key_verifies (const VetoTrustKey *self, GBytes *message, const guint8 *signature);
gboolean __wrap_veto_trust_key_verifies (const VetoTrustKey *self, GBytes *message, const guint8 *signature);

gboolean
__wrap_veto_trust_key_verifies (const VetoTrustKey *self, GBytes *message, const guint8 *signature)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gpointer answer;

  g_checksum_update (checksum, self->public_key, VETO_TRUST_KEY_BYTES);
  g_checksum_update (checksum, signature, VETO_TRUST_SIGNATURE_BYTES);
  g_checksum_update (checksum, g_bytes_get_data (message, NULL), (gssize) g_bytes_get_size (message));
  g_mutex_lock (&lock);
  if (answers == NULL)
    answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (answers, g_checksum_get_string (checksum), NULL, &answer))
    {
      answer = GINT_TO_POINTER (__real_veto_trust_key_verifies (self, message, signature));
      g_hash_table_insert (answers, g_strdup (g_checksum_get_string (checksum)), answer);
    }
  g_mutex_unlock (&lock);
  return GPOINTER_TO_INT (answer);
}

void    __wrap_veto_fetch_async (SoupSession           *session,
                                 const char            *url,
                                 const VetoFetchLimits *limits,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
GBytes *__wrap_veto_fetch_finish (GAsyncResult *result, GError **error);

void
__wrap_veto_fetch_async (SoupSession           *session,
                         const char            *url,
                         const VetoFetchLimits *limits,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  const char *path = url + strlen (MODEL_NETWORK_URL);
  gboolean    fails = g_str_has_prefix (path, "root/")
                        ? network->server.roots_fail
                        : g_str_equal (path, "index.json") && network->server.index_fails;
  GBytes     *bytes = g_hash_table_lookup (network->offers, path);

  g_assert_true (g_str_has_prefix (url, MODEL_NETWORK_URL));
  if (fails)
    g_task_return_new_error (task, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NETWORK, "the server answered 500");
  else if (bytes == NULL)
    g_task_return_new_error (task, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NOT_FOUND, "there is no %s", path);
  else
    {
      g_assert_cmpuint (g_bytes_get_size (bytes), <=, limits->max_bytes);
      g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
    }
}

GBytes *
__wrap_veto_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
model_network_set (ModelPublisher *publisher)
{
  network = publisher;
  g_mutex_lock (&lock);
  g_clear_pointer (&answers, g_hash_table_unref);
  g_mutex_unlock (&lock);
}
