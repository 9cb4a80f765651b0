/* How hard a step is to read as a whole: a score for each, because a short body alone has none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include <string.h>

#include "veto-json.h"
#include "veto-lint.h"

#define BODY ".body"

char *
veto_lint_dup_step (const char *key)
{
  const char *slash = strchr (key, '/');

  /* "facebook/form.title" is a guide's, "facebook/form/send.title" a step's; only steps have a body */
  if (veto_reader_is_letter_key (key) || !g_str_has_suffix (key, BODY) || slash == NULL
      || strchr (slash + 1, '/') == NULL)
    return NULL;
  return g_strndup (key, strlen (key) - strlen (BODY));
}

char *
veto_lint_dup_step_text (const VetoJson *strings, const char *path)
{
  static const char *const fields[] = { ".title", BODY, ".why" };
  GString                 *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strconcat (path, fields[i], NULL);
      const VetoJson  *node = veto_json_find (strings, key);

      /* A text of several lines is a postal address: nobody words it. */
      if (node != NULL && node->kind == VETO_JSON_TEXT && strchr (node->text, '\n') == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                node->text); /* a line ends a sentence */
    }
  return g_string_free (text, FALSE);
}

char *
veto_lint_dup_step_fault (const char *language, const VetoJson *strings, const char *path)
{
  const VetoReadingCeiling *ceiling = veto_lint_get_reading_ceiling (language, VETO_READING_STEP);
  g_autofree char          *text = veto_lint_dup_step_text (strings, path);
  VetoReading               reading;

  veto_reading_count (text, &reading);
  if (reading.n_words < VETO_READING_MIN_WORDS || veto_reading_get_lix (&reading) <= ceiling->max_lix)
    return NULL; /* sentences have ceilings of their own, by what they are for */
  return g_strdup_printf ("the step is hard to read as a whole: LIX %u, at most %u (%u words, %u of them "
                          "long, "
                          "%u sentences, with title and reason)",
                          veto_reading_get_lix (&reading), ceiling->max_lix, reading.n_words, reading.n_long,
                          reading.n_sentences);
}
