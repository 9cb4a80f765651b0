/* How long it takes to put a dossier of 20 pictures together, on the disk with everything.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/resource.h>

#include "bench-times.h"
#include "dossier-fixture.h"
#include "paper-fixture.h"

#define N_PICTURES 20
#define ROUNDS 3

static double
get_work_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
measure (const char *what, gboolean photos)
{
  Desk    desk = { 0 };
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double)),
         *works = g_array_new (FALSE, FALSE, sizeof (double));
  struct rusage usage;

  desk_set_up (&desk, NULL);
  desk_send_letter (&desk, "objection", "2026-10-05", NULL);
  for (guint i = 0; i < N_PICTURES; i++)
    if (photos)
      desk_add_proof (&desk, "photo.jpg", "image/jpeg", picture_make_photo (4000, 3000, i));
    else
      desk_add_proof (&desk, "screen.png", "image/png", picture_make_screenshot (1080, 2400, i));
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("%u", round);
      double           start = bench_times_get_now_ms (), work = get_work_ms ();
      g_autoptr(GError) error = NULL;

      desk_write (&desk, desk_describe (&desk), name, 2, &error);
      g_assert_no_error (error);
      start = bench_times_get_now_ms () - start;
      work = get_work_ms () - work;
      g_array_append_val (times, start);
      g_array_append_val (works, work);
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("  %-36s", what);
  bench_times_print (times);
  g_print ("    of that processor time            ");
  bench_times_print (works);
  g_print ("    the whole process until then      %.0f MB\n", usage.ru_maxrss / 1024.0);
  g_array_unref (times);
  g_array_unref (works);
  desk_tear_down (&desk, NULL);
}

int
main (int argc, char *argv[])
{
  measure ("20 screenshots of 1080 x 2400", FALSE);
  measure ("20 photos of 12 megapixels", TRUE);
  return 0;
}
