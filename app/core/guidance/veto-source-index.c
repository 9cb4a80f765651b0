/* What rests on which source, over all platforms; equal statements are one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-index"

#include "veto-source-index.h"

#define N_TOPICS (VETO_TOPIC_RUMOURS + 1)

struct _VetoSourceIndex
{
  VetoGuideSet *set;
  GHashTable   *statements; /* set of the VetoStatement that own the rest; of their kind, day and text */
  GHashTable   *uses;       /* VetoSource to VetoSourceUse */
  GPtrArray    *guides;
  GPtrArray    *facts[N_TOPICS];
  GPtrArray    *history;
  GPtrArray    *sources;
};

static guint
hash_statement (gconstpointer data)
{
  const VetoStatement *statement = data;
  return g_str_hash (statement->text) ^ (guint) statement->kind;
}

static gboolean
equal_statements (gconstpointer a, gconstpointer b)
{
  const VetoStatement *first = a, *second = b;

  return first->kind == second->kind && g_str_equal (first->text, second->text)
         && (first->kind != VETO_STATEMENT_EVENT || g_date_compare (&first->day, &second->day) == 0);
}

static void
free_statement (gpointer data)
{
  VetoStatement *statement = data;

  g_ptr_array_unref (statement->platforms);
  g_free ((gpointer) statement->evidence.sources);
  g_free (statement);
}

static void
free_use (gpointer data)
{
  VetoSourceUse *use = data;

  g_ptr_array_unref (use->statements);
  g_free (use);
}

static void
use_source (VetoSourceIndex *self, const VetoSource *source, VetoStatement *statement)
{
  VetoSourceUse *use = g_hash_table_lookup (self->uses, source);

  if (use == NULL)
    {
      use = g_new0 (VetoSourceUse, 1);
      use->source = source;
      use->statements = g_ptr_array_new ();
      g_hash_table_insert (self->uses, (gpointer) source, use);
    }
  if (!g_ptr_array_find (use->statements, statement, NULL))
    g_ptr_array_add (use->statements, statement);
}

static gboolean
has_source (const VetoSource *const *sources, guint n, const VetoSource *source)
{
  for (guint i = 0; i < n; i++)
    if (sources[i] == source)
      return TRUE;
  return FALSE;
}

/* Each of the sources of both, in this order. Returns: (transfer full) */
static const VetoSource *const *
join_sources (const VetoSource *const *first, const VetoSource *const *second)
{
  gsize              n_most = g_strv_length ((char **) first) + g_strv_length ((char **) second);
  const VetoSource **all = g_new0 (const VetoSource *, n_most + 1);
  guint              n = 0;

  for (guint i = 0; first[i] != NULL; i++)
    if (!has_source (all, n, first[i]))
      all[n++] = first[i];
  for (guint i = 0; second[i] != NULL; i++)
    if (!has_source (all, n, second[i]))
      all[n++] = second[i];
  return all;
}

/* What one platform is sure of and another is not, is not sure: the larger VetoCertainty is the more careful one. */
static void
add_evidence (VetoEvidence *evidence, const VetoEvidence *other)
{
  const VetoSource *const *before = evidence->sources;

  evidence->certainty = MAX (evidence->certainty, other->certainty);
  if (!g_date_valid (&evidence->as_of) || g_date_compare (&other->as_of, &evidence->as_of) > 0)
    evidence->as_of = other->as_of;
  evidence->sources = join_sources (before, other->sources);
  g_free ((gpointer) before);
}

/* @like: its kind, topic, text and day. Returns: (transfer none): the statement that is in the index from now on */
static VetoStatement *
add_statement (VetoSourceIndex     *self,
               GPtrArray           *list,
               const VetoStatement *like,
               const VetoEvidence  *evidence,
               VetoPlatform        *platform)
{
  VetoStatement *statement = g_hash_table_lookup (self->statements, like);

  if (statement == NULL)
    {
      statement = g_new0 (VetoStatement, 1);
      *statement = *like;
      statement->platforms = g_ptr_array_new ();
      statement->evidence.sources = g_new0 (const VetoSource *, 1);
      g_hash_table_add (self->statements, statement);
      g_ptr_array_add (list, statement);
    }
  add_evidence (&statement->evidence, evidence);
  if (!g_ptr_array_find (statement->platforms, platform, NULL))
    g_ptr_array_add (statement->platforms, platform);
  return statement;
}

static void
add_platform (VetoSourceIndex *self, VetoPlatform *platform)
{
  guint                   n_guides, n_facts, n_entries;
  const VetoGuide        *guides = veto_platform_get_guides (platform, &n_guides);
  const VetoFact         *facts = veto_platform_get_facts (platform, &n_facts);
  const VetoHistoryEntry *entries = veto_platform_get_history (platform, &n_entries);

  for (guint i = 0; i < n_guides; i++)
    {
      const VetoStatement like = { .kind = VETO_STATEMENT_GUIDE, .text = guides[i].title };
      add_statement (self, self->guides, &like, &guides[i].evidence, platform);
    }
  for (guint i = 0; i < n_facts; i++)
    {
      const VetoStatement like = { .kind = VETO_STATEMENT_FACT,
                                   .topic = facts[i].topic,
                                   .text = facts[i].text };
      add_statement (self, self->facts[facts[i].topic], &like, &facts[i].evidence, platform);
    }
  for (guint i = 0; i < n_entries; i++)
    {
      const VetoStatement like = { .kind = VETO_STATEMENT_EVENT,
                                   .text = entries[i].text,
                                   .day = entries[i].day };
      add_statement (self, self->history, &like, &entries[i].evidence, platform);
    }
}

static void
use_sources (VetoSourceIndex *self, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      VetoStatement *statement = g_ptr_array_index (statements, i);

      for (guint k = 0; statement->evidence.sources[k] != NULL; k++)
        use_source (self, statement->evidence.sources[k], statement);
    }
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const VetoStatement *first = *(VetoStatement *const *) a, *second = *(VetoStatement *const *) b;
  return g_date_compare (&second->day, &first->day);
}

/* Those of one day by who says so, then by id, so that the order never depends on a hash. */
static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const VetoSource *first = (*(VetoSourceUse *const *) a)->source;
  const VetoSource *second = (*(VetoSourceUse *const *) b)->source;
  int               days = g_date_compare (&second->day, &first->day);
  int               names = days == 0 ? g_utf8_collate (first->publisher, second->publisher) : days;

  return names != 0 ? names : g_strcmp0 (first->id, second->id);
}

static void
fill_sources (VetoSourceIndex *self)
{
  GHashTableIter iter;
  gpointer       use;

  use_sources (self, self->guides);
  for (guint i = 0; i < N_TOPICS; i++)
    use_sources (self, self->facts[i]);
  use_sources (self, self->history);

  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, NULL, &use))
    g_ptr_array_add (self->sources, use);
  g_ptr_array_sort (self->sources, compare_uses);
}

VetoSourceIndex *
veto_source_index_new (VetoGuideSet *set)
{
  VetoSourceIndex *self;

  g_return_val_if_fail (VETO_IS_GUIDE_SET (set), NULL);

  self = g_new0 (VetoSourceIndex, 1);
  self->set = g_object_ref (set);
  self->statements = g_hash_table_new_full (hash_statement, equal_statements, free_statement, NULL);
  self->uses = g_hash_table_new_full (NULL, NULL, NULL, free_use);
  self->guides = g_ptr_array_new ();
  for (guint i = 0; i < N_TOPICS; i++)
    self->facts[i] = g_ptr_array_new ();
  self->history = g_ptr_array_new ();
  self->sources = g_ptr_array_new ();

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    add_platform (self, veto_guide_set_get_platform (set, i));
  g_ptr_array_sort (self->history, compare_newest_first);
  fill_sources (self);
  return self;
}

void
veto_source_index_free (VetoSourceIndex *self)
{
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->history);
  for (guint i = 0; i < N_TOPICS; i++)
    g_ptr_array_unref (self->facts[i]);
  g_ptr_array_unref (self->guides);
  g_hash_table_unref (self->uses);
  g_hash_table_unref (self->statements);
  g_object_unref (self->set);
  g_free (self);
}

VetoGuideSet *
veto_source_index_get_set (VetoSourceIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->set;
}

GPtrArray *
veto_source_index_get_history (VetoSourceIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->history;
}

GPtrArray *
veto_source_index_get_facts (VetoSourceIndex *self, VetoTopic topic)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) topic < N_TOPICS, NULL);
  return self->facts[topic];
}

GPtrArray *
veto_source_index_get_sources (VetoSourceIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sources;
}
