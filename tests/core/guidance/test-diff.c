/* What differs between two bundles, as the people who agree to it read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"

typedef struct
{
  const char    *name;
  const char    *file;
  const char    *find;
  const char    *replace;
  VetoChangeKind kind;
  const char    *place;
  const char    *before;
  const char    *after;
} Sample;

#define HEAD "guidance.json"
#define LINKS "https://www.example.org/object?x=1 https://help.example.org/privacy/"

static const Sample samples[] = {
  { "/diff/host-new", HEAD, "\"links\":[\"www.example.org\"",
    "\"links\":[\"new.example.org\",\"www.example.org\"", VETO_CHANGE_HOST, "links", NULL,
    "new.example.org" },
  { "/diff/host-of-mail", HEAD, "\"mail\":[\"example.org\"]", "\"mail\":[\"example.com\",\"example.org\"]",
    VETO_CHANGE_HOST, "mail", NULL, "example.com" },
  { "/diff/link-changed", HEAD, "object?x=1", "object?x=2", VETO_CHANGE_LINK, "example/form/open-form", LINKS,
    "https://www.example.org/object?x=2 https://help.example.org/privacy/" },
  { "/diff/link-order", HEAD, "\"https://www.example.org/object?x=1\",\"https://help.example.org/privacy/\"",
    "\"https://help.example.org/privacy/\",\"https://www.example.org/object?x=1\"", VETO_CHANGE_LINK,
    "example/form/open-form", LINKS, "https://help.example.org/privacy/ https://www.example.org/object?x=1" },
  { "/diff/link-of-source", HEAD, "https://news.example.org/ai", "https://news.example.org/x",
    VETO_CHANGE_LINK, "sources/example-news.link", "https://news.example.org/ai",
    "https://news.example.org/x" },
  { "/diff/link-of-controller-gone", HEAD, "\"privacy_form\":\"https://help.example.org/privacy/\"",
    "\"privacy_form\":null", VETO_CHANGE_LINK, "controllers/example-org.privacy_form",
    "https://help.example.org/privacy/", NULL },
  { "/diff/member", HEAD, "\"minutes\":4", "\"minutes\":5", VETO_CHANGE_STRUCTURE, "example.minutes", "4",
    "5" },
  { "/diff/member-new", HEAD, "\"id\":\"send\"", "\"id\":\"send\",\"optional\":true", VETO_CHANGE_STRUCTURE,
    "example/form/send.optional", NULL, "true" },
  { "/diff/member-gone", HEAD, ",\"optional\":true", "", VETO_CHANGE_STRUCTURE,
    "example/form/reason.optional", "true", NULL },
  { "/diff/fact-day", HEAD, "\"as_of\":\"2025-10-07\"", "\"as_of\":\"2025-10-06\"", VETO_CHANGE_STRUCTURE,
    "example.facts.future-only.as_of", "\"2025-10-07\"", "\"2025-10-06\"" },
  { "/diff/step-gone", HEAD, "{\"id\":\"send\",\"kind\":\"do\"},", "", VETO_CHANGE_STRUCTURE,
    "example/form/send", "{\"id\":\"send\",\"kind\":\"do\"}", NULL },
  { "/diff/step-moved", HEAD,
    "{\"id\":\"email\",\"kind\":\"fill\",\"value\":\"account.login\"},"
    "{\"id\":\"reason\",\"kind\":\"copy\",\"optional\":true,\"value\":\"reason\"}",
    "{\"id\":\"reason\",\"kind\":\"copy\",\"optional\":true,\"value\":\"reason\"},"
    "{\"id\":\"email\",\"kind\":\"fill\",\"value\":\"account.login\"}",
    VETO_CHANGE_STRUCTURE, "example/form.steps", "open-form email reason send mail proof",
    "open-form reason email send mail proof" },
  { "/diff/branch-step", HEAD, "\"id\":\"sign-in-first\",\"kind\":\"do\"",
    "\"id\":\"sign-in-first\",\"kind\":\"choose\"", VETO_CHANGE_STRUCTURE,
    "example/form/login-loop/sign-in-first.kind", "\"do\"", "\"choose\"" },
  { "/diff/screen", HEAD, "\"field*\"", "\"area*\"", VETO_CHANGE_STRUCTURE,
    "example/form/open-form.screen.rows", "[\"title\",\"text\",\"field\",\"field*\",\"button\"]",
    "[\"title\",\"text\",\"field\",\"area*\",\"button\"]" },
  { "/diff/common", HEAD, "\"keep\":[\"screenshot\",\"email\"]", "\"keep\":[\"email\",\"screenshot\"]",
    VETO_CHANGE_STRUCTURE, "common.keep", "[\"screenshot\",\"email\"]", "[\"email\",\"screenshot\"]" },
  { "/diff/version", HEAD, "\"version\":0", "\"version\":7", VETO_CHANGE_STRUCTURE, "version", "0", "7" },
  { "/diff/words", "text/de.json", "Formular absenden", "Formular senden", VETO_CHANGE_WORDS,
    "de: example/form/send.title", "Formular absenden", "Formular senden" },
  { "/diff/words-gone", "text/de.json", "\"example/form.summary\":\"Für die meisten der richtige Weg.\",", "",
    VETO_CHANGE_WORDS, "de: example/form.summary", "Für die meisten der richtige Weg.", NULL },
  { "/diff/language-new", "text/fr.json", NULL,
    "{\"format\":1,\"language\":\"fr\",\"strings\":{\"example.summary\":\"Bonjour.\"}}", VETO_CHANGE_WORDS,
    "fr: example.summary", NULL, "Bonjour." },
};

static void
assert_change (const VetoChange *change, const Sample *sample)
{
  g_assert_cmpint (change->kind, ==, sample->kind);
  g_assert_cmpstr (change->place, ==, sample->place);
  g_assert_cmpstr (change->before, ==, sample->before);
  g_assert_cmpstr (change->after, ==, sample->after);
}

static void
test_change (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) before = guidance_trees_build_sound ();
  g_autoptr(Folder) after = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  VetoChange *change;

  guidance_trees_edit (after, sample->file, sample->find, sample->replace);
  changes = veto_authoring_diff (before, after, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    {
      change = changes->pdata[i];
      g_test_message ("%d %s: %s -> %s", change->kind, change->place, change->before, change->after);
    }
  g_assert_cmpuint (changes->len, ==, 1);
  assert_change (changes->pdata[0], sample);
}

static void
test_same (void)
{
  g_autoptr(Folder) before = guidance_trees_build_sound ();
  g_autoptr(Folder) after = guidance_trees_build_sound ();
  g_autoptr(GPtrArray) changes = NULL;

  guidance_trees_edit (after, HEAD, "\"minutes\":4", " \"minutes\" : 4 ");
  changes = veto_authoring_diff (before, after, NULL);
  g_assert_cmpuint (changes->len, ==, 0);
}

/* A new step brings its links; hosts come first, then links, structure, words. */
static void
test_order (void)
{
  g_autoptr(Folder) before = guidance_trees_build_sound ();
  g_autoptr(Folder) after = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  static const Sample expected[] = {
    { .kind = VETO_CHANGE_HOST, .place = "links", .after = "new.example.org" },
    { .kind = VETO_CHANGE_LINK, .place = "example/menus/extra", .after = "https://new.example.org/" },
    { .kind = VETO_CHANGE_STRUCTURE,
      .place = "example/menus/extra",
      .after = "{\"id\":\"extra\",\"kind\":\"open\",\"links\":[\"https://new.example.org/\"]}" },
    { .kind = VETO_CHANGE_WORDS, .place = "en: example/menus/extra.body", .after = "Open it." },
    { .kind = VETO_CHANGE_WORDS, .place = "en: example/menus/extra.title", .after = "Open" },
  };

  guidance_trees_edit (after, HEAD, "\"links\":[\"www.example.org\"",
                       "\"links\":[\"www.example.org\",\"new.example.org\"");
  guidance_trees_edit (after, HEAD, "\"steps\":[{\"id\":\"settings\"",
                       "\"steps\":[{\"id\":\"extra\",\"kind\":\"open\",\"links\":[\"https://new.example.org/"
                       "\"]},"
                       "{\"id\":\"settings\"");
  guidance_trees_edit (after, "text/en.json", "\"strings\":{",
                       "\"strings\":{\"example/menus/extra.title\":\"Open\",\"example/menus/"
                       "extra.body\":\"Open it.\",");
  changes = veto_authoring_diff (before, after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++)
    assert_change (changes->pdata[i], &expected[i]);
}

static void
test_broken (void)
{
  g_autoptr(Folder) before = guidance_trees_build_sound ();
  g_autoptr(Folder) after = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autofree char *expected = NULL;

  guidance_trees_edit (after, "text/de.json", "\"strings\"", "\"string\"");
  g_assert_null (veto_authoring_diff (before, after, &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED);
  expected = g_strdup_printf ("%s: text/de.json: strings: missing", after);
  g_assert_cmpstr (error->message, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_change);
  g_test_add_func ("/diff/same", test_same);
  g_test_add_func ("/diff/order", test_order);
  g_test_add_func ("/diff/broken", test_broken);
  return g_test_run ();
}
