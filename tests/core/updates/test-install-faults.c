/* Each single write of an update fails once, or is the last that the program does (33, 34): afterwards the old guidance is in use,
 * or the new, whole; and the next update works.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   test-install-faults --child FOLDER URL N MANNER     looks for guidance there, and dies at write number N */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "faulty-files.h"
#include "feed-desk.h"
#include "fetch-fixture.h"

#define CHILD "--child"
#define MIN_WRITES 12 /* a root, a file, two indexes and a floor, each made, written, synced and named */

static const char *program;

typedef struct
{
  const char       *name;
  FaultyFilesManner manner;
  int               error;
  gboolean          is_first; /* nothing is on the disk before */
} Row;

static const Row faults[] = {
  { "/faults/disk-full-once", FAULTY_FILES_ONCE, ENOSPC },
  { "/faults/disk-full", FAULTY_FILES_FROM_THEN_ON, ENOSPC },
  { "/faults/read-only", FAULTY_FILES_FROM_THEN_ON, EROFS },
  { "/faults/broken-disk", FAULTY_FILES_ONCE, EIO },
  { "/faults/quota", FAULTY_FILES_FROM_THEN_ON, EDQUOT },
  { "/faults/disk-full-at-first", FAULTY_FILES_FROM_THEN_ON, ENOSPC, TRUE },
  { "/faults/read-only-at-first", FAULTY_FILES_FROM_THEN_ON, EROFS, TRUE },
};

static const Row kills[] = {
  { "/killed/before-a-write", FAULTY_FILES_KILL },
  { "/killed/half-way", FAULTY_FILES_KILL_HALF_WAY },
  { "/killed/before-a-write-at-first", FAULTY_FILES_KILL, 0, TRUE },
};

/* The client has "First"; "Second", signed under a second root, is offered. */
static VetoUpdater *
begin (FeedDesk *desk, gboolean is_first)
{
  VetoUpdater *updater;

  feed_desk_forget (desk);
  feed_server_remove_all (desk->server);
  updater = feed_desk_start (desk, NULL);
  if (!is_first)
    {
      feed_desk_publish_plain (desk, 1, "First");
      feed_desk_assert_new (updater, "First");
    }
  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "def"), "ab");
  feed_desk_publish_plain (desk, 2, "Second");
  return updater;
}

static void
assert_no_drafts (FeedDesk *desk)
{
  g_auto(GStrv) files = feed_desk_list_files (desk);

  for (guint i = 0; files[i] != NULL; i++)
    g_assert_null (strstr (files[i], ".tmp-"));
}

/* Returns: whether write number @n was reached */
static gboolean
try_fault (FeedDesk *desk, const Row *row, guint n)
{
  g_autoptr(VetoUpdater) updater = begin (desk, row->is_first);
  g_auto(FeedLook) look = { 0 };
  gboolean reached;

  faulty_files_fail (n, row->manner, row->error);
  look = feed_desk_look (updater, NULL);
  reached = faulty_files_rest ();
  g_test_message ("write %u: %s", n, look.error != NULL ? look.error->message : "not noticed");
  if (look.error == NULL)
    g_assert_cmpstr (feed_desk_get_name (look.set), ==, "Second");
  else
    {
      g_assert_true (reached);
      g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "disk");
      g_assert_null (strstr (look.error->message, desk->home));
    }
  if (row->error == ENOSPC || row->manner == FAULTY_FILES_ONCE)
    assert_no_drafts (desk);
  feed_desk_assert_start (desk, look.error == NULL ? "Second" : row->is_first ? "Example" : "First");
  if (look.error != NULL)
    feed_desk_assert_new (updater, "Second"); /* there is space again */
  feed_desk_assert_start (desk, "Second");
  return reached;
}

static void
test_faults (gconstpointer data)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  guint n = 1;

  while (try_fault (desk, data, n))
    n++;
  g_assert_cmpuint (n, >, MIN_WRITES);
}

/* In another process, because this one dies. Returns: whether write number @n was reached */
static gboolean
kill_child (FeedDesk *desk, FaultyFilesManner manner, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *how = g_strdup_printf ("%d", (int) manner);
  const char      *arguments[] = { program, CHILD, desk->feed, feed_server_get_url (desk->server),
                                   number,  how,   NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}

static void
test_killed (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  guint n = 1, n_old = 0, n_new = 0;

  for (;; n++)
    {
      g_autoptr(VetoUpdater) before = begin (desk, row->is_first);
      g_autoptr(VetoUpdater) updater = NULL;
      g_autoptr(VetoGuideSet) set = NULL;
      g_auto(FeedLook) look = { 0 };
      gboolean is_new;

      if (!kill_child (desk, row->manner, n))
        break;
      updater = feed_desk_start (desk, &set);
      is_new = g_str_equal (feed_desk_get_name (set), "Second");
      if (!is_new)
        g_assert_cmpstr (feed_desk_get_name (set), ==, row->is_first ? "Example" : "First");
      n_old += !is_new;
      n_new += is_new;
      g_assert_false (veto_updater_is_repaired (updater)); /* nothing is ever half written */
      look = feed_desk_look (updater, NULL);
      g_assert_no_error (look.error);
      g_assert_cmpint (look.outcome, ==, is_new ? VETO_UPDATE_CURRENT : VETO_UPDATE_NEW);
      feed_desk_assert_start (desk, "Second");
    }
  g_test_message ("killed at %u writes: %u times the old guidance, %u times the new", n - 1, n_old, n_new);
  g_assert_cmpuint (n_old, >, MIN_WRITES);
  if (row->manner == FAULTY_FILES_KILL)
    g_assert_cmpuint (n_new, >, 0);
}

static int
run_child (char *arguments[])
{
  const char *urls[] = { arguments[1], NULL };
  g_autoptr(GBytes) root = sign (VETO_TRUST_ROOT, feed_desk_make_root (1, "abc", "def"), "ab");
  FeedDesk desk = { .config = { .urls = urls,
                                .root = root,
                                .loopback = TRUE,
                                .folder = arguments[0],
                                .built_in = FEED_DESK_BUILT_IN } };
  g_autoptr(VetoUpdater) updater = feed_desk_start (&desk, NULL);
  g_auto(FeedLook) look = { 0 };

  faulty_files_fail ((guint) atoi (arguments[2]), (FaultyFilesManner) atoi (arguments[3]), ENOSPC);
  look = feed_desk_look (updater, NULL);
  return look.error == NULL || faulty_files_rest () ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 6 && g_str_equal (argv[1], CHILD))
    {
      g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
      return run_child (argv + 2);
    }
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_faults);
  for (gsize i = 0; i < G_N_ELEMENTS (kills); i++)
    g_test_add_data_func (kills[i].name, &kills[i], test_killed);
  return g_test_run ();
}
