/* What rests on which source, over two platforms that say the same, nearly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-source-index.h"

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-day.h"
#include "veto-source-words.h"

/* Every @find in @text by @replace. Returns: (transfer full) */
static char *
dup_replaced (const char *text, const char *find, const char *replace)
{
  g_autoptr(GString) result = g_string_new (text);

  g_string_replace (result, find, replace, 0);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Adds a platform "second" to the authored tree, that says all that "example" says. */
static void
add_second (const char *folder)
{
  static const char *const files[][2] = { { "platforms/example.json", "platforms/second.json" },
                                          { "text/en/example.json", "text/en/second.json" },
                                          { "text/de/example.json", "text/de/second.json" } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = guidance_trees_read (folder, files[i][0]);
      g_autofree char *named = dup_replaced (text, "\"name\": \"Example\"", "\"name\": \"Second\"");
      g_autofree char *with_id = dup_replaced (named, "\"id\": \"example\"", "\"id\": \"second\"");
      g_autofree char *with_keys = dup_replaced (with_id, "\"example.", "\"second.");
      g_autofree char *ready = dup_replaced (with_keys, "\"example/", "\"second/");

      guidance_trees_edit (folder, files[i][1], NULL, ready);
    }
}

/* One thing changed in what the second platform says, or nothing. */
static VetoSourceIndex *
build_index (const char *file, const char *find, const char *replace)
{
  g_autoptr(Folder) authored = guidance_trees_copy_sound ();
  g_autoptr(Folder) bundle = guidance_trees_make_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  add_second (authored);
  if (file != NULL)
    guidance_trees_edit (authored, file, find, replace);
  veto_authoring_build (authored, bundle, NULL, &error);
  g_assert_no_error (error);
  set = veto_guide_set_read_folder (bundle, "en", &error);
  g_assert_no_error (error);
  return veto_source_index_new (set);
}

/* (transfer none) (nullable): the only statement of @list with that text */
static VetoStatement *
find_statement (GPtrArray *list, const char *text)
{
  VetoStatement *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      VetoStatement *statement = g_ptr_array_index (list, i);

      if (!g_str_equal (statement->text, text))
        continue;
      g_assert_null (found);
      found = statement;
    }
  return found;
}

static void
assert_platforms (const VetoStatement *statement, const char *words)
{
  g_autofree char *platforms = veto_statement_dup_platforms (statement);

  g_assert_cmpstr (platforms, ==, words);
}

static void
assert_words (const VetoStatement *statement, const char *expected)
{
  g_autofree char *words = veto_statement_dup_words (statement);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_merged (void)
{
  g_autoptr(VetoSourceIndex) index = build_index (NULL, NULL, NULL);
  GPtrArray     *history = veto_source_index_get_history (index);
  GPtrArray     *law = veto_source_index_get_facts (index, VETO_TOPIC_LAW);
  GPtrArray     *rest = veto_source_index_get_facts (index, VETO_TOPIC_OTHER);
  VetoStatement *event;

  g_assert_cmpuint (history->len, ==, 2);
  event = history->pdata[0]; /* the newest */
  g_assert_cmpint (event->kind, ==, VETO_STATEMENT_EVENT);
  assert_platforms (event, "Concerns: Example, Second");
  assert_words (event, "On 27 May 2025: The training began.");
  assert_words (history->pdata[1], "On 14 April 2025: The training was announced.");

  g_assert_cmpuint (law->len, ==, 1);
  assert_words (law->pdata[0], "Whether the training is lawful is disputed.");
  assert_platforms (law->pdata[0], "Concerns: Example, Second");
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpuint (veto_source_index_get_facts (index, VETO_TOPIC_RUMOURS)->len, ==, 0);
}

/* What is said in other words, or of another day, is something else. */
static void
test_kept_apart (void)
{
  g_autoptr(VetoSourceIndex)
               words = build_index ("text/en/second.json", "The training began.", "Its training began.");
  g_autoptr(VetoSourceIndex)
               day = build_index ("platforms/second.json", "\"start\", \"date\": \"2025-05-27\"",
                                  "\"start\", \"date\": \"2025-06-01\"");
  GPtrArray *history = veto_source_index_get_history (words);

  g_assert_cmpuint (history->len, ==, 3);
  assert_platforms (find_statement (history, "The training began."), "Concerns: Example");
  assert_platforms (find_statement (history, "Its training began."), "Concerns: Second");

  history = veto_source_index_get_history (day);
  g_assert_cmpuint (history->len, ==, 3);
  assert_words (history->pdata[0], "On 1 June 2025: The training began.");
  assert_platforms (history->pdata[0], "Concerns: Second");
  assert_platforms (history->pdata[1], "Concerns: Example");
}

/* What one platform is sure of and the other is not, is not sure; each source counts once, and the newest dates it. */
static void
test_evidence (void)
{
  g_autoptr(VetoSourceIndex) index =
      build_index ("platforms/second.json",
                   "\"id\": \"future-only\", \"certainty\": \"reported\", \"as_of\": \"2025-10-07\", "
                   "\"sources\": [\"example-news\"]",
                   "\"id\": \"future-only\", \"certainty\": \"conflicting\", \"as_of\": \"2026-07-01\", "
                   "\"sources\": [\"example-policy\", \"example-news\"]");
  GPtrArray           *rest = veto_source_index_get_facts (index, VETO_TOPIC_OTHER);
  const VetoStatement *fact = find_statement (rest, "An objection stops the future, not the past.");
  g_autofree char     *day = veto_day_dup_iso (&fact->evidence.as_of);

  g_assert_cmpint (fact->evidence.certainty, ==, VETO_CERTAINTY_CONFLICTING);
  g_assert_cmpstr (day, ==, "2026-07-01");
  g_assert_cmpstr (fact->evidence.sources[0]->id, ==, "example-news");
  g_assert_cmpstr (fact->evidence.sources[1]->id, ==, "example-policy");
  g_assert_null (fact->evidence.sources[2]);
}

static void
test_sources (void)
{
  g_autoptr(VetoSourceIndex) index = build_index (NULL, NULL, NULL);
  GPtrArray       *sources = veto_source_index_get_sources (index);
  VetoSourceUse   *policy, *news;
  g_autofree char *day = NULL, *count = NULL;

  g_assert_cmpuint (sources->len, ==, 2);
  policy = sources->pdata[0]; /* the newest */
  news = sources->pdata[1];
  day = veto_source_dup_day (policy->source);
  count = veto_source_use_dup_count (policy);
  g_assert_cmpstr (policy->source->id, ==, "example-policy");
  g_assert_cmpstr (day, ==, "As of 1 July 2026");
  g_assert_cmpstr (count, ==, "What rests on it: 4 entries");
  g_assert_cmpuint (policy->statements->len, ==, 4);
  assert_words (policy->statements->pdata[0], "Steps: With the form");
  assert_platforms (policy->statements->pdata[0], "Concerns: Example, Second");
  assert_words (policy->statements->pdata[1], "Steps: Through the settings");
  assert_words (policy->statements->pdata[2], "Whether the training is lawful is disputed.");
  assert_words (policy->statements->pdata[3], "On 27 May 2025: The training began.");
  g_assert_cmpstr (news->source->id, ==, "example-news");
  g_assert_cmpuint (news->statements->len, ==, 4);
}

/* A source that nothing rests on is not shown, whoever made the bundle; the linter refuses it to authors. */
static void
test_unused (void)
{
  g_autoptr(Folder) bundle = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoSourceIndex) index = NULL;
  guint n_sources;

  guidance_trees_edit (bundle, "guidance.json", "\"sources\":[{\"date\"",
                       "\"sources\":[{\"date\":\"2026-11-01\",\"id\":\"unused\",\"link\":null},{\"date\"");
  guidance_trees_edit (bundle, "text/en.json", "\"sources/example-news.about\"",
                       "\"sources/unused.publisher\":\"Nobody\",\"sources/unused.about\":\"Nothing\","
                       "\"sources/example-news.about\"");
  set = veto_guide_set_read_folder (bundle, "en", &error);
  g_assert_no_error (error);
  veto_guide_set_get_sources (set, &n_sources);
  g_assert_cmpuint (n_sources, ==, 3);
  index = veto_source_index_new (set);
  g_assert_cmpuint (veto_source_index_get_sources (index)->len, ==, 2);
}

static void
test_which_guidance (void)
{
  g_autoptr(VetoSourceIndex) index = build_index (NULL, NULL, NULL);
  GDate            today, same_day;
  g_autofree char *words = NULL, *words_of_day = NULL;

  g_assert_true (veto_day_parse ("2026-07-11", &today));
  g_assert_true (veto_day_parse ("2026-07-01", &same_day));
  words = veto_source_index_dup_guidance (index, &today);
  words_of_day = veto_source_index_dup_guidance (index, &same_day);
  g_assert_cmpstr (words, ==,
                   "This guidance is not the one that came with Veto. It has these "
                   "languages: "
                   "German, English. The newest source is of 1 July 2026, 10 days ago.");
  g_assert_true (g_str_has_suffix (words_of_day, " The newest source is of 1 July 2026."));
}

/* The index keeps all that it points to. */
static void
test_outlives_set (void)
{
  g_autoptr(VetoSourceIndex)
               index = build_index (NULL, NULL, NULL); /* the set is the index's alone by now */
  VetoGuideSet *set = veto_source_index_get_set (index);

  g_assert_cmpuint (G_OBJECT (set)->ref_count, ==, 1);
  g_assert_cmpstr (veto_guide_set_get_languages (set)[0], ==, "de");
  g_assert_cmpstr (veto_guide_set_get_languages (set)[1], ==, "en");
  g_assert_null (veto_guide_set_get_languages (set)[2]);
  g_assert_false (veto_guide_set_is_built_in (set));
}

static void
test_regimes (void)
{
  g_autoptr(VetoSourceIndex) index = build_index (NULL, NULL, NULL);
  VetoPlatform    *platform = veto_guide_set_find_platform (veto_source_index_get_set (index), "example");
  g_autofree char *form = veto_guide_dup_regimes (veto_platform_find_guide (platform, "form"));
  g_autofree char *menus = veto_guide_dup_regimes (veto_platform_find_guide (platform, "menus"));

  g_assert_cmpstr (form, ==, "For people in: the EU; Switzerland.");
  g_assert_cmpstr (menus, ==, "For people in: the EU.");
}

#define HEX_64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* The day on which a page was another one is said with the source, and with each statement that rests on it. */
static void
test_changed (gconstpointer data)
{
  const char      *changed = data;
  g_autofree char *members = g_strdup_printf ("\"fingerprint\": \"" HEX_64
                                              "\", \"lines\": \"0a0b0c\", \"checked\": \"2025-10-08\", "
                                              "\"changed\": \"%s\", \"link\": \"https",
                                              changed);
  g_autoptr(VetoSourceIndex) index = build_index ("sources.json", "\"link\": \"https", members);
  const VetoStatement *fact =
    find_statement (((VetoSourceUse *) veto_source_index_get_sources (index)->pdata[1])->statements,
                    "An objection stops the future, not the past.");
  const VetoSource *source = fact->evidence.sources[0];
  g_autofree char  *words = veto_source_dup_changed (source);
  g_autofree char  *steps = veto_evidence_dup_description (&fact->evidence);
  g_autofree char  *short_words = veto_evidence_dup_source (&fact->evidence);
  g_autofree char  *other =
    veto_source_dup_changed (((VetoSourceUse *) veto_source_index_get_sources (index)->pdata[0])->source);

  g_assert_cmpstr (source->fingerprint, ==, HEX_64);
  g_assert_cmpstr (source->lines, ==, "0a0b0c");
  g_assert_cmpuint (g_date_get_day (&source->checked), ==, 8);
  g_assert_cmpstr (words, ==, "This page has changed since the steps were written (20 November 2026).");
  g_assert_cmpstr (steps, ==,
                   "As described by Example News on 7 October 2025. A page that these steps rest on has "
                   "changed since (20 November "
                   "2026).");
  g_assert_cmpstr (short_words, ==,
                   "Source: Example News; as of 7 October 2025; the page has changed since (20 November "
                   "2026)");
  g_assert_null (other);
}

/* Of a page that changed before somebody wrote or tried the statement, the statement knows. */
static void
test_changed_before (void)
{
  VetoSource        source = { .id = "x", .publisher = "X", .about = "Y" };
  const VetoSource *sources[] = { &source, NULL };
  VetoEvidence      evidence = { .sources = sources };
  GDate             day;

  g_date_set_dmy (&source.day, 1, 2, 2026);
  g_date_set_dmy (&source.changed, 1, 6, 2026);
  evidence.as_of = source.day;
  g_assert_true (veto_evidence_get_changed (&evidence, &day));
  g_assert_cmpint (g_date_compare (&day, &source.changed), ==, 0);
  g_date_set_dmy (&evidence.tried, 2, 6, 2026);
  g_assert_false (veto_evidence_get_changed (&evidence, &day));
  g_date_clear (&evidence.tried, 1);
  g_date_set_dmy (&evidence.as_of, 2, 6, 2026);
  g_assert_false (veto_evidence_get_changed (&evidence, &day));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-index/merged", test_merged);
  g_test_add_func ("/source-index/kept-apart", test_kept_apart);
  g_test_add_func ("/source-index/evidence", test_evidence);
  g_test_add_func ("/source-index/sources", test_sources);
  g_test_add_func ("/source-index/unused", test_unused);
  g_test_add_func ("/source-index/which-guidance", test_which_guidance);
  g_test_add_func ("/source-index/outlives-set", test_outlives_set);
  g_test_add_func ("/source-index/regimes", test_regimes);
  g_test_add_data_func ("/source-index/changed", "2026-11-20", test_changed);
  g_test_add_func ("/source-index/changed-before", test_changed_before);
  return g_test_run ();
}
