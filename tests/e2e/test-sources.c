/* "Guidance and sources" with the keyboard and a screen reader: open the page, read a source's day, open it, follow its link.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-link.h"
#include "veto-source-index.h"
#include "veto-walker.h"

/* (transfer full): what the page must say, from the bundle that is built into the program */
static VetoSourceIndex *
read_index (const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (g_getenv ("VETO_TEST_BUNDLE"), language, &error);

  g_assert_no_error (error);
  return veto_source_index_new (set);
}

/* The newest source that has a link */
static const VetoSourceUse *
find_linked (VetoSourceIndex *index)
{
  GPtrArray *sources = veto_source_index_get_sources (index);

  for (guint i = 0; i < sources->len; i++)
    {
      const VetoSourceUse *use = sources->pdata[i];
      if (use->source->link != NULL)
        return use;
    }
  g_assert_not_reached ();
}

static gboolean
is_focus_a_source (VetoDriver *driver, gpointer as_of)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused != NULL && strstr (focused->name, as_of) != NULL;
}

/* From the overview, without a pointer: down the sidebar to its end, then into the page */
static void
open_page (VetoWalker *walker)
{
  g_autofree char *overview = walker_dup_words (walker->language, WORD_OVERVIEW, NULL, NULL);
  g_autofree char *entry = walker_dup_words (walker->language, WORD_SOURCES, NULL, NULL);
  g_autofree char *button = walker_dup_words (walker->language, WORD_TO_SOURCES, NULL, NULL);
  g_autofree char *as_of = walker_dup_words (walker->language, WORD_AS_OF, "", NULL);

  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
  veto_driver_tab_to (walker->driver, VETO_KIND_ROW, overview);
  veto_driver_key (walker->driver, "End");
  veto_driver_wait_focus (walker->driver, VETO_KIND_ROW, entry);
  veto_driver_key (walker->driver, "Return");
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_SOURCES, NULL, NULL);
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, button);
  veto_driver_key (walker->driver, "Return");
  veto_driver_wait_until (walker->driver, "the first source with the keyboard", is_focus_a_source, as_of);
}

/* The day as it is heard behind “As of”: whichever way the language writes it, day and year are in it. */
static void
assert_says_day (VetoWalker *walker, const char *heard, const GDate *day)
{
  g_autofree char *as_of = walker_dup_words (walker->language, WORD_AS_OF, "", NULL);
  g_autofree char *number = g_strdup_printf ("%u", g_date_get_day (day));
  g_autofree char *year = g_strdup_printf ("%u", g_date_get_year (day));
  const char      *words = strstr (heard, as_of);

  g_assert_nonnull (words);
  g_assert_true (g_str_has_prefix (words + strlen (as_of), number));
  g_assert_true (g_str_has_suffix (heard, year));
}

static void
expect_statement (VetoWalker *walker, const VetoStatement *statement)
{
  g_autofree char *words = statement->kind == VETO_STATEMENT_GUIDE
                             ? walker_dup_words (walker->language, WORD_STEPS_OF, statement->text, NULL)
                             : g_strdup (statement->text);
  g_autoptr(VetoNode) row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, words);
  const char *name = veto_platform_get_name (statement->platforms->pdata[0]);

  g_assert_nonnull (strstr (row->name, name)); /* it says which platforms it concerns */
}

static void
test_source (gconstpointer language)
{
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  g_autoptr(VetoSourceIndex) index = read_index (language);
  const VetoSourceUse *use = find_linked (index);
  g_autofree char     *prefix = g_strdup_printf ("%s: %s.", use->source->publisher, use->source->about);
  g_autofree char     *host = veto_link_dup_host (use->source->link);
  g_autofree char     *button = NULL, *opened = NULL;
  g_autoptr(VetoNode) row = NULL;

  if (walker == NULL)
    return;
  button = walker_dup_words (language, WORD_OPEN_HOST, host, NULL);
  veto_walker_start (walker, NULL);
  open_page (walker);
  row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_BUTTON, prefix);
  assert_says_day (walker, row->name, &use->source->day);

  if (!is_focus_a_source (walker->driver, prefix))
    veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, row->name);
  veto_driver_key (walker->driver, "space");
  veto_driver_wait_state (walker->driver, VETO_KIND_BUTTON, row->name, ATSPI_STATE_EXPANDED, TRUE);
  expect_statement (walker, use->statements->pdata[0]);

  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, 0); /* only ever after a click */
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, button);
  veto_driver_key (walker->driver, "Return");
  opened = veto_driver_wait_opened (walker->driver, 1);
  g_assert_cmpstr (opened, ==, use->source->link);

  veto_driver_key (walker->driver, "Alt+Left");
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
}

/* Without a browser the address is there to be copied. */
static void
test_no_browser (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autoptr(VetoSourceIndex) index = read_index ("en");
  const VetoSourceUse *use = find_linked (index);
  g_autofree char     *prefix = g_strdup_printf ("%s: %s.", use->source->publisher, use->source->about);
  g_autofree char     *host = veto_link_dup_host (use->source->link);
  g_autoptr(VetoNode) row = NULL;

  veto_driver_set_browser (walker->driver, FALSE);
  veto_walker_start (walker, NULL);
  open_page (walker);
  row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_BUTTON, prefix);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, row->name);
  veto_walker_press (walker, WORD_OPEN_HOST, host);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_NO_BROWSER, NULL, NULL);
  veto_walker_press (walker, WORD_COPY_ADDRESS, NULL);
  veto_driver_wait_clipboard (walker->driver, use->source->link);
}

/* In a narrow window the page has the keyboard, and a button leads back to the sidebar. */
static void
test_narrow (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *entry = walker_dup_words ("en", WORD_SOURCES, NULL, NULL);
  g_autofree char *button = walker_dup_words ("en", WORD_TO_SOURCES, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_driver_resize (walker->driver, 360, 640);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_press (walker->driver, VETO_KIND_ROW, entry);
  veto_driver_wait_focus (walker->driver, VETO_KIND_BUTTON, button);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_wait_gone (walker->driver, VETO_KIND_BUTTON, button);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_ROW, entry));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/sources/source/en", "en", test_source);
  g_test_add_data_func ("/sources/source/de", "de", test_source);
  g_test_add_func ("/sources/no-browser", test_no_browser);
  g_test_add_func ("/sources/narrow", test_narrow);
  return g_test_run ();
}
