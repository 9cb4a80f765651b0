/* How long a step takes that is done: from the click on "Done, next" until it is on the disk and the frame with the next
 * step is shown, with 500 cases and 20,000 events.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   step-time [STEPS]
 *
 * Time on the clock, with what the disk, the display and the rest of the machine take; then the processor time of this
 * program alone, which a busy machine does not lengthen. The aim: 99 of 100 within 50 ms. */
#include "veto-config.h"

#include <stdlib.h>
#include <time.h>

#include "bench-times.h"
#include "busy-person.h"
#include "many-platforms.h"
#include "scene.h"
#include "store-fixture.h"
#include "veto-wizard.h"

#define N_PLATFORMS 60
#define N_CASES 500
#define N_EVENTS 40
#define N_STEPS 300
#define MAX_STEPS 12 /* of a platform: what was passed by comes again and again */

static void
after_paint_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
open_window (Scene *scene, const char *folder, VetoGuideSet *set)
{
  *scene = (Scene){ .services.guidance = veto_guidance_new (set) };
  g_assert_true (veto_services_use (&scene->services, fixture_open (folder, VETO_STORE_WINDOW), NULL));
  scene_show (scene, 1060, 700);
}

/* (nullable): the blue button, while it says that a step is done */
static GtkButton *
find_done (Scene *scene)
{
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (scene->window));

  return button != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Done, next") == 0
           ? GTK_BUTTON (button)
           : NULL;
}

typedef struct
{
  double shown_ms, work_ms;
} Click;

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static Click
measure_click (Scene *scene, GtkButton *done)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window));
  gboolean       painted = FALSE;
  Click          click;
  gulong         handler;

  handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);
  click = (Click){ bench_times_get_now_ms (), get_work_ms () };
  g_signal_emit_by_name (done, "clicked");
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  click = (Click){ bench_times_get_now_ms () - click.shown_ms, get_work_ms () - click.work_ms };
  g_signal_handler_disconnect (clock, handler);
  return click;
}

/* (transfer full) (nullable): "Step 2 of 7" */
static char *
dup_place (Scene *scene)
{
  GtkWidget *label = scene_find_label (GTK_WIDGET (scene->window), "Step ");

  return label != NULL ? g_strdup (gtk_label_get_text (GTK_LABEL (label))) : NULL;
}

/* Through the steps of a platform. What is no "Done, next" (a page to open, something to fill in) is passed by, and so is
 * what stays where it was. */
static void
walk (Scene *scene, const char *platform, GArray *shown, GArray *work)
{
  scene_act (scene, "win.walk", "(sss)", platform, "", "");
  scene_settle (scene);
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      g_autofree char *place = dup_place (scene), *next = NULL;
      GtkButton       *done = find_done (scene);
      Click            click = done != NULL ? measure_click (scene, done) : (Click){ 0, 0 };

      if (place == NULL)
        break;
      scene_settle (scene);
      next = dup_place (scene);
      if (done != NULL && g_strcmp0 (place, next) != 0)
        {
          g_array_append_val (shown, click.shown_ms);
          g_array_append_val (work, click.work_ms);
        }
      else if (!gtk_widget_activate_action (scene_find (GTK_WIDGET (scene->window), VETO_TYPE_WIZARD),
                                            "walk.skip", NULL))
        break;
      scene_settle (scene);
    }
  scene_act (scene, "win.close-walk", NULL);
  scene_settle (scene);
}

static void
print_times (const char *what, GArray *times)
{
  g_print ("  %s:\n  ", what);
  bench_times_print (times);
  g_print ("    99 of 100 within %.2f ms\n", g_array_index (times, double, (times->len - 1) * 99 / 100));
}

int
main (int argc, char *argv[])
{
  guint n_steps = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : N_STEPS;
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, N_PLATFORMS, "en");
  g_autoptr(GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *here = g_path_get_dirname (argv[0]);
  char            *folder;
  Scene            scene;

  /* On the disk where the program was built: a temporary folder may be in memory. */
  g_setenv ("TMPDIR", here, TRUE);
  folder = fixture_make_folder ();
  busy_person_fill (folder, set, N_CASES, N_EVENTS);
  open_window (&scene, folder, set);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; shown->len < n_steps && i < N_PLATFORMS; i++)
    walk (&scene, veto_platform_get_id (veto_guide_set_get_platform (set, i)), shown, work);
  print_times ("on the clock", shown);
  print_times ("of the processor", work);
  scene_close (&scene);
  fixture_remove (folder);
  return 0;
}
