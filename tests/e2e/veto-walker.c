/* Somebody who is walked through a guide: Veto's own words and steps on top of the driver.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

#include <string.h>

#define PROPOSED "facebook"

VetoWalker *
veto_walker_new (const char *language)
{
  return veto_walker_new_for (language, PROPOSED);
}

VetoWalker *
veto_walker_new_for (const char *language, const char *platform)
{
  VetoWalker *walker = g_new0 (VetoWalker, 1);

  walker->driver = veto_driver_new ();
  walker->language = language;
  walker->login = WALKER_LOGIN;
  walker->platform = walk_platform_read (platform, language);
  walker->guide = g_ptr_array_index (walker->platform->guides, 0);
  if (veto_driver_set_language (walker->driver, language))
    return walker;
  g_test_skip ("there is no locale for this language; ./check makes the German one");
  veto_walker_free (walker);
  return NULL;
}

void
veto_walker_free (VetoWalker *walker)
{
  if (walker == NULL)
    return;
  walk_platform_free (walker->platform);
  veto_driver_free (walker->driver);
  g_free (walker);
}

const char *
veto_walker_get_program (void)
{
  const char *program = g_getenv ("VETO_TEST_PROGRAM");

  if (program == NULL)
    g_error ("VETO_TEST_PROGRAM does not say which program to test");
  return program;
}

void
veto_walker_start (VetoWalker *walker, const char *option)
{
  const char *const argv[] = { veto_walker_get_program (), option, NULL };

  veto_driver_start (walker->driver, argv);
}

void
veto_walker_expect (VetoWalker *walker, VetoKind kind, Word word, const char *first, const char *second)
{
  g_autofree char *name = walker_dup_words (walker->language, word, first, second);

  veto_node_free (veto_driver_wait_for (walker->driver, kind, name));
}

gboolean
veto_walker_sees (VetoWalker *walker, VetoKind kind, Word word, const char *first)
{
  g_autofree char *name = walker_dup_words (walker->language, word, first, NULL);
  g_autoptr(VetoNode) node = veto_driver_find (walker->driver, kind, name);

  return node != NULL;
}

void
veto_walker_press (VetoWalker *walker, Word word, const char *first)
{
  g_autofree char *name = walker_dup_words (walker->language, word, first, NULL);

  veto_driver_press (walker->driver, VETO_KIND_BUTTON, name);
}

const char *
veto_walker_get_text (VetoWalker *walker, const char *path, const char *field)
{
  return walk_platform_get_text (walker->platform, path, field);
}

void
veto_walker_expect_step (VetoWalker *walker, const WalkStep *step)
{
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING,
                                        veto_walker_get_text (walker, step->path, "title")));
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL,
                                        veto_walker_get_text (walker, step->path, "body")));
}

void
veto_walker_expect_place (VetoWalker *walker, Word hero, guint n_left, const WalkStep *step)
{
  const char      *title = veto_walker_get_text (walker, step->path, "title");
  g_autofree char *number = g_strdup_printf ("%u", n_left);

  veto_walker_expect (walker, VETO_KIND_HEADING, hero, walker->platform->name, NULL);
  if (g_str_equal (step->kind, "wait"))
    return; /* the sentence tells the day until which one waits, and the button leads to the step */
  if (n_left == 1)
    veto_walker_expect (walker, VETO_KIND_LABEL, WORD_ONE_LEFT, title, NULL);
  else
    veto_walker_expect (walker, VETO_KIND_LABEL, WORD_MANY_LEFT, number, title);
}

static char *
dup_row (VetoWalker *walker, const WalkGuide *guide, guint index, Word mark, Word note)
{
  const WalkStep  *step = walk_steps_get (guide->steps, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = walker_dup_words (walker->language, WORD_STEP_ROW, number,
                                            veto_walker_get_text (walker, step->path, "title"));
  g_autoptr(GString) text = g_string_new (name);
  const Word words[] = { mark, note };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != N_WORDS)
      {
        g_autofree char *word = walker_dup_words (walker->language, words[i], NULL, NULL);
        g_string_append_printf (text, ". %s", word);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
veto_walker_expect_row (VetoWalker *walker, const WalkGuide *guide, guint index, Word mark, Word note)
{
  g_autofree char *name = dup_row (walker, guide, index, mark, note);

  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_ROW, name));
}

void
veto_walker_press_row (VetoWalker *walker, const WalkGuide *guide, guint index, Word mark, Word note)
{
  g_autofree char *name = dup_row (walker, guide, index, mark, note);

  veto_driver_press (walker->driver, VETO_KIND_ROW, name);
}

/* Whether a row of the overview is of something that was sent: it leads to its case. */
static gboolean
leads_to_case (VetoWalker *walker, const char *name)
{
  const Word open[] = { WORD_NOT_STARTED, WORD_IN_PROGRESS };

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autofree char *state = walker_dup_words (walker->language, open[i], NULL, NULL);
      g_autofree char *prefix = g_strdup_printf ("%s: %s", walker->platform->name, state);

      if (g_str_has_prefix (name, prefix))
        return FALSE;
    }
  return TRUE;
}

void
veto_walker_open_platform (VetoWalker *walker)
{
  g_autofree char *prefix = g_strconcat (walker->platform->name, ":", NULL), *link = NULL;
  g_autoptr(VetoNode) row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, prefix);
  g_autoptr(VetoNode) steps = NULL;

  veto_driver_press (walker->driver, VETO_KIND_ROW, row->name);
  if (leads_to_case (walker, row->name))
    {
      link = walker_dup_words (walker->language, WORD_LOOK_AT_STEPS, NULL, NULL);
      steps = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, link);
      veto_driver_press (walker->driver, VETO_KIND_ROW, steps->name);
      veto_driver_wait_gone (walker->driver, VETO_KIND_ROW, steps->name);
    }
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, walker->platform->name));
}

void
veto_walker_open_overview (VetoWalker *walker)
{
  g_autofree char *overview = walker_dup_words (walker->language, WORD_OVERVIEW, NULL, NULL);

  if (!veto_driver_shows (walker->driver, VETO_KIND_ROW, overview))
    veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_press (walker->driver, VETO_KIND_ROW, overview);
}

/* Whether a text of how far one is belongs to the state: one has begun, and is not finished. */
static gboolean
is_under_way (Word state)
{
  return state != WORD_NOT_STARTED && state != WORD_DONE;
}

void
veto_walker_expect_state (VetoWalker *walker, Word state, guint n_done, guint n_steps)
{
  g_autofree char *word = walker_dup_words (walker->language, state, NULL, NULL);
  g_autofree char *prefix = g_strdup_printf ("%s: %s. ", walker->platform->name, word);
  g_autofree char *number = g_strdup_printf ("%u", n_done);
  g_autofree char *of = g_strdup_printf ("%u", n_steps);
  g_autofree char *steps = walker_dup_words (walker->language, WORD_STEPS_DONE, number, of);
  g_autofree char *finished = walker_dup_words (walker->language, WORD_FINISHED_ON, "", NULL);
  g_autoptr(VetoNode) row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, prefix);

  if (is_under_way (state) && strstr (row->name, steps) == NULL)
    veto_driver_fail (walker->driver, "\"%s\" does not say \"%s\"", row->name, steps);
  if (state == WORD_DONE && strstr (row->name, finished) == NULL)
    veto_driver_fail (walker->driver, "\"%s\" does not say \"%s\"", row->name, finished);
}

void
veto_walker_expect_sidebar (VetoWalker *walker, Word state, guint n_done, guint n_steps)
{
  g_autofree char *word = walker_dup_words (walker->language, state, NULL, NULL);
  g_autofree char *number = g_strdup_printf ("%u", n_done);
  g_autofree char *of = g_strdup_printf ("%u", n_steps);
  g_autofree char *steps = walker_dup_words (walker->language, WORD_STEPS_DONE, number, of);
  g_autofree char *name = is_under_way (state)
                            ? g_strdup_printf ("%s: %s, %s", walker->platform->name, word, steps)
                            : g_strdup_printf ("%s: %s", walker->platform->name, word);

  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_ROW, name));
}

static void
look_for_other (VetoWalker *walker)
{
  g_autofree char *expander = walker_dup_words (walker->language, WORD_LOOKS_DIFFERENT, NULL, NULL);

  veto_driver_press (walker->driver, VETO_KIND_BUTTON, expander);
  veto_driver_wait_state (walker->driver, VETO_KIND_BUTTON, expander, ATSPI_STATE_EXPANDED, TRUE);
}

void
veto_walker_take_branch (VetoWalker *walker, const WalkBranch *branch)
{
  look_for_other (walker);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_WHAT_DO_YOU_SEE, NULL, NULL);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON,
                     veto_walker_get_text (walker, branch->path, "question"));
}

typedef struct
{
  char    *question, *way;
  gboolean is_asked;
} Ways;

/* Where there are answers the other ways are behind one more question. */
static gboolean
shows_ways (VetoDriver *driver, gpointer data)
{
  Ways *ways = data;

  ways->is_asked = veto_driver_shows (driver, VETO_KIND_BUTTON, ways->question);
  return ways->is_asked || veto_driver_shows (driver, VETO_KIND_BUTTON, ways->way);
}

void
veto_walker_take_guide (VetoWalker *walker, const WalkGuide *guide)
{
  const char *title = veto_walker_get_text (walker, guide->path, "title");
  Ways        ways = { walker_dup_words (walker->language, WORD_NONE_HELPS, NULL, NULL),
                       walker_dup_words (walker->language, WORD_ANOTHER_WAY, title, NULL), FALSE };

  look_for_other (walker);
  veto_driver_wait_until (walker->driver, "the other ways", shows_ways, &ways);
  if (ways.is_asked)
    veto_walker_press (walker, WORD_NONE_HELPS, NULL);
  veto_walker_press (walker, WORD_ANOTHER_WAY, title);
  g_free (ways.question);
  g_free (ways.way);
}

/* Opens the first address; the next button is there when the browser was asked. */
static void
open_page (VetoWalker *walker, const WalkStep *step)
{
  g_autoptr(GUri) uri = g_uri_parse (step->links[0], G_URI_FLAGS_NONE, NULL);

  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_OPENS, g_uri_get_host (uri), NULL);
  veto_walker_press (walker, WORD_OPEN_PAGE, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_OPENED, g_uri_get_host (uri), NULL);
}

static gboolean
is_finished (VetoDriver *driver, gpointer data)
{
  VetoWalker      *walker = data;
  g_autofree char *all_done = walker_dup_words (walker->language, WORD_ALL_DONE, NULL, NULL);
  g_autofree char *next = walker_dup_words (walker->language, WORD_NEXT_PLATFORM, "", NULL);
  g_autofree char *again =
    walker_dup_words (walker->language, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  g_autoptr(VetoNode) other = veto_driver_find_prefix (driver, VETO_KIND_HEADING, next);

  return veto_driver_shows (driver, VETO_KIND_HEADING, all_done)
         || (other != NULL && !veto_driver_shows (driver, VETO_KIND_HEADING, again)
             && !veto_walker_sees (walker, VETO_KIND_HEADING, WORD_NEXT_FINISH, walker->platform->name)
             && !veto_walker_sees (walker, VETO_KIND_HEADING, WORD_NEXT_ANSWER, walker->platform->name));
}

void
veto_walker_expect_finished (VetoWalker *walker)
{
  veto_driver_wait_until (walker->driver, "the overview with another thing to do, or none", is_finished,
                          walker);
}

void
veto_walker_end_detour (VetoWalker *walker, const WalkStep *step, Word answer)
{
  veto_walker_expect_step (walker, step);
  if (step->links[0] != NULL && veto_walker_sees (walker, VETO_KIND_BUTTON, WORD_OPEN_PAGE, NULL))
    open_page (walker, step);
  veto_walker_press (walker, answer, NULL);
}

void
veto_walker_do_step (VetoWalker *walker, const WalkStep *step)
{
  g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);
  g_autoptr(VetoNode) entry = NULL;

  veto_walker_expect_step (walker, step);
  if (step->links[0] != NULL)
    open_page (walker, step);
  entry = veto_driver_find (walker->driver, VETO_KIND_ENTRY, login);
  if (entry != NULL)
    veto_driver_fill (walker->driver, login, walker->login);
  if (step->is_optional)
    veto_walker_press (walker, WORD_SKIP, NULL);
  else if (g_str_equal (step->kind, "wait"))
    veto_walker_press (walker, WORD_ARRIVED, NULL);
  else if (g_str_equal (step->kind, "keep"))
    veto_walker_press (walker, WORD_KEPT, NULL);
  else
    veto_walker_press (walker, WORD_DONE_NEXT, NULL);
}

void
veto_walker_walk_to (VetoWalker *walker, guint index)
{
  veto_walker_press (walker, WORD_START, NULL);
  for (guint i = 0; i < index; i++)
    veto_walker_do_step (walker, walk_steps_get (walker->guide->steps, i));
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, index));
}
