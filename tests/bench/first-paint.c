/* How long two programs take to their first painted frame, and what they weigh then, side by side in one run.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   first-paint [--runs N] [--settle SECONDS] REFERENCE PROGRAM     both are command lines; as "false -x"
 *
 * Measured from outside, on a display without a window manager: from fork to the first damage of a visible top-level
 * window of at least 200 x 200 pixels, with the processor time until then; the proportional set size (PSS) and the processor time
 * once it has settled. The programs take turns, so that a machine that becomes busy is busy for both. Prints medians, and the
 * median of the ratios of each two. */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <gio/gio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench-times.h"

#define LONGEST_START_MS 30000
#define SMALLEST_WINDOW 200

typedef struct
{
  double paint_ms;
  double until_ms, main_ms;
  double pss_kib;
  double cpu_ms;
} Sample;

typedef struct
{
  Display *display;
  int      damage_base;
} Watch;

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0; /* a window may vanish between its event and our question */
}

static gboolean
open_display (Watch *watch)
{
  int error_base;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL || !XDamageQueryExtension (watch->display, &watch->damage_base, &error_base))
    return FALSE;
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  return TRUE;
}

/* Reads what has arrived; a new window is watched. Returns: whether a watched one was painted */
static gboolean
take_events (Watch *watch)
{
  gboolean painted = FALSE;

  while (XPending (watch->display) > 0 && !painted)
    {
      XWindowAttributes size;
      XEvent            event;

      XNextEvent (watch->display, &event);
      painted = event.type == watch->damage_base + XDamageNotify;
      if (event.type == MapNotify && XGetWindowAttributes (watch->display, event.xmap.window, &size)
          && size.width >= SMALLEST_WINDOW && size.height >= SMALLEST_WINDOW)
        XDamageCreate (watch->display, event.xmap.window, XDamageReportNonEmpty);
    }
  return painted;
}

/* Returns: milliseconds to the first frame; -1 when there was none */
static double
wait_for_paint (Watch *watch, GPid pid, double start_ms)
{
  while (bench_times_get_now_ms () - start_ms < LONGEST_START_MS)
    {
      struct pollfd fd = { .fd = ConnectionNumber (watch->display), .events = POLLIN };

      if (take_events (watch))
        return bench_times_get_now_ms () - start_ms;
      poll (&fd, 1, 5);
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return -1;
    }
  return -1;
}

/* The number after @key in a file of /proc, in the file's own unit */
static double
read_number (GPid pid, const char *name, const char *key)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", (int) pid, name);
  g_autofree char *text = NULL;
  const char      *place = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    place = strstr (text, key);
  return place != NULL ? g_ascii_strtod (place + strlen (key), NULL) : -1;
}

/* Processor time of all threads so far, also of those that have ended: it does not depend on what else the machine does */
static double
read_cpu_ms (GPid pid)
{
  clockid_t       clock;
  struct timespec used;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &used) != 0)
    return -1;
  return (double) used.tv_sec * 1000 + (double) used.tv_nsec / 1e6;
}

/* The same of the first thread alone: what the window has to wait for where there is more than one processor */
static double
read_main_ms (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/schedstat", (int) pid, (int) pid);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_ascii_strtod (text, NULL) / 1e6 : -1;
}

static void
end_program (GPid pid)
{
  kill (pid, SIGTERM);
  for (int i = 0; i < 100; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return;
      g_usleep (20000);
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

static gboolean
measure (Watch *watch, char **command, double settle_seconds, Sample *out_sample)
{
  double start_ms;
  GPid   pid;

  XSync (watch->display, True);
  start_ms = bench_times_get_now_ms ();
  pid = fork ();
  if (pid == 0)
    {
      execvp (command[0], command);
      _exit (127);
    }
  out_sample->paint_ms = wait_for_paint (watch, pid, start_ms);
  if (out_sample->paint_ms < 0)
    {
      g_printerr ("first-paint: %s painted nothing\n", command[0]);
      kill (pid, SIGKILL);
      return FALSE;
    }
  out_sample->until_ms = read_cpu_ms (pid);
  out_sample->main_ms = read_main_ms (pid);
  g_usleep (settle_seconds * G_USEC_PER_SEC);
  out_sample->pss_kib = read_number (pid, "smaps_rollup", "Pss:");
  out_sample->cpu_ms = read_cpu_ms (pid);
  end_program (pid);
  return TRUE;
}

/* The median of one member of @samples, named by its place in the struct */
static double
get_median (GArray *samples, gsize offset)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < samples->len; i++)
    g_array_append_vals (values, G_STRUCT_MEMBER_P (&g_array_index (samples, Sample, i), offset), 1);
  return bench_times_get_median (values);
}

/* Of each two starts one after the other: what else the machine did then slowed both */
static double
get_median_ratio (GArray *samples[2], gsize offset)
{
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < samples[0]->len; i++)
    {
      double ratio = G_STRUCT_MEMBER (double, &g_array_index (samples[1], Sample, i), offset)
                     / G_STRUCT_MEMBER (double, &g_array_index (samples[0], Sample, i), offset);

      g_array_append_val (ratios, ratio);
    }
  return bench_times_get_median (ratios);
}

static void
print_row (const char *name, const char *unit, double scale, GArray *samples[2], gsize offset)
{
  g_print ("%-22s %10.1f %10.1f %-4s %6.2f x\n", name, get_median (samples[0], offset) / scale,
           get_median (samples[1], offset) / scale, unit, get_median_ratio (samples, offset));
}

static gboolean
measure_both (Watch *watch, char ***commands, int n_runs, double settle_seconds, GArray *samples[2])
{
  for (int run = -1; run < n_runs; run++) /* the first pair warms the disk cache and does not count */
    for (int which = 0; which < 2; which++)
      {
        Sample sample;

        if (!measure (watch, commands[which], settle_seconds, &sample))
          return FALSE;
        if (run >= 0)
          g_array_append_val (samples[which], sample);
      }
  return TRUE;
}

int
main (int argc, char *argv[])
{
  int          n_runs = 7;
  double       settle_seconds = 1.5;
  GOptionEntry entries[] = {
    { "runs", 'n', 0, G_OPTION_ARG_INT, &n_runs, "Counted runs of each", "N" },
    { "settle", 's', 0, G_OPTION_ARG_DOUBLE, &settle_seconds, "Until memory is read", "SECONDS" },
    { 0 },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("REFERENCE PROGRAM");
  g_autoptr(GArray) reference = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_autoptr(GArray) program = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_auto(GStrv) first = NULL;
  g_auto(GStrv) second = NULL;
  Watch watch;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 3 || n_runs < 1
      || !g_shell_parse_argv (argv[1], NULL, &first, NULL)
      || !g_shell_parse_argv (argv[2], NULL, &second, NULL))
    {
      g_printerr ("usage: first-paint [--runs N] [--settle SECONDS] REFERENCE PROGRAM\n");
      return 2;
    }
  if (!open_display (&watch))
    {
      g_printerr ("first-paint: there is no X display with the DAMAGE extension\n");
      return 77;
    }
  if (!measure_both (&watch, (char **[]){ first, second }, n_runs, settle_seconds,
                     (GArray *[]){ reference, program }))
    return 1;

  g_print ("%-22s %10s %10s\n", "", "reference", "program");
  print_row ("first paint", "ms", 1, (GArray *[]){ reference, program }, G_STRUCT_OFFSET (Sample, paint_ms));
  print_row ("processor until it", "ms", 1, (GArray *[]){ reference, program },
             G_STRUCT_OFFSET (Sample, until_ms));
  print_row ("  of its first thread", "ms", 1, (GArray *[]){ reference, program },
             G_STRUCT_OFFSET (Sample, main_ms));
  print_row ("memory (PSS)", "MiB", 1024, (GArray *[]){ reference, program },
             G_STRUCT_OFFSET (Sample, pss_kib));
  print_row ("processor", "ms", 1, (GArray *[]){ reference, program }, G_STRUCT_OFFSET (Sample, cpu_ms));
  return 0;
}
