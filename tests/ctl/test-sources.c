/* vetoctl sources: what the guidance rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

static void
test_json (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("sources --json --guidance %s", bundle);
  JsonObject *root = run_get_object (&run);

  assert_members (root, "language sources");
  g_assert_cmpuint (json_array_get_length (get_array (root, "sources")), ==, 2);
  assert_members (get_object (root, "sources/0"), "about changed checked date id link publisher statements");
  g_assert_cmpstr (get_text (root, "sources/0/id"), ==, "example-policy"); /* the newest */
  g_assert_cmpstr (get_text (root, "sources/0/date"), ==, "2026-07-01");
  g_assert_null (get_text (root, "sources/0/link"));
  g_assert_cmpstr (get_text (root, "sources/1/link"), ==, "https://news.example.org/ai");
  g_assert_cmpuint (json_array_get_length (get_array (root, "sources/0/statements")), ==, 4);
  assert_members (get_object (root, "sources/0/statements/0"), "as_of certainty date kind platforms text");
  g_assert_cmpstr (get_text (root, "sources/0/statements/0/kind"), ==, "guide");
  g_assert_cmpstr (get_text (root, "sources/0/statements/0/text"), ==, "With the form");
  g_assert_null (get_text (root, "sources/0/statements/0/date"));
  g_assert_cmpstr (get_text (root, "sources/0/statements/2/kind"), ==, "fact");
  g_assert_cmpstr (get_text (root, "sources/0/statements/2/certainty"), ==, "conflicting");
  g_assert_cmpstr (get_text (root, "sources/0/statements/3/kind"), ==, "event");
  g_assert_cmpstr (get_text (root, "sources/0/statements/3/date"), ==, "2025-05-27");
  g_assert_cmpstr (json_array_get_string_element (get_array (root, "sources/0/statements/3/platforms"), 0),
                   ==, EXAMPLE);
  fixture_remove (bundle);
}

/* Asks that all @words stand in @text, one behind the other. */
static void
assert_order (const char *text, const char *const *words)
{
  const char *at = text;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        g_test_message ("“%s” is not behind what comes before it in: %s", words[i], text);
      g_assert_nonnull (found);
      at = found + strlen (words[i]);
    }
}

static void
test_text (void)
{
  static const char *const words[] = {
    "This guidance is not the one that came with Veto.",
    "The newest source is of 1 July 2026",
    "State of the law\n- Whether the training is lawful is disputed.\n",
    "Concerns: Example\n",
    "Sources disagree: Example News, Example Organisation; as of 1 July 2026\n",
    "What happened, newest first\n- On 27 May 2025: The training began.\n",
    "- On 14 April 2025: The training was announced.\n",
    "Sources, newest first\n",
    "Example Organisation: Privacy policy\n  As of 1 July 2026\n",
    "What rests on it: 4 entries\n  - Steps: With the form\n",
    "Example News: How to object\n  As of 7 October 2025\n",
    "  https://news.example.org/ai\n",
    NULL
  };
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("sources --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  assert_order (run.out, words);
  assert_fits_terminal (run.out);
  fixture_remove (bundle);
}

/* In what Veto brings along nothing is said twice of one day, and every source carries something. */
static void
test_built_in (gconstpointer language)
{
  g_auto(Run) run = run_line ("sources --json --lang %s", (const char *) language);
  g_auto(Run) text = run_line ("sources --lang %s", (const char *) language);
  JsonObject *root = run_get_object (&run);
  JsonArray  *sources = get_array (root, "sources");
  const char *before = "9999";

  g_assert_cmpstr (get_text (root, "language"), ==, language);
  g_assert_cmpuint (json_array_get_length (sources), >, 10);
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = json_array_get_object_element (sources, i);
      JsonArray  *statements = get_array (source, "statements");
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpstr (get_text (source, "date"), <=, before);
      before = get_text (source, "date");
      g_assert_cmpuint (json_array_get_length (statements), >, 0);
      for (guint k = 0; k < json_array_get_length (statements); k++)
        {
          JsonObject *statement = json_array_get_object_element (statements, k);
          const char *day = get_text (statement, "date");

          g_assert_cmpuint (json_array_get_length (get_array (statement, "platforms")), >, 0);
          g_assert_true (
            g_hash_table_add (seen, g_strconcat (get_text (statement, "kind"), day != NULL ? day : "",
                                                 get_text (statement, "text"), NULL)));
        }
    }
  run_assert_code (&text, 0);
  assert_fits_terminal (text.out);
}

/* A terminal gets whom each guide is for. */
static void
test_regimes (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.out, "\nFor people in: the EU; Switzerland.\n"));
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/sources/json", test_json);
  g_test_add_func ("/ctl/sources/text", test_text);
  g_test_add_data_func ("/ctl/sources/built-in/en", "en", test_built_in);
  g_test_add_data_func ("/ctl/sources/built-in/de", "de", test_built_in);
  g_test_add_func ("/ctl/sources/regimes", test_regimes);
  return ctl_test_run ();
}
