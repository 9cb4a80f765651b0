/* What a statement rests on, in words: who says so, of which day, and how sure that is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-evidence"

#include "veto-config.h"

#include "veto-evidence.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-text.h"

/* After that many days a page may well look different. */
#define DAYS_UNTIL_OLD 90

static gboolean
is_old (const GDate *day)
{
  GDate today;

  veto_day_today (&today);
  return veto_day_age (day, &today) > DAYS_UNTIL_OLD;
}

/* The source whose day as_of is: a statement must not be given an older source's name and a newer one's day. */
static const VetoSource *
find_newest_source (const VetoEvidence *evidence)
{
  for (guint i = 0; evidence->sources[i] != NULL; i++)
    if (g_date_compare (&evidence->sources[i]->day, &evidence->as_of) == 0)
      return evidence->sources[i];
  return evidence->sources[0];
}

gboolean
veto_evidence_get_changed (const VetoEvidence *evidence, GDate *out_day)
{
  const GDate *known = g_date_valid (&evidence->tried) ? &evidence->tried : &evidence->as_of;
  const GDate *first = NULL;

  for (guint i = 0; evidence->sources[i] != NULL; i++)
    {
      const GDate *day = &evidence->sources[i]->changed;

      if (g_date_valid (day) && g_date_compare (day, known) >= 0
          && (first == NULL || g_date_compare (day, first) < 0))
        first = day;
    }
  if (first != NULL)
    *out_day = *first;
  return first != NULL;
}

/* Returns: (transfer full): @words, and what the page did since */
static char *
take_with_change (const VetoEvidence *evidence, char *words)
{
  g_autofree char *before = words, *day = NULL;
  GDate            changed;

  if (!veto_evidence_get_changed (evidence, &changed))
    return g_steal_pointer (&before);
  day = veto_day_dup_display (&changed);
  /* Translators: %1$s is where a statement comes from, with its date; %2$s is a later date: then the page was another one */
  return g_strdup_printf (_ ("%1$s; the page has changed since (%2$s)"), before, day);
}

char *
veto_evidence_dup_description (const VetoEvidence *evidence)
{
  g_autofree char *publisher = veto_text_dup_isolated (find_newest_source (evidence)->publisher, NULL);
  gboolean         was_tried = g_date_valid (&evidence->tried);
  const GDate     *day = was_tried ? &evidence->tried : &evidence->as_of;
  g_autofree char *shown_day = veto_day_dup_display (day);
  g_autofree char *words = NULL;
  GDate            changed;

  if (was_tried)
    /* Translators: %s is a date: on that day somebody followed these steps by hand */
    words = g_strdup_printf (_ ("Checked by hand on %s."), shown_day);
  else if (evidence->certainty == VETO_CERTAINTY_CONFLICTING)
    /* Translators: who describes the steps, and on which day */
    words = g_strdup_printf (_ ("As described by %s on %s; other sources describe it differently."),
                             publisher, shown_day);
  else
    /* Translators: who describes the steps, and on which day */
    words = g_strdup_printf (_ ("As described by %s on %s."), publisher, shown_day);

  if (veto_evidence_get_changed (evidence, &changed))
    {
      g_autofree char *since = veto_day_dup_display (&changed);
      g_autofree char *warning =
        /* Translators: %s is a date, later than the one in the sentence before */
        g_strdup_printf (_ ("A page that these steps rest on has changed since (%s)."), since);

      return g_strdup_printf ("%s %s", words, warning);
    }
  if (!is_old (day))
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s %s", words, _ ("This may look different by now."));
}

char *
veto_evidence_dup_source (const VetoEvidence *evidence)
{
  g_autoptr(GPtrArray) publishers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = veto_day_dup_display (&evidence->as_of);
  g_autofree char *names = NULL;

  for (guint i = 0; evidence->sources[i] != NULL; i++)
    {
      g_autofree char *name = veto_text_dup_isolated (evidence->sources[i]->publisher, NULL);

      if (!g_ptr_array_find_with_equal_func (publishers, name, g_str_equal, NULL))
        g_ptr_array_add (publishers, g_steal_pointer (&name));
    }
  g_ptr_array_add (publishers, NULL);
  names = g_strjoinv (", ", (char **) publishers->pdata);

  if (evidence->certainty == VETO_CERTAINTY_CONFLICTING)
    /* Translators: who says so, and the day of the newest of them */
    return take_with_change (evidence, g_strdup_printf (_ ("Sources disagree: %s; as of %s"), names, day));
  /* Translators: who says so, and the day of the newest of them */
  return take_with_change (evidence, g_strdup_printf (_ ("Source: %s; as of %s"), names, day));
}
