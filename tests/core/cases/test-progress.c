/* Steps: done, skipped, taken back, changed since, started over; and still there the next day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "case-fixture.h"

static void
test_walk (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  VetoProgress    *progress = veto_case_get_progress (item);
  const VetoGuide *guide = fixture_get_guide (&desk, "form");
  guint           *n_changed = fixture_count_signal (progress, "changed");

  g_assert_cmpstr (veto_progress_get_next (progress, guide)->id, ==, "open-form");
  fixture_walk (&desk, item, "form", "open-form email -reason");
  g_assert_cmpuint (*n_changed, ==, 3);
  g_assert_cmpstr (veto_progress_get_next (progress, guide)->id, ==, "send");
  g_assert_cmpuint (veto_progress_count_finished (progress, guide), ==, 3);

  fixture_walk (&desk, item, "form", "?email"); /* undo, and do it again */
  g_assert_cmpstr (veto_progress_get_next (progress, guide)->id, ==, "email");
  fixture_walk (&desk, item, "form", "email send mail proof");
  g_assert_null (veto_progress_get_next (progress, guide));
  fixture_assert_done (&desk, item, "form: open-form email -reason send mail proof; menus:");
  fixture_clear_desk (&desk);
}

static void
test_next_day (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  fixture_walk (&desk, item, "form", "open-form -email reason login-loop/sign-in-first");
  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  fixture_assert_done (&desk, item, "form: open-form -email reason login-loop/sign-in-first; menus:");
  fixture_clear_desk (&desk);
}

static void
test_doing_twice_keeps_the_day (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  g_autofree char *path = fixture_dup_path (desk.folder, ""), *before = NULL, *after = NULL;
  guint           *n_changed;

  g_assert_cmpint (veto_progress_get_last_change (veto_case_get_progress (item)), ==, 0);
  fixture_walk (&desk, item, "form", "open-form");
  fixture_run_sql (path, "UPDATE steps SET at = 1500000000"); /* long ago */
  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpint (veto_progress_get_last_change (veto_case_get_progress (item)), ==, 1500000000);

  before = fixture_dump (desk.store);
  n_changed = fixture_count_signal (veto_case_get_progress (item), "changed");
  fixture_walk (&desk, item, "form", "open-form");
  after = fixture_dump (desk.store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (*n_changed, ==, 0);

  fixture_walk (&desk, item, "form", "email");
  g_assert_cmpint (veto_progress_get_last_change (veto_case_get_progress (item)), >=,
                   g_get_real_time () / G_USEC_PER_SEC - 60);
  fixture_clear_desk (&desk);
}

/* Newer guidance describes "send" in other words. */
static void
test_newer_guidance (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  VetoProgress    *progress;
  const VetoGuide *guide;

  fixture_walk (&desk, item, "form", "open-form email send");
  fixture_reopen_desk (&desk, "Press Send.", "Press Send twice.");
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  progress = veto_case_get_progress (item);
  guide = fixture_get_guide (&desk, "form");
  fixture_assert_done (&desk, item, "form: open-form email send; menus:");
  g_assert_false (veto_progress_is_outdated (progress, guide, veto_guide_find_step (guide, "open-form")));
  g_assert_true (veto_progress_is_outdated (progress, guide, veto_guide_find_step (guide, "send")));
  g_assert_false (veto_progress_is_outdated (progress, guide, veto_guide_find_step (guide, "mail")));

  g_assert_true (veto_progress_accept_change (progress, guide, veto_guide_find_step (guide, "send"), NULL));
  g_assert_true (veto_progress_accept_change (progress, guide, veto_guide_find_step (guide, "mail"), NULL));
  g_assert_false (veto_progress_is_outdated (progress, guide, veto_guide_find_step (guide, "send")));
  fixture_assert_done (&desk, item, "form: open-form email send; menus:");

  fixture_reopen_desk (&desk, "Press Send.", "Press Send twice.");
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  guide = fixture_get_guide (&desk, "form");
  g_assert_false (
    veto_progress_is_outdated (veto_case_get_progress (item), guide, veto_guide_find_step (guide, "send")));
  fixture_clear_desk (&desk);
}

/* Doing a changed step again is another way to say that it is done as it is now. */
static void
test_doing_a_changed_step_again (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  const VetoGuide *guide;

  fixture_walk (&desk, item, "form", "send");
  fixture_reopen_desk (&desk, "Press Send.", "Press Send twice.");
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  guide = fixture_get_guide (&desk, "form");
  fixture_walk (&desk, item, "form", "send");
  g_assert_false (
    veto_progress_is_outdated (veto_case_get_progress (item), guide, veto_guide_find_step (guide, "send")));
  fixture_clear_desk (&desk);
}

/* A step that the guidance no longer has is kept, and is back when the guidance has it again. */
static void
test_vanished_step (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  const VetoGuide *guide;

  fixture_walk (&desk, item, "form", "open-form email");
  fixture_reopen_desk (&desk, "open-form", "begin");
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  guide = fixture_get_guide (&desk, "form");
  fixture_assert_done (&desk, item, "form: email; menus:");
  g_assert_cmpstr (veto_progress_get_next (veto_case_get_progress (item), guide)->id, ==, "begin");
  fixture_walk (&desk, item, "form", "begin");

  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  fixture_assert_done (&desk, item, "form: open-form email; menus:");
  fixture_clear_desk (&desk);
}

static void
test_start_over (void)
{
  g_autoptr(GVariant) undo = NULL;
  g_autoptr(GError) error = NULL;
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  VetoProgress    *progress = veto_case_get_progress (item);
  guint           *n_changed;
  g_autofree char *before = NULL, *after = NULL;

  fixture_walk (&desk, item, "form", "open-form -email login-loop/sign-in-first");
  fixture_walk (&desk, item, "menus", "send");
  before = fixture_dump (desk.store);
  n_changed = fixture_count_signal (progress, "changed");

  g_assert_true (veto_progress_start_over (progress, &undo, &error));
  g_assert_cmpuint (*n_changed, ==, 1);
  fixture_assert_done (&desk, item, "form:; menus:");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_NOT_STARTED);

  g_assert_true (veto_progress_restore (progress, undo, &error));
  g_assert_cmpuint (*n_changed, ==, 2);
  fixture_assert_done (&desk, item, "form: open-form -email login-loop/sign-in-first; menus: send");
  after = fixture_dump (desk.store);
  g_assert_cmpstr (before, ==, after); /* with their days and revisions */
  fixture_clear_desk (&desk);
}

/* What another program wrote, and nobody here has read, comes back too. */
static void
test_start_over_beside_another (void)
{
  g_autoptr(GVariant) undo = NULL;
  g_autoptr(GError) error = NULL;
  Desk          desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase     *item = fixture_start_case (&desk);
  VetoProgress *progress = veto_case_get_progress (item);
  VetoStoreStep step = { (char *) "menus", (char *) "send", FALSE, (char *) "r", 1700000001 };
  VetoStore    *other;

  fixture_walk (&desk, item, "form", "open-form");
  other = fixture_open (desk.folder, VETO_STORE_TOOL);
  g_assert_true (veto_store_set_step (other, veto_case_get_id (item), &step, &error));
  fixture_close (other);

  g_assert_true (veto_progress_start_over (progress, &undo, &error));
  fixture_assert_done (&desk, item, "form:; menus:");
  g_assert_true (veto_progress_restore (progress, undo, &error));
  fixture_assert_done (&desk, item, "form: open-form; menus: send");
  fixture_reopen_desk (&desk, NULL, NULL);
  fixture_assert_done (&desk, veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL),
                       "form: open-form; menus: send");
  fixture_clear_desk (&desk);
}

static void
test_start_over_stays (void)
{
  g_autoptr(GVariant) undo = NULL;
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  fixture_walk (&desk, item, "form", "open-form email");
  g_assert_true (veto_progress_start_over (veto_case_get_progress (item), &undo, NULL));
  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  fixture_assert_done (&desk, item, "form:; menus:");
  fixture_walk (&desk, item, "form", "send"); /* done since: stays when the rest comes back */
  g_assert_true (veto_progress_restore (veto_case_get_progress (item), undo, NULL));
  fixture_assert_done (&desk, item, "form: open-form email send; menus:");
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/walk", test_walk);
  g_test_add_func ("/progress/next-day", test_next_day);
  g_test_add_func ("/progress/doing-twice-keeps-the-day", test_doing_twice_keeps_the_day);
  g_test_add_func ("/progress/newer-guidance", test_newer_guidance);
  g_test_add_func ("/progress/doing-a-changed-step-again", test_doing_a_changed_step_again);
  g_test_add_func ("/progress/vanished-step", test_vanished_step);
  g_test_add_func ("/progress/start-over", test_start_over);
  g_test_add_func ("/progress/start-over-beside-another", test_start_over_beside_another);
  g_test_add_func ("/progress/start-over-stays", test_start_over_stays);
  return g_test_run ();
}
