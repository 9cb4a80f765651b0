/* How guidance is worded: short, plain, and claiming nothing that nobody did.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include <string.h>

#include "veto-lint.h"

#define MAX_TITLE_CHARACTERS 45
#define MAX_SENTENCES 3
#define MAX_ORDINAL_DIGITS 2 /* "27. Mai" is a day, "in 2025. Then" an end */

/* Whether the full stop at @at stands behind a day ("27. Mai") or a single letter ("z. B. Apps") */
static gboolean
is_part_of_sentence (const char *text, const char *at)
{
  const char *first = at;
  gsize       n_digits;

  while (first > text && !g_ascii_isspace (first[-1]) && first[-1] != '.')
    first--;
  n_digits = strspn (first, "0123456789");
  if (n_digits > 0 && first + n_digits == at)
    return n_digits <= MAX_ORDINAL_DIGITS;
  return at - first == 1 && g_ascii_isalpha (*first);
}

/* Whether a sentence ends with the mark at @at: what follows is the end, a new line, or a space and a large letter */
static gboolean
ends_sentence (const char *text, const char *at)
{
  const char *next = at + 1;
  gunichar    c;

  if (*at == '.' && is_part_of_sentence (text, at))
    return at[1] == '\0';
  while (*next != '\0' && (strchr ("\")'", *next) != NULL))
    next++;
  for (c = g_utf8_get_char (next); c == 0x201C || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0xAB;
       c = g_utf8_get_char (next))
    next = g_utf8_next_char (next);
  if (*next == '\0' || *next == '\n')
    return TRUE;
  if (*next != ' ')
    return FALSE;
  c = g_utf8_get_char (next + strspn (next, " "));
  return !g_unichar_islower (c) && !g_unichar_isdigit (c);
}

static guint
count_sentences (const char *text)
{
  guint    n = 0;
  gboolean open = FALSE; /* words since the last end */

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '\n' || (strchr (".!?", *at) != NULL && ends_sentence (text, at)))
      {
        n += open ? 1 : 0;
        open = FALSE;
      }
    else if (g_unichar_isalnum (g_utf8_get_char (at)))
      open = TRUE;
  return n + (open ? 1 : 0);
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
