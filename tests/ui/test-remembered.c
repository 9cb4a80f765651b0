/* The window is as large as it was when it was closed, and never larger than the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-settings.h"

typedef struct
{
  const char *name;
  int         width, height; /* as they are kept; 0: never */
  gboolean    is_maximized;
  int         expected_width, expected_height; /* 0: those of the screen */
} Sample;

static const Sample samples[] = {
  { "/remembered/never", 0, 0, FALSE, 1060, 700 },
  { "/remembered/small", 500, 620, FALSE, 500, 620 },
  { "/remembered/too-large", 30000, 20000, FALSE, 0, 0 }, /* the screen was another one */
  { "/remembered/too-small", 5, 7, FALSE, 360, 360 },
  { "/remembered/nonsense", -900, 700, FALSE, 1060, 700 },
  { "/remembered/maximized", 500, 620, TRUE, 500, 620 },
};

static void
get_screen (int *width, int *height)
{
  g_autoptr(GdkMonitor)
               monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  *width = place.width;
  *height = place.height;
}

/* What the window will be like, before its first frame */
static void
test_restored (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  VetoServices services = { .guidance = veto_guidance_new (set) };
  VetoWindow  *window;
  int width, height, expected_width = sample->expected_width, expected_height = sample->expected_height;

  g_settings_set (settings, VETO_SETTINGS_WINDOW_SIZE, "(ii)", sample->width, sample->height);
  g_settings_set_boolean (settings, VETO_SETTINGS_WINDOW_MAXIMIZED, sample->is_maximized);
  if (expected_width == 0)
    get_screen (&expected_width, &expected_height);
  window = veto_window_new (scene_get_application (), &services);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, expected_width);
  g_assert_cmpint (height, ==, expected_height);
  g_assert_true (gtk_window_is_maximized (GTK_WINDOW (window)) == sample->is_maximized);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (services.guidance);
}

/* Closed, opened and closed again, it does not grow or shrink. */
static void
test_kept (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  g_settings_reset (settings, VETO_SETTINGS_WINDOW_SIZE);
  g_settings_reset (settings, VETO_SETTINGS_WINDOW_MAXIMIZED);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(VetoGuideSet) set = scene_read_guidance ();
      Scene    scene;
      gboolean stays = TRUE;
      int      width, height, kept_width, kept_height;

      scene_open (&scene, set, 700, 640);
      gtk_window_get_default_size (GTK_WINDOW (scene.window), &width, &height);
      g_signal_emit_by_name (scene.window, "close-request", &stays);
      g_assert_false (stays);
      g_settings_get (settings, VETO_SETTINGS_WINDOW_SIZE, "(ii)", &kept_width, &kept_height);
      g_assert_cmpint (kept_width, ==, width);
      g_assert_cmpint (kept_height, ==, height);
      g_assert_false (g_settings_get_boolean (settings, VETO_SETTINGS_WINDOW_MAXIMIZED));
      scene_close (&scene);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_restored);
  g_test_add_func ("/remembered/kept", test_kept);
  return g_test_run ();
}
