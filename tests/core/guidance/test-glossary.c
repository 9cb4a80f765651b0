/* The glossary: where terms stand in a text, what the loader takes, what the linter says of it and of texts without it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"

static const char *const gdpr_forms[] = { "GDPR", NULL };
static const char *const article_forms[] = { "Article", "Articles", NULL };
static const char *const article_21_forms[] = { "Article 21", NULL };
static const char *const court_forms[] = { "court*", "Gericht*", NULL };
static const char *const objection_forms[] = { "objection*", "Widerspruch*", "Widersprüche*", NULL };

static const VetoTerm terms[] = {
  { .id = "gdpr", .forms = gdpr_forms },
  { .id = "article", .forms = article_forms },
  { .id = "article-21", .forms = article_21_forms },
  { .id = "court", .forms = court_forms },
  { .id = "objection", .forms = objection_forms },
};

typedef struct
{
  const char *name, *text;
  const char *places; /* "id=words" each, in order */
} Sample;

static const Sample samples[] = {
  { "/glossary/find/nothing", "Send the form.", "" },
  { "/glossary/find/empty", "", "" },
  { "/glossary/find/one", "The GDPR says so.", "gdpr=GDPR" },
  { "/glossary/find/beside-marks", "(GDPR), “GDPR”.", "gdpr=GDPR gdpr=GDPR" },
  { "/glossary/find/longest", "Article 21 and Article 6.", "article-21=Article 21 article=Article" },
  { "/glossary/find/no-part-of-a-number", "Article 210 is another.", "article=Article" },
  { "/glossary/find/no-part-of-a-word", "The GDPRs, a subGDPR.", "" },
  { "/glossary/find/star", "Two courts and a courtroom.", "court=courts court=courtroom" },
  { "/glossary/find/begins-a-sentence", "Courts decide.", "court=Courts" },
  { "/glossary/find/capital-stays-capital", "ein gericht", "" },
  { "/glossary/find/umlaut", "Ihre Widersprüche gelten.", "objection=Widersprüche" },
  { "/glossary/find/joined-by-a-hyphen", "das Gerichts-Urteil", "court=Gerichts" },
  { "/glossary/find/no-break-space", "Article\302\24021 it is", "article-21=Article\302\24021" },
  { "/glossary/find/line-break", "Article\n21 it is", "article-21=Article\n21" },
  { "/glossary/find/at-the-end", "An objection", "objection=objection" },
};

static void
test_find (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GArray) places = veto_glossary_find (terms, G_N_ELEMENTS (terms), sample->text);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const VetoTermPlace *place = &g_array_index (places, VetoTermPlace, i);

      g_string_append_printf (found, "%s%s=%.*s", i > 0 ? " " : "", place->term->id, (int) place->n_bytes,
                              sample->text + place->start);
    }
  g_assert_cmpstr (found->str, ==, sample->places);
}

/* Each once, in the order of reading. */
static void
test_list (void)
{
  static const char *const texts[] = { "An objection.", "The GDPR: a court, an objection.", "Courts.", NULL };
  static const char *const ids[] = { "objection", "gdpr", "court" };
  g_autoptr(GPtrArray) found = veto_glossary_list (terms, G_N_ELEMENTS (terms), texts);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((const VetoTerm *) found->pdata[i])->id, ==, ids[i]);
}

#define GLOSSARY                                                                                             \
  "[ { \"id\": \"objection\", \"certainty\": \"primary\", \"as_of\": \"2025-10-07\", \"sources\": "          \
  "[\"example-news\"] },\n"                                                                                  \
  "  { \"id\": \"law\", \"certainty\": \"primary\", \"as_of\": \"2025-10-07\", \"sources\": "                \
  "[\"example-news\"] } ]\n"
#define ENGLISH                                                                                              \
  "{ \"glossary/objection.name\": \"objection\", \"glossary/objection.text\": \"You tell a company to "      \
  "stop.\",\n"                                                                                               \
  "  \"glossary/objection.forms\": \"objection*\", \"glossary/law.name\": \"law\", \"glossary/law.text\": "  \
  "\"A rule.\",\n"                                                                                           \
  "  \"glossary/law.forms\": \"Article 21\\nlawful\\nGDPR\\nFADP\\nauthority\\nprivacy policy\" }\n"
#define GERMAN                                                                                               \
  "{ \"glossary/objection.name\": \"Widerspruch\", \"glossary/objection.text\": \"Sie sagen einer Firma, "   \
  "sie soll aufhören.\",\n"                                                                                 \
  "  \"glossary/objection.forms\": \"Widerspruch*\", \"glossary/law.name\": \"Gesetz\", "                    \
  "\"glossary/law.text\": \"Eine Regel.\",\n"                                                                \
  "  \"glossary/law.forms\": \"Artikel 21\\nrechtmäßig\\nDSGVO\\nDSG\\nBehörde\" }\n"

/* Returns: a sound tree that has a glossary */
static Folder *
make_tree (void)
{
  Folder *tree = guidance_trees_copy_sound ();

  guidance_trees_edit (tree, "glossary.json", NULL, GLOSSARY);
  guidance_trees_edit (tree, "text/en/glossary.json", NULL, ENGLISH);
  guidance_trees_edit (tree, "text/de/glossary.json", NULL, GERMAN);
  return tree;
}

static void
test_sound (void)
{
  g_autoptr(Folder) tree = make_tree ();
  g_autoptr(VetoGuideSet) set = guidance_trees_load (tree, "de");
  guint           n_terms;
  const VetoTerm *read = veto_guide_set_get_terms (set, &n_terms);

  g_assert_cmpuint (n_terms, ==, 2);
  g_assert_cmpstr (read[0].id, ==, "objection");
  g_assert_cmpstr (read[0].name, ==, "Widerspruch");
  g_assert_cmpstr (read[0].text, ==, "Sie sagen einer Firma, sie soll aufhören.");
  g_assert_cmpstr (read[0].forms[0], ==, "Widerspruch*");
  g_assert_null (read[0].forms[1]);
  g_assert_cmpstr (read[0].evidence.sources[0]->id, ==, "example-news");
  g_assert_cmpstr (read[1].forms[4], ==, "Behörde");
}

/* Guidance of before there was a glossary is as good as ever. */
static void
test_none (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(VetoGuideSet) set = guidance_trees_load (tree, "de");
  guint n_terms = 7;

  veto_guide_set_get_terms (set, &n_terms);
  g_assert_cmpuint (n_terms, ==, 0);
}

/* All that Veto ships is whole in both languages; which texts need it, the build has asked. */
static void
test_shipped (gconstpointer language)
{
  g_autoptr(VetoGuideSet) set = guidance_trees_load_real (language);
  guint           n_terms;
  const VetoTerm *read = veto_guide_set_get_terms (set, &n_terms);

  g_assert_cmpuint (n_terms, >=, 20);
  for (guint i = 0; i < n_terms; i++)
    {
      g_autoptr(GArray) places = veto_glossary_find (read, n_terms, read[i].forms[0]);

      g_test_message ("%s: %s", read[i].name, read[i].text);
      g_assert_cmpuint (strlen (read[i].text), >, 20);
      /* no other term takes its place */
      g_assert_true (strchr (read[i].forms[0], '*') != NULL
                     || g_array_index (places, VetoTermPlace, 0).term == &read[i]);
    }
}

typedef struct
{
  const char *name;
  const char *file, *find, *replace;
  const char *fault;
} Fault;

#define EN "text/en/glossary.json"
#define DE "text/de/glossary.json"

static const Fault faults[] = {
  { "/glossary/lint/no-source", "glossary.json", "\"example-news\"", "\"nobody\"",
    "glossary.json: [0].sources: no such id in sources: nobody" },
  { "/glossary/lint/without-source", "glossary.json", "[\"example-news\"]", "[]",
    "glossary.json: [0].sources: at least 1" },
  { "/glossary/lint/as-of", "glossary.json", "2025-10-07", "2025-10-08",
    "glossary.json: [0].as_of: the newest" },
  { "/glossary/lint/certainty", "glossary.json", "primary", "sure",
    "[0].certainty: no such certainty: sure" },
  { "/glossary/lint/member", "glossary.json", "\"certainty\"", "\"colour\": 1, \"certainty\"",
    "glossary.json: [0].colour" },
  { "/glossary/lint/twice", "glossary.json", "\"law\"", "\"objection\"", "[1].id: the id objection twice" },
  { "/glossary/lint/id", "glossary.json", "\"law\"", "\"The law\"", "[1].id: expected an id" },
  { "/glossary/lint/no-list", "glossary.json", NULL, "{}", "glossary.json: expected a list" },
  { "/glossary/lint/no-text", DE, "objection.text", "objection.words", "glossary/objection.text: missing" },
  { "/glossary/lint/forms-missing", DE, "law.forms", "law.form", "glossary/law.forms: missing" },
  { "/glossary/lint/star-inside", DE, "DSGVO", "DS*GVO",
    "glossary/law.forms: a star stands at the end of a form: “DS*GVO”" },
  { "/glossary/lint/one-letter", EN, "GDPR", "G*", "glossary/law.forms: a form of one letter" },
  { "/glossary/lint/empty-form", EN, "\\nGDPR", "\\n", "glossary/law.forms: a form begins with a letter" },
  { "/glossary/lint/form-twice", EN, "\\nGDPR", "\\nlawful", "glossary/law.forms: a form twice: “lawful”" },
  { "/glossary/lint/long-sentence", EN, "A rule.",
    "One two three four five six seven eight nine ten one two three four five six seven eight nine.",
    "glossary/law.text: a sentence of 19 words, at most 18" },
  { "/glossary/lint/unexplained", "text/en/example.json", "Press the button at the end.",
    "Ask a tribunal first.",
    "text/en/example.json: example/form/send.body: a legal term that the glossary does not explain: "
    "“tribunal”" },
  { "/glossary/lint/unexplained-german", "text/de/example.json", "Drücken Sie den Knopf am Ende.",
    "Denken Sie an die Haftung.", "a legal term that the glossary does not explain: “Haftung”" },
  { "/glossary/lint/form-gone", DE, "Artikel 21", "Artikel 22",
    "example/form/open-form.why: a legal term that the glossary does not explain: “Artikel 21”" },
  { "/glossary/lint/glossary-gone", "glossary.json", NULL, NULL,
    "glossary/objection.name: nothing uses this text" },
};

static void
test_lint (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(Folder) tree = make_tree ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (tree, fault->file, fault->find, fault->replace);
  complaints = veto_authoring_lint (tree, &error);
  g_assert_no_error (error);
  for (guint i = 0; complaints[i] != NULL; i++)
    g_test_message ("%s", complaints[i]);
  g_assert_true (guidance_trees_any_contains (complaints, fault->fault));
}

static void
test_lint_sound (void)
{
  g_autoptr(Folder) tree = make_tree ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = veto_authoring_lint (tree, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (complaints[0], ==, NULL);
}

/* What the program says of a bundle; NULL: it takes it */
static const Fault bundles[] = {
  { "/glossary/load/newer-field", "guidance.json", "\"id\":\"law\"", "\"id\":\"law\",\"picture\":5", NULL },
  { "/glossary/load/no-list", "guidance.json", "\"glossary\":[", "\"glossary\":{},\"x\":[",
    "guidance.json: glossary: expected a list" },
  { "/glossary/load/no-object", "guidance.json", "\"glossary\":[", "\"glossary\":[5,",
    "guidance.json: glossary[0]: expected an object" },
  { "/glossary/load/source", "guidance.json", "\"id\":\"law\",\"sources\":[\"example-news\"]",
    "\"id\":\"law\",\"sources\":[\"nobody\"]",
    "guidance.json: glossary[1].sources: no such id in sources: nobody" },
  { "/glossary/load/words", "text/en.json", "glossary/law.text", "glossary/law.test",
    "text/de.json: strings.glossary/law.text: there is no such text in English" },
  { "/glossary/load/form", "text/de.json", "Artikel 21\\nrecht", "*\\nrecht",
    "guidance.json: glossary[1].forms: a form begins with a letter" },
};

static void
test_load (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(Folder) tree = make_tree ();
  g_autoptr(Folder) bundle = guidance_trees_make_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  g_assert_true (veto_authoring_build (tree, bundle, NULL, &error));
  g_assert_no_error (error);
  guidance_trees_edit (bundle, fault->file, fault->find, fault->replace);
  set = veto_guide_set_read_folder (bundle, "de", &error);
  if (fault->fault == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (set);
      return;
    }
  g_assert_null (set);
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, fault->fault));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_find);
  g_test_add_func ("/glossary/list", test_list);
  g_test_add_func ("/glossary/sound", test_sound);
  g_test_add_func ("/glossary/none", test_none);
  g_test_add_data_func ("/glossary/shipped/en", "en", test_shipped);
  g_test_add_data_func ("/glossary/shipped/de", "de", test_shipped);
  g_test_add_func ("/glossary/lint/sound", test_lint_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_lint);
  for (gsize i = 0; i < G_N_ELEMENTS (bundles); i++)
    g_test_add_data_func (bundles[i].name, &bundles[i], test_load);
  return g_test_run ();
}
