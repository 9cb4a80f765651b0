/* How long a page takes, in a window with many platforms: from the click to the frame that shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   page-time [ROUNDS]
 *
 * "work" is the processor time that this program needs for it: the action, and the frame's layout and painting; that is
 * what must fit into one frame of 16.7 ms. "shown" is the time on the clock, with the display's work and with whatever
 * else the machine does. "later" is the longest of the frames that follow within a third of a second: the animation, and
 * what is built after the first frame. */
#include "veto-config.h"

#include <stdlib.h>
#include <time.h>

#include "bench-times.h"
#include "many-platforms.h"
#include "scene.h"
#include "veto-wizard.h"

#define N_PLATFORMS 30
#define ROUNDS 30
#define FRAME_MS (1000.0 / 60)
#define LATER_MS 330

typedef struct
{
  GdkFrameClock *clock;
  double         since_ms; /* when the last frame was ready, in processor time */
  double         first_ms; /* what the first frame took since then; 0 while there is none */
  double         worst_ms; /* what the worst of the other frames took, with the work between the frames */
} Frames;

/* Processor time of this thread, which is the one that makes the frames */
static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  double now_ms = get_work_ms (), took_ms = now_ms - frames->since_ms;

  if (frames->first_ms == 0)
    frames->first_ms = took_ms;
  else
    frames->worst_ms = MAX (frames->worst_ms, took_ms);
  frames->since_ms = now_ms;
}

static void
follow_frames (Scene *scene, Frames *frames)
{
  *frames = (Frames){ .clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window)) };
  g_signal_connect_after (frames->clock, "after-paint", G_CALLBACK (after_paint_cb), frames);
}

static gboolean
stop_waiting_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint duration_ms)
{
  gboolean over = FALSE;

  g_timeout_add (duration_ms, stop_waiting_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

typedef enum { PLATFORM, OTHER_PLATFORM, OVERVIEW, WIZARD, NEXT_STEP, CLOSE, N_SWITCHES } Switch;

static const char *const names[N_SWITCHES] = {
  [PLATFORM] = "overview to platform", [OTHER_PLATFORM] = "platform to platform",
  [OVERVIEW] = "platform to overview", [WIZARD] = "into the wizard",
  [NEXT_STEP] = "a step on",           [CLOSE] = "out of the wizard",
};

static void
act (Scene *scene, Switch which, guint round)
{
  g_autofree char *id = g_strdup_printf ("p%02u", round * 7 % N_PLATFORMS + 1);
  g_autofree char *other = g_strdup_printf ("p%02u", (round * 7 + 11) % N_PLATFORMS + 1);

  switch (which)
    {
    case PLATFORM:
      scene_act (scene, "win.platform", "s", id);
      break;
    case OTHER_PLATFORM:
      scene_act (scene, "win.platform", "s", other);
      break;
    case OVERVIEW:
      scene_act (scene, "win.overview", NULL);
      break;
    case WIZARD:
      scene_act (scene, "win.walk", "(sss)", id, "", "");
      break;
    case NEXT_STEP:
      gtk_widget_activate_action (scene_find (GTK_WIDGET (scene->window), VETO_TYPE_WIZARD), "walk.skip",
                                  NULL);
      break;
    case CLOSE:
    default:
      scene_act (scene, "win.close-walk", NULL);
      break;
    }
}

typedef struct
{
  GArray *work;
  GArray *shown;
  GArray *later;
} Times;

static void
measure (Scene *scene, Frames *frames, Switch which, guint round, Times *times)
{
  double start_ms = bench_times_get_now_ms (), shown_ms;

  frames->first_ms = frames->worst_ms = 0;
  frames->since_ms = get_work_ms ();
  act (scene, which, round);
  while (frames->first_ms == 0)
    g_main_context_iteration (NULL, TRUE);
  shown_ms = bench_times_get_now_ms () - start_ms;
  wait_ms (LATER_MS);
  g_array_append_val (times->work, frames->first_ms);
  g_array_append_val (times->shown, shown_ms);
  g_array_append_val (times->later, frames->worst_ms);
}

static double
get_percentile (GArray *sorted, guint percent)
{
  return g_array_index (sorted, double, MIN (sorted->len * percent / 100, sorted->len - 1));
}

static void
print_row (const char *name, Times *times)
{
  double  median = bench_times_get_median (times->work), later = bench_times_get_median (times->later);
  double  shown = bench_times_get_median (times->shown);
  guint   n_missed = 0;
  GArray *work = times->work;

  for (guint i = 0; i < work->len; i++)
    n_missed += g_array_index (work, double, i) > FRAME_MS;
  g_print ("  %-22s %7.1f %7.1f %7.1f %8.1f %8.1f %8.1f %4u of %u\n", name, median, get_percentile (work, 99),
           get_percentile (work, 100), shown, later, get_percentile (times->later, 100), n_missed, work->len);
}

static void
measure_all (Scene *scene, guint n_rounds, gboolean animated)
{
  static const Switch order[] = { PLATFORM, OTHER_PLATFORM, WIZARD, NEXT_STEP, NEXT_STEP, CLOSE, OVERVIEW };
  Times  all = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)),
                 g_array_new (FALSE, FALSE, sizeof (double)) };
  Times  times[N_SWITCHES];
  Frames frames;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
  follow_frames (scene, &frames);
  for (guint i = 0; i < N_SWITCHES; i++)
    times[i] = (Times){ g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (double)) };
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      measure (scene, &frames, order[i], round, &times[order[i]]);

  g_print ("  %s\n  %-22s %7s %7s %7s %8s %8s %8s %s\n", animated ? "animated" : "without animation",
           "milliseconds", "work", "99 %", "worst", "shown", "later", "worst", "over a frame");
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      print_row (names[i], &times[i]);
      g_array_append_vals (all.work, times[i].work->data, times[i].work->len);
      g_array_append_vals (all.shown, times[i].shown->data, times[i].shown->len);
      g_array_append_vals (all.later, times[i].later->data, times[i].later->len);
    }
  print_row ("all", &all);
  g_signal_handlers_disconnect_by_data (frames.clock, &frames);
}

int
main (int argc, char *argv[])
{
  guint n_rounds = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : ROUNDS;
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, N_PLATFORMS, "en");
  Scene scene;

  scene_open (&scene, set, 1060, 700);
  measure_all (&scene, n_rounds, FALSE);
  measure_all (&scene, n_rounds, TRUE);
  scene_close (&scene);
  return 0;
}
