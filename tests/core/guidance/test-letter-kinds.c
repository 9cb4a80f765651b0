/* Kinds of letters: what was written is there; every fault is complained of by the linter and, where a letter could go
 * wrong, refused by the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"
#include "veto-json.h"

/* @find in @file is now @replace; without @find, @replace is a whole new file. @refused: by the program as well, and then
 * a part of what it says */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *complaint;
  const char *refused;
} Sample;

#define NOTE "letters/note.json"
#define EN "text/en/letters.json"
#define DE "text/de/letters.json"
#define BUNDLED "guidance.json: letters[0]"

static const Sample samples[] = {
  /* structure */
  { "/letters/lint/member", NOTE, "\"goal\"", "\"aim\": 1, \"goal\"", NOTE ": aim: no such member here",
    NULL },
  { "/letters/lint/goal", NOTE, "\"object\"", "\"win\"", NOTE ": goal: no such goal: win",
    BUNDLED ".goal: no such goal" },
  { "/letters/lint/to", NOTE, "\"controller\"", "\"friend\"", NOTE ": to: expected controller or",
    BUNDLED ".to: expected" },
  { "/letters/lint/file-name", NOTE, "\"note\"", "\"nota\"", NOTE ": id: nota, but the file says note",
    "strings.letters/nota" },
  { "/letters/lint/reserved", NOTE, "\"note\"", "\"fields\"", NOTE ": id: the keys of other words",
    BUNDLED ".id: the keys" },
  { "/letters/lint/format", NOTE, "\"format\": 1", "\"format\": 2", NOTE ": format: written for a newer",
    BUNDLED ".format: written" },
  { "/letters/lint/reply-both", NOTE, "\"days\": 14", "\"days\": 14, \"months\": 1",
    NOTE ": reply: expected \"months\" or", BUNDLED ".reply: expected" },
  { "/letters/lint/reply-none", NOTE, "{ \"days\": 14 }", "{}", NOTE ": reply: expected",
    BUNDLED ".reply: expected" },
  { "/letters/lint/source", NOTE, "[\"example-policy\"]", "[]", NOTE ": sources: at least 1",
    BUNDLED ".sources: at least 1" },
  { "/letters/lint/source-unknown", NOTE, "[\"example-policy\"]", "[\"hearsay\"]",
    NOTE ": sources: no such id in sources: hearsay", BUNDLED ".sources: no such" },
  { "/letters/lint/regime", NOTE, "\"gdpr\": \"21\"", "\"us\": \"21\"",
    NOTE ": regimes.us: no such id in regimes", BUNDLED ".regimes.us: no such" },
  { "/letters/lint/no-regime", NOTE, "{ \"gdpr\": \"21\", \"ch\": \"30\" }", "{}",
    NOTE ": regimes: at least 1", BUNDLED ".regimes: at least" },
  { "/letters/lint/article", NOTE, "\"21\"", "\"\"", NOTE ": regimes.gdpr: expected an article",
    BUNDLED ".regimes.gdpr: expected" },

  /* questions of which one is enough */
  { "/letters/lint/any-of-one", NOTE, "\"paragraphs\"", "\"any_of\": [\"sent\"], \"paragraphs\"",
    NOTE ": any_of: at least 2", BUNDLED ".any_of: at least 2" },
  { "/letters/lint/any-of-unknown", NOTE, "\"paragraphs\"",
    "\"any_of\": [\"sent\", \"pgaes\"], \"paragraphs\"", NOTE ": any_of: pgaes: no such field",
    BUNDLED ".any_of: pgaes: no such" },
  { "/letters/lint/any-of-required", NOTE, "\"paragraphs\"",
    "\"any_of\": [\"sent\", \"name\"], \"paragraphs\"", NOTE ": any_of: name: is required",
    BUNDLED ".any_of: name: is required" },
  { "/letters/lint/any-of-always", NOTE, "\"paragraphs\"",
    "\"any_of\": [\"sent\", \"pages\"], \"paragraphs\"", NOTE ": paragraphs[3].when: is always true", NULL },

  /* fields */
  { "/letters/lint/kind", NOTE, "\"kind\": \"links\"", "\"kind\": \"lniks\"",
    NOTE ": fields[6].kind: no such kind: lniks", BUNDLED ".fields[6].kind: no such" },
  { "/letters/lint/field-twice", NOTE, "\"id\": \"pages\", \"kind\"", "\"id\": \"sent\", \"kind\"",
    NOTE ": fields[6].id: the id sent twice", BUNDLED ".fields[6].id: the id" },
  { "/letters/lint/field-is-word", NOTE, "\"id\": \"place\"", "\"id\": \"and\"",
    NOTE ": fields[3].id: and means something else", BUNDLED ".fields[3].id: and" },
  { "/letters/lint/field-is-value", NOTE, "\"id\": \"place\"", "\"id\": \"law\"",
    NOTE ": fields[3].id: law means something else", BUNDLED ".fields[3].id: law" },
  { "/letters/lint/choices-of-line", NOTE, "\"kind\": \"place\"", "\"kind\": \"place\", \"of\": [\"a\"]",
    NOTE ": fields[3].of: no such member", NULL },
  { "/letters/lint/no-choices", NOTE, ", \"of\": [\"children\", \"health\"]", "",
    NOTE ": fields[7].of: missing", BUNDLED ".fields[7].of: missing" },
  { "/letters/lint/no-name", NOTE, "\"kind\": \"name\", \"required\": true", "\"kind\": \"name\"",
    NOTE ": fields: expected a required field \"name\"", BUNDLED ".fields: expected a required" },
  { "/letters/lint/field-unused", NOTE, "{ \"id\": \"email\"",
    "{ \"id\": \"phone\", \"kind\": \"line\" }, { \"id\": \"email\"", NOTE ": fields: nothing uses phone",
    "strings.letters/fields/phone" },
  { "/letters/lint/choice-unused", NOTE, ", \"uses\": [\"reasons\"]", "",
    NOTE ": fields: nothing uses reasons.children", "strings.letters/note/reasons.text: {{reasons}}" },

  /* paragraphs */
  { "/letters/lint/as", NOTE, "\"as\": \"heading\"", "\"as\": \"title\"",
    NOTE ": paragraphs[3].as: no such kind of paragraph: title", BUNDLED ".paragraphs[3].as: no such" },
  { "/letters/lint/paragraph-twice", NOTE, "\"id\": \"case\"", "\"id\": \"list\"",
    NOTE ": paragraphs[10].id: the id list twice", BUNDLED ".paragraphs[10].id: the id" },
  { "/letters/lint/paragraph-member", NOTE, "\"when\": \"pages\" }", "\"wehn\": \"pages\" }",
    NOTE ": paragraphs[5].wehn: no such member", NULL },
  { "/letters/lint/two-subjects", NOTE, "\"when\": \"regime.ch\" }",
    "\"when\": \"regime.ch or regime.gdpr\" }", NOTE ": paragraphs: 2 subjects for gdpr",
    BUNDLED ".paragraphs: 2 subjects" },
  { "/letters/lint/no-subject", NOTE, "\"id\": \"subject-ch\", \"as\": \"subject\"", "\"id\": \"subject-ch\"",
    NOTE ": paragraphs: 0 subjects for ch", BUNDLED ".paragraphs: 0 subjects for ch" },
  { "/letters/lint/subject-by-answer", NOTE, "\"when\": \"regime.ch\" }",
    "\"when\": \"regime.ch and sent\" }",
    NOTE ": paragraphs: the condition of a subject may name regimes only",
    BUNDLED ".paragraphs: the condition" },

  /* conditions */
  { "/letters/lint/when-syntax", NOTE, "\"sent or pages\"", "\"sent or or pages\"",
    NOTE ": paragraphs[3].when: at 9: expected a name", BUNDLED ".paragraphs[3].when: at 9" },
  { "/letters/lint/when-field", NOTE, "\"sent or pages\"", "\"sent or sites\"",
    NOTE ": paragraphs[3].when: the letter has no such field: sites",
    BUNDLED ".paragraphs[3].when: the letter" },
  { "/letters/lint/when-choice", NOTE, "reasons.health and", "reasons.wealth and",
    NOTE ": paragraphs[8].when: the field has no such choice: reasons.wealth",
    BUNDLED ".paragraphs[8].when: the field" },
  { "/letters/lint/when-regime", NOTE, "and not regime.ch", "and not regime.uk",
    NOTE ": paragraphs[8].when: the letter has no such regime: regime.uk",
    BUNDLED ".paragraphs[8].when: the letter" },
  { "/letters/lint/never", NOTE, "\"sent or pages\"", "\"sent and not sent\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/never-two-laws", NOTE, "\"sent or pages\"", "\"regime.ch and regime.gdpr\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/never-no-law", NOTE, "\"sent or pages\"", "\"not regime.ch and not regime.gdpr\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/never-without-required", NOTE, "\"sent or pages\"", "\"not name\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/never-ticked-unanswered", NOTE, "\"sent or pages\"", "\"reasons.health and not reasons\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/never-none-ticked", NOTE, "\"sent or pages\"",
    "\"reasons and not reasons.health and not reasons.children\"",
    NOTE ": paragraphs[3].when: can never be true", NULL },
  { "/letters/lint/always", NOTE, "\"sent or pages\"", "\"sent or not sent\"",
    NOTE ": paragraphs[3].when: is always true", NULL },
  { "/letters/lint/always-required", NOTE, "\"sent or pages\"", "\"sent or name\"",
    NOTE ": paragraphs[3].when: is always true", NULL },

  /* placeholders */
  { "/letters/lint/uses-unknown", NOTE, "\"uses\": [\"sent\"]", "\"uses\": [\"went\"]",
    NOTE ": paragraphs[4].uses: neither a field of this letter nor another placeholder: went",
    BUNDLED ".paragraphs[4].uses: neither" },
  { "/letters/lint/uses-unguarded", NOTE, "\"when\": \"number\", ", "",
    NOTE ": paragraphs[10].uses: number may be unanswered", NULL },
  { "/letters/lint/uses-half-guarded", NOTE, "\"when\": \"number\", ", "\"when\": \"number or sent\", ",
    NOTE ": paragraphs[10].uses: number may be unanswered", NULL },
  { "/letters/lint/uses-month", NOTE, "{ \"days\": 14 }", "{ \"months\": 1 }",
    NOTE ": paragraphs[11].uses: reply_day is known only", BUNDLED ".paragraphs[11].uses: reply_day" },
  { "/letters/lint/not-in-uses", EN, "You have pages", "{{name}}, you have pages",
    EN ": letters/note/pages.text: {{name}} is not in uses",
    "text/en.json: strings.letters/note/pages.text: {{name}}" },
  { "/letters/lint/not-in-german", DE, "bis zum {{reply_day}}", "bald",
    DE ": letters/note/answer.text: {{reply_day}} is in uses, but",
    "text/de.json: strings.letters/note/answer.text: {{reply_day}}" },
  { "/letters/lint/placeholder-misspelt", DE, "{{reply_day}}", "{{replyday}}",
    DE ": letters/note/answer.text: {{replyday}} is not in uses",
    "text/de.json: strings.letters/note/answer.text: {{replyday}}" },
  { "/letters/lint/placeholder-open", EN, "{{reply_day}}", "{{reply_day",
    EN ": letters/note/answer.text: braces", "text/en.json: strings.letters/note/answer.text: braces" },
  { "/letters/lint/placeholder-in-label", EN, "\"Your name\"", "\"Your {{name}}\"",
    EN ": letters/fields/name.label: {{name}} is not in uses",
    "strings.letters/fields/name.label: {{name}}" },
  { "/letters/lint/placeholder-in-choice", EN, "My children can", "{{name}} can",
    EN ": letters/choices/reasons/children.text: {{name}} is not",
    "letters/choices/reasons/children.text: {{name}}" },

  /* words */
  { "/letters/lint/english-missing", EN, "\"letters/note/case.text\": \"Your number is {{number}}.\",", "",
    EN ": letters/note/case.text: missing", "letters/note/case.text: " },
  { "/letters/lint/german-missing", DE, "\"letters/fields/place.label\": \"Der Ort\",", "",
    DE ": letters/fields/place.label: missing", NULL },
  { "/letters/lint/sentence-missing", DE,
    "\"letters/choices/reasons/health.text\": \"Meine Gesundheit ist zu sehen.\",", "",
    DE ": letters/choices/reasons/health.text: missing", NULL },
  { "/letters/lint/hint-in-one-language", DE, "\"letters/fields/address.hint\": \"Straße und Ort.\",", "",
    DE ": letters/fields/address.hint: missing", NULL },
  { "/letters/lint/law-missing", EN, "\"letters/regimes/ch.law\": \"FADP\",", "",
    EN ": letters/regimes/ch.law: missing", "strings.letters/regimes/ch.law" },
  { "/letters/lint/month-missing", DE, "\"letters/months/3.name\": \"März\",", "",
    DE ": letters/months/3.name: missing", NULL },
  { "/letters/lint/closing-missing", EN, "\"letters.closing\": \"Yours faithfully,\",", "",
    EN ": letters.closing: missing", "strings.letters.closing" },
  { "/letters/lint/words-unused", EN, "{", "{ \"letters/note/post.text\": \"Post\",",
    EN ": letters/note/post.text: nothing uses this text", NULL },
  { "/letters/lint/subject-of-two-lines", DE, "\"Notiz\"", "\"Not\\niz\"",
    DE ": letters/note/subject-ch.text: more than one line",
    "strings.letters/note/subject-ch.text: more than one" },
  { "/letters/lint/markup", EN, "You have pages", "You <b>have</b> pages",
    EN ": letters/note/pages.text: markup", NULL },
  { "/letters/lint/bidi", EN, "You have pages", "You\\u202e have pages",
    EN ": letters/note/pages.text: a sign that turns", "letters/note/pages.text: a sign that turns" },
  { "/letters/lint/not-an-object", NOTE, NULL, "[]", NOTE ": expected an object", NULL },
};

static void
test_lint (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (folder, sample->file, sample->find, sample->replace);
  complaints = veto_authoring_lint (folder, &error);
  g_assert_no_error (error);
  for (guint i = 0; complaints[i] != NULL; i++)
    g_test_message ("%s", complaints[i]);
  g_assert_true (guidance_trees_any_contains (complaints, sample->complaint));
}

static VetoJsonDocument *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  VetoJsonDocument *document = veto_json_parse (text, strlen (text), "test", &veto_json_limits, &error);

  g_assert_no_error (error);
  return document;
}

/* @object with the letter or the words of letters that @edited is, instead of its own */
static char *
put_in (const VetoJson *object, const VetoJson *edited, gboolean words)
{
  g_autoptr(GString) text = g_string_new ("{");

  for (guint i = 0; i < object->n_items; i++)
    {
      const VetoJson  *member = &object->items[i];
      g_autofree char *value = veto_json_write (member);

      if (!words && g_str_equal (member->name, "letters"))
        {
          g_free (value);
          value = veto_json_write (edited);
          g_string_append_printf (text, "%s\"letters\":[%s]", i > 0 ? "," : "", value);
        }
      else if (words && g_str_equal (member->name, "strings"))
        {
          g_string_append_printf (text, "%s\"strings\":{", i > 0 ? "," : "");
          for (guint k = 0; k < member->n_items + edited->n_items; k++)
            {
              const VetoJson  *string = k < edited->n_items ? &edited->items[k]
                                                            : &member->items[k - edited->n_items];
              g_autofree char *written = veto_json_write (string);

              if (k < edited->n_items || !g_str_has_prefix (string->name, "letters"))
                g_string_append_printf (text, "%s\"%s\":%s", k > 0 ? "," : "", string->name, written);
            }
          g_string_append_c (text, '}');
        }
      else
        g_string_append_printf (text, "%s\"%s\":%s", i > 0 ? "," : "", member->name, value);
    }
  g_string_append_c (text, '}');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The same fault in a bundle that nobody linted, as an attacker or a newer tool might make it. */
static VetoGuideSet *
load_unlinted (const Sample *sample, GError **error)
{
  g_autoptr(Folder) authored = guidance_trees_copy_sound ();
  g_autoptr(Folder) bundle = guidance_trees_build_sound ();
  gboolean         words = g_str_has_prefix (sample->file, "text/");
  g_autofree char *file = words ? g_strdup_printf ("text/%.2s.json", sample->file + strlen ("text/"))
                                : g_strdup ("guidance.json");
  g_autofree char *whole = guidance_trees_read (bundle, file);
  g_autofree char *part = NULL;
  g_autofree char *text = NULL;
  g_autoptr(VetoJsonDocument) root = parse (whole);
  g_autoptr(VetoJsonDocument) edited = NULL;

  guidance_trees_edit (authored, sample->file, sample->find, sample->replace);
  part = guidance_trees_read (authored, sample->file);
  edited = parse (part);
  text = put_in (veto_json_document_get_root (root), veto_json_document_get_root (edited), words);
  guidance_trees_edit (bundle, file, NULL, text);
  return veto_guide_set_read_folder (bundle, "de", error);
}

static void
test_program (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = load_unlinted (sample, &error);

  if (sample->refused == NULL)
    {
      g_assert_no_error (error); /* a fault that only an author can mend */
      g_assert_cmpuint (veto_guide_set_get_n_letters (set), ==, 1);
      return;
    }
  g_assert_null (set);
  g_assert_nonnull (strstr (error->message, sample->refused));
}

static VetoLetterKind *
get_note (VetoGuideSet *set)
{
  VetoLetterKind *kind = veto_guide_set_find_letter (set, "note");

  g_assert_cmpuint (veto_guide_set_get_n_letters (set), ==, 1);
  g_assert_nonnull (kind);
  g_assert_true (veto_guide_set_get_letter (set, 0) == kind);
  g_assert_null (veto_guide_set_find_letter (set, "other"));
  return kind;
}

static void
test_sound (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, "de", &error);
  VetoLetterKind         *kind = get_note (set);
  guint                   n;
  const VetoLetterRegime *regimes = veto_letter_kind_get_regimes (kind, &n);
  const VetoField        *reasons = veto_letter_kind_find_field (kind, "reasons");

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (regimes[0].id, ==, "gdpr"); /* in the order of regimes.json */
  g_assert_cmpstr (regimes[0].law, ==, "DSGVO");
  g_assert_cmpstr (regimes[1].article, ==, "30");
  g_assert_cmpstr (veto_letter_kind_get_language (kind), ==, "de");
  g_assert_cmpstr (veto_letter_kind_get_title (kind), ==, "Eine Notiz");
  g_assert_cmpstr (veto_letter_kind_get_goal (kind), ==, "object");
  g_assert_cmpuint (veto_letter_kind_get_reply_days (kind), ==, 14);
  g_assert_cmpuint (veto_letter_kind_get_reply_months (kind), ==, 0);
  g_assert_cmpstr (veto_letter_kind_get_sources (kind)[0]->id, ==, "example-policy");
  g_assert_cmpint (reasons->kind, ==, VETO_FIELD_CHOICES);
  g_assert_false (reasons->required);
  g_assert_cmpstr (veto_field_find_choice (reasons, "health")->text, ==, "Meine Gesundheit ist zu sehen.");
  g_assert_cmpint (veto_letter_kind_find_paragraph (kind, "copy")->kind, ==, VETO_PARAGRAPH_ENCLOSURE);
  g_assert_cmpstr (veto_letter_kind_get_words (kind)->months[2], ==, "März");
}

/* A letter is in one language from its head to its foot. */
static void
test_partial_language (void)
{
  g_autoptr(Folder) authored = guidance_trees_copy_sound ();
  g_autoptr(Folder) folder = guidance_trees_make_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  VetoLetterKind *kind;

  guidance_trees_edit (authored, "text/fr/letters.json", NULL,
                       "{ \"letters/note.title\": \"Une note\", \"letters.closing\": \"Bien à vous\" }");
  g_assert_true (veto_authoring_build (authored, folder, NULL, &error));
  set = veto_guide_set_read_folder (folder, "fr", &error);
  g_assert_no_error (error);
  kind = get_note (set);
  g_assert_cmpstr (veto_letter_kind_get_language (kind), ==, "en");
  g_assert_cmpstr (veto_letter_kind_get_title (kind), ==, "A note");
  g_assert_cmpstr (veto_letter_kind_get_words (kind)->closing, ==, "Yours faithfully,");
}

/* A kind may be kept when its set is gone. */
static void
test_outlives_set (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, "de", NULL);
  g_autoptr(VetoLetterKind) kind = g_object_ref (get_note (set));

  g_clear_object (&set);
  g_assert_cmpstr (veto_letter_kind_get_language (kind), ==, "de");
  g_assert_cmpstr (veto_letter_kind_get_title (kind), ==, "Eine Notiz");
}

static void
test_controllers (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, "en", NULL);
  const VetoController *controller = veto_guide_set_find_controller (set, "example-org");

  g_assert_nonnull (controller);
  g_assert_cmpstr (controller->name, ==, "Example Organisation");
  g_assert_cmpstr (controller->address[0], ==, "1 Example Street");
  g_assert_cmpstr (controller->address[1], ==, "Exampletown");
  g_assert_null (controller->address[2]);
  g_assert_cmpstr (controller->services[0], ==, "Example");
  g_assert_null (controller->email);
  g_assert_null (veto_guide_set_find_controller (set, "nobody"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat (samples[i].name, "/in-the-program", NULL);

      g_test_add_data_func (samples[i].name, &samples[i], test_lint);
      if (samples[i].find != NULL)
        g_test_add_data_func (name, &samples[i], test_program);
    }
  g_test_add_func ("/letters/kinds/sound", test_sound);
  g_test_add_func ("/letters/kinds/partial-language", test_partial_language);
  g_test_add_func ("/letters/kinds/outlives-set", test_outlives_set);
  g_test_add_func ("/letters/kinds/controllers", test_controllers);
  return g_test_run ();
}
