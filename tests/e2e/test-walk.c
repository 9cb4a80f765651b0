/* The whole walk as a person takes it who has never heard of Article 21: stopped half-way, gone on with the next day, finished.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

typedef struct
{
  const char *name;
  const char *language;
  int         width, height; /* of the window in pixels; 0: as Veto likes it */
} Sample;

static const Sample samples[] = {
  { "/walk/english", "en", 0, 0 },
  { "/walk/german", "de", 0, 0 },
  { "/walk/narrow/english", "en", 360, 640 },
  { "/walk/narrow/german", "de", 360, 640 },
};

static void
start (VetoWalker *walker, const Sample *sample)
{
  veto_walker_start (walker, NULL);
  if (sample->width > 0)
    veto_driver_resize (walker->driver, sample->width, sample->height);
}

static void
assert_opened (VetoWalker *walker, guint n, const char *link)
{
  g_autofree char *opened = veto_driver_wait_opened (walker->driver, n);

  g_assert_cmpstr (opened, ==, link);
  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, n);
}

/* The host before the click, the first address after it, and the second when the first did not help */
static void
open_form (VetoWalker *walker, const WalkStep *step)
{
  g_autoptr(GUri) first = g_uri_parse (step->links[0], G_URI_FLAGS_NONE, NULL);
  g_autoptr(GUri) second = g_uri_parse (step->links[1], G_URI_FLAGS_NONE, NULL);
  g_autofree char *n_links = g_strdup_printf ("%u", g_strv_length (step->links));
  g_autofree char *try_next =
    walker_dup_words (walker->language, WORD_TRY_NEXT, n_links, g_uri_get_host (second));

  veto_walker_expect_step (walker, step);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_OPENS, g_uri_get_host (first), NULL);
  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, 0);
  g_assert_false (veto_walker_sees (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL));

  veto_walker_press (walker, WORD_OPEN_PAGE, NULL);
  assert_opened (walker, 1, step->links[0]);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, try_next);
  assert_opened (walker, 2, step->links[1]);
  veto_walker_press (walker, WORD_OPEN_AGAIN, NULL);
  assert_opened (walker, 3, step->links[1]);
  veto_walker_press (walker, WORD_DONE_NEXT, NULL);
}

static void
enter_login (VetoWalker *walker, const WalkStep *step)
{
  g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);
  g_autofree char *copy = walker_dup_words (walker->language, WORD_COPY, NULL, NULL);

  veto_walker_expect_step (walker, step);
  veto_driver_wait_state (walker->driver, VETO_KIND_BUTTON, copy, ATSPI_STATE_SENSITIVE, FALSE);
  veto_driver_fill (walker->driver, login, WALKER_LOGIN);
  veto_walker_press (walker, WORD_COPY, NULL);
  veto_driver_wait_clipboard (walker->driver, WALKER_LOGIN);
  veto_walker_press (walker, WORD_DONE_NEXT, NULL);
}

/* What is done is done, and what was written stands there. */
static void
come_back (VetoWalker *walker, const Sample *sample, const WalkStep *login_step, const WalkStep *next)
{
  g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);

  start (walker, sample);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, walker->guide->steps->len - 2, next);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_walker_expect_step (walker, next);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_walker_expect_step (walker, login_step);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
  veto_walker_press (walker, WORD_NEXT, NULL);
  veto_walker_expect_step (walker, next);
}

/* The answer takes days: Veto is closed, and says what it waits for when it is opened again. */
static void
wait_for_answer (VetoWalker *walker, const Sample *sample, const WalkStep *wait)
{
  veto_walker_expect_step (walker, wait);
  veto_walker_press (walker, WORD_NOT_YET, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_ANSWER, 2, wait);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);

  start (walker, sample);
  veto_walker_expect_place (walker, WORD_NEXT_ANSWER, 2, wait);
  veto_walker_press (walker, WORD_EMAIL_CAME, NULL);
  veto_walker_do_step (walker, wait);
}

static void
finish (VetoWalker *walker, const Sample *sample)
{
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  veto_walker_press (walker, WORD_FINISH, NULL);
  veto_walker_expect_finished (walker);
  g_assert_false (veto_walker_sees (walker, VETO_KIND_BUTTON, WORD_CONTINUE, NULL));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);

  start (walker, sample);
  veto_walker_expect_finished (walker);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
}

static void
test_walk (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new (sample->language);
  const WalkStep *steps[6];

  if (walker == NULL)
    return;
  g_assert_cmpuint (walker->guide->steps->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i] = walk_steps_get (walker->guide->steps, i);

  start (walker, sample);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_walker_press (walker, WORD_START, NULL);
  open_form (walker, steps[0]);
  enter_login (walker, steps[1]);
  veto_walker_expect_step (walker, steps[2]);
  veto_driver_kill (walker->driver);

  come_back (walker, sample, steps[1], steps[2]);
  veto_walker_do_step (walker, steps[2]); /* a reason is not needed */
  veto_walker_do_step (walker, steps[3]);
  wait_for_answer (walker, sample, steps[4]);
  veto_walker_do_step (walker, steps[5]);
  finish (walker, sample);
}

/* There is no room for the sidebar: Back leads to it, and from it to the pages. */
static void
test_narrow_sidebar (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *overview = walker_dup_words ("en", WORD_OVERVIEW, NULL, NULL);

  start (walker, &samples[2]);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_wait_gone (walker->driver, VETO_KIND_BUTTON, "Start");
  veto_walker_open_platform (walker);
  veto_walker_press (walker, WORD_STEP_BY_STEP, NULL);
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 0));
  veto_driver_key (walker->driver, "Escape");
  veto_walker_expect_row (walker, walker->guide, 0, WORD_THIS_IS_NEXT, N_WORDS);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_press (walker->driver, VETO_KIND_ROW, overview);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_walk);
  g_test_add_func ("/walk/narrow/sidebar", test_narrow_sidebar);
  return g_test_run ();
}
