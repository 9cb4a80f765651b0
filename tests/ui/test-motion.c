/* What moves: a step that was just done, and the end, once; nothing at all for who wants no motion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-message-page.h"
#include "veto-tick.h"
#include "veto-wizard.h"

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
set_motion (gboolean has_motion)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_motion, NULL);
}

/* Step by step at the last step of the second guide, with all others done; then that one is done too. */
static void
finish (Scene *scene)
{
  VetoPlatform    *platform = scene_get_platform (scene, 1);
  VetoCase        *item = scene_start_case (scene, 1);
  guint            n_guides;
  const VetoGuide *guide = veto_platform_get_guides (platform, &n_guides);
  GtkWidget       *wizard;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i + 1 < guide->n_steps; i++)
    {
      veto_progress_set_state (veto_case_get_progress (item), guide, &guide->steps[i], VETO_STEP_STATE_DONE,
                               &error);
      g_assert_no_error (error);
    }
  scene_act (scene, "win.walk", "(sss)", veto_platform_get_id (platform), guide->id,
             guide->steps[guide->n_steps - 1].path);
  scene_settle (scene);
  wizard = scene_find (GTK_WIDGET (scene->window), VETO_TYPE_WIZARD);
  veto_walk_finish_step (veto_wizard_get_walk (VETO_WIZARD (wizard)), VETO_STEP_STATE_DONE, &error);
  g_assert_no_error (error);
}

static VetoTick *
find_tick (Scene *scene)
{
  GtkWidget *tick = scene_find (GTK_WIDGET (scene->window), VETO_TYPE_TICK);

  g_assert_nonnull (tick);
  return VETO_TICK (tick);
}

/* It moves, and comes to rest; who comes to the end once more sees it at rest. */
static void
test_once (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene    scene;
  gboolean late = FALSE;
  guint    timeout;

  scene_open (&scene, set, 1060, 700);
  set_motion (TRUE);
  finish (&scene);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (scene.window));
  g_assert_true (veto_tick_is_moving (find_tick (&scene)));
  timeout = g_timeout_add_seconds (20, give_up_cb, &late);
  while (veto_tick_is_moving (find_tick (&scene)) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  gtk_widget_activate_action (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WIZARD), "walk.back", NULL);
  set_motion (FALSE); /* the page that is left goes at once */
  scene_settle (&scene);
  set_motion (TRUE);
  veto_walk_go_on (
    veto_wizard_get_walk (VETO_WIZARD (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WIZARD))));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (scene.window));
  g_assert_false (veto_tick_is_moving (find_tick (&scene)));
  set_motion (FALSE);
  scene_close (&scene);
}

static void
test_without_motion (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene scene;

  scene_open (&scene, set, 1060, 700);
  finish (&scene);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (scene.window));
  g_assert_false (veto_tick_is_moving (find_tick (&scene)));
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/motion/finished-once", test_once);
  g_test_add_func ("/motion/none-wanted", test_without_motion);
  return g_test_run ();
}
