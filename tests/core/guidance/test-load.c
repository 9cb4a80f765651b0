/* A sound bundle: everything that was written is there, in the reader's language or in English.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"
#include "veto-day.h"
#include "veto-guide-set.h"

static VetoGuideSet *
load (const char *folder, const char *language)
{
  g_autoptr(GError) error = NULL;
  VetoGuideSet *set = veto_guide_set_read_folder (folder, language, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
  return set;
}

static void
assert_day (const GDate *day, const char *expected)
{
  g_autofree char *text = veto_day_dup_iso (day);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_platform (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = load (folder, "en");
  VetoPlatform    *platform = veto_guide_set_get_platform (set, 0);
  g_autofree char *id = NULL, *name = NULL, *summary = NULL, *colour = NULL;

  g_assert_cmpint (veto_guide_set_get_version (set), ==, 0);
  g_assert_cmpuint (veto_guide_set_get_n_platforms (set), ==, 1);
  g_assert_true (veto_guide_set_find_platform (set, "example") == platform);
  g_assert_null (veto_guide_set_find_platform (set, "none"));
  g_object_get (platform, "id", &id, "name", &name, "summary", &summary, "colour", &colour, NULL);
  g_assert_cmpstr (id, ==, "example");
  g_assert_cmpstr (name, ==, "Example");
  g_assert_cmpstr (summary, ==, "Example uses public posts to train its AI.");
  g_assert_cmpstr (colour, ==, "#3366cc");
  g_assert_cmpstr (veto_platform_get_controller (platform), ==, "Example Organisation");
  g_assert_cmpstr (veto_platform_get_category (platform), ==, "social");
  g_assert_cmpuint (veto_platform_get_minutes (platform), ==, 4);
  g_assert_cmpstr (veto_platform_get_covers (platform)[0], ==, "public posts");
  g_assert_cmpstr (veto_platform_get_covers (platform)[1], ==, "comments");
  g_assert_null (veto_platform_get_covers (platform)[2]);
  g_assert_cmpstr (veto_platform_get_not_covered (platform)[0], ==, "private messages");
}

static void
test_truth (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = load (folder, "en");
  VetoPlatform           *platform = veto_guide_set_get_platform (set, 0);
  const VetoHistoryEntry *history;
  const VetoSource       *sources;
  const VetoFact         *facts;
  guint                   n;

  sources = veto_guide_set_get_sources (set, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (sources[0].publisher, ==, "Example News");
  g_assert_cmpstr (sources[0].about, ==, "How to object");
  g_assert_cmpstr (sources[0].link, ==, "https://news.example.org/ai");
  g_assert_null (sources[1].link);
  assert_day (&sources[1].day, "2026-07-01");

  facts = veto_platform_get_facts (platform, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (facts[1].text, ==, "Whether the training is lawful is disputed.");
  g_assert_cmpint (facts[1].evidence.certainty, ==, VETO_CERTAINTY_CONFLICTING);
  g_assert_true (facts[1].evidence.sources[1] == &sources[1]);
  g_assert_null (facts[1].evidence.sources[2]);
  g_assert_false (g_date_valid (&facts[1].evidence.tried));
  assert_day (&facts[1].evidence.as_of, "2026-07-01");

  history = veto_platform_get_history (platform, &n); /* written in another order */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (history[0].text, ==, "The training was announced.");
  assert_day (&history[0].day, "2025-04-14");
  assert_day (&history[0].evidence.as_of, "2025-10-07");
  g_assert_cmpstr (history[1].id, ==, "start");
}

static void
test_guides (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = load (folder, "en");
  VetoPlatform     *platform = veto_guide_set_get_platform (set, 0);
  guint             n;
  const VetoGuide  *guides = veto_platform_get_guides (platform, &n), *menus;
  const VetoBranch *branch;

  g_assert_cmpuint (n, ==, 2);
  menus = veto_platform_find_guide (platform, "menus");
  g_assert_true (menus == &guides[1]);
  g_assert_true (veto_platform_find_goal (platform, "object") == &guides[0]);
  g_assert_null (veto_platform_find_goal (platform, "opt-out"));
  g_assert_cmpstr (guides[0].title, ==, "With the form");
  g_assert_cmpstr (guides[0].summary, ==, "The right way for most people.");
  g_assert_null (menus->summary);
  g_assert_cmpstr (menus->where[1], ==, "app");
  g_assert_cmpstr (guides[0].regimes[1]->id, ==, "ch");
  g_assert_cmpstr (guides[0].needs[0], ==, "account");
  assert_day (&menus->evidence.tried, "2026-08-01");

  g_assert_cmpuint (guides[0].n_branches, ==, 2);
  branch = veto_guide_find_branch (&guides[0], "not-available");
  g_assert_cmpstr (branch->guide_id, ==, "menus");
  g_assert_cmpuint (branch->n_steps, ==, 0);
  g_assert_cmpstr (branch->question, ==, "The form is not there");
  g_assert_null (veto_guide_find_branch (&guides[0], "none"));
  g_assert_null (veto_guide_find_branch (&guides[0], "login-loop")->guide_id);
}

static void
test_steps (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = load (folder, "en");
  const VetoGuide  *form = veto_platform_find_guide (veto_guide_set_get_platform (set, 0), "form");
  const VetoStep   *open = veto_guide_find_step (form, "open-form"), *step;
  const VetoScreen *screen = open->screen;

  g_assert_cmpuint (form->n_steps, ==, 6);
  g_assert_cmpint (open->kind, ==, VETO_STEP_OPEN);
  g_assert_cmpstr (open->links[0], ==, "https://www.example.org/object?x=1");
  g_assert_cmpstr (open->links[1], ==, "https://help.example.org/privacy/");
  g_assert_null (open->links[2]);
  g_assert_cmpstr (open->why, ==, "Article 21 gives you this right.");
  g_assert_true (open->branches[0] == veto_guide_find_branch (form, "login-loop"));
  g_assert_true (open->branches[1] == veto_guide_find_branch (form, "not-available"));
  g_assert_null (open->branches[2]);
  g_assert_cmpint (screen->kind, ==, VETO_SCREEN_PAGE);
  g_assert_cmpuint (screen->n_rows, ==, 5);
  g_assert_cmpint (screen->rows[0].kind, ==, VETO_ROW_TITLE);
  g_assert_cmpstr (screen->rows[0].text, ==, "Object");
  g_assert_null (screen->rows[1].text);
  g_assert_false (screen->rows[2].target);
  g_assert_true (screen->rows[3].target);
  g_assert_cmpint (screen->rows[3].kind, ==, VETO_ROW_FIELD);

  step = veto_guide_find_step (form, "reason");
  g_assert_true (step->optional);
  g_assert_cmpstr (step->value, ==, "reason");
  g_assert_null (step->links);
  g_assert_null (step->branches[0]);
  step = veto_guide_find_step (form, "mail");
  g_assert_cmpstr (step->wait_for, ==, "email");
  g_assert_cmpuint (step->wait_days, ==, 2);
  step = veto_guide_find_step (form, "proof");
  g_assert_cmpstr (step->keep[0], ==, "a screenshot of the last page");
  g_assert_cmpstr (step->keep[1], ==, "the e-mail");
  step = veto_guide_find_step (form, "login-loop/sign-in-first");
  g_assert_cmpstr (step->path, ==, "login-loop/sign-in-first");
  g_assert_cmpstr (step->title, ==, "Sign in first");
  g_assert_null (veto_guide_find_step (form, "sign-in-first"));
}

/* What a page holds on to outlives the set, as after a swap. */
static void
test_platform_outlives_set (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  VetoGuideSet *set = load (folder, "de");
  g_autoptr(VetoPlatform) platform = g_object_ref (veto_guide_set_get_platform (set, 0));
  const VetoGuide *form = veto_platform_find_guide (platform, "form");
  g_autofree char *revision = NULL;

  g_object_unref (set);
  revision = veto_step_dup_revision (&form->steps[0]);
  g_assert_cmpstr (form->steps[0].title, ==, "Formular öffnen");
  g_assert_cmpstr (form->evidence.sources[0]->publisher, ==, "Example News");
  g_assert_cmpuint (strlen (revision), ==, 64);
}

typedef struct
{
  const char *name;
  const char *wanted;
  const char *language;
  const char *title;
} Language;

static const Language languages[] = {
  { "/guidance/language/german", "de", "de", "Formular öffnen" },
  { "/guidance/language/locale", "de_AT.UTF-8", "de", "Formular öffnen" },
  { "/guidance/language/tag", "de-AT", "de", "Formular öffnen" },
  { "/guidance/language/modifier", "de@euro", "de", "Formular öffnen" },
  { "/guidance/language/upper-case", "DE", "de", "Formular öffnen" },
  { "/guidance/language/own-region", "de-CH", "de-CH", "Formular aufmachen" },
  { "/guidance/language/english", "en", "en", "Open the form" },
  { "/guidance/language/english-region", "en_GB.UTF-8", "en", "Open the form" },
  { "/guidance/language/no-such", "fr_FR.UTF-8", "en", "Open the form" },
  { "/guidance/language/none", NULL, "en", "Open the form" },
  { "/guidance/language/empty", "", "en", "Open the form" },
  { "/guidance/language/c", "C.UTF-8", "en", "Open the form" },
  { "/guidance/language/path", "../guidance", "en", "Open the form" },
  { "/guidance/language/absolute-path", "/etc/passwd", "en", "Open the form" },
  { "/guidance/language/partial", "nl", "nl", "Open the form" },
};

static void
test_language (gconstpointer data)
{
  const Language *sample = data;
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = NULL;
  const VetoGuide *form;

  guidance_trees_edit (folder, "text/de-CH.json", NULL,
                       "{\"format\":1,\"language\":\"de-CH\",\"strings\":"
                       "{\"example/form/open-form.title\":\"Formular aufmachen\"}}");
  guidance_trees_edit (folder, "text/nl.json", NULL,
                       "{\"format\":1,\"language\":\"nl\",\"strings\":{\"example/form.title\":\"Met het "
                       "formulier\"}}");
  set = load (folder, sample->wanted);
  form = veto_platform_find_guide (veto_guide_set_get_platform (set, 0), "form");
  g_assert_cmpstr (veto_guide_set_get_language (set), ==, sample->language);
  g_assert_cmpstr (form->steps[0].title, ==, sample->title);
}

static void
test_resource (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet)
               german = veto_guide_set_read_resource ("/io/example/guidance", "de_DE.UTF-8", &error);
  g_autoptr(VetoGuideSet) french = veto_guide_set_read_resource ("/io/example/guidance", "fr", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (veto_guide_set_get_language (german), ==, "de");
  g_assert_cmpstr (veto_guide_set_get_language (french), ==, "en");
  g_assert_cmpstr (veto_platform_find_guide (veto_guide_set_find_platform (german, "example"), "form")->title,
                   ==, "Mit dem Formular");
}

/* A newer bundle in an older program: shown as text, and members that it does not know are passed over. */
static void
test_newer_parts (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = NULL;
  const VetoStep *step;

  guidance_trees_edit (folder, "guidance.json", "\"kind\":\"do\"",
                       "\"kind\":\"sing\",\"song\":[1,{\"a\":null}]");
  guidance_trees_edit (folder, "guidance.json", "\"minutes\":4", "\"minutes\":4,\"mood\":\"glad\"");
  guidance_trees_edit (folder, "guidance.json", "{\"authorities\"", "{\"news\":true,\"authorities\"");
  set = load (folder, "en");
  step = veto_guide_find_step (veto_platform_find_guide (veto_guide_set_get_platform (set, 0), "form"),
                               "login-loop/sign-in-first");
  g_assert_cmpint (step->kind, ==, VETO_STEP_OTHER);
  g_assert_cmpstr (step->title, ==, "Sign in first");
}

static void
test_allows_link (void)
{
  static const struct
  {
    const char *link;
    gboolean    allowed;
  } links[] = {
    { "https://www.example.org/", TRUE },
    { "https://www.example.org", TRUE },
    { "https://help.example.org/a?b#c", TRUE },
    { "https://example.org/", FALSE },
    { "https://a.www.example.org/", FALSE },
    { "https://www.example.org.evil.com/", FALSE },
    { "https://www.example.org@evil.com/", FALSE },
    { "http://www.example.org/", FALSE },
    { "https://www.example.org:8443/", FALSE },
    { "javascript:alert(1)", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = load (folder, "en");

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_test_message ("%s", links[i].link);
      g_assert_cmpint (veto_guide_set_allows_link (set, links[i].link), ==, links[i].allowed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/load/platform", test_platform);
  g_test_add_func ("/guidance/load/truth", test_truth);
  g_test_add_func ("/guidance/load/guides", test_guides);
  g_test_add_func ("/guidance/load/steps", test_steps);
  g_test_add_func ("/guidance/load/platform-outlives-set", test_platform_outlives_set);
  g_test_add_func ("/guidance/load/resource", test_resource);
  g_test_add_func ("/guidance/load/newer-parts", test_newer_parts);
  g_test_add_func ("/guidance/load/allows-link", test_allows_link);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    g_test_add_data_func (languages[i].name, &languages[i], test_language);
  return g_test_run ();
}
