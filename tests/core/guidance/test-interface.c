/* The lint of the program's own words: each thing it may find, with the place, and what it must let through.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"

#define HEAD "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\n"

#define WORDS_18 "one two three four five six seven eight nine ten one two three four five six seven eight"

typedef struct
{
  const char *name;
  const char *entry;
  const char *fault; /* a part of it, or NULL when there is none */
} Sample;

static const Sample samples[] = {
  { "/interface/fine", "#: app/ui/a.c\nmsgid \"Send it.\"\nmsgstr \"Senden Sie es ab.\"\n", NULL },
  { "/interface/long-english", "#: app/ui/a.c\nmsgid \"" WORDS_18 " nine.\"\nmsgstr \"\"\n",
    "po:6: app/ui/a.c: en: a sentence of 19 words, at most 18: “one two" },
  { "/interface/long-german", "#: app/ui/a.c\nmsgid \"Go.\"\nmsgstr \"\"\n\"" WORDS_18 " \"\n\"neun.\"\n",
    "po:7: app/ui/a.c: de: a sentence of 19 words, at most 18" },
  { "/interface/at-the-ceiling", "#: app/ui/a.c\nmsgid \"" WORDS_18 ".\"\nmsgstr \"\"\n", NULL },
  { "/interface/two-sentences", "#: app/ui/a.c\nmsgid \"" WORDS_18 ". And " WORDS_18 ".\"\nmsgstr \"\"\n",
    "a sentence of 19 words" },
  { "/interface/terminal-may-be-longer", "#: app/ctl/a.c\nmsgid \"" WORDS_18 " nine.\"\nmsgstr \"\"\n",
    NULL },
  { "/interface/window-counts-where-both-say-it",
    "#: app/ctl/a.c app/ui/a.c\nmsgid \"" WORDS_18 " nine.\"\nmsgstr \"\"\n", "at most 18" },
  { "/interface/no-place-is-the-window", "msgid \"" WORDS_18 " nine.\"\nmsgstr \"\"\n", "at most 18" },
  { "/interface/hard-words",
    "#: app/ui/a.c\nmsgid \"Supervisory authorities investigate complaints concerning unlawful data "
    "processing worldwide. It is so and so. It is so and so and so.\"\nmsgstr \"\"\n",
    "en: hard to read: LIX 45, at most 40" },
  { "/interface/passive-chain",
    "#: app/ui/a.c\nmsgid \"The page as it was sent was not kept.\"\nmsgstr \"Gut.\"\n",
    "en: 2 passive forms in a sentence (was sent, was kept), at most 1, so say who does it" },
  { "/interface/german-passive-chain",
    "#: app/ui/a.c\nmsgid \"Go.\"\nmsgstr \"Die Seite wird gelesen, und es wird gesendet.\"\n",
    "de: 2 passive forms in a sentence (gelesen wird, gesendet wird)" },
  { "/interface/legal-term", "#: app/ui/a.c\nmsgid \"The tribunal decides.\"\nmsgstr \"Gut.\"\n",
    "en: a legal term that the glossary does not explain: “tribunal”" },
  { "/interface/german-legal-term", "#: app/ui/a.c\nmsgid \"Go.\"\nmsgstr \"Die Haftung bleibt.\"\n",
    "de: a legal term that the glossary does not explain: “Haftung”" },
  { "/interface/legal-term-explained", "#: app/ui/a.c\nmsgid \"The GDPR.\"\nmsgstr \"Die DSGVO.\"\n", NULL },
  { "/interface/legal-term-of-the-terminal", "#: app/ctl/a.c\nmsgid \"The tribunal decides.\"\nmsgstr \"\"\n",
    NULL },
  { "/interface/plural",
    "#: app/ui/a.c\nmsgid \"Go.\"\nmsgid_plural \"Go.\"\nmsgstr[0] \"Ja.\"\nmsgstr[1] \"" WORDS_18
    " neun.\"\n",
    "po:9: app/ui/a.c: de: a sentence of 19" },
  { "/interface/out-of-use", "#~ msgid \"" WORDS_18 " nine.\"\n#~ msgstr \"\"\n", NULL },
  { "/interface/escapes", "#: app/ui/a.c\nmsgid \"" WORDS_18 "\\nnine \\\"ten\\\".\"\nmsgstr \"\"\n", NULL },
};

static void
test_lint (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_make_folder ();
  g_autofree char *file = g_build_filename (folder, "xx.po", NULL);
  g_autofree char *content = g_strconcat (HEAD, sample->entry, "\nmsgid \"Fine.\"\nmsgstr \"Gut.\"\n", NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  g_assert_true (g_file_set_contents (file, content, -1, NULL));
  complaints = veto_authoring_lint_interface (file, g_getenv ("VETO_TEST_REAL_GUIDANCE"), &error);
  g_assert_no_error (error);
  for (guint i = 0; complaints[i] != NULL; i++)
    g_test_message ("%s", complaints[i]);
  g_assert_cmpuint (g_strv_length (complaints), ==, sample->fault != NULL ? 1 : 0);
  g_assert_true (sample->fault == NULL || strstr (complaints[0], sample->fault) != NULL);
}

/* What is no translation is an error, not "nothing to complain of". */
static void
test_no_translation (void)
{
  g_autoptr(Folder) folder = guidance_trees_make_folder ();
  g_autofree char *file = g_build_filename (folder, "xx.po", NULL);
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) empty = NULL;
  g_autoptr(GError) no_language = NULL;

  g_assert_null (veto_authoring_lint_interface (file, g_getenv ("VETO_TEST_REAL_GUIDANCE"), &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (g_file_set_contents (file, "hello\n", -1, NULL));
  g_assert_null (veto_authoring_lint_interface (file, g_getenv ("VETO_TEST_REAL_GUIDANCE"), &empty));
  g_assert_error (empty, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED);
  g_assert_true (g_file_set_contents (file, "msgid \"Go.\"\nmsgstr \"Los.\"\n", -1, NULL));
  g_assert_null (veto_authoring_lint_interface (file, g_getenv ("VETO_TEST_REAL_GUIDANCE"), &no_language));
  g_assert_error (no_language, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_lint);
  g_test_add_func ("/interface/no-translation", test_no_translation);
  return g_test_run ();
}
