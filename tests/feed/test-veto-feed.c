/* The program that an outside test suite drives: one object on its standard output, whatever the feed is like.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "feed-desk.h"
#include "fetch-fixture.h"

#define AT_NOON "2026-11-23T12:00:00Z"
#define IN_2099 "2099-11-23T12:00:00Z"
#define END ",\"withdrawn\":false}\n"
#define ANSWER(clock, code, outcome, root, source, version)                                                  \
  "{\"clock_suspect\":" clock ",\"code\":" code ",\"outcome\":\"" outcome                                    \
  "\",\"repaired\":false,\"root\":" root ",\"source\":\"" source "\",\"version\":" version END

/* @verb: "refresh" or "show"; @expected: all that it prints, or %NULL for wrong arguments */
static void
run (FeedDesk *desk, const char *verb, const char *now, const char *expected)
{
  g_autofree char *root = g_build_filename (desk->home, "root.json", NULL);
  const char      *arguments[] = {
         g_getenv ("VETO_TEST_FEED"),        "--root", root, "--state", desk->feed, "--url",
         feed_server_get_url (desk->server), "--now",  now,  verb,      NULL
  };
  g_autofree char *out = NULL;
  g_autofree char *problems = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_file_set_contents (root, g_bytes_get_data (desk->root, NULL), (gssize) g_bytes_get_size (desk->root),
                       &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &problems, &status,
                &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", out, problems);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, expected != NULL ? 0 : 2);
  g_assert_cmpstr (out, ==, expected != NULL ? expected : "");
}

static void
test_life (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();

  run (desk, "show", AT_NOON, ANSWER ("false", "null", "current", "1", "builtin", "0"));
  run (desk, "refresh", AT_NOON, ANSWER ("false", "\"network\"", "rejected", "1", "builtin", "0"));
  feed_desk_publish_plain (desk, 7, "Seventh");
  run (desk, "refresh", AT_NOON, ANSWER ("false", "null", "updated", "1", "network", "7"));
  run (desk, "show", AT_NOON, ANSWER ("false", "null", "current", "1", "disk", "7"));
  run (desk, "refresh", AT_NOON, ANSWER ("false", "null", "current", "1", "disk", "7"));
  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "def"), "ab");
  run (desk, "refresh", AT_NOON, ANSWER ("false", "null", "current", "2", "disk", "7"));
  feed_desk_publish_plain (desk, 6, "Sixth");
  run (desk, "refresh", AT_NOON, ANSWER ("false", "\"rollback\"", "rejected", "2", "disk", "7"));
  run (desk, "refresh", IN_2099, ANSWER ("false", "\"expired\"", "rejected", "2", "disk", "7"));
  run (desk, "show", "1000000", ANSWER ("true", "null", "current", "2", "disk", "7"));
}

static void
test_withdrawn (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();

  feed_desk_publish_plain (desk, 7, "Seventh");
  run (desk, "refresh", AT_NOON, ANSWER ("false", "null", "updated", "1", "network", "7"));
  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "ghi"), "ab");
  run (desk, "refresh", AT_NOON,
       "{\"clock_suspect\":false,\"code\":\"signature\",\"outcome\":\"rejected\",\"repaired\":false,\"root\":"
       "2,"
       "\"source\":\"builtin\",\"version\":0,\"withdrawn\":true}\n");
}

static void
test_usage (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();

  run (desk, "shout", AT_NOON, NULL);
  run (desk, "show", "noon", NULL);
  g_clear_pointer (&desk->root, g_bytes_unref);
  desk->root = g_bytes_new_static ("{}", 2);
  run (desk, "show", AT_NOON, NULL);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  g_test_add_func ("/veto-feed/life", test_life);
  g_test_add_func ("/veto-feed/withdrawn", test_withdrawn);
  g_test_add_func ("/veto-feed/usage", test_usage);
  return g_test_run ();
}
