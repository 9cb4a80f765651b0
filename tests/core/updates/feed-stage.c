/* A desk with a client that stays, and a publisher who can make whatever a hostile one could.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-stage.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HEARTBEAT_MS 20

static const char *const names[] = { "guidance.json", "text/de.json", "text/en.json" };

static GHashTable *
create_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static void
put_file (GHashTable *files, const char *name, char *text)
{
  g_hash_table_insert (files, g_strdup (name), g_bytes_new_take (text, strlen (text)));
}

void
feed_stage_init (int *argc, char ***argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
  if (g_access ("/dev/shm", R_OK | W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm",
              FALSE); /* a client waits for its disk at each write, and there are thousands */
  g_test_init (argc, argv, NULL);
}

FeedStage *
feed_stage_new (void)
{
  FeedStage *self = g_new0 (FeedStage, 1);

  self->desk = feed_desk_new ();
  self->server = self->desk->server;
  self->now = NOW;
  self->letters = "de";
  feed_stage_restart (self);
  return self;
}

void
feed_stage_free (FeedStage *self)
{
  g_object_unref (self->updater);
  feed_desk_free (self->desk);
  g_free (self);
}

char *
feed_stage_make_root (guint       version,
                      const char *root_keys,
                      guint       n_root,
                      const char *index_keys,
                      guint       n_index)
{
  return with (make_root (version, root_keys, n_root, index_keys, n_index), "\"help.example.org\"",
               "\"help.example.org\",\"news.example.org\"");
}

GHashTable *
feed_stage_make_files (FeedStage *self, guint version)
{
  g_autofree char *name = g_strdup_printf ("\"name\":\"Example %u\",\"not_covered\"", version);
  GHashTable      *files = create_files ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (FEED_DESK_BUILT_IN "/", names[i], NULL);

      g_hash_table_insert (files, g_strdup (names[i]), g_resources_lookup_data (path, 0, NULL));
    }
  feed_stage_edit (files, "guidance.json", "\"name\":\"Example\",\"not_covered\"", name);
  return files;
}

void
feed_stage_edit (GHashTable *files, const char *name, const char *from, const char *to)
{
  char *text = from != NULL ? text_of (g_hash_table_lookup (files, name)) : NULL;

  put_file (files, name, from != NULL ? with (text, from, to) : g_strdup (to));
}

static char *
dup_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
feed_stage_make_index (guint version, GHashTable *files)
{
  GString       *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       name, bytes;
  const char    *comma = "";

  g_string_append_printf (text,
                          "{\"type\":\"index\",\"version\":%u,\"created\":\"" CREATED
                          "\",\"expires\":\"2027-01-22T12:00:00Z\",\"files\":{",
                          version);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *hash = dup_hash (bytes);

      g_string_append_printf (text, "%s\"%s\":{\"sha256\":\"%s\",\"size\":%" G_GSIZE_FORMAT "}", comma,
                              (const char *) name, hash, g_bytes_get_size (bytes));
      comma = ",";
    }
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

void
feed_stage_put_files (FeedStage *self, GHashTable *files)
{
  GHashTableIter iter;
  gpointer       bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, NULL, &bytes))
    {
      g_autofree char *hash = dup_hash (bytes);
      g_autofree char *path = g_strdup_printf ("blobs/%s.json", hash);

      feed_server_put (self->server, path, bytes);
    }
}

void
feed_stage_put_index (FeedStage *self, char *payload, const char *letters)
{
  g_autoptr(GBytes) index = sign (VETO_TRUST_INDEX, payload, letters);
  feed_server_put (self->server, "index.json", index);
}

void
feed_stage_put_root (FeedStage *self, guint version, char *payload, const char *letters)
{
  g_autoptr(GBytes) root = sign (VETO_TRUST_ROOT, payload, letters);
  g_autofree char *path = g_strdup_printf ("root/%u.json", version);

  feed_server_put (self->server, path, root);
}

void
feed_stage_publish (FeedStage *self, guint version)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (self, version);

  feed_stage_put_files (self, files);
  feed_stage_put_index (self, feed_stage_make_index (version, files), self->letters);
}

void
feed_stage_restart (FeedStage *self)
{
  g_clear_object (&self->updater);
  self->updater = feed_desk_start (self->desk, NULL);
  veto_updater_set_now (self->updater, self->now);
}

void
feed_stage_remove_state (FeedStage *self)
{
  feed_desk_forget (self->desk);
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Heart;

static gboolean
beat_cb (gpointer data)
{
  Heart *heart = data;
  gint64 now = g_get_monotonic_time ();

  heart->longest = MAX (heart->longest, now - heart->last - HEARTBEAT_MS * 1000);
  heart->last = now;
  return G_SOURCE_CONTINUE;
}

void
feed_stage_look (FeedStage *self, FeedLook *out_look, guint *out_longest_ms)
{
  Heart heart = { .last = g_get_monotonic_time () };
  guint heart_id = g_timeout_add (HEARTBEAT_MS, beat_cb, &heart);

  veto_updater_set_now (self->updater, self->now);
  *out_look = feed_desk_look (self->updater, NULL);
  g_source_remove (heart_id);
  if (out_longest_ms != NULL)
    *out_longest_ms = (guint) (heart.longest / 1000);
}

void
feed_stage_assert_new (FeedStage *self, guint version)
{
  g_auto(FeedLook) look = { 0 };
  g_autofree char *name = g_strdup_printf ("Example %u", version);

  feed_stage_look (self, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_NEW);
  g_assert_nonnull (look.set);
  g_assert_cmpstr (veto_platform_get_name (veto_guide_set_get_platform (look.set, 0)), ==, name);
  g_assert_cmpuint (veto_updater_get_version (self->updater), ==, version);
  g_assert_cmpint (veto_updater_get_last_success (self->updater), ==, self->now);
  g_assert_null (veto_updater_get_last_problem (self->updater));
}

void
feed_stage_assert_in_use (FeedStage *self, guint version)
{
  g_autofree char *name = version > 0 ? g_strdup_printf ("Example %u", version) : g_strdup ("Example");
  VetoGuideSet    *set;

  for (guint i = 0; i < 2; i++)
    {
      set = self->updater->feed->set;
      g_assert_cmpuint (veto_updater_get_version (self->updater), ==, version);
      g_assert_cmpstr (veto_platform_get_name (veto_guide_set_get_platform (set, 0)), ==, name);
      g_assert_cmpint (veto_updater_get_source (self->updater) == VETO_UPDATE_SOURCE_BUILT_IN, ==,
                       version == 0);
      feed_stage_restart (self);
    }
}

static void
assert_only (const char *folder, const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_regex_match (regex, name, 0, NULL))
        g_test_message ("there is a %s in %s", name, folder);
      g_assert_true (g_regex_match (regex, name, 0, NULL));
    }
}

void
feed_stage_assert_tidy (FeedStage *self)
{
  g_autofree char *roots = feed_desk_dup_path (self->desk, "root");
  g_autofree char *blobs = feed_desk_dup_path (self->desk, "blobs");

  assert_only (self->desk->home, "^veto$");
  assert_only (self->desk->feed, "^(root|blobs|lock|(index|index\\.prev|floor|last-try)\\.json)$");
  assert_only (roots, "^[0-9]+\\.json(\\.bad)?$");
  assert_only (blobs, "^[0-9a-f]{64}$");
}
