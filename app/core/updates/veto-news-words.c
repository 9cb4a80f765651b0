/* What stands above the news: one sentence that counts them, and the words for their kinds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-news"

#include "veto-config.h"

#include "veto-guide-news-private.h"

#include <glib/gi18n-lib.h>

const char *
veto_news_kind_get_name (VetoNewsKind kind)
{
  switch (kind)
    {
    case VETO_NEWS_NEW:
      /* Translators: a mark beside a step that was not there before */
      return C_ ("news", "New");
    case VETO_NEWS_GONE:
      /* Translators: a mark beside a step that is not there any more */
      return C_ ("news", "Gone");
    case VETO_NEWS_CHANGED:
    default:
      /* Translators: a mark beside a step that is described differently by now */
      return C_ ("news", "Changed");
    }
}

const char *
veto_news_subject_get_name (VetoNewsSubject subject)
{
  static const char *const names[VETO_NEWS_N_SUBJECTS] = {
    [VETO_NEWS_PLATFORM] = N_ ("The service"), [VETO_NEWS_GUIDE] = N_ ("Ways to object"),
    [VETO_NEWS_STEP] = N_ ("Steps"),           [VETO_NEWS_BRANCH] = N_ ("If it looks different"),
    [VETO_NEWS_FACT] = N_ ("Good to know"),    [VETO_NEWS_EVENT] = N_ ("What happened"),
    [VETO_NEWS_ADDRESS] = N_ ("Addresses"),    [VETO_NEWS_HOST] = N_ ("Web sites that the steps lead to"),
  };

  g_return_val_if_fail (subject < VETO_NEWS_N_SUBJECTS, NULL);
  return _ (names[subject]);
}

static guint
count (GPtrArray *items, VetoNewsSubject subject, VetoNewsKind kind)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const VetoNewsItem *item = g_ptr_array_index (items, i);

      n += item->subject == subject && item->kind == kind;
    }
  return n;
}

/* @words: (transfer full), already with their number */
static void
append (GString *sentence, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", words);
  g_free (words);
}

char *
veto_news_dup_summary (GPtrArray *items)
{
  g_autoptr(GString) sentence = g_string_new (NULL);
  guint n_changed = count (items, VETO_NEWS_STEP, VETO_NEWS_CHANGED);
  guint n_new = count (items, VETO_NEWS_STEP, VETO_NEWS_NEW);
  guint n_gone = count (items, VETO_NEWS_STEP, VETO_NEWS_GONE);
  guint n_rest = items->len - n_changed - n_new - n_gone;

  append (sentence, n_changed,
          g_strdup_printf (ngettext ("%u step changed", "%u steps changed", n_changed), n_changed));
  /* Translators: part of a sentence such as "2 steps changed, 1 step is new." */
  append (sentence, n_new, g_strdup_printf (ngettext ("%u step is new", "%u steps are new", n_new), n_new));
  /* Translators: part of a sentence such as "2 steps changed, 1 step is gone." */
  append (sentence, n_gone,
          g_strdup_printf (ngettext ("%u step is gone", "%u steps are gone", n_gone), n_gone));
  if (sentence->len > 0)
    /* Translators: part of a sentence such as "2 steps changed, 1 other thing is another." */
    append (sentence, n_rest,
            g_strdup_printf (ngettext ("%u other entry changed", "%u other entries changed", n_rest),
                             n_rest));
  else
    append (sentence, n_rest,
            g_strdup_printf (ngettext ("The steps are the same, %u other entry changed",
                                       "The steps are the same, %u other entries changed", n_rest),
                             n_rest));
  g_string_append_c (sentence, '.');
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
