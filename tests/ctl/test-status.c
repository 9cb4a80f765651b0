/* vetoctl status: what the window wrote, and what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ctl-desk.h"
#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-guidance.h"

static void
set_step (Desk *desk, const char *path, VetoStepState state)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (desk->bundle, "en", &error);
  const VetoGuide *guide = veto_platform_find_guide (veto_guide_set_find_platform (set, EXAMPLE), "form");
  const VetoStep  *step = veto_guide_find_step (guide, path);

  g_assert_nonnull (step);
  veto_progress_set_state (veto_case_get_progress (desk->item), guide, step, state, &error);
  g_assert_no_error (error);
}

static Run
run_status (const Desk *desk, const char *more)
{
  return run_line ("status --data %s --guidance %s%s", desk->data, desk->bundle, more);
}

static void
assert_case (const Desk *desk, const char *state, guint n_done, const char *next)
{
  g_auto(Run) run = run_status (desk, " --json");
  JsonObject *root = run_get_object (&run);
  JsonObject *item = get_object (root, "cases/0");

  assert_members (root, "cases");
  g_assert_cmpuint (json_array_get_length (get_array (root, "cases")), ==, 1);
  assert_members (item,
                  "account change changed goal guide id login next platform state steps steps_done whose");
  g_assert_cmpstr (get_text (item, "id"), ==, veto_case_get_id (desk->item));
  g_assert_cmpstr (get_text (item, "platform"), ==, EXAMPLE);
  g_assert_cmpstr (get_text (item, "goal"), ==, "object");
  g_assert_cmpstr (get_text (item, "guide"), ==, "form");
  g_assert_cmpstr (get_text (item, "state"), ==, state);
  g_assert_cmpint (get_number (item, "steps_done"), ==, n_done);
  g_assert_cmpint (get_number (item, "steps"), ==, 6);
  if (next == NULL)
    g_assert_true (json_object_get_null_member (item, "next"));
  else
    {
      assert_members (get_object (item, "next"), "step title");
      g_assert_cmpstr (get_text (item, "next/step"), ==, next);
    }
}

/* The whole way, looked at from beside the open window after each part. */
static void
test_states (void)
{
  Desk desk = desk_open ();

  assert_case (&desk, "not-started", 0, "open-form");
  set_step (&desk, "open-form", VETO_STEP_STATE_DONE);
  set_step (&desk, "email", VETO_STEP_STATE_DONE);
  assert_case (&desk, "in-progress", 2, "reason");
  set_step (&desk, "reason", VETO_STEP_STATE_SKIPPED);
  set_step (&desk, "send", VETO_STEP_STATE_DONE);
  assert_case (&desk, "sent", 4, "mail");
  set_step (&desk, "mail", VETO_STEP_STATE_DONE);
  set_step (&desk, "proof", VETO_STEP_STATE_DONE);
  assert_case (&desk, "done", 6, NULL);
  desk_clear (&desk);
}

static void
test_text (void)
{
  Desk desk = desk_open ();
  g_autoptr(GError) error = NULL;
  static const char *const words[] = { "Example: In progress, 1 of 6 steps\n", "  Account: me@example.org\n",
                                       "  Way: With the form\n", "  Next: Enter your e-mail address\n" };

  veto_case_set_value (desk.item, "account.login", "me@example.org", &error);
  g_assert_no_error (error);
  set_step (&desk, "open-form", VETO_STEP_STATE_DONE);
  desk_close (&desk);
  {
    g_auto(Run) run = run_status (&desk, "");
    g_auto(Run) german = run_status (&desk, " --lang de");

    run_assert_code (&run, 0);
    g_assert_cmpstr (run.err, ==, "");
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      g_assert_nonnull (strstr (run.out, words[i]));
    g_assert_null (strstr (run.out, "Changed"));
    assert_fits_terminal (run.out);
    g_assert_nonnull (strstr (german.out, "E-Mail-Adresse eintragen\n"));
  }
  desk_clear (&desk);
}

/* Steps that were done and are described differently by now, of the guide and of a branch. */
static void
test_changed (void)
{
  Desk desk = desk_open ();

  set_step (&desk, "open-form", VETO_STEP_STATE_DONE);
  set_step (&desk, "email", VETO_STEP_STATE_DONE);
  set_step (&desk, "login-loop/sign-in-first", VETO_STEP_STATE_DONE);
  desk_close (&desk);
  change_file (desk.bundle, "text/en.json", "Enter your e-mail address", "Enter the address");
  change_file (desk.bundle, "text/en.json", "Then come back here.", "Come back then.");
  {
    g_auto(Run) json = run_status (&desk, " --json");
    g_auto(Run) german = run_status (&desk, " --json --lang de");
    g_auto(Run) text = run_status (&desk, "");
    JsonObject *item = get_object (run_get_object (&json), "cases/0");

    g_assert_cmpuint (json_array_get_length (get_array (item, "changed")), ==, 2);
    g_assert_cmpstr (get_text (item, "changed/0"), ==, "email");
    g_assert_cmpstr (get_text (item, "changed/1"), ==, "login-loop/sign-in-first");
    g_assert_cmpint (get_number (item, "steps_done"), ==, 2);
    item = get_object (run_get_object (&german), "cases/0");
    g_assert_cmpuint (json_array_get_length (get_array (item, "changed")), ==, 2);
    g_assert_nonnull (strstr (text.out, "Changed since you did it: Enter the address\n"));
    g_assert_nonnull (strstr (text.out, "Changed since you did it: Sign in first\n"));
    g_assert_cmpstr (get_text (get_object (run_get_object (&json), "cases/0"), "change/kind"), ==, "look");
    g_assert_nonnull (strstr (text.out, "Look at it again before you send.\n"));
  }
  desk_clear (&desk);
}

/* What a person, or somebody else, put into the database does not steer the terminal. */
static void
test_control_characters (void)
{
  static const char login[] = "a\033[31mb\302\233c\342\200\256d\ne";
  Desk              desk = desk_open ();
  g_autoptr(GError) error = NULL;

  veto_case_set_value (desk.item, "account.login", login, &error);
  g_assert_no_error (error);
  desk_close (&desk);
  {
    g_auto(Run) text = run_status (&desk, "");
    g_auto(Run) json = run_status (&desk, " --json");
    g_auto(Run) latin = { 0 };
    g_autofree char *line = g_strdup_printf ("status --data %s --guidance %s", desk.data, desk.bundle);

    run_assert_code (&text, 0);
    g_assert_nonnull (strstr (text.out, "Account: a�[31mb�c�d"));
    g_assert_cmpstr (get_text (run_get_object (&json), "cases/0/login"), ==, login);
    g_assert_null (strchr (json.out, '\033'));
    g_assert_null (strstr (json.out, "\302\233"));
    g_assert_null (strstr (json.out, "\342\200\256"));

    latin = run_line_in ("LC_ALL=C", NULL, line);
    run_assert_code (&latin, 0);
    for (const char *at = latin.out; *at != '\0'; at++)
      g_assert_true (*at == '\n' || g_ascii_isprint (*at));
  }
  desk_clear (&desk);
}

/* A case that the guidance says nothing about is still the person's. */
static void
test_unknown_platform (void)
{
  char            *data = fixture_make_folder ();
  char            *bundle = make_bundle (NULL, NULL, NULL);
  g_autofree char *id = fixture_make_database (data, 2);
  g_auto(Run) json = run_line ("status --json --data %s --guidance %s", data, bundle);
  g_auto(Run) text = run_line ("status --data %s --guidance %s", data, bundle);
  JsonObject *item = get_object (run_get_object (&json), "cases/0");

  g_assert_cmpstr (get_text (item, "id"), ==, id);
  g_assert_cmpstr (get_text (item, "platform"), ==, FIXTURE_PLATFORM);
  g_assert_cmpint (get_number (item, "steps"), ==, 0);
  g_assert_true (json_object_get_null_member (item, "next"));
  run_assert_code (&text, 0);
  g_assert_nonnull (strstr (text.out, FIXTURE_PLATFORM ": "));
  g_assert_nonnull (strstr (text.out, "does not describe this way"));
  fixture_remove (data);
  fixture_remove (bundle);
}

/* Before anything was begun there is no database, and looking makes none. */
static void
test_nothing_yet (void)
{
  char            *parent = fixture_make_folder ();
  g_autofree char *data = g_build_filename (parent, "veto", NULL);
  g_auto(Run) text = run_line ("status --data %s", data);
  g_auto(Run) json = run_line ("status --json --data %s", data);
  g_auto(Run) own = run_line ("status");

  run_assert_code (&text, 0);
  g_assert_cmpstr (text.err, ==, "");
  g_assert_nonnull (strstr (text.out, "veto --platform "));
  g_assert_nonnull (strstr (text.out, "vetoctl guide "));
  g_assert_cmpuint (json_array_get_length (get_array (run_get_object (&json), "cases")), ==, 0);
  run_assert_code (&own, 0);
  g_assert_cmpint (g_rmdir (parent), ==, 0); /* it is empty still */
  g_free (parent);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/status/states", test_states);
  g_test_add_func ("/ctl/status/text", test_text);
  g_test_add_func ("/ctl/status/changed", test_changed);
  g_test_add_func ("/ctl/status/control-characters", test_control_characters);
  g_test_add_func ("/ctl/status/unknown-platform", test_unknown_platform);
  g_test_add_func ("/ctl/status/nothing-yet", test_nothing_yet);
  return ctl_test_run ();
}
