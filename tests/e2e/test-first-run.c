/* Somebody starts Veto for the first time, with the keyboard alone; the next start knows what they said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

typedef struct
{
  const char *name;
  const char *language;
  const char *pages[3]; /* what is read out when each page is there */
  const char *service;  /* that is ticked */
  const char *next;
  const char *show;
  const char *hero; /* of the overview afterwards */
} Sample;

static const Sample samples[] = {
  { "/first-run/english",
    "en",
    { "Step 1 of 3. Which services do you use?", "Step 2 of 3. Where do you live?",
      "Step 3 of 3. Everything stays on this computer" },
    "WhatsApp. About 6 minutes",
    "Next",
    "Show my list",
    "Next: WhatsApp" },
  { "/first-run/german",
    "de",
    { "Schritt 1 von 3. Welche Dienste nutzen Sie?", "Schritt 2 von 3. Wo leben Sie?",
      "Schritt 3 von 3. Alles bleibt auf diesem Computer" },
    "WhatsApp. Etwa 6 Minuten",
    "Weiter",
    "Meine Liste zeigen",
    "Als Nächstes: WhatsApp" },
};

static gboolean
has_focus (VetoDriver *driver, gpointer name)
{
  g_autoptr(VetoNode) node = veto_driver_find_focused (driver);

  return node != NULL && g_strcmp0 (node->name, name) == 0;
}

static void
expect_page (VetoWalker *walker, const char *name)
{
  veto_driver_wait_until (walker->driver, name, has_focus, (gpointer) name);
}

static void
press_by_keys (VetoWalker *walker, VetoKind kind, const char *name, const char *key)
{
  veto_driver_tab_to (walker->driver, kind, name);
  veto_driver_key (walker->driver, key);
}

/* Tick, next, leave out, done: and Alt+Left leads back to what was ticked. */
static void
test_first_run (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new (sample->language);
  g_autofree char *skip = NULL;

  if (walker == NULL)
    return;
  skip = walker_dup_words (walker->language, WORD_SKIP, NULL, NULL);
  veto_driver_set_setting (walker->driver, "first-run-done", NULL);
  veto_walker_start (walker, NULL);
  expect_page (walker, sample->pages[0]);
  press_by_keys (walker, VETO_KIND_CHECK, sample->service, "space");
  veto_driver_wait_state (walker->driver, VETO_KIND_CHECK, sample->service, ATSPI_STATE_CHECKED, TRUE);
  press_by_keys (walker, VETO_KIND_BUTTON, sample->next, "Return");
  expect_page (walker, sample->pages[1]);
  veto_driver_key (walker->driver, "Alt+Left");
  expect_page (walker, sample->pages[0]);
  veto_driver_wait_state (walker->driver, VETO_KIND_CHECK, sample->service, ATSPI_STATE_CHECKED, TRUE);
  veto_driver_key (walker->driver, "Return"); /* on the page itself, Enter goes on */
  expect_page (walker, sample->pages[1]);
  press_by_keys (walker, VETO_KIND_BUTTON, skip, "Return");
  expect_page (walker, sample->pages[2]);
  veto_driver_key (walker->driver, "Return");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, sample->hero));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);

  veto_walker_start (walker, NULL); /* it does not come again, and what was said is kept */
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, sample->hero));
  g_assert_false (veto_driver_shows (walker->driver, VETO_KIND_CHECK, sample->service));
}

/* Escape leaves it, and that is an answer as well. */
static void
test_left (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_driver_set_setting (walker->driver, "first-run-done", NULL);
  veto_walker_start (walker, NULL);
  expect_page (walker, samples[0].pages[0]);
  veto_driver_key (walker->driver, "Escape");
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_first_run);
  g_test_add_func ("/first-run/left", test_left);
  return g_test_run ();
}
