/* What `vetoctl letter` takes as a whole process, and one objection in a process that is there already.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   letter-process VETOCTL
 *
 * Aims: a PDF in 30 ms and 20 MB as a whole process; 4 ms when it is warm; a thousand letters without growth. */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-times.h"
#include "veto-guide-set.h"
#include "veto-letter.h"
#include "veto-paper.h"

#define STARTS 30
#define ROUNDS 100
#define MANY 1000

typedef struct
{
  GArray *work; /* processor time, what else the machine does is not in it */
  GArray *time; /* by the clock */
  long    most_kb;
} Cost;

static double
get_ms (const struct timeval *time)
{
  return time->tv_sec * 1000.0 + time->tv_usec / 1000.0;
}

static void
run_once (const char *const *argv, Cost *cost)
{
  double        start_ms = bench_times_get_now_ms (), work_ms, time_ms;
  struct rusage usage;
  int           status;
  GPid          pid;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL))
    return;
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_printerr ("  %s %s did not work\n", argv[0], argv[1]);
  time_ms = bench_times_get_now_ms () - start_ms;
  work_ms = get_ms (&usage.ru_utime) + get_ms (&usage.ru_stime);
  g_array_append_val (cost->work, work_ms);
  g_array_append_val (cost->time, time_ms);
  cost->most_kb = MAX (cost->most_kb, usage.ru_maxrss);
}

static void
measure_process (const char *name, const char *const *argv)
{
  Cost cost = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)), 0 };
  double work_ms, time_ms;

  for (guint i = 0; i < STARTS; i++)
    run_once (argv, &cost);
  work_ms = bench_times_get_median (cost.work);
  time_ms = bench_times_get_median (cost.time); /* which sorts: the first is the best */
  g_print ("  %-26s %5.1f ms of processor time, %5.1f ms by the clock (best %.1f ms), %.1f MB\n", name,
           work_ms, time_ms, g_array_index (cost.time, double, 0), cost.most_kb / 1024.0);
  g_array_unref (cost.work);
  g_array_unref (cost.time);
}

static void
measure_processes (const char *vetoctl)
{
  g_autofree char *folder = g_dir_make_tmp ("veto-bench-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *text = g_build_filename (folder, "letter.txt", NULL);
  const char      *letter[] = { vetoctl,
                                "letter",
                                "objection",
                                "--set",
                                "name=Erika Mustermann",
                                "--set",
                                "address=Musterweg 1\n12345 Musterstadt",
                                "--set",
                                "login=erika.m",
                                "--set",
                                "reasons=health,faith",
                                "--to",
                                "Example Ltd\n1 Example Road\nDublin 4",
                                "--out",
                                pdf,
                                NULL };
  const char      *version[] = { vetoctl, "--version", NULL };
  const char      *list[] = { vetoctl, "letters", NULL };

  measure_process ("vetoctl --version", version);
  measure_process ("vetoctl letters", list);
  measure_process ("vetoctl letter, PDF", letter);
  letter[G_N_ELEMENTS (letter) - 2] = text;
  measure_process ("vetoctl letter, text", letter);
  g_unlink (pdf);
  g_unlink (text);
  g_rmdir (folder);
}

static double
get_work_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return get_ms (&usage.ru_utime) + get_ms (&usage.ru_stime);
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

/* From the answers to the PDF */
static void
write_letter (VetoLetterKind *kind, const VetoRecipient *recipient)
{
  static const char *const answers[][2] = { { "name", "Erika Mustermann" },
                                            { "address", "Musterweg 1\n12345 Musterstadt" },
                                            { "login", "erika.m" },
                                            { "reasons", "health,faith" } };
  g_autoptr(VetoLetter) letter = veto_letter_new (kind, NULL);
  g_autoptr(VetoDocument) document = NULL;
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GBytes) pdf = NULL;

  veto_letter_set_controller (letter, recipient);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    veto_letter_set_answer (letter, answers[i][0], answers[i][1], NULL);
  document = veto_letter_to_document (letter, NULL);
  paper = veto_paper_lay_out (document, VETO_PAPER_DIN_5008, NULL);
  pdf = veto_paper_to_pdf (paper, NULL);
  if (pdf == NULL)
    g_printerr ("  no letter\n");
}

static void
measure_warm (void)
{
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "de", NULL);
  g_autoptr(VetoRecipient)
               recipient = veto_recipient_new_typed ("Example Ltd\n1 Example Road\nDublin 4", NULL);
  VetoLetterKind *kind = veto_guide_set_find_letter (set, "objection");
  double          start_ms, before_mb;

  for (guint i = 0; i < ROUNDS; i++)
    write_letter (kind, recipient);
  before_mb = get_memory_mb ();
  start_ms = get_work_ms ();
  for (guint i = 0; i < MANY; i++)
    write_letter (kind, recipient);
  g_print ("  warm, answers to PDF       %5.2f ms of processor time each of %d; %.1f MB before, %.1f MB "
           "after\n",
           (get_work_ms () - start_ms) / MANY, MANY, before_mb, get_memory_mb ());
}

int
main (int argc, char *argv[])
{
  if (argc != 2)
    {
      g_printerr ("usage: letter-process VETOCTL\n");
      return 2;
    }
  measure_processes (argv[1]);
  measure_warm ();
  return 0;
}
