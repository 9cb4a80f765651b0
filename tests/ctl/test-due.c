/* vetoctl due and calendar: what the window wrote, until when, and what another program reads in the file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ctl-desk.h"
#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-case-deadline.h"
#include "veto-day.h"
#include "veto-guidance.h"

/* Something that happened @n_days ago. */
static void
add (Desk *desk, VetoEventKind kind, VetoReply reply, guint n_days)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .reply = reply, .channel = "form" };

  veto_day_today (&draft.day);
  g_date_subtract_days (&draft.day, n_days);
  veto_timeline_add (veto_case_get_timeline (desk->item), &draft, NULL, &error);
  g_assert_no_error (error);
}

static Run
run_due (const Desk *desk, const char *more)
{
  return run_line ("due --data %s --guidance %s%s", desk->data, desk->bundle, more);
}

static char *
dup_due (const Desk *desk)
{
  g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (desk->item);

  g_assert_nonnull (deadline);
  return veto_day_dup_iso (&deadline->sum->due);
}

static void
test_running (void)
{
  Desk             desk = desk_open ();
  g_autofree char *due = NULL;

  add (&desk, VETO_EVENT_SENT, VETO_REPLY_OTHER, 3);
  due = dup_due (&desk);
  {
    g_auto(Run) json = run_due (&desk, " --json");
    g_auto(Run) text = run_due (&desk, "");
    g_auto(Run) german = run_due (&desk, " --lang de");
    JsonObject *item = get_object (run_get_object (&json), "cases/0");

    assert_members (item,
                    "account days_left due extended goal id kind next platform received received_known sent "
                    "state sum whose");
    assert_members (get_object (item, "next"), "action branch day letter sentence step");
    g_assert_cmpstr (get_text (item, "due"), ==, due);
    g_assert_cmpstr (get_text (item, "state"), ==, "sent");
    g_assert_cmpstr (get_text (item, "kind"), ==, "reply");
    g_assert_cmpstr (get_text (item, "next/action"), ==, "wait");
    g_assert_cmpstr (get_text (item, "next/day"), ==, due);
    g_assert_cmpint (get_number (item, "days_left"), >, 20);
    g_assert_nonnull (strstr (get_text (item, "sum"), "plus 1 month"));
    run_assert_code (&text, 0);
    g_assert_true (g_str_has_prefix (text.out, "Example: Sent\n  Last day for the answer: "));
    g_assert_nonnull (strstr (text.out, "This is a"));
    g_assert_nonnull (strstr (text.out, "→ Wait for the answer."));
    assert_fits_terminal (text.out);
    run_assert_code (&german, 0);
  }
  desk_clear (&desk);
}

static void
test_over (void)
{
  Desk desk = desk_open ();

  add (&desk, VETO_EVENT_SENT, VETO_REPLY_OTHER, 70);
  {
    g_auto(Run) json = run_due (&desk, " --json");
    g_auto(Run) text = run_due (&desk, "");
    g_auto(Run) status = run_line ("status --json --data %s --guidance %s", desk.data, desk.bundle);
    JsonObject *item = get_object (run_get_object (&json), "cases/0");

    g_assert_cmpstr (get_text (item, "state"), ==, "overdue");
    g_assert_cmpstr (get_text (item, "next/action"), ==, "reminder");
    g_assert_cmpint (get_number (item, "days_left"), <, -20);
    g_assert_nonnull (strstr (text.out, "days ago)"));
    g_assert_cmpstr (get_text (run_get_object (&status), "cases/0/state"), ==, "overdue");
  }
  desk_clear (&desk);
}

/* Nothing was sent, and: the answer is there. */
static void
test_nothing (void)
{
  Desk             desk = desk_open ();
  g_autofree char *path = g_build_filename (desk.data, "due.ics", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_auto(Run) json = run_due (&desk, " --json");
      g_auto(Run) text = run_due (&desk, "");
      g_auto(Run) calendar =
                run_line ("calendar --data %s --guidance %s --out %s", desk.data, desk.bundle, path);

      g_assert_cmpuint (json_array_get_length (get_array (run_get_object (&json), "cases")), ==, 0);
      g_assert_nonnull (strstr (text.out, "not waiting"));
      run_assert_failed (&calendar, 1, "no calendar was written");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      add (&desk, VETO_EVENT_SENT, VETO_REPLY_OTHER, 10);
      add (&desk, VETO_EVENT_ANSWER, VETO_REPLY_GRANTED, 5);
    }
  desk_clear (&desk);
}

/* Returns: (transfer full) (nullable): what another parser finds in the file; NULL where there is none */
static JsonParser *
read_calendar (const char *path)
{
  const char      *argv[] = { g_getenv ("VETO_PYTHON"), g_getenv ("VETO_READ_CALENDAR"), path, NULL };
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    return NULL;
  g_assert_cmpstr (err, ==, "");
  json_parser_load_from_data (parser, out, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&parser);
}

static JsonParser *
make_calendar (const Desk *desk, const char *path)
{
  g_auto(Run) run = run_line ("calendar --data %s --guidance %s --out %s", desk->data, desk->bundle, path);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.out, ==, "");
  return read_calendar (path);
}

static void
test_calendar (void)
{
  Desk             desk = desk_open ();
  g_autofree char *path = g_build_filename (desk.data, "due.ics", NULL);
  g_autofree char *due = NULL, *uid = NULL;
  g_autoptr(JsonParser) first = NULL;
  g_autoptr(JsonParser) second = NULL;
  gint64      sequence;
  JsonObject *root;

  add (&desk, VETO_EVENT_SENT, VETO_REPLY_OTHER, 3);
  due = dup_due (&desk);
  first = make_calendar (&desk, path);
  if (first == NULL)
    {
      g_test_skip ("no other parser of calendars is installed (python3-icalendar)");
      desk_clear (&desk);
      return;
    }
  root = json_node_get_object (json_parser_get_root (first));
  g_assert_cmpstr (get_text (root, "version"), ==, "2.0");
  g_assert_cmpint (get_number (root, "longest"), <=, 75);
  g_assert_cmpint (get_number (root, "lone_newlines"), ==, 0);
  g_assert_true (json_object_get_boolean_member (root, "again"));
  g_assert_cmpuint (json_array_get_length (get_array (root, "entries")), ==, 1);
  g_assert_cmpstr (get_text (root, "entries/0/day"), ==, due);
  g_assert_cmpstr (get_text (root, "entries/0/summary"), ==,
                   "Example: last day for the answer to your objection");
  g_assert_nonnull (strstr (get_text (root, "entries/0/description"), "choose “Example” on the left"));
  g_assert_nonnull (strstr (get_text (root, "entries/0/description"), "\nveto --platform example"));
  g_assert_true (g_str_has_prefix (get_text (root, "entries/0/alarm"), "DISPLAY Example: "));
  g_assert_cmpint (get_number (root, "entries/0/alarm_hours"), ==, 33);
  uid = g_strdup (get_text (root, "entries/0/uid"));
  g_assert_nonnull (strstr (uid, veto_case_get_id (desk.item)));
  sequence = get_number (root, "entries/0/sequence");

  /* They need longer: the same entry, on another day. */
  add (&desk, VETO_EVENT_EXTENSION, VETO_REPLY_OTHER, 1);
  second = make_calendar (&desk, path);
  root = json_node_get_object (json_parser_get_root (second));
  g_assert_cmpuint (json_array_get_length (get_array (root, "entries")), ==, 1);
  g_assert_cmpstr (get_text (root, "entries/0/uid"), ==, uid);
  g_assert_cmpstr (get_text (root, "entries/0/day"), >, due);
  g_assert_cmpint (get_number (root, "entries/0/sequence"), >=, sequence);
  desk_clear (&desk);
}

static void
test_usage (void)
{
  static const char *const lines[] = { "calendar", "calendar --out due.txt", "calendar --out -" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(Run) run = run_line ("%s", lines[i]);

      run_assert_failed (&run, 2, "--out FILE.ics");
    }
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/due/running", test_running);
  g_test_add_func ("/ctl/due/over", test_over);
  g_test_add_func ("/ctl/due/nothing", test_nothing);
  g_test_add_func ("/ctl/calendar/parsed-by-another", test_calendar);
  g_test_add_func ("/ctl/calendar/usage", test_usage);
  return ctl_test_run ();
}
