/* Facts, history, and what each statement rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-day.h"
#include "veto-json.h"
#include "veto-readers.h"

#define MAX_FACTS 100

static const struct
{
  const char   *name;
  VetoCertainty certainty;
} certainties[] = {
  { "primary", VETO_CERTAINTY_PRIMARY },
  { "reported", VETO_CERTAINTY_REPORTED },
  { "conflicting", VETO_CERTAINTY_CONFLICTING },
};

static const struct
{
  const char *name;
  VetoTopic   topic;
} topics[] = {
  { "law", VETO_TOPIC_LAW },
  { "rumours", VETO_TOPIC_RUMOURS },
};

static VetoCertainty
read_certainty (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_text (reader, object, "certainty");

  for (gsize i = 0; i < G_N_ELEMENTS (certainties) && text != NULL; i++)
    if (g_str_equal (text, certainties[i].name))
      return certainties[i].certainty;
  if (text != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "certainty", "no such certainty: %s", text);
  return VETO_CERTAINTY_CONFLICTING;
}

/* Returns: (nullable): none when each of them has been complained of */
static const GDate *
find_newest_day (const VetoEvidence *evidence)
{
  const GDate *newest = NULL;

  for (guint i = 0; evidence->sources[i] != NULL; i++)
    if (g_date_valid (&evidence->sources[i]->day)
        && (newest == NULL || g_date_compare (&evidence->sources[i]->day, newest) > 0))
      newest = &evidence->sources[i]->day;
  return newest;
}

/* A statement is as old as the newest source that shows it, not as young as the day it was written down. */
static void
check_as_of (VetoReader *reader, const VetoEvidence *evidence)
{
  const GDate     *newest = find_newest_day (evidence);
  g_autofree char *day = NULL;

  if (newest == NULL || g_date_compare (newest, &evidence->as_of) == 0)
    return;
  day = veto_day_dup_iso (newest);
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "as_of", "the newest of its sources is of %s",
                        day);
}

void
veto_read_evidence (VetoReader *reader, const VetoJson *object, gboolean with_as_of, VetoEvidence *evidence)
{
  evidence->certainty = read_certainty (reader, object);
  evidence->sources =
    (const VetoSource *const *) veto_reader_read_references (reader, object, "sources", 1, VETO_IDS_SOURCES);
  if (!with_as_of)
    return;
  if (veto_reader_get_day (reader, object, "as_of", &evidence->as_of) && reader->strict)
    check_as_of (reader, evidence);
  if (veto_json_has (object, "tried"))
    veto_reader_get_day (reader, object, "tried", &evidence->tried);
}

/* A topic of a newer guidance is no fault to the program: the fact is shown with its platform all the same. */
static VetoTopic
read_topic (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_optional_text (reader, object, "topic");

  for (gsize i = 0; i < G_N_ELEMENTS (topics) && text != NULL; i++)
    if (g_str_equal (text, topics[i].name))
      return topics[i].topic;
  if (text != NULL && reader->strict)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "topic", "no such topic: %s", text);
  return VETO_TOPIC_OTHER;
}

static void
read_fact (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "topic", "certainty", "as_of", "sources", NULL };
  const VetoJson          *object = node;
  VetoFact                *fact = entry;
  gsize                    key = veto_reader_enter_key (reader, ".", fact->id);

  veto_reader_check_members (reader, object, members, NULL);
  fact->text = veto_reader_get_words (reader, "", VETO_WORDS_REQUIRED | VETO_WORDS_UNTRIED, NULL);
  fact->topic = read_topic (reader, object);
  veto_read_evidence (reader, object, TRUE, &fact->evidence);
  veto_reader_leave_key (reader, key);
}

static void
read_history_entry (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "date", "certainty", "sources", NULL };
  const VetoJson          *object = node;
  VetoHistoryEntry        *event = entry;
  const GDate             *newest;
  gsize                    key = veto_reader_enter_key (reader, ".", event->id);

  veto_reader_check_members (reader, object, members, NULL);
  event->text = veto_reader_get_words (reader, "", VETO_WORDS_REQUIRED, NULL);
  veto_read_evidence (reader, object, FALSE, &event->evidence);
  veto_reader_get_day (reader, object, "date", &event->day);
  newest = find_newest_day (&event->evidence);
  if (newest != NULL)
    event->evidence.as_of = *newest; /* who tells of a day may do so later */
  veto_reader_leave_key (reader, key);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const VetoHistoryEntry *first = a, *second = b;

  if (!g_date_valid (&first->day) || !g_date_valid (&second->day))
    return 0; /* complained of already */
  return g_date_compare (&first->day, &second->day);
}

void
veto_read_facts (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content)
{
  static const VetoEntries kind = { 0, MAX_FACTS, sizeof (VetoFact), read_fact };
  gsize                    key = veto_reader_enter_key (reader, ".", "facts");

  content->facts = veto_reader_read_entries (reader, platform, "facts", &kind, NULL, &content->n_facts);
  veto_reader_leave_key (reader, key);
}

void
veto_read_history (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content)
{
  static const VetoEntries kind = { 0, MAX_FACTS, sizeof (VetoHistoryEntry), read_history_entry };
  gsize                    key = veto_reader_enter_key (reader, ".", "history");
  VetoHistoryEntry        *entries =
    veto_reader_read_entries (reader, platform, "history", &kind, NULL, &content->n_history);

  if (reader->error == NULL)
    g_qsort_with_data (entries, (int) content->n_history, sizeof *entries, compare_days, NULL);
  content->history = entries;
  veto_reader_leave_key (reader, key);
}
