/* A day as people type it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-typed-day"

#include "veto-config.h"

#include "veto-typed-day.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-day.h"

/* Returns: how many numbers of at most four digits @text has, between dots, strokes and spaces; 0 when there is more in it */
static guint
read_numbers (const char *text, guint numbers[3], gsize lengths[3])
{
  guint n = 0;

  for (const char *at = text + strspn (text, ". /-"); *at != '\0'; at += strspn (at, ". /-"))
    {
      gsize n_digits = strspn (at, "0123456789");

      if (n_digits == 0 || n_digits > 4 || n == 3)
        return 0;
      numbers[n] = (guint) g_ascii_strtoull (at, NULL, 10);
      lengths[n++] = n_digits;
      at += n_digits;
    }
  return n;
}

gboolean
veto_typed_day_parse (const char *text, GDate *out_day)
{
  guint            numbers[3];
  gsize            lengths[3];
  g_autofree char *iso = NULL;

  g_return_val_if_fail (text != NULL && out_day != NULL, FALSE);

  if (read_numbers (text, numbers, lengths) != 3)
    return FALSE;
  if (lengths[0] == 4)
    iso = g_strdup_printf ("%04u-%02u-%02u", numbers[0], numbers[1], numbers[2]);
  else
    iso = g_strdup_printf ("%04u-%02u-%02u", lengths[2] == 2 ? 2000 + numbers[2] : numbers[2], numbers[1],
                           numbers[0]);
  return veto_day_parse (iso, out_day);
}

char *
veto_typed_day_dup (const GDate *day)
{
  /* Translators: a day as people type it: %1$u is the day, %2$u the month, %3$u the year. What comes out must be readable
   * again: year, month, day with a year of four digits, or day, month, year. Between them a dot, a stroke or a space. */
  return g_strdup_printf (_ ("%1$u/%2$u/%3$u"), (guint) g_date_get_day (day), (guint) g_date_get_month (day),
                          (guint) g_date_get_year (day));
}
