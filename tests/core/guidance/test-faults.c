/* A broken or hostile bundle is refused as a whole, with file, place and reason.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-guide-set.h"

/* One thing is wrong in a sound bundle: @find in @file is now @replace; without @find, @replace is the whole file. */
typedef struct
{
  const char       *name;
  const char       *file;
  const char       *find;
  const char       *replace;
  VetoGuidanceError code;
  const char       *message; /* a part of it */
} Sample;

#define HEAD "guidance.json"
#define EN "text/en.json"
#define DE "text/de.json"
#define MALFORMED VETO_GUIDANCE_ERROR_MALFORMED
#define TOO_NEW VETO_GUIDANCE_ERROR_TOO_NEW
#define TOO_BIG VETO_GUIDANCE_ERROR_TOO_BIG
#define LINK VETO_GUIDANCE_ERROR_LINK
#define MISSING VETO_GUIDANCE_ERROR_MISSING
#define FIRST_LINK "guidance.json: platforms[0].guides[0].steps[0].links[0]: "
#define FORM_LINK "https://www.example.org/object?x=1"
#define STEP "guidance.json: platforms[0].guides[0].steps["

static const Sample samples[] = {
  /* files */
  { "/guidance/faults/no-head", HEAD, NULL, NULL, MISSING, "guidance.json: missing" },
  { "/guidance/faults/no-english", EN, NULL, NULL, MISSING, "text/en.json: missing" },
  { "/guidance/faults/empty-head", HEAD, NULL, "", MALFORMED, "guidance.json: line 1, column 1: empty" },
  { "/guidance/faults/not-json", HEAD, NULL, "hello", MALFORMED, "guidance.json: line 1" },
  { "/guidance/faults/list-as-head", HEAD, NULL, "[]", MALFORMED, "guidance.json: expected an object" },
  { "/guidance/faults/empty-object", HEAD, NULL, "{}", MALFORMED, "guidance.json: format: missing" },
  { "/guidance/faults/null-as-words", EN, NULL, "null", MALFORMED, "text/en.json: expected an object" },
  { "/guidance/faults/byte-order-mark", HEAD, "{\"authorities\"", "\357\273\277{\"authorities\"", MALFORMED,
    "guidance.json: line 1, column 1" },
  { "/guidance/faults/two-documents", HEAD, NULL, "{} {}", MALFORMED, "something after the end" },
  { "/guidance/faults/member-twice", HEAD, "{\"authorities\"", "{\"format\":1,\"authorities\"", MALFORMED,
    "the same member twice" },
  { "/guidance/faults/key-twice", EN, "\"strings\":{", "\"strings\":{\"example.summary\":\"a\",", MALFORMED,
    "text/en.json: line 1" },
  { "/guidance/faults/damaged-german", DE, "\"strings\"", "\"strings", MALFORMED, "text/de.json: line 1" },
  { "/guidance/faults/nul-in-text", EN, "Open the form", "Open\\u0000", MALFORMED, "NUL in a text" },
  { "/guidance/faults/large-integer", HEAD, "\"minutes\":4", "\"minutes\":18446744073709551616", TOO_BIG,
    "integer too large" },

  /* format */
  { "/guidance/faults/newer-format", HEAD, "\"format\":1,\"guides\"", "\"format\":2,\"guides\"", TOO_NEW,
    "guidance.json: platforms[0].format: written for a newer Veto" },
  { "/guidance/faults/newer-head", HEAD, "\"format\":1,\"holidays\"", "\"format\":2,\"holidays\"", TOO_NEW,
    "guidance.json: format: written for a newer Veto" },
  { "/guidance/faults/newer-words", EN, "\"format\":1", "\"format\":2", TOO_NEW,
    "text/en.json: format: written" },
  { "/guidance/faults/format-0", DE, "\"format\":1", "\"format\":0", MALFORMED,
    "text/de.json: format: expected" },
  { "/guidance/faults/format-text", DE, "\"format\":1", "\"format\":\"1\"", MALFORMED,
    "text/de.json: format: expected a whole number" },
  { "/guidance/faults/format-real", DE, "\"format\":1", "\"format\":1.0", MALFORMED,
    "expected a whole number" },
  { "/guidance/faults/other-language", DE, "\"language\":\"de\"", "\"language\":\"fr\"", MALFORMED,
    "text/de.json: language: expected de" },
  { "/guidance/faults/negative-version", HEAD, "\"version\":0", "\"version\":-1", MALFORMED,
    "guidance.json: version: expected 0 to 2147483647" },
  { "/guidance/faults/version-too-large", HEAD, "\"version\":0", "\"version\":2147483648", MALFORMED,
    "guidance.json: version: expected 0 to 2147483647" },

  /* holidays: a rule that is not known would make deadlines too early, so it is refused as well */
  { "/guidance/faults/holiday-rule", HEAD, "\"rule\":\"easter\"", "\"rule\":\"moon\"", MALFORMED,
    "guidance.json: holidays[0].days[1].rule: no such rule: moon" },
  { "/guidance/faults/holiday-month", HEAD, "\"month\":12", "\"month\":0", MALFORMED,
    "guidance.json: holidays[0].days[0].month: expected 1 to 12" },
  { "/guidance/faults/holiday-name", EN, "holidays/ie/prayer.name", "holidays/ie/player.name", MALFORMED,
    "holidays/ie/prayer.name" },
  { "/guidance/faults/holiday-without-days", HEAD, "\"days\":[{\"day\":26", "\"day\":[{\"day\":26", MALFORMED,
    "guidance.json: holidays[0].days: missing" },

  /* types */
  { "/guidance/faults/platforms-object", HEAD, "\"platforms\":[{", "\"platforms\":{},\"x\":[{", MALFORMED,
    "guidance.json: platforms: expected a list" },
  { "/guidance/faults/platform-is-text", HEAD, "\"platforms\":[{", "\"platforms\":[\"a\",{", MALFORMED,
    "guidance.json: platforms[0]: expected an object" },
  { "/guidance/faults/step-is-null", HEAD, "\"steps\":[{\"branches\"", "\"steps\":[null,{\"branches\"",
    MALFORMED, STEP "0]: expected an object" },
  { "/guidance/faults/text-is-number", EN, "\"Open the form\"", "5", MALFORMED,
    "text/en.json: strings.example/form/open-form.title: expected text" },
  { "/guidance/faults/optional-is-text", HEAD, "\"optional\":true", "\"optional\":\"yes\"", MALFORMED,
    STEP "2].optional: expected true or false" },
  { "/guidance/faults/strings-list", EN, "\"strings\":{", "\"strings\":[],\"x\":{", MALFORMED,
    "text/en.json: strings: expected an object" },
  { "/guidance/faults/hosts-list", HEAD, "\"hosts\":{", "\"hosts\":[],\"x\":{", MALFORMED,
    "guidance.json: hosts: expected an object" },
  { "/guidance/faults/no-letters", HEAD, "\"letters\":[", "\"x\":[", MALFORMED,
    "guidance.json: letters: missing" },

  /* ids */
  { "/guidance/faults/id-with-path", HEAD, "\"id\":\"send\"", "\"id\":\"../send\"", MALFORMED,
    STEP "3].id: expected an id" },
  { "/guidance/faults/id-upper-case", HEAD, "\"id\":\"send\"", "\"id\":\"Send\"", MALFORMED,
    STEP "3].id: expected an id" },
  { "/guidance/faults/id-empty", HEAD, "\"id\":\"send\"", "\"id\":\"\"", MALFORMED,
    STEP "3].id: expected an id" },
  { "/guidance/faults/id-missing", HEAD, "\"id\":\"send\",", "", MALFORMED, STEP "3].id: missing" },
  { "/guidance/faults/step-twice", HEAD, "\"id\":\"email\",\"kind\":\"fill\"",
    "\"id\":\"open-form\",\"kind\":\"fill\"", MALFORMED, STEP "1].id: the id open-form twice" },
  { "/guidance/faults/branch-twice", HEAD, "{\"id\":\"not-available\"",
    "{\"id\":\"login-loop\",\"then\":{\"guide\":\"menus\"}},{\"id\":\"not-available\"", MALFORMED,
    "branches[1].id: the id login-loop twice" },
  { "/guidance/faults/fact-twice", HEAD, "\"id\":\"disputed\"", "\"id\":\"future-only\"", MALFORMED,
    "facts[1].id: the id future-only twice" },
  { "/guidance/faults/source-twice", HEAD, "{\"date\":\"2026-07-01\",\"id\":\"example-policy\"",
    "{\"date\":\"2026-07-01\",\"id\":\"example-news\"", MALFORMED, "guidance.json: sources[1].id: the id" },
  { "/guidance/faults/covers-twice", HEAD, "\"covers\":[\"public-posts\",\"comments\"],\"facts\"",
    "\"covers\":[\"public-posts\",\"public-posts\"],\"facts\"", MALFORMED, "covers[1]: twice the same" },

  /* numbers of things */
  { "/guidance/faults/empty-guide", HEAD, "\"steps\":[{\"id\":\"settings\"",
    "\"steps\":[],\"x\":[{\"id\":\"settings\"", MALFORMED, "platforms[0].guides[1].steps: at least 1" },
  { "/guidance/faults/no-source-at-all", HEAD, "\"sources\":[\"example-news\"]", "\"sources\":[]", MALFORMED,
    "sources: at least 1" },
  { "/guidance/faults/no-link-at-all", HEAD,
    "\"links\":[\"" FORM_LINK "\",\"https://help.example.org/privacy/\"]", "\"links\":[]", MALFORMED,
    STEP "0].links: at least 1" },

  /* references */
  { "/guidance/faults/unknown-source", HEAD, "\"sources\":[\"example-news\"]", "\"sources\":[\"rumour\"]",
    MALFORMED, "no such id in sources: rumour" },
  { "/guidance/faults/unknown-controller", HEAD, "\"controller\":\"example-org\"",
    "\"controller\":\"nobody\"", MALFORMED, "controller: no such id in controllers: nobody" },
  { "/guidance/faults/unknown-regime", HEAD, "\"regimes\":[\"gdpr\",\"ch\"],\"sources\"",
    "\"regimes\":[\"gdpr\",\"us\"],\"sources\"", MALFORMED, "no such id in regimes: us" },
  { "/guidance/faults/unknown-proof", HEAD, "\"what\":[\"screenshot\"", "\"what\":[\"video\"", MALFORMED,
    STEP "5].what: no such id in common.keep: video" },
  { "/guidance/faults/unknown-branch", HEAD, "\"branches\":[\"login-loop\"", "\"branches\":[\"somewhere\"",
    MALFORMED, STEP "0].branches: no such branch: somewhere" },
  { "/guidance/faults/branch-to-no-guide", HEAD, "\"guide\":\"menus\"", "\"guide\":\"letter\"", MALFORMED,
    "branches[1].then.guide: no such guide: letter" },
  { "/guidance/faults/branch-to-itself", HEAD, "\"guide\":\"menus\"", "\"guide\":\"form\"", MALFORMED,
    "branches[1].then.guide: leads back to itself: form" },
  { "/guidance/faults/unknown-goal", HEAD, "\"goal\":\"object\"", "\"goal\":\"win\"", MALFORMED,
    "no such goal: win" },
  { "/guidance/faults/unknown-letter", HEAD, "\"where\":[\"web\"]",
    "\"letter\":\"nothing\",\"where\":[\"web\"]", MALFORMED,
    "the guide example/form names a letter that is not there: nothing" },
  { "/guidance/faults/letter-to-nobody", HEAD, "\"where\":[\"web\"]",
    "\"letter_to\":\"nobody\",\"where\":[\"web\"]", MALFORMED,
    "letter_to: no such id in controllers: nobody" },

  /* values */
  { "/guidance/faults/certainty", HEAD, "\"certainty\":\"conflicting\"", "\"certainty\":\"memory\"",
    MALFORMED, "certainty: no such certainty: memory" },
  { "/guidance/faults/no-day", HEAD, "\"as_of\":\"2025-10-07\"", "\"as_of\":\"2025-02-29\"", MALFORMED,
    "as_of: expected a day" },
  { "/guidance/faults/as-of-missing", HEAD, "\"as_of\":\"2025-10-07\",", "", MALFORMED, "as_of: missing" },
  { "/guidance/faults/tried", HEAD, "\"tried\":null", "\"tried\":\"yes\"", MALFORMED,
    "tried: expected a day" },
  { "/guidance/faults/colour", HEAD, "#3366cc", "red", MALFORMED, "colour: expected a colour" },
  { "/guidance/faults/minutes", HEAD, "\"minutes\":4", "\"minutes\":0", MALFORMED, "minutes: expected 1 to" },
  { "/guidance/faults/value", HEAD, "\"account.login\"", "\"account.pin\"", MALFORMED,
    STEP "1].value: no such value" },
  { "/guidance/faults/value-of-profile", HEAD, "\"account.login\"", "\"profile.\"", MALFORMED,
    "no such value: profile." },
  { "/guidance/faults/wait-for", HEAD, "\"for\":\"email\"", "\"for\":\"godot\"", MALFORMED,
    STEP "4].for: nothing to wait for: godot" },
  { "/guidance/faults/wait-for-nothing", HEAD, "\"days\":2,\"for\":\"email\",", "", MALFORMED,
    STEP "4]: a step that waits needs" },
  { "/guidance/faults/row", HEAD, "\"rows\":[\"title\",\"text\"", "\"rows\":[\"title\",\"picture\"",
    MALFORMED, "screen.rows[1]: no such kind of row: picture" },
  { "/guidance/faults/row-stars", HEAD, "\"field*\"", "\"field**\"", MALFORMED,
    "no such kind of row: field**" },
  { "/guidance/faults/two-marks", HEAD, "\"field\",\"field*\"", "\"field*\",\"field*\"", MALFORMED,
    "more than one row is marked" },
  { "/guidance/faults/screen-kind", HEAD, "\"kind\":\"phone\"", "\"kind\":\"watch\"", MALFORMED,
    "no such kind of screen" },

  /* texts */
  { "/guidance/faults/no-such-text", EN, "\"example/form/send.title\":\"Send the form\",", "", MALFORMED,
    "example/form/send.title" },
  { "/guidance/faults/text-not-english", EN, "\"example/form.summary\":\"The right way for most people.\",",
    "", MALFORMED, "text/de.json: strings.example/form.summary: there is no such text in English" },
  { "/guidance/faults/no-title-of-screen", EN, "\"example/form/open-form.screen.0\"", "\"example/x\"",
    MALFORMED, "open-form.screen.0" },
  { "/guidance/faults/empty-text", EN, "\"Send the form\"", "\"\"", MALFORMED, "no words" },
  { "/guidance/faults/bidi-override", DE, "Formular öffnen", "Formular\342\200\256 öffnen", MALFORMED,
    "text/de.json: strings.example/form/open-form.title: a sign that turns the direction of text" },
  { "/guidance/faults/bidi-escaped", EN, "Open the form", "Open \\u202e form", MALFORMED,
    "turns the direction" },
  { "/guidance/faults/isolate", EN, "Open the form", "Open \\u2066 form", MALFORMED, "turns the direction" },
  { "/guidance/faults/zero-width", EN, "Open the form", "Open\\u200bthe form", MALFORMED,
    "a zero width space" },
  { "/guidance/faults/control", EN, "Open the form", "Open\\u001b[31m", MALFORMED, "a control character" },
  { "/guidance/faults/tag-sign", EN, "Open the form", "Open\\udb40\\udc41", MALFORMED, "a tag sign" },
  { "/guidance/faults/placeholder", DE, "{{login}}", "{{iban}}", MALFORMED,
    "a placeholder that does not exist" },
  { "/guidance/faults/name-of-platform", HEAD, "\"name\":\"Example\"", "\"name\":\"Exam\\u202eple\"",
    MALFORMED, "platforms[0].name: a sign that turns" },

  /* links */
  { "/guidance/faults/javascript", HEAD, FORM_LINK, "javascript:alert(1)", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/data", HEAD, FORM_LINK, "data:text/html,hi", LINK, FIRST_LINK "not an address" },
  { "/guidance/faults/file", HEAD, FORM_LINK, "file:///etc/passwd", LINK, FIRST_LINK "not an address" },
  { "/guidance/faults/http", HEAD, FORM_LINK, "http://www.example.org/", LINK, FIRST_LINK "not an address" },
  { "/guidance/faults/userinfo", HEAD, FORM_LINK, "https://www.example.org@evil.org/", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/port", HEAD, FORM_LINK, "https://www.example.org:443/", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/punycode", HEAD, FORM_LINK, "https://xn--exmple-cua.org/", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/cyrillic", HEAD, FORM_LINK, "https://www.ex\320\260mple.org/", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/ip-address", HEAD, FORM_LINK, "https://127.0.0.1/", LINK, FIRST_LINK "not an address" },
  { "/guidance/faults/backslash", HEAD, FORM_LINK, "https://www.example.org\\\\@evil.org/", LINK,
    FIRST_LINK "not an" },
  { "/guidance/faults/trailing-dot", HEAD, FORM_LINK, "https://www.example.org./", LINK,
    FIRST_LINK "not an address" },
  { "/guidance/faults/other-host", HEAD, FORM_LINK, "https://evil.org/", LINK,
    FIRST_LINK "its host is not in hosts" },
  { "/guidance/faults/longer-host", HEAD, FORM_LINK, "https://www.example.org.evil.org/", LINK,
    FIRST_LINK "its host" },
  { "/guidance/faults/sub-host", HEAD, FORM_LINK, "https://l.www.example.org/", LINK,
    FIRST_LINK "its host is not" },
  { "/guidance/faults/link-of-source", HEAD, "https://news.example.org/ai", "https://evil.org/", LINK,
    "guidance.json: sources[0].link: its host" },
  { "/guidance/faults/link-of-controller", HEAD, "\"privacy_form\":\"https://help.example.org/privacy/\"",
    "\"privacy_form\":\"http://help.example.org/\"", LINK,
    "guidance.json: controllers[0].privacy_form: not an" },
  { "/guidance/faults/link-of-authority", HEAD, "https://www.example.org/authority", "https://evil.org/",
    LINK, "guidance.json: authorities[0].website: its host" },
  { "/guidance/faults/host-with-star", HEAD, "\"links\":[\"www.example.org\"", "\"links\":[\"*.example.org\"",
    LINK, "guidance.json: hosts.links[0]: not the plain name of a host" },
  { "/guidance/faults/host-is-address", HEAD, "\"links\":[\"www.example.org\"",
    "\"links\":[\"https://www.example.org\"", LINK,
    "guidance.json: hosts.links[0]: not the plain name of a host" },
};

static void
assert_refused (const char *folder, VetoGuidanceError code, const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, "de", &error);

  g_assert_null (set);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, VETO_GUIDANCE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_fault (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_build_sound ();

  guidance_trees_edit (folder, sample->file, sample->find, sample->replace);
  assert_refused (folder, sample->code, sample->message);
}

/* @n times @item, with its number put in, between commas */
static char *
repeat (const char *item, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) halves = g_strsplit (item, "#", 2);
      g_string_append_printf (text, "%s%s%u%s", i > 0 ? "," : "", halves[0], i, halves[1]);
    }
  return g_string_free (text, FALSE);
}

static void
test_65_steps (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *steps = repeat ("{\"id\":\"s#\",\"kind\":\"do\"}", 65);
  g_autofree char *replace = g_strdup_printf ("\"steps\":[%s],\"x\":[{\"branches\"", steps);

  guidance_trees_edit (folder, HEAD, "\"steps\":[{\"branches\"", replace);
  assert_refused (folder, TOO_BIG, "guides[0].steps: 65 are too many, at most 64");
}

static void
test_64_steps (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autofree char *steps = repeat ("{\"id\":\"s#\",\"kind\":\"do\"}", 64);
  g_autofree char *words = repeat ("\"example/menus/s#.title\":\"Go\"", 64);
  g_autofree char *bodies = repeat ("\"example/menus/s#.body\":\"Go on.\"", 64);
  g_autofree char *structure = g_strdup_printf ("\"steps\":[%s],\"x\":[{\"id\":\"settings\"", steps);
  g_autofree char *strings = g_strdup_printf ("\"strings\":{%s,%s,", words, bodies);
  guint            n;

  guidance_trees_edit (folder, HEAD, "\"steps\":[{\"id\":\"settings\"", structure);
  guidance_trees_edit (folder, EN, "\"strings\":{", strings);
  set = veto_guide_set_read_folder (folder, "de", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (veto_platform_get_guides (veto_guide_set_get_platform (set, 0), &n)[1].n_steps, ==, 64);
}

static void
test_number_of_platforms (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *platforms = repeat ("{\"id\":\"p#\"}", n);
  g_autofree char *replace = g_strdup_printf ("\"platforms\":[%s],\"x\":[", platforms);

  guidance_trees_edit (folder, HEAD, "\"platforms\":[", replace);
  assert_refused (folder, n == 0 ? MALFORMED : TOO_BIG,
                  "guidance.json: platforms: expected 1 to 500 platforms");
}

static void
test_deep (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *deep = g_strnfill (200000, '[');

  guidance_trees_edit (folder, HEAD, NULL, deep);
  assert_refused (folder, TOO_BIG, "guidance.json: line 1, column 25: nested too deeply");
}

/* Many small lists are worse than a long one for whoever compares each with each. */
static void
test_many_branches (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *branches = repeat ("{\"id\":\"b#\",\"then\":{\"guide\":\"menus\"}}", 20000);
  g_autofree char *replace = g_strdup_printf ("\"branches\":[%s],\"x\":[{\"id\":\"login-loop\"", branches);

  guidance_trees_edit (folder, HEAD, "\"branches\":[{\"id\":\"login-loop\"", replace);
  assert_refused (folder, MALFORMED, "no such branch: login-loop");
}

static void
test_truncated (void)
{
  static const char *const files[] = { HEAD, EN, DE };
  g_autoptr(Folder) folder = guidance_trees_build_sound ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *whole = guidance_trees_read (folder, files[i]);

      for (gsize n = strlen (whole) - 1; n > 0; n -= MIN (n, 97))
        {
          g_autofree char *part = g_strndup (whole, n);
          guidance_trees_edit (folder, files[i], NULL, part);
          assert_refused (folder, MALFORMED, files[i]);
        }
      guidance_trees_edit (folder, files[i], NULL, whole);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_fault);
  g_test_add_func ("/guidance/faults/65-steps", test_65_steps);
  g_test_add_func ("/guidance/faults/64-steps-are-fine", test_64_steps);
  g_test_add_data_func ("/guidance/faults/no-platforms", GUINT_TO_POINTER (0), test_number_of_platforms);
  g_test_add_data_func ("/guidance/faults/501-platforms", GUINT_TO_POINTER (501), test_number_of_platforms);
  g_test_add_func ("/guidance/faults/deep", test_deep);
  g_test_add_func ("/guidance/faults/many-branches", test_many_branches);
  g_test_add_func ("/guidance/faults/truncated", test_truncated);
  return g_test_run ();
}
