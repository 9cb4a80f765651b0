/* Every fault that an author can make is complained of, with file and place; a sound tree is not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"

/* @find in @file is now @replace; without @find, @replace is a whole new file; without either the file is gone. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *complaint; /* a part of it */
} Sample;

#define HEX_64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define LOOKED(fingerprint, more) "\"fingerprint\": \"" fingerprint "\", \"checked\": \"2026-11-01\", " more
#define PLATFORM "platforms/example.json"
#define EN "text/en/example.json"
#define DE "text/de/example.json"
#define EN_COMMON "text/en/common.json"
#define DAYS "holidays.json: [0].days["
#define STEP PLATFORM ": guides[0].steps["

static const Sample samples[] = {
  /* what has to be sent again */
  { "/lint/redo-without-words", PLATFORM, "\"id\": \"form\",",
    "\"id\": \"form\", \"redo_from\": \"2025-06-01\",", EN ": example/form.redo: missing" },
  { "/lint/redo-no-day", PLATFORM, "\"id\": \"form\",", "\"id\": \"form\", \"redo_from\": \"2025-06-31\",",
    PLATFORM ": guides[0].redo_from: " },
  { "/lint/redo-still-to-come", PLATFORM, "\"id\": \"form\",",
    "\"id\": \"form\", \"redo_from\": \"2099-01-01\",",
    PLATFORM ": guides[0].redo_from: later than \"as_of\"" },
  { "/lint/redo-words-alone", EN,
    "\"example/form.title\":", "\"example/form.redo\": \"Once more.\", \"example/form.title\":",
    EN ": example/form.redo: nothing uses this text" },
  /* words */
  { "/lint/english-missing", EN, "\"example/form/send.title\": \"Send the form\",", "",
    EN ": example/form/send.title: missing" },
  { "/lint/german-missing", DE, "\"example/form/send.body\": \"Drücken Sie den Knopf am Ende.\",", "",
    DE ": example/form/send.body: missing" },
  { "/lint/german-common-missing", "text/de/common.json", "\"covers/comments.name\": \"Kommentare\",", "",
    "text/de/common.json: covers/comments.name: missing" },
  { "/lint/german-lacks-optional", DE, "\"example/form.summary\": \"Für die meisten der richtige Weg.\",", "",
    DE ": example/form.summary: missing" },
  { "/lint/english-lacks-optional", EN,
    "\"example/form/open-form.why\": \"Article 21 gives you this right.\",", "",
    EN ": example/form/open-form.why: missing" },
  { "/lint/other-language-has-more", "text/fr/example.json", NULL,
    "{ \"example/form/send.why\": \"Parce que.\" }", EN ": example/form/send.why: missing" },
  { "/lint/no-german", "text/de", NULL, NULL, "text/de: missing" },
  { "/lint/no-words", "text", NULL, NULL, "text/en: missing" },
  { "/lint/unused-text", EN, "{", "{ \"example/form/post.title\": \"Post it\",",
    EN ": example/form/post.title: nothing uses this text" },
  { "/lint/unused-text-of-language", "text/fr/x.json", NULL, "{ \"example.sumary\": \"Bonjour\" }",
    "text/fr/x.json: example.sumary: nothing uses this text" },
  { "/lint/key-in-two-files", EN_COMMON, "{", "{ \"example.summary\": \"Again.\",",
    EN ": example.summary: also in " EN_COMMON },
  { "/lint/key-twice-in-file", EN, "{", "{ \"example.summary\": \"Again.\",", EN ": line" },
  { "/lint/text-is-number", EN, "\"Send the form\"", "1", EN ": example/form/send.title: expected text" },
  { "/lint/words-as-list", EN, NULL, "[]", EN ": expected an object" },
  { "/lint/not-a-language", "text/deutsch/a.json", NULL, "{}",
    "text/deutsch: expected a folder named after" },
  { "/lint/placeholder", DE, "{{login}}", "{{Login}}",
    DE ": example/form/email.body: no such placeholder: {{Login}}" },
  { "/lint/placeholder-open", EN, "{{login}}", "{{login",
    EN ": example/form/email.body: no such placeholder" },
  { "/lint/bidi", EN, "Send the form", "Send\\u202e", EN ": example/form/send.title: a sign that turns" },
  { "/lint/empty-text", EN, "Send the form", "", EN ": example/form/send.title: no words" },
  { "/lint/long-title", EN, "Send the form", "Send the form with the large blue button at end",
    EN ": example/form/send.title: 47 characters, at most 45" },
  { "/lint/long-body", EN, "Press the button at the end.", "One. Two! Three? Four.",
    EN ": example/form/send.body: 4 sentences, at most 3" },
  { "/lint/long-sentence", EN, "Press the button at the end.",
    "Press the button that you see at the very end of the page below the large empty field.",
    EN ": example/form/send.body: a sentence of 18 words, at most 16: “Press the button that you see at the "
       "…”" },
  { "/lint/hard-text", DE, "Drücken Sie den Knopf am Ende.",
    "Bestätigen Sie Ihre Widerspruchserklärung gegenüber der Datenschutzabteilung. Bewahren Sie anschließend "
    "sämtliche Eingangsbestätigungen dauerhaft auf, einschließlich aller Zusatzinformationen. Danach folgt "
    "nichts.",
    DE ": example/form/send.body: hard to read: LIX" },
  { "/lint/markup", EN, "Press the button", "Press <b>the</b> button",
    EN ": example/form/send.body: markup" },
  { "/lint/entity", EN, "Press the button", "Press &amp; hold", EN ": example/form/send.body: markup" },
  { "/lint/address", EN, "Press the button", "Go to https://www.example.org",
    EN ": example/form/send.body: an address" },
  { "/lint/address-http", DE, "Drücken Sie", "Siehe HTTP://example.org",
    DE ": example/form/send.body: an address" },

  /* claims */
  { "/lint/checked-in-step", EN, "Press the button", "We checked: press it",
    EN ": example/form/send.body: says that" },
  { "/lint/checked-in-guide", EN, "The right way for", "Checked by us; for",
    EN ": example/form.summary: says that" },
  { "/lint/checked-in-fact", EN, "is lawful is", "was checked and is",
    EN ": example.facts.disputed: says that" },
  { "/lint/checked-in-row", EN, "\"Send\"", "\"Checked\"",
    EN ": example/form/open-form.screen.4: says that" },
  { "/lint/checked-in-question", EN, "The form is not", "I checked: it is not",
    EN ": example/form/not-available.question" },
  { "/lint/checked-in-german", DE, "Drücken Sie", "Von uns geprüft: drücken Sie",
    DE ": example/form/send.body: says that" },
  { "/lint/checked-when-not-tried", PLATFORM, "\"tried\": \"2026-08-01\"", "\"tried\": null",
    EN ": example/menus/settings.body: says that somebody checked it" },
  { "/lint/tried-no-day", PLATFORM, "\"2026-08-01\"", "\"last week\"",
    PLATFORM ": guides[1].tried: expected a day" },
  { "/lint/as-of-too-new", PLATFORM, "\"as_of\": \"2025-10-07\"", "\"as_of\": \"2025-10-08\"",
    PLATFORM ": facts[0].as_of: the newest of its sources is of 2025-10-07" },
  { "/lint/as-of-too-old", PLATFORM, "\"as_of\": \"2026-07-01\",\n      \"tried\": null",
    "\"as_of\": \"2025-10-07\",\n      \"tried\": null",
    PLATFORM ": guides[0].as_of: the newest of its sources is of 2026-07-01" },
  { "/lint/fact-without-source", PLATFORM, "\"as_of\": \"2025-10-07\", \"sources\": [\"example-news\"]",
    "\"as_of\": \"2025-10-07\", \"sources\": []", PLATFORM ": facts[0].sources: at least 1" },
  { "/lint/fact-without-day", PLATFORM, "\"as_of\": \"2025-10-07\", ", "",
    PLATFORM ": facts[0].as_of: missing" },
  { "/lint/history-without-day", PLATFORM, "\"date\": \"2025-05-27\", ", "",
    PLATFORM ": history[0].date: missing" },
  { "/lint/history-without-source", PLATFORM, "\"primary\", \"sources\": [\"example-policy\"] }",
    "\"primary\" }", PLATFORM ": history[0].sources: missing" },
  { "/lint/guide-without-source", PLATFORM, "\"sources\": [\"example-policy\"],\n", "",
    PLATFORM ": guides[1].sources: missing" },
  { "/lint/guide-without-day", PLATFORM, "\"as_of\": \"2026-07-01\",\n", "",
    PLATFORM ": guides[0].as_of: missing" },
  { "/lint/certainty", PLATFORM, "\"conflicting\"", "\"memory\"",
    PLATFORM ": facts[1].certainty: no such certainty: memory" },

  /* structure */
  { "/lint/unknown-member", PLATFORM, "\"optional\": true", "\"optionel\": true",
    STEP "2].optionel: no such member here" },
  { "/lint/unknown-member-of-platform", PLATFORM, "\"minutes\": 4", "\"minutes\": 4, \"hours\": 0",
    PLATFORM ": hours: no such member here" },
  { "/lint/unknown-member-of-source", "sources.json", "\"link\": null", "\"link\": null, \"url\": null",
    "sources.json: [1].url: no such member here" },
  { "/lint/unknown-member-of-hosts", "hosts.json", "\"mail\"", "\"mails\"",
    "hosts.json: mails: no such member here" },
  { "/lint/member-of-other-kind", PLATFORM, "\"kind\": \"do\" }", "\"kind\": \"do\", \"value\": \"reason\" }",
    STEP "3].value: no such member here" },
  { "/lint/unknown-kind", PLATFORM, "\"kind\": \"open\"", "\"kind\": \"opne\"",
    STEP "0].kind: no such kind: opne" },
  { "/lint/unknown-row", PLATFORM, "\"field\", ", "\"feild\", ",
    STEP "0].screen.rows[2]: no such kind of row: feild" },
  { "/lint/unknown-screen", PLATFORM, "\"phone\"", "\"fone\"",
    PLATFORM ": guides[1].steps[0].screen.kind: no such kind" },
  { "/lint/title-row-without-words", PLATFORM, "[\"title\", \"text\", ", "[\"title\", \"title\", ",
    EN ": example/form/open-form.screen.1: missing" },
  { "/lint/unreachable-branch", PLATFORM, "[\"login-loop\", \"not-available\"]", "[\"not-available\"]",
    PLATFORM ": guides[0].branches[0]: no step names the branch login-loop" },
  { "/lint/branch-names-itself", PLATFORM, "\"sign-in-first\", \"kind\": \"do\"",
    "\"sign-in-first\", \"kind\": \"do\", \"branches\": [\"login-loop\"]",
    PLATFORM ": guides[0].branches[0].then.steps[0].branches: leads back to itself: login-loop" },
  { "/lint/branch-to-no-guide", PLATFORM, "\"guide\": \"menus\"", "\"guide\": \"menu\"",
    PLATFORM ": guides[0].branches[1].then.guide: no such guide: menu" },
  { "/lint/branch-to-own-guide", PLATFORM, "\"guide\": \"menus\"", "\"guide\": \"form\"",
    PLATFORM ": guides[0].branches[1].then.guide: leads back to itself: form" },
  { "/lint/branch-to-nothing", PLATFORM, "{ \"guide\": \"menus\" }", "{}",
    "branches[1].then: expected \"steps\" or" },
  { "/lint/file-name", PLATFORM, "\"id\": \"example\"", "\"id\": \"exemple\"",
    PLATFORM ": id: exemple, but the file says example" },
  { "/lint/reserved-name", "platforms/common.json", NULL, "{}",
    "platforms/common.json: the keys of other words" },
  { "/lint/newer-format", PLATFORM, "\"format\": 1", "\"format\": 2",
    PLATFORM ": format: written for a newer Veto" },

  /* links and ids of other files */
  { "/lint/host-not-listed", PLATFORM, "https://www.example.org/", "https://forms.example.org/",
    STEP "0].links[0]: its host is not in hosts" },
  { "/lint/link-http", PLATFORM, "https://www.example.org/", "http://www.example.org/",
    STEP "0].links[0]: not an address" },
  { "/lint/host-unused", "hosts.json", "\"www.example.org\"", "\"www.example.org\", \"old.example.org\"",
    "hosts.json: links: nothing uses old.example.org" },
  { "/lint/covers-unused", "common.json", "\"comments\"", "\"comments\", \"photos\"",
    "common.json: covers: nothing uses photos" },
  { "/lint/covers-unknown", "common.json", "\"comments\", ", "",
    PLATFORM ": covers: no such id in common.covers: comments" },
  { "/lint/keep-unused", "common.json", "[\"screenshot\"", "[\"photo\", \"screenshot\"",
    "common.json: keep: nothing uses photo" },
  { "/lint/keep-unknown", PLATFORM, "\"what\": [\"screenshot\"", "\"what\": [\"picture\"",
    STEP "5].what: no such id in common.keep: picture" },
  { "/lint/where-unused", "common.json", "\"app\"]", "\"app\", \"tv\"]",
    "common.json: where: nothing uses tv" },
  { "/lint/where-unknown", PLATFORM, "\"app\"]", "\"ap\"]",
    PLATFORM ": guides[1].where: no such id in common.where: ap" },
  { "/lint/needs-unused", "common.json", "[\"account\"]", "[\"account\", \"phone\"]",
    "common.json: needs: nothing uses phone" },
  { "/lint/needs-unknown", PLATFORM, "\"needs\": [\"account\"]", "\"needs\": [\"acount\"]",
    "no such id in common.needs: acount" },
  { "/lint/category-unused", "common.json", "[\"social\"]", "[\"social\", \"video\"]",
    "common.json: categories: nothing uses video" },
  { "/lint/category-unknown", PLATFORM, "\"category\": \"social\"", "\"category\": \"socail\"",
    PLATFORM ": category: no such id in common.categories: socail" },
  { "/lint/regime-unused", "regimes.json", "{ \"id\": \"ch\" }", "{ \"id\": \"ch\" }, { \"id\": \"uk\" }",
    "regimes.json: nothing uses uk" },
  { "/lint/regime-without-name", "text/de/common.json", "\"regimes/ch.name\": \"Schweiz\",", "",
    "text/de/common.json: regimes/ch.name: missing" },
  { "/lint/topic-unknown", PLATFORM, "\"topic\": \"law\"", "\"topic\": \"weather\"",
    PLATFORM ": facts[1].topic: no such topic: weather" },
  { "/lint/regime-unknown", "regimes.json", ", { \"id\": \"ch\" }", "",
    PLATFORM ": guides[0].regimes: no such id in regimes: ch" },
  { "/lint/source-unused", "sources.json", "[",
    "[ { \"id\": \"old\", \"date\": \"2020-01-01\", \"link\": null },", "sources.json: nothing uses old" },
  { "/lint/source-unknown", PLATFORM, "[\"example-news\"]", "[\"example-gnus\"]",
    "no such id in sources: example-gnus" },
  { "/lint/source-fingerprint", "sources.json", "\"link\": \"https", LOOKED ("A1b2", "") "\"link\": \"https",
    "sources.json: [0].fingerprint: expected 64 small hex digits" },
  { "/lint/source-lines", "sources.json", "\"link\": \"https",
    LOOKED (HEX_64, "\"lines\": \"0a0b0\", ") "\"link\": \"https",
    "sources.json: [0].lines: expected six small hex digits for each line" },
  { "/lint/source-lines-without-text", "sources.json", "\"link\": \"https",
    "\"lines\": \"0a0b0c\", \"link\": \"https", "sources.json: [0].lines: of a text without a fingerprint" },
  { "/lint/source-fingerprint-without-day", "sources.json", "\"link\": \"https",
    "\"fingerprint\": \"" HEX_64 "\", \"link\": \"https",
    "sources.json: [0].checked: missing: the day of the fingerprint" },
  { "/lint/source-changed-before", "sources.json", "\"link\": \"https",
    LOOKED (HEX_64, "\"changed\": \"2026-10-31\", ") "\"link\": \"https",
    "sources.json: [0].changed: before the day of the fingerprint" },
  { "/lint/source-changed-day", "sources.json", "\"link\": \"https",
    LOOKED (HEX_64, "\"changed\": \"20 November\", ") "\"link\": \"https",
    "sources.json: [0].changed: expected a day" },
  { "/lint/source-looked-at-nothing", "sources.json", "\"link\": null",
    "\"checked\": \"2026-11-01\", \"link\": null",
    "sources.json: [1].link: none, but somebody looked at the page" },
  { "/lint/source-without-day", "sources.json", "\"date\": \"2026-07-01\", ", "",
    "sources.json: [1].date: missing" },
  { "/lint/controller-unknown", "controllers.json", "\"id\": \"example-org\"", "\"id\": \"example-com\"",
    PLATFORM ": controller: no such id in controllers: example-org" },
  { "/lint/controller-mail", "controllers.json", "\"id\": \"example-org\"",
    "\"id\": \"example-org\", \"mail\": [\"example.com\"]",
    "controllers.json: [0].mail[0]: it is not in hosts.mail" },
  { "/lint/controller-link", "controllers.json", "https://help.example.org/privacy/",
    "http://help.example.org/", "controllers.json: [0].privacy_form: not an address" },
  { "/lint/authority-unknown", "controllers.json", "\"example-authority\"", "\"ie\"",
    "controllers.json: [0].lead_authority: no such id in authorities: ie" },

  /* files */
  { "/lint/file-missing", "hosts.json", NULL, NULL, "hosts.json: missing" },
  { "/lint/file-of-other-shape", "sources.json", NULL, "{}", "sources.json: expected a list" },
  { "/lint/file-not-json", "common.json", NULL, "{ covers: [] }", "common.json: line 1" },
  { "/lint/file-unknown", "source.json", NULL, "[]", "source.json: no such file in guidance" },
  { "/lint/no-platform", PLATFORM, NULL, NULL, "platforms.json: expected 1 to 500 platforms" },

  /* holidays */
  { "/lint/holidays/other-shape", "holidays.json", NULL, "[ { \"day\": \"2026-12-25\" } ]",
    "holidays.json: [0].id: missing" },
  { "/lint/holidays/no-country", "holidays.json", "\"id\": \"ie\"", "\"id\": \"ireland\"",
    "holidays.json: [0].id: expected the two letters of a country" },
  { "/lint/holidays/no-source", "holidays.json", "[\"example-news\"]", "[]",
    "holidays.json: [0].sources: at least 1 must be there" },
  { "/lint/holidays/no-certainty", "holidays.json", "\"certainty\": \"reported\", ", "",
    "holidays.json: [0].certainty: missing" },
  { "/lint/holidays/rule-unknown", "holidays.json", "\"rule\": \"easter\"", "\"rule\": \"full-moon\"",
    DAYS "1].rule: no such rule: full-moon" },
  { "/lint/holidays/easter-too-late", "holidays.json", "\"days\": 1,", "\"days\": 71,",
    DAYS "1].days: expected -60 to 70" },
  { "/lint/holidays/easter-too-early", "holidays.json", "\"days\": 1,", "\"days\": -61,",
    DAYS "1].days: expected -60 to 70" },
  { "/lint/holidays/leap-day", "holidays.json", "\"month\": 12, \"day\": 26", "\"month\": 2, \"day\": 29",
    DAYS "0].day: not every year has that day" },
  { "/lint/holidays/month-13", "holidays.json", "\"month\": 12", "\"month\": 13",
    DAYS "0].month: expected 1 to 12" },
  { "/lint/holidays/substitute-unknown", "holidays.json", "\"working-day\"", "\"monday\"",
    DAYS "0].substitute: no such substitute: monday" },
  { "/lint/holidays/until-before-from", "holidays.json", "\"until\": 2100", "\"until\": 1980",
    DAYS "0].until: before its first year" },
  { "/lint/holidays/weekday-unknown", "holidays.json", "\"monday\"", "\"moonday\"",
    DAYS "2].weekday: no such weekday: moonday" },
  { "/lint/holidays/fifth", "holidays.json", "\"nth\": 1", "\"nth\": 5", DAYS "2].nth: expected -1 to 4" },
  { "/lint/holidays/zeroth", "holidays.json", "\"nth\": 1", "\"nth\": 0", DAYS "2].nth: expected 1 to 4" },
  { "/lint/holidays/unless-unknown", "holidays.json", "\"friday\"", "\"freeday\"",
    DAYS "2].unless.weekday: no such weekday: freeday" },
  { "/lint/holidays/region-no-code", "holidays.json", "\"N\"", "\"north\"",
    DAYS "1].regions[0]: expected the code of a region, such as BW: north" },
  { "/lint/holidays/no-day", "holidays.json", "\"2026-03-18\"", "\"2026-02-30\"",
    DAYS "4].dates[0]: expected a day" },
  { "/lint/holidays/member-of-other-rule", "holidays.json", "\"rule\": \"easter\"",
    "\"rule\": \"easter\", \"month\": 4", DAYS "1].month: no such member here" },
  { "/lint/holidays/twice", "holidays.json", "\"id\": \"prayer\"", "\"id\": \"spring\"",
    DAYS "3].id: the id spring twice" },
  { "/lint/holidays/no-english", "text/en/common.json", "holidays/ie/spring.name", "holidays/ie/sprung.name",
    "text/en/common.json: holidays/ie/spring.name: missing" },
  { "/lint/holidays/no-german", "text/de/common.json", "holidays/ie/spring.name", "holidays/ie/sprung.name",
    "text/de/common.json: holidays/ie/spring.name: missing" },
};

static char **
lint (const char *folder)
{
  g_autoptr(GError) error = NULL;
  char **complaints = veto_authoring_lint (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; complaints[i] != NULL; i++)
    g_test_message ("%s", complaints[i]);
  return complaints;
}

static void
test_fault (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (folder, sample->file, sample->find, sample->replace);
  complaints = lint (folder);
  g_assert_true (guidance_trees_any_contains (complaints, sample->complaint));
}

static void
test_sound (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (folder, "text/fr/example.json", NULL,
                       "{ \"example.summary\": \"Bonjour.\" }"); /* partial */
  guidance_trees_edit (folder, "README.md", NULL, "For people who write guidance.");
  guidance_trees_edit (folder, "platforms/.example.json.swp", NULL, "an editor's");
  complaints = lint (folder);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
}

/* Everything at once: each fault is heard of, and one does not bring others with it. */
static void
test_all_complaints (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_auto(GStrv) complaints = NULL;

  guidance_trees_edit (folder, PLATFORM, "#3366cc", "blue");
  guidance_trees_edit (folder, PLATFORM, "\"kind\": \"fill\"", "\"kind\": \"full\"");
  guidance_trees_edit (folder, PLATFORM, "\"for\": \"email\"", "\"for\": \"mail\"");
  guidance_trees_edit (folder, EN, "\"Send the form\"", "\"Send it to http://example.org\"");
  guidance_trees_edit (folder, "sources.json", "\"date\": \"2025-10-07\"", "\"date\": \"2025-13-07\"");
  complaints = lint (folder);
  g_assert_true (guidance_trees_any_contains (complaints, PLATFORM ": colour: expected a colour"));
  g_assert_true (guidance_trees_any_contains (complaints, STEP "1].kind: no such kind: full"));
  g_assert_true (guidance_trees_any_contains (complaints, STEP "4].for: nothing to wait for: mail"));
  g_assert_true (guidance_trees_any_contains (complaints, EN ": example/form/send.title: an address"));
  g_assert_true (guidance_trees_any_contains (complaints, "sources.json: [0].date: expected a day"));
  g_assert_cmpuint (g_strv_length (complaints), ==, 5);
}

static void
test_no_folder (void)
{
  g_autoptr(Folder) folder = guidance_trees_make_folder ();
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_authoring_lint (nowhere, &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
}

/* An endless list of faults ends. */
static void
test_many_complaints (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_autoptr(GString) words = g_string_new ("{ \"x\": \"x\"");
  g_auto(GStrv) complaints = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (words, ", \"x%u\": \"x\"", i);
  g_string_append (words, " }");
  guidance_trees_edit (folder, "text/en/x.json", NULL, words->str);
  complaints = veto_authoring_lint (folder, NULL);
  g_assert_cmpuint (g_strv_length (complaints), ==, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/sound", test_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_fault);
  g_test_add_func ("/lint/all-complaints", test_all_complaints);
  g_test_add_func ("/lint/no-folder", test_no_folder);
  g_test_add_func ("/lint/many-complaints", test_many_complaints);
  return g_test_run ();
}
