/* How hard each text of the guidance is to read, for authors.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-authoring.h"
#include "veto-lint.h"

static void
free_text_reading (gpointer data)
{
  VetoTextReading *reading = data;

  g_free (reading->language);
  g_free (reading->file);
  g_free (reading->key);
  g_free (reading);
}

/* Returns: (transfer full): of @text, which stands in @file under @key */
static VetoTextReading *
measure_text (const char *language, const char *file, const char *key, VetoReadingKind kind, const char *text)
{
  VetoTextReading          *result = g_new0 (VetoTextReading, 1);
  const VetoReadingCeiling *ceiling = veto_lint_get_reading_ceiling (language, kind);
  VetoReading               reading;

  veto_reading_count (text, &reading);
  result->language = g_strdup (language);
  result->file = g_strdup (file);
  result->key = g_strdup (key);
  result->kind = kind;
  result->n_words = reading.n_words;
  result->n_long = reading.n_long;
  result->n_sentences = reading.n_sentences;
  result->n_longest = reading.n_longest;
  result->max_longest = ceiling->max_longest;
  result->max_lix = ceiling->max_lix;
  if (reading.n_words >= VETO_READING_MIN_WORDS)
    result->lix = veto_reading_get_lix (&reading);
  else if (kind == VETO_READING_STEP && reading.n_words > 0)
    {
      result->lix =
        veto_reading_get_lix (&reading); /* each step has one, but nothing is asked of such a short one */
      result->max_lix = 0;
    }
  result->n_passives = veto_lint_count_passives (language, text);
  result->max_passives = ceiling->max_passives;
  return result;
}

static void
add_step (GPtrArray *results, const VetoAuthoredLanguage *language, const VetoJson *node)
{
  g_autofree char *path = veto_lint_dup_step (node->name);
  g_autofree char *text = path != NULL ? veto_lint_dup_step_text (language->strings, path) : NULL;

  if (text != NULL)
    g_ptr_array_add (results, measure_text (language->name, g_hash_table_lookup (language->files, node->name),
                                            path, VETO_READING_STEP, text));
}

/* The share of its ceilings that a text takes up, in thousandths */
static guint
get_load (const VetoTextReading *reading)
{
  guint of_sentence = reading->n_longest * 1000 / reading->max_longest;
  guint of_score = reading->max_lix > 0 ? reading->lix * 1000 / reading->max_lix : 0;

  return MAX (of_sentence, of_score);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const VetoTextReading *first = *(const VetoTextReading *const *) a;
  const VetoTextReading *second = *(const VetoTextReading *const *) b;
  int                    by_language = g_strcmp0 (first->language, second->language);
  guint                  of_first = get_load (first), of_second = get_load (second);

  if (by_language != 0)
    return by_language;
  if (of_first != of_second)
    return of_first > of_second ? -1 : 1;
  return g_strcmp0 (first->key, second->key);
}

GPtrArray *
veto_authoring_measure (const char *folder, GError **error)
{
  g_auto(VetoReader) reader = { 0 };
  g_auto(VetoAuthoredTree) tree = { 0 };
  g_autoptr(GPtrArray) results = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  veto_reader_init (&reader, TRUE);
  if (!veto_authored_tree_read (&tree, &reader, folder, error))
    return NULL;
  results = g_ptr_array_new_with_free_func (free_text_reading);
  for (guint i = 0; i < tree.languages->len; i++)
    {
      const VetoAuthoredLanguage *language = tree.languages->pdata[i];

      for (guint j = 0; j < language->strings->n_items; j++)
        {
          const VetoJson *node = &language->strings->items[j];

          g_ptr_array_add (results,
                           measure_text (language->name, g_hash_table_lookup (language->files, node->name),
                                         node->name, veto_lint_get_reading_kind (node->name), node->text));
          add_step (results, language, node);
        }
    }
  g_ptr_array_sort (results, compare);
  return g_steal_pointer (&results);
}
