/* Guidance that is not as it should be, in a terminal: partly translated, far too long, from right to left, dressed up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"

#define EN "text/en.json"
#define DE "text/de.json"
#define TIMES 20
#define SENTENCE "Press the button at the end."

/* What is changed in the bundle, and what the person gets; each text is nullable. */
typedef struct
{
  const char *name;
  const char *language;
  const char *file;
  const char *from;
  const char *to;
  const char *shown;
  const char *shown_too;
  const char *not_shown;
} Sample;

static const Sample samples[] = {
  { "/bent/language/unknown", "fr", NULL, NULL, NULL, "4. Send the form\n", SENTENCE, "Formular" },
  { "/bent/language/half", "de", DE, "\"example/form/send.title\":\"Formular absenden\",", "",
    "4. Send the form\n", "1. Formular öffnen\n", "4. \n" },
  { "/bent/turned/text", "en", EN, SENTENCE, "לחצו 24 (www.example.org)", "לחצו 24 (www.example.org)",
    "4. Send the form\n", "\uFFFD" },
  { "/bent/turned/source", "en", EN, "Example News", "חדשות 24", "Source: חדשות 24; as of",
    "4. Send the form\n", "\u2068" },
};

static void
test_shown (gconstpointer data)
{
  const Sample *sample = data;
  char         *bundle = make_bundle (sample->file, sample->from, sample->to);
  g_auto(Run) run = run_line ("guide example --lang %s --guidance %s", sample->language, bundle);

  run_assert_code (&run, 0);
  assert_fits_terminal (run.out);
  g_assert_nonnull (strstr (run.out, sample->shown));
  g_assert_nonnull (strstr (run.out, sample->shown_too));
  g_assert_null (strstr (run.out, sample->not_shown));
  fixture_remove (bundle);
}

/* Who asks for a language that is not there gets English, and is told. */
static void
test_no_german (void)
{
  char            *bundle = make_bundle (NULL, NULL, NULL);
  g_autofree char *german = g_build_filename (bundle, DE, NULL);

  g_assert_cmpint (g_unlink (german), ==, 0);
  {
    g_auto(Run) run = run_line ("guide example --lang de --guidance %s", bundle);

    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "4. Send the form\n"));
    g_assert_cmpstr (run.err, ==, "vetoctl: There is no guidance in the language “de”; this is “en”.\n");
  }
  fixture_remove (bundle);
}

/* Each word is there, in lines that fit. */
static void
test_long (void)
{
  g_autoptr(GString) text = g_string_new (SENTENCE);
  char *bundle;
  guint n_found = 0;

  for (guint i = 1; i < TIMES; i++)
    g_string_append (text, " " SENTENCE);
  bundle = make_bundle (EN, SENTENCE, text->str);
  {
    g_auto(Run) run = run_line ("guide example --guidance %s", bundle);

    run_assert_code (&run, 0);
    assert_fits_terminal (run.out);
    for (const char *at = run.out; (at = strstr (at, "button")) != NULL; at++)
      n_found++;
    g_assert_cmpuint (n_found, >=, TIMES);
  }
  fixture_remove (bundle);
}

/* Signs that hide or turn words are refused with their place, and do not reach the terminal with the message. */
static void
test_controls (gconstpointer sign)
{
  g_autofree char *bent = g_strconcat ("Press", sign, " the button at the end.", NULL);
  char            *bundle = make_bundle (EN, SENTENCE, bent);
  g_auto(Run) run = run_line ("guide example --guidance %s", bundle);

  run_assert_code (&run, 1);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, EN ": strings.example/form/send.body: "));
  g_assert_null (strstr (run.err, sign));
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_shown);
  g_test_add_func ("/bent/language/none", test_no_german);
  g_test_add_func ("/bent/long", test_long);
  g_test_add_data_func ("/bent/controls/zero-width", "\u200B", test_controls);
  g_test_add_data_func ("/bent/controls/override", "\u202E", test_controls);
  g_test_add_data_func ("/bent/controls/isolate", "\u2067", test_controls);
  return ctl_test_run ();
}
