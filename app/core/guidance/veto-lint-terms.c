/* Legal terms that nobody explains: every one in a text stands in the glossary.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The glossary says what is explained. What would have to be is here: words that only lawyers use without thinking. A text
 * that has one of them where no form of the glossary stands is refused, so whoever writes of a "tribunal" for the first time
 * either says it in plain words or adds the term. Texts that other people read are left out: letters, postal addresses, and
 * the words of a company's own page. */
#define G_LOG_DOMAIN "veto-authoring"

#include <string.h>

#include "veto-glossary.h"
#include "veto-json.h"
#include "veto-lint.h"
#include "veto-readers.h"

#define PREFIX "glossary/"
#define FORMS ".forms"

/* Whole words, in small and capital letters alike */
static const char english[] =
  "(?<!\\pL)(GDPR|FADP|(Articles?|Art\\.) \\d\\w*|legitimate interests?|compelling|objections?|complaints?|"
  "authorit(?:y|ies)|controllers?|processors?|processing|personal data|injunctions?|tribunals?|Higher "
  "Regional Court|"
  "(?:un)?lawful(?:ly|ness)?|consent(?:s|ed)?|damages|collective actions?|class "
  "actions?|lawsuits?|plaintiffs?|"
  "defendants?|litigation|erasure|data protection officers?|legal basis|privacy polic(?:y|ies)|cease and "
  "desist|"
  "warning "
  "letters?|appeals?|regulations?|directives?|statut\\pL*|jurisdiction|liab\\pL+|pursuant|proceedings|"
  "opinion \\d\\S*|urgent (?:application|request|procedure)s?|omnibus)(?!\\pL)";

static const char german[] =
  "(?<!\\pL)(DSGVO|DSG|(Artikel|Art\\.) \\d\\w*|berechtigte[nsr]? "
  "Interessen?|zwingende?[nrsm]?|Widerspr[uü]ch\\pL*|"
  "Beschwerden?|Beschwerdeverfahren|(?:Datenschutz|Aufsichts)?[Bb]ehörden?|Verantwortliche[rnm]?|"
  "Auftragsverarbeiter\\pL*|"
  "(?:Daten)?[Vv]erarbeitung(?:en)?|personenbezogen\\pL*|Oberlandesgerichte?[sn]?|(?:un)?rechtmäßig\\pL*|"
  "Einwilligung(?:en)?|Schaden[s]?ersatz\\pL*|Sammelklagen?|Verbandsklagen?|Unterlassungsklagen?|Kläger\\pL*|"
  "Löschung|\\pL*[Dd]atenschutzbeauftragte[rn]?|Rechtsgrundlagen?|Datenschutzrichtlinien?|Abmahnung(?:en)?|"
  "Berufung|"
  "Verordnung(?:en)?|Gerichtsbarkeit|Haftung\\pL*|\\pL*[Vv]erfahrens?|Stellungnahmen?|Eilantr[aä]"
  "g\\pL*|"
  "einstweilig\\pL*|Auskunft(?:srecht|sersuchen|sbegehren)?|Rechtsmittel|Omnibus)(?!\\pL)";

static const GRegex *
get_watched (const char *language)
{
  static GRegex *regexes[2];

  if (g_once_init_enter (&regexes[1]))
    {
      regexes[0] = g_regex_new (english, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&regexes[1], g_regex_new (german, G_REGEX_OPTIMIZE, 0, NULL));
    }
  return regexes[g_str_has_prefix (language, "de") ? 1 : 0];
}

void
veto_lint_terms_clear (VetoLintTerms *self)
{
  for (guint i = 0; self->terms != NULL && i < self->terms->len; i++)
    g_strfreev ((GStrv) g_array_index (self->terms, VetoTerm, i).forms);
  g_clear_pointer (&self->terms, g_array_unref);
}

void
veto_lint_terms_read (VetoLintTerms *self, const char *language, const VetoJson *strings)
{
  self->language = language;
  self->terms = g_array_new (FALSE, TRUE, sizeof (VetoTerm));
  for (guint i = 0; strings != NULL && i < strings->n_items; i++)
    {
      const VetoJson *node = &strings->items[i];
      VetoTerm        term = { .id = node->name };

      if (!g_str_has_prefix (node->name, PREFIX) || !g_str_has_suffix (node->name, FORMS))
        continue;
      term.forms = (const char *const *) g_strsplit (node->text, "\n", -1);
      g_array_append_val (self->terms, term);
    }
}

/* Whether a term of the glossary stands, at least in part, where @start to @end is */
static gboolean
is_explained (const GArray *places, int start, int end)
{
  for (guint i = 0; i < places->len; i++)
    {
      const VetoTermPlace *place = &g_array_index (places, VetoTermPlace, i);

      if ((gsize) start < place->start + place->n_bytes && place->start < (gsize) end)
        return TRUE;
    }
  return FALSE;
}

char *
veto_lint_terms_dup_fault (const VetoLintTerms *self, const char *text)
{
  g_autoptr(GMatchInfo) info = NULL;
  g_autoptr(GArray) places = NULL;

  if (strchr (text, '\n') != NULL || !g_regex_match (get_watched (self->language), text, 0, &info))
    return NULL;
  places = veto_glossary_find ((const VetoTerm *) self->terms->data, self->terms->len, text);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (info, 1, &start, &end);
      if (!is_explained (places, start, end))
        return g_strdup_printf ("a legal term that the glossary does not explain: “%.*s”", end - start,
                                text + start);
    }
  return NULL;
}

gboolean
veto_lint_terms_apply_to (const char *key)
{
  return !g_str_has_suffix (key, FORMS) && strstr (key, ".screen.") == NULL
         && veto_lint_get_reading_kind (key) != VETO_READING_LETTER;
}

/* Returns: (transfer full) (nullable): what is wrong with the forms of a term */
char *
veto_lint_dup_forms_fault (const char *key, const char *text)
{
  g_auto(GStrv) forms = NULL;

  if (!g_str_has_prefix (key, PREFIX) || !g_str_has_suffix (key, FORMS))
    return NULL;
  forms = g_strsplit (text, "\n", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      const char *why = veto_reader_check_form (forms[i]);

      if (why != NULL)
        return g_strdup_printf ("%s: “%s”", why, forms[i]);
      if (g_strv_contains ((const char *const *) forms + i + 1, forms[i]))
        return g_strdup_printf ("a form twice: “%s”", forms[i]);
    }
  return NULL;
}
