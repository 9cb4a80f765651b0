/* How guidance is worded: short, plain, and claiming nothing that nobody did.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-lint.h"
#include "veto-sentences.h"

#define MAX_TITLE_CHARACTERS 45
#define MAX_SENTENCES 3

static guint
count_sentences (const char *text)
{
  guint n = 0;

  while (veto_sentences_next (&text, NULL, NULL))
    n++;
  return n;
}

static const char *
find_markup (const char *text)
{
  if (g_regex_match_simple ("</?[a-z!]|&(#[0-9x]|[a-z]+;)|\\*\\*|\\]\\(|__[a-z]", text, G_REGEX_CASELESS, 0))
    return "markup; texts are plain";
  if (g_regex_match_simple ("https?://", text, G_REGEX_CASELESS, 0))
    return "an address; addresses stand in links";
  return NULL;
}

/* Nobody is told that a thing was checked unless somebody did it by hand. */
static gboolean
says_checked (const char *text)
{
  return g_regex_match_simple ("(?<!\\pL)(checked(?!\\pL)|geprüft)", text, G_REGEX_CASELESS, 0);
}

char *
veto_lint_dup_style_fault (const char *text, VetoWordRules rules)
{
  const char *markup = find_markup (text);
  glong       n_characters = g_utf8_strlen (text, -1);
  guint       n_sentences = count_sentences (text);

  if (markup != NULL)
    return g_strdup (markup);
  if ((rules & VETO_WORDS_TITLE) != 0 && n_characters > MAX_TITLE_CHARACTERS)
    return g_strdup_printf ("%ld characters, at most %d", n_characters, MAX_TITLE_CHARACTERS);
  if ((rules & VETO_WORDS_LINE) != 0 && strchr (text, '\n') != NULL)
    return g_strdup ("more than one line");
  if ((rules & VETO_WORDS_BODY) != 0 && n_sentences > MAX_SENTENCES)
    return g_strdup_printf ("%u sentences, at most %d", n_sentences, MAX_SENTENCES);
  if ((rules & VETO_WORDS_UNTRIED) != 0 && says_checked (text))
    return g_strdup ("says that somebody checked it, but nobody has tried it");
  return NULL;
}
