/* What is next, and the way through the steps: onwards, back, beside, another way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "case-fixture.h"
#include "veto-walk.h"

typedef struct
{
  Desk            desk;
  VetoObjections *objections;
  VetoWalk       *walk;
} Person;

static Person
open_person (void)
{
  Person person = { .desk = fixture_open_desk (NULL, NULL, NULL) };

  person.objections = veto_objections_new (person.desk.guidance, person.desk.book);
  person.walk = veto_walk_new (person.objections, person.desk.book, FIXTURE_PLATFORM, NULL, NULL);
  return person;
}

static void
close_person (Person *person)
{
  g_assert_finalize_object (G_OBJECT (person->walk));
  g_assert_finalize_object (G_OBJECT (person->objections));
  fixture_clear_desk (&person->desk);
}

static const char *
get_path (VetoWalk *walk)
{
  const VetoStep *step = veto_walk_get_step (walk);
  return step != NULL ? step->path : "the end";
}

/* Does what the words of @deeds say, and asks for the place behind each: "done>email back>open-form". */
static void
assert_way (VetoWalk *walk, const char *deeds)
{
  g_auto(GStrv) words = g_strsplit (deeds, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) deed = g_strsplit (words[i], ">", 2);
      g_auto(GStrv) verb = g_strsplit (deed[0], ":", 2);
      g_autofree char *place = g_strdelimit (g_strdup (deed[1]), "_", ' ');
      g_autoptr(GError) error = NULL;

      if (g_str_equal (verb[0], "done"))
        veto_walk_finish_step (walk, VETO_STEP_STATE_DONE, &error);
      else if (g_str_equal (verb[0], "skip"))
        veto_walk_finish_step (walk, VETO_STEP_STATE_SKIPPED, &error);
      else if (g_str_equal (verb[0], "on"))
        veto_walk_go_on (walk);
      else if (g_str_equal (verb[0], "back"))
        veto_walk_go_back (walk);
      else if (g_str_equal (verb[0], "branch"))
        veto_walk_take_branch (walk, verb[1], &error);
      else if (g_str_equal (verb[0], "guide"))
        veto_walk_take_guide (walk, verb[1], &error);
      else
        veto_walk_go_to (walk, verb[0]);
      g_assert_no_error (error);
      g_assert_cmpstr (get_path (walk), ==, place);
    }
}

typedef struct
{
  const char *name;
  const char *deeds;
  const char *done; /* as fixture_assert_done() wants it; NULL: there is no case yet */
} Way;

static const Way ways[] = {
  { "/walk/straight", "done>email done>reason skip>send done>mail done>proof done>the_end",
    "form: open-form email -reason send mail proof; menus:" },
  { "/walk/looking-makes-no-case", "back>open-form proof>proof back>mail nonsense>mail", NULL },
  { "/walk/back-from-the-end", "proof>proof done>open-form proof>proof", "form: proof; menus:" },
  { "/walk/left-out-comes-last", "send>send done>mail done>proof done>open-form",
    "form: send mail proof; menus:" },
  { "/walk/what-was-skipped-comes-again",
    "skip>email done>reason skip>send done>mail done>proof done>open-form skip>the_end",
    "form: -open-form email -reason send mail proof; menus:" },
  { "/walk/looking-on", "done>email done>reason back>email back>open-form on>email on>reason skip>send",
    "form: open-form email -reason; menus:" },
  { "/walk/branch-returns", "branch:login-loop>login-loop/sign-in-first done>open-form done>email",
    "form: open-form login-loop/sign-in-first; menus:" },
  { "/walk/back-out-of-a-branch", "branch:login-loop>login-loop/sign-in-first back>open-form", NULL },
  { "/walk/another-way", "done>email guide:menus>open-form done>send guide:form>email",
    "form: open-form; menus: open-form" },
};

static void
test_way (gconstpointer data)
{
  const Way *way = data;
  Person     person = open_person ();
  VetoCase  *item;

  g_assert_cmpstr (get_path (person.walk), ==, "open-form");
  assert_way (person.walk, way->deeds);
  item = veto_case_book_find (person.desk.book, FIXTURE_PLATFORM, NULL);
  if (way->done == NULL)
    g_assert_null (item);
  else
    fixture_assert_done (&person.desk, item, way->done);
  close_person (&person);
}

/* Each move is told once, with the place already right: the page is made from it. */
static void
moved_cb (VetoWalk *walk, GString *places)
{
  g_string_append_printf (places, "%s%s", places->len > 0 ? " " : "", get_path (walk));
}

static void
test_moves_are_told (void)
{
  Person person = open_person ();
  g_autoptr(GString) places = g_string_new (NULL);

  g_signal_connect (person.walk, "moved", G_CALLBACK (moved_cb), places);
  assert_way (person.walk,
              "done>email back>open-form branch:login-loop>login-loop/sign-in-first done>open-form");
  g_assert_cmpstr (places->str, ==, "email open-form login-loop/sign-in-first open-form");
  close_person (&person);
}

static void
test_next_is_told (void)
{
  Person         person = open_person ();
  VetoObjection *item = veto_objections_find (person.objections, FIXTURE_PLATFORM);
  guint         *n_changed = fixture_count_signal (person.objections, "changed");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (veto_objection_get_state (item), ==, VETO_CASE_NOT_STARTED);
  g_assert_true (fixture_find_best (person.objections) == item);
  g_assert_cmpstr (veto_objection_get_next_step (item)->id, ==, "open-form");

  assert_way (person.walk, "done>email");
  g_assert_cmpuint (*n_changed, >, 0);
  g_assert_cmpint (veto_objection_get_state (item), ==, VETO_CASE_IN_PROGRESS);
  g_assert_cmpuint (veto_objection_count_finished (item), ==, 1);
  g_assert_cmpuint (veto_objection_count_steps (item), ==, 6);

  assert_way (person.walk, "done>reason skip>send done>mail");
  g_assert_cmpint (veto_objection_get_state (item), ==, VETO_CASE_SENT);
  g_assert_true (fixture_find_best (person.objections) == item);

  assert_way (person.walk, "done>proof done>the_end");
  g_assert_cmpint (veto_objection_get_state (item), ==, VETO_CASE_DONE);
  g_assert_null (fixture_find_best (person.objections));
  g_assert_cmpuint (veto_objections_count (person.objections, VETO_CASE_DONE), ==, 1);

  *n_changed = 0;
  g_assert_true (veto_walk_set_value (person.walk, "account.login", "erika@example.org", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (*n_changed, >, 0);
  close_person (&person);
}

/* Of the steps that were done, those that the guidance describes differently by now */
static guint
count_changed (VetoObjection *item)
{
  const VetoGuide *guide = veto_objection_get_guide (item);
  VetoCase        *known = veto_objection_get_case (item);
  guint            n_changed = 0;

  for (guint i = 0; known != NULL && i < guide->n_steps; i++)
    n_changed += veto_progress_is_outdated (veto_case_get_progress (known), guide, &guide->steps[i]);
  return n_changed;
}

typedef struct
{
  const char *name;
  const char *before; /* deeds */
  const char *from, *to;
  const char *place; /* behind the swap */
  const char *next;  /* where the next walk begins */
  guint       n_changed_steps;
  gboolean    is_overtaken;
} Swap;

static const Swap swaps[] = {
  { "/walk/newer/words", "done>email", "Open the form", "Open the form, please", "email", "email", 1, TRUE },
  { "/walk/newer/same", "done>email", NULL, NULL, "email", "email", 0, FALSE },
  { "/walk/newer/step-is-gone", "done>email done>reason skip>send", "send", "post", "send", "post", 0, TRUE },
  { "/walk/newer/branch-is-gone", "branch:login-loop>login-loop/sign-in-first", "login-loop", "log-in",
    "login-loop/sign-in-first", "open-form", 0, TRUE },
  { "/walk/newer/platform-is-gone", "done>email", "chirper", "peeper", NULL, NULL, 0, FALSE },
};

/* Newer guidance arrives in the middle of the way: what is on the screen stays, and the next walk has the new steps. */
static void
test_swap (gconstpointer data)
{
  const Swap *swap = data;
  Person      person = open_person ();
  guint      *n_moved = fixture_count_signal (person.walk, "moved");
  g_autoptr(VetoGuideSet) newer = fixture_read_guidance (swap->from, swap->to);
  g_autoptr(VetoWalk) next = NULL;
  VetoObjection *item;

  assert_way (person.walk, swap->before);
  *n_moved = 0;
  veto_guidance_swap (person.desk.guidance, newer);
  g_assert_cmpuint (*n_moved, ==, swap->place == NULL ? 1 : 0);
  g_assert_cmpint (veto_walk_is_overtaken (person.walk), ==, swap->is_overtaken);

  item = veto_walk_get_objection (person.walk);
  if (swap->place == NULL)
    {
      g_assert_null (item);
      g_assert_null (veto_walk_get_step (person.walk));
    }
  else
    {
      g_assert_cmpstr (get_path (person.walk), ==, swap->place);
      g_assert_cmpuint (count_changed (item), ==, swap->n_changed_steps);
      next = veto_walk_new (person.objections, person.desk.book, FIXTURE_PLATFORM, NULL, NULL);
      g_assert_cmpstr (get_path (next), ==, swap->next);
      g_assert_false (veto_walk_is_overtaken (next));
    }
  g_clear_object (&next);
  close_person (&person);
}

/* What was opened is still known when one comes back to the step, and where a later step happens. */
static void
test_opened_pages (void)
{
  Person person = open_person ();

  g_assert_null (veto_walk_get_opened (person.walk));
  veto_walk_note_opened (person.walk, "https://www.chirper.example/second");
  assert_way (person.walk, "branch:login-loop>login-loop/sign-in-first done>open-form");
  g_assert_cmpstr (veto_walk_get_opened (person.walk), ==, "https://www.chirper.example/second");
  assert_way (person.walk, "done>email");
  g_assert_null (veto_walk_get_opened (person.walk));
  g_assert_cmpstr (veto_walk_get_page (person.walk), ==, "https://www.chirper.example/second");
  close_person (&person);

  person = open_person ();
  g_assert_null (veto_walk_get_page (person.walk)); /* the first step opens it, nothing before does */
  assert_way (person.walk, "email>email");
  g_assert_cmpstr (veto_walk_get_page (person.walk), ==, "https://www.chirper.example/form");
  close_person (&person);
}

static void
test_changed_step_is_accepted (void)
{
  Person person = open_person ();
  g_autoptr(VetoGuideSet) newer = fixture_read_guidance ("Open the form", "Open the form, please");
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoWalk) next = NULL;

  assert_way (person.walk, "done>email done>reason skip>send done>mail done>proof done>the_end");
  veto_guidance_swap (person.desk.guidance, newer);
  g_assert_null (fixture_find_best (person.objections)); /* what was sent counts: there is nothing to do */

  next = veto_walk_new (person.objections, person.desk.book, FIXTURE_PLATFORM, NULL, NULL);
  assert_way (next, "open-form>open-form");
  g_assert_true (veto_walk_is_outdated (next));
  g_assert_true (veto_walk_accept_change (next, &error));
  g_assert_no_error (error);
  g_assert_false (veto_walk_is_outdated (next));
  g_clear_object (&next);
  g_assert_null (fixture_find_best (person.objections));
  close_person (&person);
}

static void
test_reopened_step (void)
{
  Person person = open_person ();
  g_autoptr(GError) error = NULL;

  assert_way (person.walk, "done>email back>open-form");
  g_assert_cmpint (veto_walk_get_state (person.walk), ==, VETO_STEP_STATE_DONE);
  g_assert_true (veto_walk_reopen_step (person.walk, &error));
  g_assert_no_error (error);
  g_assert_cmpint (veto_walk_get_state (person.walk), ==, VETO_STEP_STATE_OPEN);
  g_assert_cmpstr (get_path (person.walk), ==, "open-form");
  close_person (&person);
}

/* What else one can do on a platform is a case of its own, and says nothing about the objection. */
static void
test_another_goal (void)
{
  Desk desk =
    fixture_open_desk (NULL, "\"menus\", \"goal\": \"object\"", "\"menus\", \"goal\": \"limit-audience\"");
  VetoObjections *objections = veto_objections_new (desk.guidance, desk.book);
  VetoWalk       *walk = veto_walk_new (objections, desk.book, FIXTURE_PLATFORM, "menus", NULL);
  VetoObjection  *main_goal = veto_objections_find (objections, FIXTURE_PLATFORM);
  VetoObjection  *other = veto_objections_find_goal (objections, FIXTURE_PLATFORM, "limit-audience");
  guint          *n_changed = fixture_count_signal (objections, "changed");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (objections)), ==, 1);
  g_assert_true (veto_walk_get_objection (walk) == other);
  g_assert_null (veto_objections_find_goal (objections, FIXTURE_PLATFORM, "opt-out"));

  assert_way (walk, "done>send");
  g_assert_cmpuint (*n_changed, >, 0);
  g_assert_cmpuint (veto_objection_count_finished (other), ==, 1);
  g_assert_cmpuint (veto_objection_count_finished (main_goal), ==, 0);
  g_assert_null (veto_objection_get_case (main_goal));
  g_assert_true (fixture_find_best (objections) == main_goal);

  assert_way (walk, "done>the_end");
  g_assert_cmpint (veto_objection_get_state (other), ==, VETO_CASE_DONE);
  g_assert_finalize_object (G_OBJECT (walk));
  g_assert_finalize_object (G_OBJECT (objections));
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    g_test_add_data_func (ways[i].name, &ways[i], test_way);
  for (gsize i = 0; i < G_N_ELEMENTS (swaps); i++)
    g_test_add_data_func (swaps[i].name, &swaps[i], test_swap);
  g_test_add_func ("/walk/another-goal", test_another_goal);
  g_test_add_func ("/walk/opened-pages", test_opened_pages);
  g_test_add_func ("/walk/moves-are-told", test_moves_are_told);
  g_test_add_func ("/walk/next-is-told", test_next_is_told);
  g_test_add_func ("/walk/changed-step-is-accepted", test_changed_step_is_accepted);
  g_test_add_func ("/walk/reopened-step", test_reopened_step);
  return g_test_run ();
}
