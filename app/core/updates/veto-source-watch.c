/* Looks at many sources, one after the other, so that no site is asked more than it can bear.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-watch"

#include "veto-source-watch.h"

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static VetoSourceLook *
look (GMainContext *context, SoupSession *session, const VetoSource *source, const VetoFetchLimits *limits)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_source_look_async (session, source, limits, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  return veto_source_look_finish (result, NULL);
}

/* Returns: (transfer full): "" where there is none */
static char *
dup_host (const VetoSource *source)
{
  g_autoptr(GUri) uri = source->link != NULL ? g_uri_parse (source->link, G_URI_FLAGS_NONE, NULL) : NULL;

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "");
}

/* Sleeps until that host may be asked again. */
static void
wait_for_host (GHashTable *answered, const char *host, guint pause_ms)
{
  const gint64 *last = g_hash_table_lookup (answered, host);
  gint64        until = last != NULL ? *last + (gint64) pause_ms * 1000 : 0, now = g_get_monotonic_time ();

  if (until > now)
    g_usleep ((gulong) (until - now));
}

void
veto_source_watch (const GPtrArray       *sources,
                   const VetoFetchLimits *limits,
                   guint                  pause_ms,
                   VetoSourceWatchFunc    func,
                   gpointer               data)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GHashTable) answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(SoupSession) session = NULL;

  g_return_if_fail (sources != NULL);
  g_return_if_fail (func != NULL);

  g_main_context_push_thread_default (context);
  session = veto_fetch_session_new ();
  for (guint i = 0; i < sources->len; i++)
    {
      const VetoSource *source = sources->pdata[i];
      g_autofree char  *host = dup_host (source);
      g_autoptr(VetoSourceLook) found = NULL;
      gint64 now;

      wait_for_host (answered, host, pause_ms);
      found = look (context, session, source, limits);
      now = g_get_monotonic_time ();
      g_hash_table_replace (answered, g_steal_pointer (&host), g_memdup2 (&now, sizeof now));
      func (source, found, data);
    }
  soup_session_abort (session);
  g_clear_object (&session);
  while (g_main_context_iteration (context, FALSE))
    ; /* connections that are closed */
  g_main_context_pop_thread_default (context);
}
