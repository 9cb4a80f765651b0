/* A feed on the loopback interface and a client with a folder of its own, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-desk.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_FILES 3

static const char *const names[N_FILES] = { "guidance.json", "text/de.json", "text/en.json" };

FeedDesk *
feed_desk_new (void)
{
  FeedDesk *self = g_new0 (FeedDesk, 1);
  GError   *error = NULL;

  self->home = g_dir_make_tmp ("veto-feed-XXXXXX", &error);
  g_assert_no_error (error);
  self->feed = g_build_filename (self->home, "veto", "feed", NULL);
  self->server = feed_server_new (NULL);
  self->urls[0] = feed_server_get_url (self->server);
  self->root = sign (VETO_TRUST_ROOT, feed_desk_make_root (1, "abc", "def"), "ab");
  self->config = (VetoFeedConfig){ .urls = self->urls,
                                   .root = self->root,
                                   .loopback = TRUE,
                                   .built_at = NOW - 30 * DAY,
                                   .folder = self->feed,
                                   .built_in = FEED_DESK_BUILT_IN };
  return self;
}

void
feed_desk_add_server (FeedDesk *self)
{
  self->second = feed_server_new (NULL);
  self->urls[1] = feed_server_get_url (self->second);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
feed_desk_forget (FeedDesk *self)
{
  remove_tree (self->feed);
}

void
feed_desk_free (FeedDesk *self)
{
  g_clear_pointer (&self->server, feed_server_free);
  g_clear_pointer (&self->second, feed_server_free);
  remove_tree (self->home);
  g_clear_pointer (&self->root, g_bytes_unref);
  g_free (self->home);
  g_free (self->feed);
  g_free (self);
}

/* (transfer full): a file of the sample guidance, with another name of its platform and what @issue changes */
static GBytes *
make_file (const char *name, const FeedIssue *issue)
{
  g_autofree char *path = g_strconcat (FEED_DESK_BUILT_IN, "/", name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *text;

  g_assert_nonnull (bytes);
  text = text_of (bytes);
  if (g_str_equal (name, "guidance.json"))
    {
      g_autofree char *called = g_strdup_printf ("\"name\":\"%s\"", issue->name);

      text = with (text, "\"name\":\"Example\"", called);
      if (issue->find != NULL)
        text = with (text, issue->find, issue->replace);
    }
  return bytes_of (text, -1);
}

static char *
dup_time (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
hash (GBytes *bytes, char *out_hex)
{
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  veto_trust_sha256 (data, n_bytes, out_hex);
}

void
feed_desk_publish (FeedDesk *self, FeedServer *server, const FeedIssue *issue)
{
  gint64           at = issue->created != 0 ? issue->created : NOW;
  g_autofree char *created = dup_time (at);
  g_autofree char *expires = dup_time (issue->expires != 0 ? issue->expires : NOW + 60 * DAY);
  GString         *index = g_string_new (NULL);
  g_autoptr(GBytes) envelope = NULL;

  g_string_printf (index,
                   "{\"type\":\"index\",\"version\":%u,\"created\":\"%s\",\"expires\":\"%s\",\"files\":{",
                   issue->version, created, expires);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autoptr(GBytes) bytes = make_file (names[i], issue);
      g_autoptr(GBytes) other = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
      char             hex[VETO_TRUST_HEX_BYTES + 1];
      g_autofree char *path = NULL;

      hash (bytes, hex);
      path = g_strdup_printf ("blobs/%s.json", hex);
      g_string_append_printf (index, "%s\"%s\":{\"sha256\":\"%s\",\"size\":%" G_GSIZE_FORMAT "}",
                              i > 0 ? "," : "", names[i], hex, g_bytes_get_size (bytes));
      feed_server_put (server, path, issue->bad_blob && i == 0 ? other : bytes);
    }
  g_string_append (index, "}}");
  envelope =
    sign (VETO_TRUST_INDEX, g_string_free (index, FALSE), issue->signers != NULL ? issue->signers : "de");
  feed_server_put (server, "index.json", envelope);
}

void
feed_desk_publish_plain (FeedDesk *self, guint version, const char *name)
{
  const FeedIssue issue = { .version = version, .name = name };

  feed_desk_publish (self, self->server, &issue);
}

char *
feed_desk_dup_blob (const char *name)
{
  const FeedIssue issue = { .name = name };
  g_autoptr(GBytes) bytes = make_file (names[0], &issue);
  char hex[VETO_TRUST_HEX_BYTES + 1];

  hash (bytes, hex);
  return g_strconcat ("blobs/", hex, NULL);
}

char *
feed_desk_make_root (guint version, const char *root_keys, const char *index_keys)
{
  return with (make_root (version, root_keys, 2, index_keys, 2), "\"help.example.org\"",
               "\"help.example.org\",\"news.example.org\"");
}

void
feed_desk_publish_root (FeedDesk *self, guint version, char *payload, const char *signers)
{
  g_autofree char *path = g_strdup_printf ("root/%u.json", version);
  g_autoptr(GBytes) envelope = sign (VETO_TRUST_ROOT, payload, signers);

  feed_server_put (self->server, path, envelope);
  if (self->second != NULL)
    feed_server_put (self->second, path, envelope);
}

VetoUpdater *
feed_desk_start (FeedDesk *self, VetoGuideSet **out_set)
{
  VetoUpdater *updater = veto_updater_new (&self->config, "en");
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  veto_updater_set_now (updater, NOW);
  set = veto_updater_load (updater, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set);
  if (out_set != NULL)
    *out_set = g_steal_pointer (&set);
  return updater;
}

void
feed_look_clear (FeedLook *self)
{
  g_clear_object (&self->set);
  g_clear_error (&self->error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;
  *out = g_object_ref (result);
}

FeedLook
feed_desk_look (VetoUpdater *updater, GCancellable *cancellable)
{
  g_autoptr(GAsyncResult) result = NULL;
  FeedLook look = { 0 };

  veto_updater_check_async (updater, cancellable, looked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  look.set = veto_updater_check_finish (updater, result, &look.outcome, &look.error);
  g_assert_false (veto_updater_is_busy (updater));
  return look;
}

void
feed_desk_assert_new (VetoUpdater *updater, const char *name)
{
  g_auto(FeedLook) look = feed_desk_look (updater, NULL);

  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_NEW);
  g_assert_cmpstr (feed_desk_get_name (look.set), ==, name);
  g_assert_null (veto_updater_get_last_problem (updater));
}

void
feed_desk_assert_start (FeedDesk *self, const char *name)
{
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = feed_desk_start (self, &set);

  g_assert_cmpstr (feed_desk_get_name (set), ==, name);
}

const char *
feed_desk_get_name (VetoGuideSet *set)
{
  g_assert_nonnull (set);
  return veto_platform_get_name (veto_guide_set_get_platform (set, 0));
}

char *
feed_desk_dup_path (FeedDesk *self, const char *name)
{
  return g_build_filename (self->feed, name, NULL);
}

static void
list_folder (GPtrArray *found, const char *path, const char *prefix)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *called = g_strconcat (prefix, name, NULL);
      g_autofree char *deeper = g_strconcat (called, "/", NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        list_folder (found, child, deeper);
      else
        g_ptr_array_add (found, g_steal_pointer (&called));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
feed_desk_list_files (FeedDesk *self)
{
  GPtrArray *found = g_ptr_array_new ();

  list_folder (found, self->feed, "");
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}
