/* The sum of a deadline in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-period"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-period.h"
#include "veto-text.h"

static gboolean
is_moved (const VetoDeadline *self)
{
  return g_date_compare (&self->nominal, &self->due) != 0;
}

/* The weekday stands where the sum ends, and only there. */
static char *
dup_count (const VetoDeadline *self)
{
  g_autofree char *received = veto_day_dup_display (&self->received);
  g_autofree char *end = is_moved (self) ? veto_day_dup_display (&self->nominal)
                                         : veto_day_dup_display_weekday (&self->nominal);

  switch (self->unit)
    {
    case VETO_PERIOD_DAYS:
      /* Translators: %1$s is the day of receipt, %3$s the day on which the time is over by the calendar */
      return g_strdup_printf (ngettext ("Received on %1$s, plus %2$u day: %3$s.",
                                        "Received on %1$s, plus %2$u days: %3$s.", self->n),
                              received, self->n, end);
    case VETO_PERIOD_WEEKS:
      /* Translators: %1$s is the day of receipt, %3$s the day on which the time is over by the calendar */
      return g_strdup_printf (ngettext ("Received on %1$s, plus %2$u week: %3$s.",
                                        "Received on %1$s, plus %2$u weeks: %3$s.", self->n),
                              received, self->n, end);
    case VETO_PERIOD_MONTHS:
      /* Translators: %1$s is the day of receipt, %3$s the day on which the time is over by the calendar */
      return g_strdup_printf (ngettext ("Received on %1$s, plus %2$u month: %3$s.",
                                        "Received on %1$s, plus %2$u months: %3$s.", self->n),
                              received, self->n, end);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Why the last day by the calendar is not the last day */
static char *
dup_move (const VetoDeadline *self)
{
  g_autofree char *due = veto_day_dup_display_weekday (&self->due);
  g_autofree char *name = NULL;

  if (self->is_short)
    /* Translators: a very short time, such as two days over a weekend; %s is the last day */
    return g_strdup_printf (_ ("That is too short: two working days must be in it. So the time ends on %s."),
                            due);
  switch (self->free_days[0].kind)
    {
    case VETO_FREE_SATURDAY:
      /* Translators: %s is the next working day */
      return g_strdup_printf (_ ("That is a Saturday, so the time ends on the next working day: %s."), due);
    case VETO_FREE_SUNDAY:
      /* Translators: %s is the next working day */
      return g_strdup_printf (_ ("That is a Sunday, so the time ends on the next working day: %s."), due);
    case VETO_FREE_HOLIDAY:
      name = veto_text_dup_isolated (self->free_days[0].name, NULL);
      /* Translators: %1$s is the name of the holiday, %2$s the next working day */
      return g_strdup_printf (_ ("That is a public holiday there (%1$s), so the time ends on the next "
                                 "working day: %2$s."),
                              name, due);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A holiday that the weekend leads to; one on a weekend changes nothing. */
static void
add_further_holidays (const VetoDeadline *self, GPtrArray *sentences)
{
  for (guint i = 1; i < self->n_free_days && !self->is_short; i++)
    if (self->free_days[i].kind == VETO_FREE_HOLIDAY)
      {
        g_autofree char *day = veto_day_dup_display_weekday (&self->free_days[i].day);
        g_autofree char *name = veto_text_dup_isolated (self->free_days[i].name, NULL);

        /* Translators: %1$s is a day, %2$s the name of the holiday */
        g_ptr_array_add (sentences,
                         g_strdup_printf (_ ("%1$s is a public holiday there too (%2$s)."), day, name));
      }
}

char *
veto_deadline_dup_sum (const VetoDeadline *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (sentences, dup_count (self));
  if (self->is_month_end)
    g_ptr_array_add (sentences, g_strdup (_ ("That month is shorter, so its last day counts.")));
  if (is_moved (self))
    g_ptr_array_add (sentences, dup_move (self));
  add_further_holidays (self, sentences);
  if (self->holidays == VETO_HOLIDAYS_UNKNOWN)
    g_ptr_array_add (sentences,
                     g_strdup (_ ("Veto does not know the public holidays there, so only weekends count.")));
  else if (self->holidays == VETO_HOLIDAYS_NATIONAL)
    g_ptr_array_add (sentences, g_strdup (_ ("Holidays of single regions are not in this sum.")));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
veto_deadline_dup_disclaimer (void)
{
  return g_strdup (_ ("This is a calculation, not legal advice."));
}
