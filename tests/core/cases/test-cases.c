/* Cases: their state, their values, their list; what another process does to them; and a disk that fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "case-fixture.h"
#include "faulty-disk.h"

typedef struct
{
  const char   *name;
  const char   *guide; /* on which the case is now */
  const char   *form, *menus;
  VetoCaseState expected;
} Sample;

static const Sample samples[] = {
  { "/cases/state/nothing", "form", NULL, NULL, VETO_CASE_NOT_STARTED },
  { "/cases/state/taken-back", "form", "open-form ?open-form", NULL, VETO_CASE_NOT_STARTED },
  { "/cases/state/one-step", "form", "open-form", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/one-skipped", "form", "-open-form", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/only-in-a-branch", "form", "login-loop/sign-in-first", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/not-sent", "form", "open-form email reason mail proof", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/sent", "form", "open-form email -reason send", NULL, VETO_CASE_SENT },
  { "/cases/state/sent-and-confirmed", "form", "open-form email -reason send mail", NULL, VETO_CASE_SENT },
  { "/cases/state/required-skipped", "form", "-open-form -email -reason -send -mail -proof", NULL,
    VETO_CASE_IN_PROGRESS },
  { "/cases/state/sending-skipped", "form", "open-form email -reason -send mail proof", NULL,
    VETO_CASE_IN_PROGRESS },
  { "/cases/state/done", "form", "open-form email -reason send mail proof", NULL, VETO_CASE_DONE },
  { "/cases/state/done-and-one-taken-back", "form", "open-form email -reason send mail proof ?send", NULL,
    VETO_CASE_IN_PROGRESS },
  { "/cases/state/on-another-way", "menus", "open-form email", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/sent-on-another-way", "menus", "open-form email reason send", NULL, VETO_CASE_SENT },
  { "/cases/state/sent-on-another-way-then-begun", "menus", "open-form email reason send", "open-form",
    VETO_CASE_SENT },
  { "/cases/state/done-on-another-way", "menus", "open-form email", "open-form send", VETO_CASE_DONE },
  { "/cases/state/guide-is-gone", "no-such-guide", "open-form", NULL, VETO_CASE_IN_PROGRESS },
  { "/cases/state/guide-is-gone-and-nothing-done", "no-such-guide", NULL, NULL, VETO_CASE_NOT_STARTED },
};

static void
test_state (gconstpointer data)
{
  const Sample *sample = data;
  Desk          desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase     *item = fixture_start_case (&desk);
  VetoCaseState from_property;

  if (sample->form != NULL)
    fixture_walk (&desk, item, "form", sample->form);
  if (sample->menus != NULL)
    fixture_walk (&desk, item, "menus", sample->menus);
  g_assert_true (veto_case_set_guide (item, sample->guide, NULL));
  g_assert_cmpint (veto_case_get_state (item), ==, sample->expected);
  g_object_get (item, "state", &from_property, NULL);
  g_assert_cmpint (from_property, ==, sample->expected);

  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpstr (veto_case_get_guide (item), ==, sample->guide);
  g_assert_cmpint (veto_case_get_state (item), ==, sample->expected);
  fixture_clear_desk (&desk);
}

static void
test_state_is_told (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  guint    *n_told = fixture_count_signal (item, "notify::state");

  fixture_walk (&desk, item, "form", "open-form");
  g_assert_cmpuint (*n_told, ==, 1);
  fixture_walk (&desk, item, "form", "email reason"); /* still in progress: nothing to tell */
  g_assert_cmpuint (*n_told, ==, 1);
  fixture_walk (&desk, item, "form", "send");
  g_assert_cmpuint (*n_told, ==, 2);
  fixture_clear_desk (&desk);
}

/* The way back finds the old way's marks. */
static void
test_switch_guide (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  guint    *n_told = fixture_count_signal (item, "notify::guide");

  fixture_walk (&desk, item, "form", "open-form email");
  g_assert_true (veto_case_set_guide (item, "menus", NULL));
  g_assert_true (veto_case_set_guide (item, "menus", NULL));
  g_assert_cmpuint (*n_told, ==, 1);
  fixture_walk (&desk, item, "menus", "-open-form");
  g_assert_true (veto_case_set_guide (item, "form", NULL));
  fixture_assert_done (&desk, item, "form: open-form email; menus: -open-form");
  fixture_clear_desk (&desk);
}

/* While the program runs, newer guidance comes that no longer has the platform, and then one that has it again. */
static void
test_guidance_swapped (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  guint    *n_told;
  g_autoptr(VetoGuideSet) without_platform = fixture_read_guidance ("chirper", "cheeper");
  g_autoptr(VetoGuideSet) same = fixture_read_guidance (NULL, NULL);

  fixture_walk (&desk, item, "form", "open-form email reason send mail proof");
  n_told = fixture_count_signal (item, "notify::state");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_DONE);
  veto_guidance_swap (desk.guidance, without_platform);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_IN_PROGRESS);
  veto_guidance_swap (desk.guidance, same);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_DONE);
  g_assert_cmpuint (*n_told, ==, 2);
  fixture_clear_desk (&desk);
}

static void
test_start_twice (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  guint    *n_told = fixture_count_signal (desk.book, "items-changed");
  VetoCase *item = fixture_start_case (&desk);

  g_assert_true (veto_case_book_start (desk.book, FIXTURE_PLATFORM, FIXTURE_GOAL, "menus", NULL) == item);
  g_assert_cmpstr (veto_case_get_guide (item), ==, "form");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.book)), ==, 1);
  g_assert_true (veto_case_book_start (desk.book, FIXTURE_PLATFORM, "opt-out", "form", NULL) != item);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.book)), ==, 2);
  g_assert_cmpuint (*n_told, ==, 2);
  g_assert_true (veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL) == item);
  g_assert_null (veto_case_book_find (desk.book, "another", NULL));
  fixture_clear_desk (&desk);
}

static void
test_oldest_first (void)
{
  static const char *const platforms[] = { "one", "two", "three" };
  Desk                     desk = fixture_open_desk (NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    g_assert_nonnull (veto_case_book_start (desk.book, platforms[i], "object", "form", NULL));
  fixture_reopen_desk (&desk, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (desk.book), i);
      g_assert_cmpstr (veto_case_get_platform (item), ==, platforms[i]);
    }
  fixture_clear_desk (&desk);
}

static void
test_values (void)
{
  g_autoptr(GError) error = NULL;
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  VetoCase *other = veto_case_book_start (desk.book, "another", "object", "form", NULL);
  guint    *n_login = fixture_count_signal (item, "notify::login");
  guint    *n_name = fixture_count_signal (other, "value-changed");

  g_assert_null (veto_case_get_login (item));
  g_assert_true (veto_case_set_value (item, "account.login", "ada@example.org", &error));
  g_assert_true (veto_case_set_value (item, "account.login", "ada@example.org", &error));
  g_assert_true (veto_case_set_value (item, "profile.name", "Ada Löwe", &error));
  g_assert_true (veto_case_set_value (item, "reason", "It is mine.\nMine!", &error));
  g_assert_false (veto_case_set_value (item, "account.password", "hunter2", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_assert_cmpuint (*n_login, ==, 1);
  g_assert_cmpuint (*n_name, ==,
                    1); /* the person's name is the other case's, too; login and reason are not */
  g_assert_cmpstr (veto_case_get_value (other, "profile.name"), ==, "Ada Löwe");
  g_assert_null (veto_case_get_login (other));
  g_assert_null (veto_case_get_value (other, "reason"));

  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpstr (veto_case_get_login (item), ==, "ada@example.org");
  g_assert_cmpstr (veto_case_get_value (item, "profile.name"), ==, "Ada Löwe");
  g_assert_cmpstr (veto_case_get_value (item, "reason"), ==, "It is mine.\nMine!");
  g_assert_null (veto_case_get_value (item, "account.password"));
  g_assert_true (veto_case_set_value (item, "account.login", "", NULL));
  g_assert_null (veto_case_get_login (item));
  fixture_clear_desk (&desk);
}

static void
write_from_elsewhere (gpointer folder)
{
  Desk      desk = fixture_open_desk (folder, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  fixture_walk (&desk, item, "form", "?open-form email");
  g_assert_true (veto_case_set_value (item, "account.login", "new@example.org", NULL));
  g_assert_true (veto_case_set_value (item, "reason", NULL, NULL));
  g_assert_true (veto_case_set_guide (item, "menus", NULL));
  g_assert_nonnull (veto_case_book_start (desk.book, "another", "object", "form", NULL));
  fixture_close_desk (&desk);
}

/* vetoctl has written beside the window: the book shows it, in the objects that pages hold. */
static void
test_refresh (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  guint    *n_items = fixture_count_signal (desk.book, "items-changed");
  guint    *n_login = fixture_count_signal (item, "notify::login");
  guint    *n_changed;

  fixture_walk (&desk, item, "form", "open-form");
  g_assert_true (veto_case_set_value (item, "reason", "It is mine.", NULL));
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  n_changed = fixture_count_signal (veto_case_get_progress (item), "changed");

  fixture_run_in_child (write_from_elsewhere, desk.folder);
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_true (veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL) == item);
  fixture_assert_done (&desk, item, "form: email; menus:");
  g_assert_cmpstr (veto_case_get_login (item), ==, "new@example.org");
  g_assert_null (veto_case_get_value (item, "reason"));
  g_assert_cmpstr (veto_case_get_guide (item), ==, "menus");
  g_assert_nonnull (veto_case_book_find (desk.book, "another", NULL));

  g_assert_true (veto_case_book_refresh (desk.book, NULL)); /* nothing more to tell */
  g_assert_cmpuint (*n_items, ==, 1);
  g_assert_cmpuint (*n_login, ==, 1);
  g_assert_cmpuint (*n_changed, ==, 1);
  fixture_clear_desk (&desk);
}

static void
delete_from_elsewhere (gpointer folder)
{
  g_autofree char *path = fixture_dup_path (folder, "");

  fixture_run_sql (path, "DELETE FROM steps; DELETE FROM cases WHERE platform = '" FIXTURE_PLATFORM "'");
}

static void
test_case_taken_away (void)
{
  g_autoptr(GError) error = NULL;
  Desk desk = fixture_open_desk (NULL, NULL, NULL);
  g_autoptr(VetoCase) item = g_object_ref (fixture_start_case (&desk));
  const VetoGuide *guide = fixture_get_guide (&desk, "form");

  g_assert_nonnull (veto_case_book_start (desk.book, "another", "object", "form", NULL));
  fixture_run_in_child (delete_from_elsewhere, desk.folder);
  g_assert_false (veto_progress_set_state (veto_case_get_progress (item), guide, &guide->steps[0],
                                           VETO_STEP_STATE_DONE, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_null (veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.book)), ==, 1);
  g_clear_object (&item);
  fixture_clear_desk (&desk);
}

/* What a full disk refuses does not happen on the screen either; the next try works. */
static void
test_full_disk (void)
{
  g_autoptr(GVariant) undo = NULL;
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  VetoProgress    *progress = veto_case_get_progress (item);
  const VetoGuide *guide = fixture_get_guide (&desk, "form");
  guint           *n_notified, *n_changed, *n_items;

  fixture_walk (&desk, item, "form", "open-form");
  n_notified = fixture_count_signal (item, "notify");
  n_changed = fixture_count_signal (progress, "changed");
  n_items = fixture_count_signal (desk.book, "items-changed");

#define FAILS(call)                                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr(GError) error = NULL;                                                                         \
    faulty_disk_fail (1, SQLITE_FULL);                                                                       \
    g_assert_false (call);                                                                                   \
    g_assert_true (faulty_disk_rest ());                                                                     \
    g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FULL);                                         \
  }                                                                                                          \
  G_STMT_END

  FAILS (veto_progress_set_state (progress, guide, &guide->steps[1], VETO_STEP_STATE_DONE, &error));
  FAILS (veto_progress_set_state (progress, guide, &guide->steps[0], VETO_STEP_STATE_OPEN, &error));
  FAILS (veto_progress_start_over (progress, &undo, &error));
  FAILS (veto_case_set_guide (item, "menus", &error));
  FAILS (veto_case_set_value (item, "account.login", "ada@example.org", &error));
  FAILS (veto_case_set_value (item, "reason", "It is mine.", &error));
  FAILS (veto_case_book_start (desk.book, "another", "object", "form", &error) != NULL);

  g_assert_null (undo);
  fixture_assert_done (&desk, item, "form: open-form; menus:");
  g_assert_cmpstr (veto_case_get_guide (item), ==, "form");
  g_assert_null (veto_case_get_login (item));
  g_assert_null (veto_case_get_value (item, "reason"));
  g_assert_cmpuint (*n_notified + *n_changed + *n_items, ==, 0);

  g_assert_true (veto_progress_start_over (progress, &undo, NULL));
  FAILS (veto_progress_restore (progress, undo, &error));
  fixture_assert_done (&desk, item, "form:; menus:");
  g_assert_true (veto_progress_restore (progress, undo, NULL));
  fixture_assert_done (&desk, item, "form: open-form; menus:");
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_state);
  g_test_add_func ("/cases/state-is-told", test_state_is_told);
  g_test_add_func ("/cases/switch-guide", test_switch_guide);
  g_test_add_func ("/cases/guidance-swapped", test_guidance_swapped);
  g_test_add_func ("/cases/start-twice", test_start_twice);
  g_test_add_func ("/cases/oldest-first", test_oldest_first);
  g_test_add_func ("/cases/values", test_values);
  g_test_add_func ("/cases/refresh", test_refresh);
  g_test_add_func ("/cases/taken-away", test_case_taken_away);
  g_test_add_func ("/cases/full-disk", test_full_disk);
  return g_test_run ();
}
