/* What somebody hears who does not see the window: where the keyboard goes, and what comes without it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ears.h"
#include "veto-walker.h"

typedef struct
{
  VetoWalker *walker;
  VetoEars   *ears;
} Listener;

static void
expect (Listener *self, Word word, const char *first, const char *second)
{
  g_autofree char *words = walker_dup_words (self->walker->language, word, first, second);

  veto_ears_expect (self->ears, self->walker->driver, words);
}

static gboolean
start (Listener *self, const char *language)
{
  self->walker = veto_walker_new (language);
  if (self->walker == NULL)
    return FALSE;
  self->ears = veto_ears_new ();
  veto_walker_start (self->walker, NULL);
  return TRUE;
}

static void
end (Listener *self)
{
  veto_ears_free (self->ears);
  veto_walker_free (self->walker);
}

/* The title of the step, the number, what to do */
static void
expect_step (Listener *self, guint index)
{
  const WalkStep  *step = walk_steps_get (self->walker->guide->steps, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *all = g_strdup_printf ("%u", self->walker->guide->steps->len);
  g_autofree char *place = walker_dup_words (self->walker->language, WORD_STEP_OF, number, all);
  g_autofree char *words =
    g_strdup_printf ("%s. %s", place, veto_walker_get_text (self->walker, step->path, "body"));

  if (!g_str_equal (step->kind, "fill")) /* there the field has the keyboard, and says all of it */
    veto_ears_expect (self->ears, self->walker->driver,
                      veto_walker_get_text (self->walker, step->path, "title"));
  veto_ears_expect (self->ears, self->walker->driver, words);
}

/* Each step is read out when it comes; that a page was opened, that something was copied */
static void
test_walk (gconstpointer language)
{
  Listener        self;
  const WalkStep *form;
  g_autoptr(GUri) page = NULL;

  if (!start (&self, language))
    return;
  form = walk_steps_get (self.walker->guide->steps, 0);
  page = g_uri_parse (form->links[0], G_URI_FLAGS_NONE, NULL);
  veto_walker_press (self.walker, WORD_START, NULL);
  expect_step (&self, 0);
  veto_walker_press (self.walker, WORD_OPEN_PAGE, NULL);
  expect (&self, WORD_OPENED, g_uri_get_host (page), NULL);
  veto_walker_press (self.walker, WORD_DONE_NEXT, NULL);
  expect_step (&self, 1);
  veto_driver_type (self.walker->driver, WALKER_LOGIN);
  veto_walker_press (self.walker, WORD_COPY, NULL);
  veto_ears_expect (self.ears, self.walker->driver, g_str_equal (language, "de") ? "Kopiert" : "Copied");
  veto_walker_press (self.walker, WORD_DONE_NEXT, NULL);
  expect_step (&self, 2);
  veto_walker_press (self.walker, WORD_BACK, NULL);
  expect (&self, WORD_YOU_DID_THIS, NULL, NULL);
  end (&self);
}

/* Something is taken back with "Undo"; the words of it come without the keyboard. */
static void
test_undo (void)
{
  Listener self;

  if (!start (&self, "en"))
    return;
  veto_walker_walk_to (self.walker, 1);
  veto_walker_press (self.walker, WORD_MORE, NULL);
  veto_walker_expect (self.walker, VETO_KIND_MENU_ITEM, WORD_START_OVER_ITEM, NULL, NULL);
  veto_driver_press (self.walker->driver, VETO_KIND_MENU_ITEM, "Start Over");
  expect (&self, WORD_ALL_OPEN, NULL, NULL);
  end (&self);
}

/* While one writes */
static void
test_search (void)
{
  Listener self;

  if (!start (&self, "en"))
    return;
  veto_driver_key (self.walker->driver, "Control+f");
  veto_ears_expect (self.ears, self.walker->driver, "What are you looking for?");
  veto_driver_type (self.walker->driver, "qqq");
  veto_ears_expect (self.ears, self.walker->driver, "Nothing was found.");
  end (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/heard/walk/english", "en", test_walk);
  g_test_add_data_func ("/heard/walk/german", "de", test_walk);
  g_test_add_func ("/heard/undo", test_undo);
  g_test_add_func ("/heard/search", test_search);
  return g_test_run ();
}
