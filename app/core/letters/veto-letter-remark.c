/* What a letter does not say and its writer should know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-config.h"

#include "veto-letter-private.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-period.h"

#define REMINDER "reminder"
#define REQUESTED "requested"
#define SWISS_ACCESS_DAYS 30

/* Returns: (nullable) (transfer full): when the answer to what was requested is due; %NULL where no law says so */
static VetoDeadline *
count_reply (VetoLetter *self, const GDate *first_day)
{
  /* Withdrawing one's consent asks for nothing that a month would be given for. */
  static const char *const with_month[] = { "objection", "access", "erasure", "restriction" };
  const char              *requested = g_hash_table_lookup (self->answers, REQUESTED);
  g_auto(GStrv) ids = g_strsplit (requested != NULL ? requested : "", ",", -1);

  if (g_str_equal (self->regime->id, "ch"))
    return g_strv_contains ((const char *const *) ids, "access")
             ? veto_deadline_new (first_day, VETO_PERIOD_DAYS, SWISS_ACCESS_DAYS, NULL)
             : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (with_month); i++)
    if (g_strv_contains ((const char *const *) ids, with_month[i]))
      return veto_deadline_new_reply (first_day, FALSE, NULL);
  return NULL;
}

char *
veto_letter_dup_remark (VetoLetter *self)
{
  g_autoptr(VetoDeadline) deadline = NULL;
  g_autofree char *due = NULL;
  const char      *answer;
  GDate            first_day;

  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);

  answer = g_hash_table_lookup (self->answers, VETO_LETTER_FIRST_DAY);
  if (g_strcmp0 (veto_letter_kind_get_goal (self->kind), REMINDER) != 0 || answer == NULL
      || !veto_day_parse (answer, &first_day))
    return NULL;
  deadline = count_reply (self, &first_day);
  if (deadline == NULL || g_date_compare (&self->day, &deadline->due) > 0)
    return NULL;
  due = veto_day_dup_display (&deadline->due);
  /* Translators: %s is a day, such as "17 December 2026" */
  return g_strdup_printf (_ ("They still have time to answer, at least until %s. A reminder counts for more "
                             "after that day; you can send this one all the same."),
                          due);
}
