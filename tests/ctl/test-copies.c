/* vetoctl backup and restore: there and back, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

typedef struct
{
  char *data, *other, *elsewhere, *copy;
} Desk;

/* Two databases, and a copy of the first one. */
static Desk
open_desk (void)
{
  Desk desk = { fixture_make_folder (), fixture_make_folder (), fixture_make_folder (), NULL };

  g_free (fixture_make_database (desk.data, 3));
  g_free (fixture_make_database (desk.other, 9));
  desk.copy = g_build_filename (desk.elsewhere, "copy.veto", NULL);
  return desk;
}

static void
close_desk (Desk *desk)
{
  fixture_remove (desk->data);
  fixture_remove (desk->other);
  fixture_remove (desk->elsewhere);
  g_free (desk->copy);
}

static void
assert_steps (const char *folder, const char *n)
{
  fixture_assert_sql (folder, "SELECT count (*) FROM steps", n);
}

static void
back_up (const Desk *desk)
{
  g_auto(Run) run = run_line ("backup --data %s %s", desk->data, desk->copy);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.out, "copy.veto: 1 objection\n"));
  g_assert_cmpstr (run.err, ==, "");
}

static void
test_there_and_back (void)
{
  Desk  desk = open_desk ();
  char *at, *end;

  back_up (&desk);
  {
    g_auto(Run) run = run_line ("restore --data %s %s", desk.other, desk.copy);

    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "copy.veto: 1 objection\n"));
    assert_steps (desk.other, "3");
    /* The command that is said undoes it. */
    at = strstr (run.err, "vetoctl restore ");
    g_assert_nonnull (at);
    at += strlen ("vetoctl restore ");
    end = strchr (at, '\n');
    g_assert_nonnull (end);
    *end = '\0';
    {
      g_auto(Run) undo = run_line ("restore --data %s %s", desk.other, at);

      run_assert_code (&undo, 0);
      assert_steps (desk.other, "9");
    }
  }
  close_desk (&desk);
}

static void
test_into_nothing (void)
{
  Desk             desk = open_desk ();
  g_autofree char *new_folder = g_build_filename (desk.elsewhere, "new", NULL);

  back_up (&desk);
  {
    g_auto(Run) run = run_line ("restore --data %s %s", new_folder, desk.copy);

    run_assert_code (&run, 0);
    g_assert_cmpstr (run.err, ==, ""); /* there is nothing to go back to */
    assert_steps (new_folder, "3");
  }
  close_desk (&desk);
}

static void
test_not_replaced (void)
{
  Desk desk = open_desk ();

  back_up (&desk);
  {
    g_autofree char *before = fixture_describe_folder (desk.elsewhere, NULL), *after = NULL;
    g_auto(Run) run = run_line ("backup --data %s %s", desk.other, desk.copy);

    run_assert_failed (&run, 1, "a file of that name already");
    after = fixture_describe_folder (desk.elsewhere, NULL);
    g_assert_cmpstr (before, ==, after);
  }
  close_desk (&desk);
}

static void
test_nothing_to_copy (void)
{
  Desk             desk = open_desk ();
  g_autofree char *nowhere = g_build_filename (desk.elsewhere, "nowhere", NULL);
  g_auto(Run) run = run_line ("backup --data %s %s", nowhere, desk.copy);

  run_assert_failed (&run, 1, "nothing to copy yet");
  g_assert_false (g_file_test (desk.copy, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  close_desk (&desk);
}

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
}

static void
make_newer (const char *path)
{
  fixture_run_sql (path, "PRAGMA user_version = 999");
}

static void
make_cut (const char *path)
{
  g_assert_cmpint (truncate (path, 3 * 4096), ==, 0);
}

static void
make_trigger (const char *path)
{
  fixture_run_sql (path, "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM cases; END");
}

static void
make_gone (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static const struct
{
  const char *name;
  void (*make) (const char *path);
  const char *words;
} samples[] = {
  { "/ctl/restore/refused/text", make_text, "no copy that Veto has made" },
  { "/ctl/restore/refused/newer", make_newer, "newer version of Veto" },
  { "/ctl/restore/refused/cut", make_cut, "This copy is damaged" },
  { "/ctl/restore/refused/trigger", make_trigger, "no copy that Veto has made" },
  { "/ctl/restore/refused/gone", make_gone, "no such file" },
};

static void
test_refused (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  Desk             desk = open_desk ();
  g_autofree char *before = NULL, *after = NULL;

  back_up (&desk);
  samples[i].make (desk.copy);
  before = fixture_describe_folder (desk.other, NULL);
  {
    g_auto(Run) run = run_line ("restore --data %s %s", desk.other, desk.copy);

    run_assert_failed (&run, 1, samples[i].words);
    run_assert_failed (&run, 1, desk.copy); /* where */
  }
  after = fixture_describe_folder (desk.other, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

static void
open_window (gpointer folder)
{
  fixture_open (folder, VETO_STORE_WINDOW);
}

/* A window is open: a copy can be saved, none brought back. */
static void
test_under_a_window (void)
{
  Desk         desk = open_desk ();
  FixtureChild child = fixture_start_child (open_window, desk.data);

  back_up (&desk);
  {
    g_auto(Run) run = run_line ("restore --data %s %s", desk.data, desk.copy);

    run_assert_failed (&run, 1, "Close every window of Veto");
  }
  fixture_let_go (&child);
  assert_steps (desk.data, "3");
  close_desk (&desk);
}

/* What cannot be used is not moved by a command. */
static void
test_present_damaged (void)
{
  Desk             desk = open_desk ();
  g_autofree char *path = fixture_dup_path (desk.other, ""), *before = NULL, *after = NULL;

  back_up (&desk);
  make_text (path);
  before = fixture_describe_folder (desk.other, NULL);
  {
    g_auto(Run) run = run_line ("restore --data %s %s", desk.other, desk.copy);

    run_assert_failed (&run, 1, "What Veto has now cannot be used");
  }
  after = fixture_describe_folder (desk.other, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/copies/there-and-back", test_there_and_back);
  g_test_add_func ("/ctl/copies/into-nothing", test_into_nothing);
  g_test_add_func ("/ctl/backup/not-replaced", test_not_replaced);
  g_test_add_func ("/ctl/backup/nothing-to-copy", test_nothing_to_copy);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, GSIZE_TO_POINTER (i), test_refused);
  g_test_add_func ("/ctl/restore/under-a-window", test_under_a_window);
  g_test_add_func ("/ctl/restore/present-damaged", test_present_damaged);
  return ctl_test_run ();
}
