/* How the program itself is worded: the same rules as for guidance, over the file of a translation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-authoring.h"
#include "veto-guide-set.h"
#include "veto-json.h"
#include "veto-lint.h"
#include "veto-po.h"

#define TERMINAL "app/ctl/"

/* Whoever reads it: a text that window and terminal share is the window's. */
static VetoReadingKind
get_kind (const char *places)
{
  g_auto(GStrv) all = g_strsplit (places, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !g_str_has_prefix (all[i], TERMINAL))
      return VETO_READING_WINDOW;
  return *places != '\0' ? VETO_READING_TERMINAL : VETO_READING_WINDOW;
}

/* What is wrong with one text, or %NULL */
static char *
dup_fault (const VetoPoText *text, const VetoLintTerms *terms)
{
  VetoReadingKind kind = get_kind (text->places);
  char           *fault = veto_lint_dup_ceiling_fault (terms->language,
                                                       veto_lint_get_reading_ceiling (terms->language, kind),
                                                       text->text);

  return fault != NULL || kind == VETO_READING_TERMINAL ? fault
                                                        : veto_lint_terms_dup_fault (terms, text->text);
}

/* Returns: (nullable): the words of guidance in @language */
static const VetoJson *
find_strings (const VetoAuthoredTree *tree, const char *language)
{
  for (guint i = 0; i < tree->languages->len; i++)
    {
      const VetoAuthoredLanguage *found = tree->languages->pdata[i];
      if (g_str_equal (found->name, language))
        return found->strings;
    }
  return NULL;
}

GStrv
veto_authoring_lint_interface (const char *file, const char *folder, GError **error)
{
  g_auto(VetoReader) reader = { 0 };
  g_auto(VetoAuthoredTree) tree = { 0 };
  g_auto(VetoLintTerms) english = { 0 };
  g_auto(VetoLintTerms) translated = { 0 };
  g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) texts = NULL;
  g_autofree char *content = NULL, *language = NULL;

  g_return_val_if_fail (file != NULL && folder != NULL, NULL);

  if (!g_file_get_contents (file, &content, NULL, error))
    return NULL;
  texts = veto_po_parse (content, &language);
  if (language == NULL || texts->len == 0)
    {
      g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED,
                   "%s: no translation with a language", file);
      return NULL;
    }
  veto_reader_init (&reader, TRUE);
  if (!veto_authored_tree_read (&tree, &reader, folder, error))
    return NULL;
  veto_lint_terms_read (&english, "en", find_strings (&tree, "en"));
  veto_lint_terms_read (&translated, language, find_strings (&tree, language));
  for (guint i = 0; i < texts->len; i++)
    {
      const VetoPoText    *text = texts->pdata[i];
      const VetoLintTerms *terms = text->is_translation ? &translated : &english;
      g_autofree char     *fault = dup_fault (text, terms);

      if (fault != NULL)
        g_ptr_array_add (complaints, g_strdup_printf ("%s:%u: %s: %s: %s", file, text->line, text->places,
                                                      terms->language, fault));
    }
  g_ptr_array_add (complaints, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&complaints), FALSE);
}
