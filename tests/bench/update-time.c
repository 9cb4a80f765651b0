/* What an update of the whole guidance costs: verifying and reading it, a start with it, and a look that finds nothing new.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   update-time [RUNS] */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-times.h"
#include "feed-desk.h"
#include "fetch-fixture.h"
#include "veto-feed-install.h"
#include "veto-json.h"

#define RUNS 100
#define PREFIX VETO_RESOURCE_PREFIX "/guidance"

static const char *const names[] = { "guidance.json", "text/de.json", "text/en.json" };

static GBytes *
look_up (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, "/", name, NULL);
  GBytes          *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

/* (transfer full): a root with the hosts of the guidance that Veto comes with */
static GBytes *
make_real_root (void)
{
  g_autoptr(GBytes) bytes = look_up ("guidance.json");
  gsize       n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autoptr(VetoJsonDocument)
               document = veto_json_parse (data, n_bytes, "guidance.json", &veto_json_limits, NULL);
  const VetoJson  *hosts = veto_json_find (veto_json_document_get_root (document), "hosts");
  g_autofree char *links = veto_json_write (veto_json_find (hosts, "links"));
  g_autofree char *mail = veto_json_write (veto_json_find (hosts, "mail"));
  char            *payload = with (make_plain_root (1), "[\"www.example.org\",\"help.example.org\"]", links);

  return sign (VETO_TRUST_ROOT, with (payload, "[\"example.org\"]", mail), "abc");
}

static void
publish_real (FeedDesk *desk, guint version)
{
  GString *index = g_string_new (NULL);
  g_autoptr(GBytes) envelope = NULL;

  g_string_printf (index,
                   "{\"type\":\"index\",\"version\":%u,\"created\":\"" CREATED "\",\"expires\":\"" LATER
                   "\",\"files\":{",
                   version);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) bytes = look_up (names[i]);
      gsize            n_bytes;
      gconstpointer    data = g_bytes_get_data (bytes, &n_bytes);
      char             hex[VETO_TRUST_HEX_BYTES + 1];
      g_autofree char *path = NULL;

      veto_trust_sha256 (data, n_bytes, hex);
      path = g_strdup_printf ("blobs/%s.json", hex);
      feed_server_put (desk->server, path, bytes);
      g_string_append_printf (index, "%s\"%s\":{\"sha256\":\"%s\",\"size\":%" G_GSIZE_FORMAT "}",
                              i > 0 ? "," : "", names[i], hex, n_bytes);
    }
  g_string_append (index, "}}");
  envelope = sign (VETO_TRUST_INDEX, g_string_free (index, FALSE), "def");
  feed_server_put (desk->server, "index.json", envelope);
}

static void
print_times (const char *what, GArray *times)
{
  g_print ("  %s:", what);
  bench_times_print (times);
}

static void
measure_start (FeedDesk *desk, guint n_runs)
{
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) reading = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) verifying = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_runs; i++)
    {
      double start_ms = bench_times_get_now_ms (), whole_ms, reading_ms, verifying_ms;

      {
        g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);
        whole_ms = bench_times_get_now_ms () - start_ms;
        g_assert_cmpint (veto_updater_get_source (updater), ==, VETO_UPDATE_SOURCE_DISK);
      }
      start_ms = bench_times_get_now_ms ();
      {
        g_autoptr(VetoGuideSet) set = veto_guide_set_read_resource (PREFIX, "en", NULL);
        reading_ms = bench_times_get_now_ms () - start_ms;
      }
      verifying_ms = whole_ms - reading_ms;
      g_array_append_val (whole, whole_ms);
      g_array_append_val (reading, reading_ms);
      g_array_append_val (verifying, verifying_ms);
    }
  print_times ("a start with guidance on the disk", whole);
  print_times ("  of that, reading one language", reading);
  print_times ("  and so, verifying root, index and files (aim: 5 ms)", verifying);
}

/* As the thread of an update does it, up to the exchange. */
static void
measure_update (FeedDesk *desk, guint n_runs)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *path = feed_desk_dup_path (desk, "index.json");
  g_autofree char *text = NULL;
  g_autoptr(GBytes) index = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &text, &n_bytes, NULL));
  index = g_bytes_new_take (g_steal_pointer (&text), n_bytes);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VetoTrustState) root = veto_trust_state_new (desk->root, 0, &error);
      g_autoptr(VetoFeedFolder) folder = veto_feed_folder_open (desk->feed, FALSE, &error);
      g_autoptr(VetoFeed) built_in = veto_feed_load (&desk->config, NULL, "en", &error);
      double           start_ms = bench_times_get_now_ms (), took_ms;
      VetoTrustOutcome outcome;
      g_autoptr(VetoTrustState) offered = veto_trust_state_take_index (root, index, NOW, &outcome, &error);
      g_autoptr(GPtrArray) missing = veto_feed_list_missing (folder, offered->index);
      g_autoptr(VetoFeed) installed = veto_feed_install (built_in, offered, folder, "en", NULL, &error);

      took_ms = bench_times_get_now_ms () - start_ms;
      g_assert_no_error (error);
      g_assert_nonnull (installed);
      g_assert_cmpuint (missing->len, ==, 0);
      g_array_append_val (times, took_ms);
    }
  print_times ("an update, verified and read in 2 languages (aim: 20 ms)", times);
}

static void
measure_look (FeedDesk *desk, VetoUpdater *updater)
{
  g_auto(FeedLook) look = { 0 };

  feed_server_forget (desk->server);
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_print ("  a look that finds nothing new: %u requests (aim: 2), %" G_GUINT64_FORMAT
           " bytes sent (aim: 8192)\n",
           feed_server_count_requests (desk->server), feed_server_get_sent_bytes (desk->server));
}

int
main (int argc, char *argv[])
{
  guint n_runs = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : RUNS;
  g_autoptr(FeedDesk) desk = NULL;
  g_autoptr(VetoUpdater) updater = NULL;
  g_auto(FeedLook) look = { 0 };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  desk = feed_desk_new ();
  g_clear_pointer (&desk->root, g_bytes_unref);
  desk->config.root = desk->root = make_real_root ();
  desk->config.built_in = PREFIX;
  updater = feed_desk_start (desk, NULL);
  publish_real (desk, 1);
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_NEW);

  measure_start (desk, n_runs);
  measure_update (desk, n_runs);
  measure_look (desk, updater);
  return 0;
}
