/* How long one letter takes from words to PDF: cold, warm, a thousand of them, and what it keeps of the memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   paper-time            all of it
 *   paper-time --cold     one letter and out: what a whole process needs, for time(1)
 *
 * The peer is the npm package letter-generator 2.2.1: 355 ms cold, 52 ms warm, 104 MB; the same letter in bare Pango and Cairo
 * takes 17 ms, 3.5 ms and 13 MB (measured on this project's first machine, 2026-11-23). */
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "bench-times.h"
#include "paper-fixture.h"

#define ROUNDS 300
#define MANY 1000

/* Processor time: what else the machine does is not the letter's. */
static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  words = g_strsplit (text, " ", -1);
  return g_ascii_strtoull (words[1], NULL, 10) * sysconf (_SC_PAGESIZE) / 1048576.0;
}

static void
make_letter (GArray *layouts, GArray *pdfs)
{
  g_autoptr(VetoDocument) document = paper_new_letter (4);
  double start_ms = get_work_ms (), laid_out_ms, made_ms;
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, VETO_PAPER_DIN_5008, NULL);
  g_autoptr(GBytes) bytes = NULL;

  laid_out_ms = get_work_ms ();
  bytes = veto_paper_to_pdf (paper, NULL);
  made_ms = get_work_ms () - laid_out_ms;
  laid_out_ms -= start_ms;
  g_array_append_val (layouts, laid_out_ms);
  g_array_append_val (pdfs, made_ms);
}

static void
print_warm (GArray *layouts, GArray *pdfs)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < layouts->len; i++)
    {
      double sum_ms = g_array_index (layouts, double, i) + g_array_index (pdfs, double, i);

      g_array_append_val (both, sum_ms);
    }
  g_print ("  warm, lay out    ");
  bench_times_print (layouts);
  g_print ("  warm, PDF        ");
  bench_times_print (pdfs);
  g_print ("  warm, both       ");
  bench_times_print (both);
  g_array_unref (both);
}

int
main (int argc, char *argv[])
{
  double        before_ms = get_work_ms (), warm_mb;
  GArray       *layouts = g_array_new (FALSE, FALSE, sizeof (double));
  GArray       *pdfs = g_array_new (FALSE, FALSE, sizeof (double));
  struct rusage usage;

  make_letter (layouts, pdfs);
  getrusage (RUSAGE_SELF, &usage);
  if (argc > 1)
    return 0;
  g_print ("  first letter      %.1f ms of processor time, the whole process until then %.1f MB\n",
           get_work_ms () - before_ms, usage.ru_maxrss / 1024.0);
  g_array_set_size (layouts, 0);
  g_array_set_size (pdfs, 0);
  for (guint i = 0; i < ROUNDS; i++)
    make_letter (layouts, pdfs);
  print_warm (layouts, pdfs);
  warm_mb = get_memory_mb ();
  for (guint i = 0; i < MANY; i++)
    make_letter (layouts, pdfs);
  g_print ("  %d more letters  %.1f MB before, %.1f MB after\n", MANY, warm_mb, get_memory_mb ());
  g_array_unref (layouts);
  g_array_unref (pdfs);
  return 0;
}
