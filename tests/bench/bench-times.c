/* Many measured times, and the two numbers that say something about them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-times.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_times_get_median (GArray *values)
{
  g_array_sort (values, compare_numbers);
  return (g_array_index (values, double, (values->len - 1) / 2)
          + g_array_index (values, double, values->len / 2))
         / 2;
}

void
bench_times_print (GArray *values_ms)
{
  double median = bench_times_get_median (values_ms);

  g_print ("  median %.2f ms, worst %.2f ms of %u\n", median,
           g_array_index (values_ms, double, values_ms->len - 1), values_ms->len);
}

double
bench_times_get_now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}
