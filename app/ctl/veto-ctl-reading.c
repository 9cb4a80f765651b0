/* vetoctl guidance reading: how hard each text of the guidance is to read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-authoring.h"
#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"

/* Of all texts of a language together; labels are not ours to word, titles are no sentences, and a step's texts are there. */
typedef struct
{
  const char *language;
  guint       n_texts;
  guint       n_words;
  guint       n_long;
  guint       n_sentences;
  guint       n_longest;
  guint       n_above; /* of all texts: how many are above a ceiling */
} Summary;

static const char *
get_kind_id (VetoReadingKind kind)
{
  static const char *const ids[] = {
    [VETO_READING_TITLE] = "title",       [VETO_READING_BODY] = "body",
    [VETO_READING_WHY] = "why",           [VETO_READING_QUESTION] = "question",
    [VETO_READING_SUMMARY] = "summary",   [VETO_READING_FACT] = "fact",
    [VETO_READING_HISTORY] = "history",   [VETO_READING_SOURCE] = "source",
    [VETO_READING_LABEL] = "label",       [VETO_READING_LETTER] = "letter",
    [VETO_READING_STEP] = "step",         [VETO_READING_WINDOW] = "window",
    [VETO_READING_TERMINAL] = "terminal",
  };
  return ids[kind];
}

static gboolean
is_above (const VetoTextReading *reading)
{
  return reading->n_longest > reading->max_longest
         || (reading->max_lix > 0 && reading->lix > reading->max_lix)
         || reading->n_passives > reading->max_passives;
}

static double
get_mean (const Summary *summary)
{
  return (double) summary->n_words / summary->n_sentences;
}

static guint
get_score (const Summary *summary)
{
  return (guint) (get_mean (summary) + 100.0 * summary->n_long / summary->n_words + 0.5);
}

/* Returns: (transfer full) (element-type Summary): readings are sorted by language */
static GArray *
sum_up (const GPtrArray *readings)
{
  GArray *summaries = g_array_new (FALSE, TRUE, sizeof (Summary));

  for (guint i = 0; i < readings->len; i++)
    {
      const VetoTextReading *reading = readings->pdata[i];
      Summary               *summary;

      if (summaries->len == 0
          || !g_str_equal (g_array_index (summaries, Summary, summaries->len - 1).language,
                           reading->language))
        {
          Summary first = { .language = reading->language };
          g_array_append_val (summaries, first);
        }
      summary = &g_array_index (summaries, Summary, summaries->len - 1);
      summary->n_above += is_above (reading) ? 1 : 0;
      if (reading->kind == VETO_READING_TITLE || reading->kind == VETO_READING_LABEL
          || reading->kind == VETO_READING_STEP)
        continue;
      summary->n_texts++;
      summary->n_words += reading->n_words;
      summary->n_long += reading->n_long;
      summary->n_sentences += reading->n_sentences;
      summary->n_longest = MAX (summary->n_longest, reading->n_longest);
    }
  return summaries;
}

static void
set_reading (JsonBuilder *builder, const VetoTextReading *reading)
{
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", reading->language);
  veto_ctl_set_text (builder, "file", reading->file);
  veto_ctl_set_text (builder, "key", reading->key);
  veto_ctl_set_text (builder, "kind", get_kind_id (reading->kind));
  veto_ctl_set_number (builder, "words", reading->n_words);
  veto_ctl_set_number (builder, "long_words", reading->n_long);
  veto_ctl_set_number (builder, "sentences", reading->n_sentences);
  veto_ctl_set_number (builder, "longest", reading->n_longest);
  veto_ctl_set_number (builder, "max_longest", reading->max_longest);
  veto_ctl_set_number (builder, "lix", reading->lix);
  veto_ctl_set_number (builder, "max_lix", reading->max_lix);
  veto_ctl_set_number (builder, "passives", reading->n_passives);
  veto_ctl_set_number (builder, "max_passives", reading->max_passives);
  veto_ctl_set_flag (builder, "above", is_above (reading));
  json_builder_end_object (builder);
}

static int
print_json (const GPtrArray *readings, const GArray *summaries)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < readings->len; i++)
    set_reading (builder, readings->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summaries->len; i++)
    {
      const Summary *summary = &g_array_index (summaries, Summary, i);

      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "language", summary->language);
      veto_ctl_set_number (builder, "texts", summary->n_texts);
      veto_ctl_set_number (builder, "words", summary->n_words);
      veto_ctl_set_number (builder, "sentences", summary->n_sentences);
      veto_ctl_set_number (builder, "longest", summary->n_longest);
      veto_ctl_set_number (builder, "lix", summary->n_sentences > 0 ? get_score (summary) : 0);
      veto_ctl_set_number (builder, "above", summary->n_above);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static void
add_reading (GString *page, const VetoTextReading *reading)
{
  g_autofree char *limit = reading->max_lix > 0 ? g_strdup_printf ("%u/%u", reading->lix, reading->max_lix)
                                                : g_strdup_printf ("%u", reading->lix);
  g_autofree char *longest = g_strdup_printf ("%u/%u", reading->n_longest, reading->max_longest);

  g_autofree char *passives = g_strdup_printf ("%u/%u", reading->n_passives, reading->max_passives);

  g_string_append_printf (page, "%s %5u %5u %7s %7s %5s  %s\n", is_above (reading) ? "!" : " ",
                          reading->n_words, reading->n_sentences, longest, reading->lix > 0 ? limit : "-",
                          passives, reading->key);
}

/* A table, one text a line, whole keys: it is for a pager or for grep. */
static int
print_text (const GPtrArray *readings, const GArray *summaries)
{
  g_autoptr(GString) page = g_string_new (NULL);
  const char *language = NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      const VetoTextReading *reading = readings->pdata[i];

      if (g_strcmp0 (language, reading->language) != 0)
        {
          language = reading->language;
          veto_ctl_page_add_gap (page);
          /* Translators: head of a table; %s is a language's code. The columns are: words, sentences, words of the
             longest sentence and how many it may have, the score LIX and how high it may be, passive forms in a
             sentence and how many there may be, the text's key or the step's path */
          veto_ctl_page_add_format (page, 0, "",
                                    _ ("%s: words, sentences, longest sentence, LIX, passives, text or step"),
                                    language);
        }
      add_reading (page, reading);
    }
  veto_ctl_page_add_gap (page);
  for (guint i = 0; i < summaries->len; i++)
    {
      const Summary *summary = &g_array_index (summaries, Summary, i);

      if (summary->n_sentences == 0)
        continue;
      veto_ctl_page_add_format (
        page, 0, "",
        /* Translators: %1$s a language's code, %2$u how many texts but titles, %3$u how many sentences, %4$.1f how many words a
           sentence has on average, %5$u the score, %6$u how many texts are above a ceiling */
        _ ("%1$s: %2$u texts, %3$u sentences of %4$.1f words, LIX %5$u, %6$u above a ceiling"),
        summary->language, summary->n_texts, summary->n_sentences, get_mean (summary), get_score (summary),
        summary->n_above);
    }
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = veto_authoring_measure (ctl->arguments->pdata[0], &error);
  g_autoptr(GArray) summaries = NULL;
  int code;

  if (readings == NULL)
    {
      veto_ctl_say (_ ("The guidance cannot be read (%s). Name a folder such as resources/guidance."),
                    error->message);
      return VETO_CTL_FAILED;
    }

  summaries = sum_up (readings);
  code = ctl->json ? print_json (readings, summaries) : print_text (readings, summaries);
  for (guint i = 0; i < summaries->len; i++)
    if (g_array_index (summaries, Summary, i).n_above > 0)
      code = VETO_CTL_FAILED;
  return code;
}

const VetoCtlCommand veto_ctl_reading = {
  .name = "guidance reading",
  .arguments = "FOLDER",
  .n_min = 1,
  .n_max = 1,
  .lists = TRUE,
  .summary = N_ ("For authors: how hard each text of a folder of guidance is to read."),
  .details =
    N_ ("FOLDER is a folder such as resources/guidance. For each text and each step as a whole, the "
        "hardest first: words, sentences, the longest sentence, the score LIX, and passive forms in a "
        "sentence. The last three have a ceiling. What is above it has an exclamation mark; the exit "
        "code is 1 when there is one."),
  .run = run,
};
