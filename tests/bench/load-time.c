/* How long the guidance takes: the built-in bundle, wholly read and checked, in one language.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   load-time [RUNS] */
#include "veto-config.h"

#include <stdlib.h>

#include "bench-times.h"
#include "veto-guide-set.h"

#define RUNS 200
#define PREFIX VETO_RESOURCE_PREFIX "/guidance"

static gboolean
measure (const char *language, guint n_runs)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double first_ms = 0;

  for (guint i = 0; i <= n_runs; i++)
    {
      g_autoptr(GError) error = NULL;
      double start_ms = bench_times_get_now_ms (), took_ms;
      g_autoptr(VetoGuideSet) set = veto_guide_set_read_resource (PREFIX, language, &error);

      took_ms = bench_times_get_now_ms () - start_ms;
      if (set == NULL)
        {
          g_printerr ("load-time: %s\n", error->message);
          return FALSE;
        }
      if (i == 0)
        first_ms = took_ms; /* with types and pages that are not there yet, as when Veto starts */
      else
        g_array_append_val (times, took_ms);
    }
  g_print ("  %s: first %.2f ms, then", language, first_ms);
  bench_times_print (times);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  guint n_runs = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : RUNS;

  return measure ("de", n_runs) && measure ("en", n_runs) ? 0 : 1;
}
