/* How hard texts are to read: counted and computed by hand, in both languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"
#include "veto-lint.h"
#include "veto-reading.h"

/* What is in a text; the comment behind a row names the long words. */
typedef struct
{
  const char *name;
  const char *text;
  guint       n_words, n_long, n_sentences, n_longest;
} Count;

static const Count counts[] = {
  { "/reading/count/nothing", "", 0, 0, 0, 0 },
  { "/reading/count/marks-only", "… – ☰ !", 0, 0, 0, 0 },
  { "/reading/count/six-letters-are-short", "Search letter", 2, 0, 1, 2 },
  { "/reading/count/seven-letters-are-long", "Address letters", 2, 2, 1, 2 },
  { "/reading/count/umlauts-are-letters", "Für Köln größer ändern", 4, 0, 1, 4 },
  { "/reading/count/umlaut-makes-it-long", "Blätter Länder", 2, 1, 1, 2 },                  /* Blätter */
  { "/reading/count/umlaut-of-two-characters", "La\xCC\x88nder", 1, 0, 1, 1 },              /* 6 letters */
  { "/reading/count/hyphen-is-one-word", "Ihre E-Mail-Adresse", 2, 1, 1, 2 },               /* 12 letters */
  { "/reading/count/short-with-hyphen", "E-Mail", 1, 0, 1, 1 },                             /* 5 letters */
  { "/reading/count/possessive", "Meta’s form", 2, 0, 1, 2 },                               /* 5 letters */
  { "/reading/count/dash-and-arrow-are-none", "Menu → Settings – Privacy", 3, 2, 1, 3 },    /* both */
  { "/reading/count/german-day", "Am 7. Oktober 2025 begann es. Dann nicht.", 8, 1, 2, 6 }, /* Oktober */
  { "/reading/count/german-day-at-end", "Frist bis 21. Mai. Danach nicht.", 6, 0, 2, 4 },
  { "/reading/count/english-day", "It began on 27 May 2025. It goes on.", 9, 0, 2, 6 },
  { "/reading/count/number-ends", "Es gilt unter 18. Danach nicht mehr.", 7, 0, 2, 4 },
  { "/reading/count/year-ends", "Es begann 2025. Danach nicht mehr.", 6, 0, 2, 3 },
  { "/reading/count/year-begins", "Es ist so. 2025 war es anders.", 7, 0, 2, 4 },
  { "/reading/count/number-of-article", "Siehe Nr. 5 und Abs. 2 dort.", 7, 0, 1, 7 },
  { "/reading/count/numbered-item", "1. Sign in\n2. Send", 5, 0, 2, 3 },
  { "/reading/count/money", "Es kostet 7,50 Euro. Mehr nicht.", 6, 0, 2, 4 },
  { "/reading/count/thousands", "Es waren 1.052 Briefe.", 4, 0, 1, 4 },
  { "/reading/count/z-b", "Apps, z. B. Karten. Und mehr.", 6, 0, 2, 4 },
  { "/reading/count/article", "See Art. 21 GDPR. It helps.", 6, 0, 2, 4 },
  { "/reading/count/article-in-brackets", "Ein Recht (Art. 21 DSGVO). Es hilft.", 7, 0, 2, 5 },
  { "/reading/count/bzw", "Facebook bzw. Instagram. Nur das.", 5, 2, 2, 3 }, /* both names */
  { "/reading/count/eg", "Some apps, e.g. Maps. No more.", 6, 0, 2, 4 },
  { "/reading/count/host", "Open help.example.org now. Then wait.", 5, 0, 2, 3 }, /* a host is not long */
  { "/reading/count/mail-address", "Write to object@example.org.", 3, 0, 1, 3 },
  { "/reading/count/address-at-end", "Go to www.example.org. Then wait.", 5, 0, 2, 3 },
  { "/reading/count/placeholder", "Sign in as {{login}}. Then wait.", 6, 0, 2, 4 },
  { "/reading/count/placeholder-is-not-long", "{{controller}} answers", 2, 1, 1, 2 },     /* answers */
  { "/reading/count/quoted-word", "Klicken Sie auf „Senden“. Dann warten.", 6, 1, 2, 4 }, /* Klicken */
  { "/reading/count/quoted-stop", "Press “Send.” Then wait.", 4, 0, 2, 2 },
  { "/reading/count/quoted-inside", "Er rief „Ja!“ und ging.", 5, 0, 1, 5 },
  { "/reading/count/question", "Ist es da? Ja! Gut.", 5, 0, 3, 3 },
  { "/reading/count/colon-goes-on", "Es gilt: Alles bleibt.", 4, 0, 1, 4 },
  { "/reading/count/semicolon-goes-on", "Es gilt; nichts bleibt.", 4, 0, 1, 4 },
  { "/reading/count/list", "Sie brauchen\n– ein Feld\n– einen Knopf", 6, 1, 3, 2 }, /* brauchen */
  { "/reading/count/quote-opens-line", "One.\n“Two” it is.", 4, 0, 2, 3 },
  { "/reading/count/no-stop-at-end", "Open the form", 3, 0, 1, 3 },
  { "/reading/count/longest-is-second", "One. Two words here. Two more.", 6, 0, 3, 3 },
};

static void
test_count (gconstpointer data)
{
  const Count *count = data;
  VetoReading  reading;

  veto_reading_count (count->text, &reading);
  g_assert_cmpuint (reading.n_words, ==, count->n_words);
  g_assert_cmpuint (reading.n_long, ==, count->n_long);
  g_assert_cmpuint (reading.n_sentences, ==, count->n_sentences);
  g_assert_cmpuint (reading.n_longest, ==, count->n_longest);
}

/* The longest sentence is shown to the author as it stands in the text. */
static void
test_longest (void)
{
  static const char text[] = "Eins. Am 7. Oktober kam „Ja“. Zwei.";
  VetoReading       reading;
  g_autofree char  *longest = NULL;

  veto_reading_count (text, &reading);
  longest = g_strndup (reading.longest, reading.longest_len);
  g_assert_cmpstr (g_strstrip (longest), ==, "Am 7. Oktober kam „Ja“.");
}

typedef struct
{
  const char *name;
  const char *text;
  guint       lix;
} Score;

static const Score scores[] = {
  /* 12 words, 2 sentences, none long: 6 + 0 */
  { "/reading/lix/all-short", "The cat sat on the mat. Then it went to sleep there.", 6 },
  /* 12 words, 2 sentences; consumer, objection, Facebook: 6 + 25 */
  { "/reading/lix/english", "The consumer may send an objection. Then Facebook may not use it.", 31 },
  /* 10 words, 2 sentences; öffentliche, Beiträge, Training: 5 + 30 */
  { "/reading/lix/german", "Meta nutzt öffentliche Beiträge zum Training. Das dürfen Sie verbieten.", 45 },
  /* 6 words, 1 sentence; 2 long: 6 + 33.3 */
  { "/reading/lix/rounded-down", "Sie können Facebook jederzeit neu öffnen.", 39 },
  /* 8 words, 1 sentence; 3 long: 8 + 37.5 */
  { "/reading/lix/rounded-up", "Meta darf Fotos, Beiträge und Kommentare nicht verwenden.", 46 },
};

static void
test_lix (gconstpointer data)
{
  const Score *score = data;
  VetoReading  reading;

  veto_reading_count (score->text, &reading);
  g_assert_cmpuint (veto_reading_get_lix (&reading), ==, score->lix);
}

#define WORDS_16 "one two three four five six seven eight nine ten one two three four five six"
#define LONG_10                                                                                              \
  "objection objection objection objection objection objection objection objection objection objection"
#define SHORT_10 "it is as it is and so it goes on"

typedef struct
{
  const char *name, *language, *key, *text;
  const char *fault; /* a part of it, or NULL when the text is fine */
} Ceiling;

static const Ceiling ceilings[] = {
  { "/reading/ceiling/body-16", "en", "a/b/c.body", WORDS_16 ".", NULL },
  { "/reading/ceiling/body-17", "en", "a/b/c.body", "Short. And " WORDS_16 ".",
    "a sentence of 17 words, at most 16: “And one two three four five six seven …”" },
  { "/reading/ceiling/why-17", "en", "a/b/c.why", WORDS_16 " more.", NULL },
  { "/reading/ceiling/fact-17", "de", "a.facts.b", WORDS_16 " more.", NULL },
  { "/reading/ceiling/fact-19", "de", "a.facts.b", WORDS_16 " one two more.", "of 19 words, at most 18" },
  { "/reading/ceiling/history-19", "de", "a.history.b", WORDS_16 " one two more.", NULL },
  { "/reading/ceiling/history-21", "en", "a.history.b", WORDS_16 " one two three four more.", "at most 20" },
  { "/reading/ceiling/question-13", "en", "a/b/c.question", SHORT_10 " one two three?",
    "13 words, at most 12" },
  { "/reading/ceiling/title-11", "en", "a/b/c.title", SHORT_10 " one", "11 words, at most 9" },
  { "/reading/ceiling/summary-17", "en", "a.summary", WORDS_16 " more.", "17 words, at most 16" },
  { "/reading/ceiling/source-19", "en", "sources/a.about", WORDS_16 " one two more", NULL },
  { "/reading/ceiling/label-16", "en", "a/b/c.screen.0", WORDS_16, "16 words, at most 15" },

  /* 20 words, 2 sentences, 10 long: 10 + 50; of 19 words there is no score */
  { "/reading/ceiling/score", "en", "a/b/c.body", LONG_10 ". It " SHORT_10 ".",
    "hard to read: LIX 58, at most 40 (21 words, 10 of them long, 2 sentences)" },
  { "/reading/ceiling/score-german", "de", "a/b/c.body", LONG_10 ". It " SHORT_10 ".", "LIX 58, at most 45" },
  { "/reading/ceiling/score-german-history", "de", "a.history.b", LONG_10 ". It " SHORT_10 ".",
    "LIX 58, at most 55" },
  { "/reading/ceiling/score-of-short-text", "en", "a/b/c.body", LONG_10 ". So it goes.", NULL },
  { "/reading/ceiling/other-language", "fr", "a/b/c.body", LONG_10 ". It " SHORT_10 ".", "at most 40" },
  { "/reading/ceiling/one-passive", "en", "a/b/c.body", "It is kept here.", NULL },
  { "/reading/ceiling/passives", "en", "a/b/c.body", "So. The page as it was sent was not kept.",
    "2 passive forms in a sentence (was sent, was kept), at most 1, so say who does it: “The page as it "
    "was" },
  { "/reading/ceiling/passives-german", "de", "a/b/c.why", "Es wird gelesen und gelöscht.",
    "2 passive forms in a sentence (gelesen wird, gelöscht wird), at most 1" },
  { "/reading/ceiling/passives-of-a-letter", "en", "letters/a/b.text",
    "The page as it was sent was not kept.", NULL },
  { "/reading/ceiling/id-is-no-kind", "en", "a/title/facts.body", WORDS_16 ".", NULL },
};

static void
test_ceiling (gconstpointer data)
{
  const Ceiling   *ceiling = data;
  g_autofree char *fault = veto_lint_dup_reading_fault (ceiling->language, ceiling->key, ceiling->text);

  g_test_message ("%s", fault);
  if (ceiling->fault == NULL)
    g_assert_cmpstr (fault, ==, NULL);
  else
    g_assert_true (fault != NULL && strstr (fault, ceiling->fault) != NULL);
}

/* Returns: (transfer none): what was measured of @key in @language */
static const VetoTextReading *
find_reading (GPtrArray *readings, const char *language, const char *key)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const VetoTextReading *reading = readings->pdata[i];

      if (g_str_equal (reading->language, language) && g_str_equal (reading->key, key))
        return reading;
    }
  g_assert_not_reached ();
}

/* The hardest of each language comes first, with its file, and every text and step is there. */
static void
test_measure (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = NULL;
  const VetoTextReading *body, *step;
  guint                  n_languages = 0;

  guidance_trees_edit (folder, "text/de/example.json", "Drücken Sie den Knopf am Ende.",
                       "Drücken Sie den Knopf, den Sie ganz am Ende der Seite unter dem großen leeren Feld "
                       "sehen.");
  readings = veto_authoring_measure (folder, &error);
  g_assert_no_error (error);
  body = find_reading (readings, "de", "example/form/send.body");
  g_assert_cmpstr (body->file, ==, "text/de/example.json");
  g_assert_cmpint (body->kind, ==, VETO_READING_BODY);
  g_assert_cmpuint (body->n_words, ==, 17);
  g_assert_cmpuint (body->n_longest, ==, 17);
  g_assert_cmpuint (body->max_longest, ==, 16);
  g_assert_cmpuint (body->lix, ==, 0); /* too short for one */
  g_assert_true (readings->pdata[0] == body
                 || ((VetoTextReading *) readings->pdata[0])->kind == VETO_READING_STEP);

  /* With its title 19 words in 2 sentences: that is a score, and too short to be judged */
  step = find_reading (readings, "de", "example/form/send");
  g_assert_cmpstr (step->file, ==, "text/de/example.json");
  g_assert_cmpint (step->kind, ==, VETO_READING_STEP);
  g_assert_cmpuint (step->n_words, ==, 19);
  g_assert_cmpuint (step->n_sentences, ==, 2);
  g_assert_cmpuint (step->lix, ==, (guint) (19 / 2.0 + 100.0 * step->n_long / 19 + 0.5));
  g_assert_cmpuint (step->max_lix, ==, 0);
  for (guint i = 1; i < readings->len; i++)
    {
      const VetoTextReading *before = readings->pdata[i - 1], *reading = readings->pdata[i];

      g_assert_cmpstr (before->language, <=, reading->language);
      n_languages += g_str_equal (before->language, reading->language) ? 0 : 1;
      if (g_str_equal (before->language, reading->language) && before->lix == 0 && reading->lix == 0)
        g_assert_cmpuint (before->n_longest * reading->max_longest + before->max_longest, >=,
                          reading->n_longest * before->max_longest);
    }
  g_assert_cmpuint (n_languages, ==, 1); /* German, then English */
}

/* A step whose texts are fine each, and hard together: a body of less than 20 words has no score. */
static void
test_step_above (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (folder, "text/de/example.json", "Drücken Sie den Knopf am Ende.",
                       "Drücken Sie den Absendeknopf am Ende der Seite. Datenschutzrichtlinien behandeln "
                       "Widersprüche "
                       "unterschiedlich. Einstellungen ersetzen keinen Widerspruch gegen Datenverarbeitung.");
  complaints = veto_authoring_lint (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (complaints), ==, 1);
  g_test_message ("%s", complaints[0]);
  g_assert_true (g_str_has_prefix (complaints[0],
                                   "text/de/example.json: example/form/send: the step is hard to read as "
                                   "a whole: LIX "));
  g_assert_nonnull (strstr (complaints[0], ", at most 45 ("));
}

/* Prints the score of each step that Veto ships, with its ceiling. */
static void
test_steps_shipped (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = veto_authoring_measure (g_getenv ("VETO_TEST_REAL_GUIDANCE"), &error);
  guint n_steps = 0, n_above = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < readings->len; i++)
    {
      const VetoTextReading *reading = readings->pdata[i];

      if (reading->kind != VETO_READING_STEP)
        continue;
      g_test_message ("%s %s: LIX %u, ceiling %u; %u words, longest sentence %u", reading->language,
                      reading->key, reading->lix, reading->max_lix, reading->n_words, reading->n_longest);
      g_assert_cmpuint (reading->lix, >, 0);
      n_steps++;
      n_above += reading->max_lix > 0 && reading->lix > reading->max_lix ? 1 : 0;
    }
  g_assert_cmpuint (n_steps, >, 100);
  g_assert_cmpuint (n_above, ==, 0);
}

static void
test_measure_nothing (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_authoring_measure ("/no/such/folder", &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_test_add_data_func (counts[i].name, &counts[i], test_count);
  g_test_add_func ("/reading/longest", test_longest);
  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    g_test_add_data_func (scores[i].name, &scores[i], test_lix);
  for (gsize i = 0; i < G_N_ELEMENTS (ceilings); i++)
    g_test_add_data_func (ceilings[i].name, &ceilings[i], test_ceiling);
  g_test_add_func ("/reading/measure", test_measure);
  g_test_add_func ("/reading/step-above", test_step_above);
  g_test_add_func ("/reading/steps-shipped", test_steps_shipped);
  g_test_add_func ("/reading/measure-nothing", test_measure_nothing);
  return g_test_run ();
}
