/* How long it takes from a key in a field of a letter to the frame in which the page beside it shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   preview-time [KEYS]
 *
 * "work" is the processor time of the main thread for one key: the entry, the letter, the list of what is missing, and the
 * frames until the new page is painted. "all" adds the thread that lays the page out, and is what the machine needs. "shown" is
 * the time on the clock from the key to the end of the frame that has the new page. The key's own frame begins at once when
 * nothing was drawn just before; a page that misses it comes in the next one, 16.7 ms later. Keys come at the speed of somebody who types fast, and what is typed is kept
 * meanwhile. */
#include "veto-config.h"

#include <stdlib.h>
#include <time.h>

#include "bench-times.h"
#include "scene.h"
#include "veto-letter-preview.h"
#include "veto-typed-box.h"

#define N_KEYS 200
#define BETWEEN_KEYS_MS 60
#define AIM_MS (1000.0 / 60)

typedef struct
{
  GArray *work;
  GArray *all;
  GArray *shown;
  guint   n_in_frame[3]; /* pages that came with the frame of the key, with the next one, later */
} Times;

static double
get_work_ms (clockid_t whose)
{
  struct timespec time;

  clock_gettime (whose, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
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

typedef struct
{
  VetoLetterPreview *preview;
  VetoPaper         *before;   /* the page without the key */
  guint              n_frames; /* since the key */
  gboolean           is_shown;
} Wait;

static void
after_paint_cb (GdkFrameClock *clock, Wait *wait)
{
  wait->n_frames += wait->is_shown ? 0 : 1;
  wait->is_shown = veto_letter_preview_get_paper (wait->preview) != wait->before;
}

static void
measure_key (Scene *scene, GtkEditable *entry, const char *key, Times *times)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window));
  Wait           wait = {
              .preview = VETO_LETTER_PREVIEW (scene_find (GTK_WIDGET (scene->window), VETO_TYPE_LETTER_PREVIEW)),
  };
  g_autoptr(VetoPaper) before = g_object_ref (veto_letter_preview_get_paper (wait.preview));
  gulong handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &wait);
  int    position = -1;
  double start_ms = bench_times_get_now_ms (), work_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID);
  double all_ms = get_work_ms (CLOCK_PROCESS_CPUTIME_ID);

  wait.before = before;
  gtk_editable_insert_text (entry, key, 1, &position);
  while (!wait.is_shown)
    g_main_context_iteration (NULL, TRUE);
  start_ms = bench_times_get_now_ms () - start_ms;
  work_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID) - work_ms;
  all_ms = get_work_ms (CLOCK_PROCESS_CPUTIME_ID) - all_ms;
  g_array_append_val (times->shown, start_ms);
  g_array_append_val (times->work, work_ms);
  g_array_append_val (times->all, all_ms);
  times->n_in_frame[CLAMP (wait.n_frames, 1, 3) - 1]++;
  g_signal_handler_disconnect (clock, handler);
}

static double
get_percentile (GArray *sorted, guint percent)
{
  return g_array_index (sorted, double, MIN (sorted->len * percent / 100, sorted->len - 1));
}

static void
print_row (const char *name, GArray *values_ms)
{
  double median = bench_times_get_median (values_ms);
  guint  n_missed = 0;

  for (guint i = 0; i < values_ms->len; i++)
    n_missed += g_array_index (values_ms, double, i) > AIM_MS;
  g_print ("  %-36s median %5.1f ms, 99 %% %5.1f ms (aim %.1f ms, missed by %u of %u)\n", name, median,
           get_percentile (values_ms, 99), AIM_MS, n_missed, values_ms->len);
}

static void
compare_text (GtkWidget *widget, gpointer data)
{
  if (*(GtkEditable **) data == NULL && GTK_IS_TEXT (widget))
    *(GtkEditable **) data = GTK_EDITABLE (widget);
}

/* A letter to the first company, on the page where it is written; its first question of one line. */
static GtkEditable *
open_letter (Scene *scene)
{
  guint                 n_companies;
  const VetoController *companies =
    veto_guide_set_get_controllers (veto_guidance_get_set (scene->services.guidance), &n_companies);
  GtkEditable *entry = NULL;

  scene_act (scene, "win.write-letter", "(sss)", "objection", companies[0].id, "");
  scene_settle (scene);
  while (veto_letter_preview_get_paper (
           VETO_LETTER_PREVIEW (scene_find (GTK_WIDGET (scene->window), VETO_TYPE_LETTER_PREVIEW)))
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_for_each (scene_find (GTK_WIDGET (scene->window), VETO_TYPE_TYPED_BOX), compare_text, &entry);
  return entry;
}

int
main (int argc, char *argv[])
{
  static const char words[] = "Erika Mustermann von der Wiese ";
  guint             n_keys = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : N_KEYS;
  Times times = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)),
                  g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr(VetoGuideSet) set = NULL;
  GtkEditable *entry;
  Scene        scene;
  int          n_fake = 1;

  scene_init (&n_fake, &argv);
  set = scene_read_guidance ();
  scene_open (&scene, set, 1060, 700);
  entry = open_letter (&scene);
  for (guint i = 0; i < n_keys; i++)
    {
      if (i % (sizeof (words) - 1) == 0)
        gtk_editable_set_text (entry, "");
      wait_ms (BETWEEN_KEYS_MS);
      measure_key (&scene, entry, &words[i % (sizeof (words) - 1)], &times);
    }
  print_row ("main thread, work for one key", times.work);
  print_row ("all threads, work for one key", times.all);
  print_row ("from the key to the painted page", times.shown);
  g_print ("  pages in the frame of the key %u, in the next %u, later %u\n", times.n_in_frame[0],
           times.n_in_frame[1], times.n_in_frame[2]);
  scene_close (&scene);
  return 0;
}
