/* Words of an authored tree: complete, used, and where they belong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-lint.h"
#include "veto-template.h"
#include "veto-text.h"

static const char *const complete[] = { "en", "de" };

static const VetoAuthoredLanguage *
find_language (const VetoAuthoredTree *tree, const char *name)
{
  for (guint i = 0; i < tree->languages->len; i++)
    {
      const VetoAuthoredLanguage *language = tree->languages->pdata[i];
      if (g_str_equal (language->name, name))
        return language;
    }
  return NULL;
}

/* The file a missing text belongs into: as in another language that has it, else that of its platform or the common one */
static char *
dup_file (const VetoAuthoredTree *tree, const char *language, const char *key)
{
  gsize            n_bytes = strcspn (key, "./");
  g_autofree char *name = g_strdup_printf ("platforms/%.*s.json", (int) n_bytes, key);

  if (veto_reader_is_letter_key (key))
    return g_strdup_printf ("text/%s/letters.json", language);

  for (guint i = 0; i < tree->languages->len; i++)
    {
      const VetoAuthoredLanguage *other = tree->languages->pdata[i];
      const char                 *file = g_hash_table_lookup (other->files, key);

      if (file != NULL)
        return g_strdup_printf ("text/%s/%s", language, strrchr (file, '/') + 1);
    }
  for (guint i = 0; tree->platform_files->pdata[i] != NULL; i++)
    if (g_str_equal (tree->platform_files->pdata[i], name))
      return g_strdup_printf ("text/%s/%.*s.json", language, (int) n_bytes, key);
  return g_strdup_printf ("text/%s/common.json", language);
}

static gboolean
has_words (const VetoAuthoredTree *tree, const char *key)
{
  for (guint i = 0; i < tree->languages->len; i++)
    if (veto_json_find (((const VetoAuthoredLanguage *) tree->languages->pdata[i])->strings, key) != NULL)
      return TRUE;
  return FALSE;
}

/* A text that may be left out must be there as soon as another language has it. */
static void
check_complete (VetoReader *reader, const VetoAuthoredTree *tree, const VetoAuthoredLanguage *language)
{
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (reader->asked), (GCompareFunc) g_strcmp0);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char   *key = link->data;
      VetoWordRules rules = GPOINTER_TO_UINT (g_hash_table_lookup (reader->asked, key));

      if (veto_json_find (language->strings, key) == NULL
          && ((rules & VETO_WORDS_REQUIRED) != 0 || has_words (tree, key)))
        {
          g_autofree char *file = dup_file (tree, language->name, key);
          veto_reader_enter_document (reader, file);
          veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "missing");
        }
    }
}

static void
check_text (VetoReader *reader, const VetoLintTerms *terms, const char *key, const char *text)
{
  gpointer         rules = NULL;
  const char      *why = veto_reader_check_words (key, text), *const * uses;
  g_autofree char *placeholder = NULL;
  g_autofree char *fault = NULL;

  if (!g_hash_table_lookup_extended (reader->asked, key, NULL, &rules))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "nothing uses this text");
  uses = g_hash_table_lookup (reader->uses, key);
  if (uses != NULL)
    fault = veto_template_dup_fault (text, uses);
  if (fault != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "%s", fault);
  else if (!veto_reader_is_letter_key (key) && !veto_text_check_placeholders (text, &placeholder))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "no such placeholder: {{%s}}",
                          placeholder);
  else if (why != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "%s", why);
  else if ((fault = veto_lint_dup_style_fault (text, GPOINTER_TO_UINT (rules))) != NULL
           || (fault = veto_lint_dup_reading_fault (terms->language, key, text)) != NULL
           || (fault = veto_lint_dup_forms_fault (key, text)) != NULL
           || (reader->has_glossary && veto_lint_terms_apply_to (key)
               && (fault = veto_lint_terms_dup_fault (terms, text)) != NULL))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "%s", fault);
}

static void
check_step (VetoReader *reader, const VetoAuthoredLanguage *language, const char *key)
{
  g_autofree char *path = veto_lint_dup_step (key);
  g_autofree char *fault = path != NULL ? veto_lint_dup_step_fault (language->name, language->strings, path)
                                        : NULL;

  if (fault != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, path, "%s", fault);
}

static void
check_language (VetoReader *reader, const VetoAuthoredLanguage *language)
{
  g_auto(VetoLintTerms) terms = { 0 };

  veto_lint_terms_read (&terms, language->name, language->strings);
  for (guint i = 0; i < language->strings->n_items; i++)
    {
      const VetoJson *node = &language->strings->items[i];

      veto_reader_enter_document (reader, g_hash_table_lookup (language->files, node->name));
      check_text (reader, &terms, node->name, node->text);
      check_step (reader, language, node->name);
    }
}

void
veto_lint_words (VetoReader *reader, const VetoAuthoredTree *tree)
{
  for (guint i = 0; i < tree->languages->len; i++)
    check_language (reader, tree->languages->pdata[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (complete); i++)
    {
      const VetoAuthoredLanguage *language = find_language (tree, complete[i]);

      if (language != NULL)
        check_complete (reader, tree, language);
      else
        veto_reader_take_complaint (reader, VETO_GUIDANCE_ERROR_MISSING,
                                    g_strdup_printf ("text/%s: missing", complete[i]));
    }
}
