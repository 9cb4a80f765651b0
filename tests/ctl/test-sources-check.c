/* "vetoctl sources check" against a server of this computer: what it says of each page, and what it notes in sources.json.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "ctl-fixture.h"
#include "feed-server.h"
#include "store-fixture.h"

#define PAGE                                                                                                 \
  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<nav><a href=/>Home</a></nav><main>"     \
  "<h1>Object</h1><p>You can object to the use of your posts at any time, and you do not have to say why. "  \
  "Open the "                                                                                                \
  "<a href=/form/1>form</a>, or write to dpo@samplebook.example.</p>"
#define DAY_BEFORE "<p>The deadline is 26 May.</p>"
#define DAY_AFTER "<p>The deadline is 31 May.</p>"

typedef struct
{
  FeedServer *server;
  char       *folder;
  char       *file; /* sources.json in it */
} Desk;

static void
put (Desk *desk, const char *path, const char *answer)
{
  g_autoptr(GBytes) bytes = g_bytes_new (answer, strlen (answer));
  feed_server_put_answer (desk->server, path, FEED_SEND, bytes);
}

static char *
dup_file (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (desk->file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Four pages, none of which was ever looked at, and a source without one */
static void
desk_init (Desk *desk)
{
  g_autofree char *text = NULL;
  const char      *url;
  g_autoptr(GError) error = NULL;

  desk->server = feed_server_new (NULL);
  url = feed_server_get_url (desk->server);
  desk->folder = fixture_make_folder ();
  desk->file = g_build_filename (desk->folder, "sources.json", NULL);
  text =
    g_strdup_printf ("[\n  { \"id\": \"form\", \"date\": \"2025-10-07\", \"link\": \"%sform\" },\n"
                     "  {\n    \"id\": \"news\", \"date\": \"2025-10-07\",\n    \"link\": \"%snews\"\n  },\n"
                     "  { \"id\": \"old\", \"date\": \"2025-10-07\", \"link\": \"%sold\" },\n"
                     "  { \"id\": \"paper\", \"date\": \"2025-10-07\", \"link\": null }\n]\n",
                     url, url, url);
  g_file_set_contents (desk->file, text, -1, &error);
  g_assert_no_error (error);
  put (desk, "form", PAGE DAY_BEFORE);
  put (desk, "news", PAGE DAY_BEFORE "<p>News.</p>");
  put (desk, "old", PAGE DAY_BEFORE "<p>Old.</p>");
}

static void
desk_clear (Desk *desk)
{
  feed_server_free (desk->server);
  fixture_remove (desk->folder);
  g_free (desk->file);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static char *
dup_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

/* From never looked at to noted, to changed, to accepted. */
static void
test_life (void)
{
  g_auto(Desk) desk = { 0 };
  g_autofree char *today = dup_today (), *accepted = NULL, *marked = NULL, *again = NULL, *last = NULL,
                  *changed = NULL;

  desk_init (&desk);
  {
    g_auto(Run) run = run_line ("sources check --accept %s", desk.file);
    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "3 pages were looked at. unknown: 3\n"));
    g_assert_nonnull (strstr (run.out, "form: unknown\n"));
    g_assert_null (strstr (run.out, "paper"));
  }
  accepted = dup_file (&desk);
  changed = g_strdup_printf ("\"checked\": \"%s\",\n    \"fingerprint\": \"", today);
  g_assert_nonnull (strstr (accepted, changed));
  g_assert_null (strstr (accepted, "changed"));

  put (&desk, "form", PAGE DAY_AFTER);
  feed_server_remove (desk.server, "old");
  {
    g_auto(Run) run = run_line ("sources check --mark %s", desk.file);
    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "3 pages were looked at. same: 1, changed: 1, gone: 1\n"));
    g_assert_nonnull (
      strstr (run.out, "  The text has changed since the steps were written. 1 line is new."));
    g_assert_nonnull (strstr (run.out, "  + The deadline is 31 May.\n"));
    g_assert_nonnull (strstr (run.out, "old: gone\n"));
    g_assert_null (strstr (run.out, "news"));
    assert_fits_terminal (run.out);
  }
  marked = dup_file (&desk);
  g_free (g_steal_pointer (&changed));
  changed = g_strdup_printf ("\"changed\": \"%s\"", today);
  g_assert_nonnull (strstr (marked, changed));
  g_assert_nonnull (strstr (strstr (marked, changed) + 1, changed)); /* of both */
  {
    g_auto(Run) run = run_line ("sources check --mark %s", desk.file);
    run_assert_code (&run, 0); /* since when stays as it is */
  }
  again = dup_file (&desk);
  g_assert_cmpstr (again, ==, marked);
  {
    g_auto(Run) run = run_line ("sources check form --accept %s", desk.file);
    run_assert_code (&run, 0); /* somebody brought the guidance up to date */
  }
  last = dup_file (&desk);
  g_assert_nonnull (strstr (last, changed));
  g_assert_null (strstr (strstr (last, changed) + 1, changed)); /* of what is gone alone */
}

/* What was another page for a while is the old one again. */
static void
test_back_again (void)
{
  g_auto(Desk) desk = { 0 };
  g_autofree char *before = NULL, *after = NULL;

  desk_init (&desk);
  {
    g_auto(Run) run = run_line ("sources check --accept %s", desk.file);
    run_assert_code (&run, 0);
  }
  before = dup_file (&desk);
  put (&desk, "form", PAGE DAY_AFTER);
  {
    g_auto(Run) run = run_line ("sources check --mark %s", desk.file);
    run_assert_code (&run, 0);
  }
  put (&desk, "form", PAGE DAY_BEFORE);
  {
    g_auto(Run) run = run_line ("sources check --mark %s", desk.file);
    run_assert_code (&run, 0);
  }
  after = dup_file (&desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_json (void)
{
  g_auto(Desk) desk = { 0 };
  JsonObject *root;

  desk_init (&desk);
  {
    g_auto(Run) run = run_line ("sources check --accept %s", desk.file);
    run_assert_code (&run, 0);
  }
  put (&desk, "form", PAGE DAY_AFTER);
  feed_server_remove (desk.server, "old");
  {
    g_auto(Run) run = run_line ("sources check --json --mark %s", desk.file);

    root = run_get_object (&run);
    assert_members (root, "sources");
    g_assert_cmpuint (json_array_get_length (get_array (root, "sources")), ==, 3);
    assert_members (get_object (root, "sources/0"), "fingerprint gone_lines id link new_lines reason state");
    g_assert_cmpstr (get_text (root, "sources/0/state"), ==, "changed");
    g_assert_cmpstr (json_array_get_string_element (get_array (root, "sources/0/new_lines"), 0), ==,
                     "The deadline is 31 May.");
    g_assert_cmpint (get_number (root, "sources/0/gone_lines"), ==, 1);
    g_assert_cmpstr (get_text (root, "sources/1/state"), ==, "same");
    g_assert_cmpstr (get_text (root, "sources/2/state"), ==, "gone");
    g_assert_nonnull (get_text (root, "sources/2/reason"));
  }
}

static void
test_report_in_a_file (void)
{
  g_auto(Desk) desk = { 0 };
  g_autofree char *before = NULL, *after = NULL, *report = NULL, *path = NULL;

  desk_init (&desk);
  before = dup_file (&desk);
  path = g_build_filename (desk.folder, "report.txt", NULL);
  {
    g_auto(Run) run = run_line ("sources check news --mark %s --out %s", desk.file, path);
    run_assert_code (&run, 0);
    g_assert_cmpstr (run.out, ==, "");
  }
  g_assert_true (g_file_get_contents (path, &report, NULL, NULL));
  g_assert_nonnull (strstr (report, "1 page was looked at. unknown: 1\n"));
  after = dup_file (&desk);
  g_assert_cmpstr (after, ==, before); /* a page that nobody accepted cannot have changed */
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 1);
}

static void
test_faults (void)
{
  g_auto(Desk) desk = { 0 };

  desk_init (&desk);
  {
    g_auto(Run) run = run_line ("sources check nobody --mark %s", desk.file);
    run_assert_failed (&run, 1, "There is no source “nobody”.");
  }
  {
    g_auto(Run) run = run_line ("sources check --mark %s/none.json", desk.folder);
    run_assert_failed (&run, 1, "none.json cannot be read");
  }
  {
    g_auto(Run) run = run_line ("sources check --mark %s --accept %s", desk.file, desk.file);
    run_assert_failed (&run, 2, "Of --mark and --accept, give one.");
  }
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 0);
}

/* The program itself asks nobody over http, whatever the file says. */
static void
test_https_alone (void)
{
  g_auto(Desk) desk = { 0 };

  desk_init (&desk);
  g_setenv ("VETOCTL", g_getenv ("VETOCTL_PROPER"), TRUE);
  {
    g_auto(Run) run = run_line ("sources check --mark %s", desk.file);
    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "3 pages were looked at. not-comparable: 3\n"));
  }
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 0);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/sources-check/life", test_life);
  g_test_add_func ("/ctl/sources-check/back-again", test_back_again);
  g_test_add_func ("/ctl/sources-check/json", test_json);
  g_test_add_func ("/ctl/sources-check/report-in-a-file", test_report_in_a_file);
  g_test_add_func ("/ctl/sources-check/faults", test_faults);
  g_test_add_func ("/ctl/sources-check/https-alone", test_https_alone); /* last: it changes the program */
  return ctl_test_run ();
}
