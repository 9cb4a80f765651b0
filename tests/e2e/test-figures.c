/* What a finished objection costs: from the overview, after the introduction, to the overview that has something else to do.
 * Once with the keyboard alone, once with the pointer, and once with nothing but what the window offers to a screen reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

#define MOST 12 /* on the shortest way; letters of a text are not counted */

typedef enum { BY_KEYS, BY_CLICKS, BY_OFFERS } Means;

typedef struct
{
  const char *name;
  const char *language;
  Means       means;
} Sample;

static const Sample samples[] = {
  { "/figures/keys/english", "en", BY_KEYS },     { "/figures/keys/german", "de", BY_KEYS },
  { "/figures/clicks/english", "en", BY_CLICKS }, { "/figures/clicks/german", "de", BY_CLICKS },
  { "/figures/offers/english", "en", BY_OFFERS }, { "/figures/offers/german", "de", BY_OFFERS },
};

/* The button that is the next thing to do. With keys that is Enter, wherever the keyboard is. */
static void
press (VetoWalker *walker, Means means, Word word)
{
  g_autofree char *name = walker_dup_words (walker->language, word, NULL, NULL);

  if (means == BY_KEYS)
    {
      veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_BUTTON, name));
      veto_driver_key (walker->driver, "Return");
    }
  else if (means == BY_CLICKS)
    veto_driver_click (walker->driver, VETO_KIND_BUTTON, name);
  else
    veto_driver_use (walker->driver, VETO_KIND_BUTTON, name);
}

static void
enter_login (VetoWalker *walker, Means means)
{
  g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);

  if (means == BY_OFFERS)
    {
      veto_driver_write (walker->driver, login, WALKER_LOGIN);
      return;
    }
  veto_driver_wait_focus (walker->driver, VETO_KIND_ENTRY, login); /* it has the keyboard by itself */
  veto_driver_type (walker->driver, WALKER_LOGIN);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
}

/* The word of the button that one goes on with. What is not required is left out where that costs no more. */
static Word
get_answer (const WalkStep *step, Means means)
{
  if (step->is_optional && means != BY_KEYS)
    return WORD_SKIP;
  if (g_str_equal (step->kind, "wait"))
    return WORD_ARRIVED;
  return g_str_equal (step->kind, "keep") ? WORD_KEPT : WORD_DONE_NEXT;
}

static void
do_step (VetoWalker *walker, const WalkStep *step, Means means)
{
  veto_walker_expect_step (walker, step);
  if (step->links[0] != NULL)
    press (walker, means, WORD_OPEN_PAGE);
  if (g_str_equal (step->id, "email"))
    enter_login (walker, means);
  press (walker, means, get_answer (step, means));
}

static void
check_figures (VetoWalker *walker, const Sample *sample)
{
  VetoDeeds deeds = veto_driver_count_deeds (walker->driver);

  g_test_message ("a finished objection: %u keys and %u letters, %u clicks, %u actions of a screen reader",
                  deeds.n_keys, deeds.n_letters, deeds.n_clicks, deeds.n_actions);
  g_assert_cmpuint (deeds.n_keys + deeds.n_clicks + deeds.n_actions, <=, MOST);
  g_assert_cmpint (deeds.n_keys > 0, ==, sample->means == BY_KEYS);
  g_assert_cmpint (deeds.n_clicks > 0, ==, sample->means == BY_CLICKS);
  g_assert_cmpint (deeds.n_actions > 0, ==, sample->means == BY_OFFERS);
  g_assert_cmpint (deeds.n_letters > 0, ==, sample->means != BY_OFFERS);
}

static void
test_objection (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new (sample->language);

  if (walker == NULL)
    return;
  veto_walker_start (walker, NULL);
  press (walker, sample->means, WORD_START);
  for (guint i = 0; i < walker->guide->steps->len; i++)
    do_step (walker, walk_steps_get (walker->guide->steps, i), sample->means);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  press (walker, sample->means, WORD_FINISH);
  veto_walker_expect_finished (walker);
  veto_walker_expect_state (walker, WORD_DONE, 0, 0);
  check_figures (walker, sample);
  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_objection);
  return g_test_run ();
}
