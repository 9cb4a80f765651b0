/* A character for which no font is installed, in words that people know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-config.h"

#include "veto-paper-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (veto-paper-error-quark, veto_paper_error);

typedef struct
{
  GUnicodeScript script;
  const char    *name;
} Script;

/* Scripts in daily use, by the name of the language or people that others know best */
static const Script scripts[] = {
  { G_UNICODE_SCRIPT_ARABIC, N_ ("Arabic letters") },
  { G_UNICODE_SCRIPT_ARMENIAN, N_ ("Armenian letters") },
  { G_UNICODE_SCRIPT_BENGALI, N_ ("Bengali letters") },
  { G_UNICODE_SCRIPT_BOPOMOFO, N_ ("Chinese letters") },
  { G_UNICODE_SCRIPT_CHEROKEE, N_ ("Cherokee letters") },
  { G_UNICODE_SCRIPT_CYRILLIC, N_ ("Cyrillic letters (Russian, Ukrainian)") },
  { G_UNICODE_SCRIPT_DEVANAGARI, N_ ("Devanagari letters (Hindi, Nepali)") },
  { G_UNICODE_SCRIPT_ETHIOPIC, N_ ("Ethiopic letters (Amharic, Tigrinya)") },
  { G_UNICODE_SCRIPT_GEORGIAN, N_ ("Georgian letters") },
  { G_UNICODE_SCRIPT_GREEK, N_ ("Greek letters") },
  { G_UNICODE_SCRIPT_GUJARATI, N_ ("Gujarati letters") },
  { G_UNICODE_SCRIPT_GURMUKHI, N_ ("Punjabi letters") },
  { G_UNICODE_SCRIPT_HAN, N_ ("Chinese letters") },
  { G_UNICODE_SCRIPT_HANGUL, N_ ("Korean letters") },
  { G_UNICODE_SCRIPT_HEBREW, N_ ("Hebrew letters") },
  { G_UNICODE_SCRIPT_HIRAGANA, N_ ("Japanese letters") },
  { G_UNICODE_SCRIPT_KANNADA, N_ ("Kannada letters") },
  { G_UNICODE_SCRIPT_KATAKANA, N_ ("Japanese letters") },
  { G_UNICODE_SCRIPT_KHMER, N_ ("Khmer letters") },
  { G_UNICODE_SCRIPT_LAO, N_ ("Lao letters") },
  { G_UNICODE_SCRIPT_LATIN, N_ ("Latin letters") },
  { G_UNICODE_SCRIPT_MALAYALAM, N_ ("Malayalam letters") },
  { G_UNICODE_SCRIPT_MONGOLIAN, N_ ("Mongolian letters") },
  { G_UNICODE_SCRIPT_MYANMAR, N_ ("Burmese letters") },
  { G_UNICODE_SCRIPT_ORIYA, N_ ("Odia letters") },
  { G_UNICODE_SCRIPT_SINHALA, N_ ("Sinhala letters") },
  { G_UNICODE_SCRIPT_SYRIAC, N_ ("Syriac letters") },
  { G_UNICODE_SCRIPT_TAMIL, N_ ("Tamil letters") },
  { G_UNICODE_SCRIPT_TELUGU, N_ ("Telugu letters") },
  { G_UNICODE_SCRIPT_THAANA, N_ ("Dhivehi letters") },
  { G_UNICODE_SCRIPT_THAI, N_ ("Thai letters") },
  { G_UNICODE_SCRIPT_TIBETAN, N_ ("Tibetan letters") },
  { G_UNICODE_SCRIPT_TIFINAGH, N_ ("Berber letters (Tifinagh)") },
  { G_UNICODE_SCRIPT_YI, N_ ("Yi letters") },
};

static const char *
get_name (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].script == script)
      return _ (scripts[i].name);
  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
    return _ ("this sign or picture");
  return _ ("letters of this rare script");
}

void
veto_paper_set_no_font (gunichar c, GError **error)
{
  char letter[7] = "";

  letter[g_unichar_to_utf8 (c, letter)] = '\0';
  /* Translators: the first %s is a kind of letters after "with" ("Thai letters"), the second one of them, then its number. */
  g_set_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_NO_FONT,
               _ ("This computer has no font with %s: “%s” (U+%04X). Install a font that has them, or write "
                  "it in other letters."),
               get_name (c), letter, c);
}
