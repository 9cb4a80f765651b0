/* The window while something changes behind it: newer guidance, a platform that is gone, many pages one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-platforms.h"
#include "scene.h"
#include "veto-overview-page.h"
#include "veto-platform-page.h"
#include "veto-sidebar-row.h"
#include "veto-step-page.h"
#include "veto-wizard.h"

#define WIDTH 1060
#define HEIGHT 700

static void
open_scene (Scene *scene, guint n_platforms)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, n_platforms, "en");
  scene_open (scene, set, WIDTH, HEIGHT);
}

/* From now on the guidance has the platforms from @first on. */
static void
swap_guidance (Scene *scene, guint first, guint n_platforms)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (first, n_platforms, "en");

  veto_guidance_swap (scene->services.guidance, set);
  scene_settle (scene);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static void
assert_words (Scene *scene, const char *text)
{
  if (scene_find_label (GTK_WIDGET (scene->window), text) == NULL)
    g_test_fail_printf ("nothing says “%s”", text);
}

static void
count_row (GtkWidget *widget, gpointer data)
{
  *(guint *) data += VETO_IS_SIDEBAR_ROW (widget);
}

static guint
count_rows (Scene *scene)
{
  guint n_rows = 0;

  scene_for_each (GTK_WIDGET (scene->window), count_row, &n_rows);
  return n_rows;
}

static void
walk (Scene *scene, const char *action)
{
  g_assert_true (gtk_widget_activate_action (find (scene, VETO_TYPE_WIZARD), action, NULL));
  scene_settle (scene);
}

static void
test_platform_stays (void)
{
  Scene scene;

  open_scene (&scene, 3);
  scene_act (&scene, "win.platform", "s", "p02");
  scene_settle (&scene);
  assert_words (&scene, "What happened so far");
  swap_guidance (&scene, 1, 4);
  g_assert_cmpstr (veto_platform_page_get_id (VETO_PLATFORM_PAGE (find (&scene, VETO_TYPE_PLATFORM_PAGE))),
                   ==, "p02");
  g_assert_cmpuint (count_rows (&scene), ==, 4);
  assert_words (&scene, "What happened so far");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (scene.window)), ==, "Platform 2 – Veto");
  scene_close (&scene);
}

static void
test_platform_vanishes (void)
{
  Scene scene;

  open_scene (&scene, 3);
  scene_act (&scene, "win.platform", "s", "p03");
  scene_settle (&scene);
  swap_guidance (&scene, 1, 2);
  g_assert_null (find (&scene, VETO_TYPE_PLATFORM_PAGE));
  g_assert_nonnull (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  g_assert_cmpuint (count_rows (&scene), ==, 2);
  scene_act (&scene, "win.platform", "s", "p01");
  scene_settle (&scene);
  assert_words (&scene, "Platform 1");
  scene_close (&scene);
}

/* Newer guidance comes before what is below the fold was built. */
static void
test_platform_vanishes_at_once (void)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, 1, "en");
  Scene scene;

  open_scene (&scene, 3);
  scene_act (&scene, "win.platform", "s", "p03");
  veto_guidance_swap (scene.services.guidance, set);
  scene_settle (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  scene_close (&scene);
}

static void
test_wizard_stays (void)
{
  Scene scene;

  open_scene (&scene, 3);
  scene_act (&scene, "win.walk", "(sss)", "p02", "", "");
  scene_settle (&scene);
  walk (&scene, "walk.skip");
  assert_words (&scene, "Step 2 of 6");
  swap_guidance (&scene, 2, 3);
  assert_words (&scene, "Step 2 of 6");
  walk (&scene, "walk.back");
  assert_words (&scene, "Step 1 of 6");
  scene_close (&scene);
}

/* What was typed and not kept yet is kept when the page is made anew. */
static void
test_wizard_keeps_words (void)
{
  Scene      scene;
  GtkWidget *entry;

  open_scene (&scene, 2);
  scene_act (&scene, "win.walk", "(sss)", "p02", "", "email");
  scene_settle (&scene);
  entry = scene_find (find (&scene, VETO_TYPE_STEP_PAGE), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ada@example.org");
  swap_guidance (&scene, 1, 2);
  entry = scene_find (find (&scene, VETO_TYPE_STEP_PAGE), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "ada@example.org");
  scene_close (&scene);
}

/* The platform is gone while somebody is in the middle of it, with words just typed. */
static void
test_wizard_vanishes (gconstpointer data)
{
  const char *step = data;
  GtkWidget  *entry;
  Scene       scene;

  open_scene (&scene, 3);
  scene_act (&scene, "win.walk", "(sss)", "p03", "", step);
  scene_settle (&scene);
  entry = scene_find (find (&scene, VETO_TYPE_STEP_PAGE), GTK_TYPE_ENTRY);
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), "ada@example.org");
  swap_guidance (&scene, 1, 2);
  g_assert_null (find (&scene, VETO_TYPE_WIZARD));
  g_assert_nonnull (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  scene_close (&scene);
}

static guint n_pages; /* that are alive */

static void
page_gone_cb (gpointer data, GObject *page)
{
  n_pages--;
}

static void
watch_page (Scene *scene)
{
  GtkWidget *page = find (scene, VETO_TYPE_STEP_PAGE);

  if (page == NULL || g_object_get_data (G_OBJECT (page), "watched") != NULL)
    return;
  g_object_set_data (G_OBJECT (page), "watched", scene);
  g_object_weak_ref (G_OBJECT (page), page_gone_cb, NULL);
  n_pages++;
}

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Until there are at most @n pages. */
static void
wait_for_pages (guint n)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (10, give_up_cb, &late);

  while (n_pages > n && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_assert_cmpuint (n_pages, <=, n);
}

/* Fifty walks to the end leave no more pages behind than the one that may be on the screen. */
static void
test_no_pages_left (gconstpointer data)
{
  Scene scene;

  n_pages = 0;
  open_scene (&scene, 2);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", GPOINTER_TO_INT (data), NULL);
  for (guint i = 0; i < 50; i++)
    {
      scene_act (&scene, "win.platform", "s", i % 2 == 0 ? "p01" : "p02");
      scene_act (&scene, "win.walk", "(sss)", i % 2 == 0 ? "p01" : "p02", "", "open-form");
      watch_page (&scene);
      for (guint j = 0; j < 3; j++)
        {
          gtk_widget_activate_action (find (&scene, VETO_TYPE_WIZARD), "walk.skip", NULL);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (scene.window));
          watch_page (&scene);
        }
      if (i % 10 != 0) /* and sometimes the next walk begins in the midst of this one */
        scene_act (&scene, "win.close-walk", NULL);
    }
  wait_for_pages (2); /* those that were left slide out first */
  scene_close (&scene);
  g_assert_cmpuint (n_pages, ==, 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Also of a window that is not Veto's own: GTK makes some by itself. What the X server has not taken back yet must not ask
 * for the size of what is gone. */
static void
test_closed (void)
{
  Scene      scene;
  GtkWidget *other = gtk_window_new ();
  g_autoptr(GdkSurface) surface = NULL;
  guint asks_size;

  open_scene (&scene, 3);
  gtk_window_present (GTK_WINDOW (other));
  gtk_test_widget_wait_for_draw (other);
  surface = g_object_ref (gtk_native_get_surface (GTK_NATIVE (other)));
  asks_size = g_signal_lookup ("compute-size", GDK_TYPE_TOPLEVEL);
  g_assert_true (g_signal_has_handler_pending (surface, asks_size, 0, TRUE));
  gtk_window_destroy (GTK_WINDOW (other));
  g_assert_false (g_signal_has_handler_pending (surface, asks_size, 0, TRUE));
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/window/platform-stays", test_platform_stays);
  g_test_add_func ("/window/platform-vanishes", test_platform_vanishes);
  g_test_add_func ("/window/platform-vanishes-at-once", test_platform_vanishes_at_once);
  g_test_add_func ("/window/wizard-stays", test_wizard_stays);
  g_test_add_func ("/window/wizard-keeps-words", test_wizard_keeps_words);
  g_test_add_func ("/window/closed", test_closed);
  g_test_add_data_func ("/window/wizard-vanishes", "", test_wizard_vanishes);
  g_test_add_data_func ("/window/wizard-vanishes-with-words", "email", test_wizard_vanishes);
  g_test_add_data_func ("/window/no-pages-left", GINT_TO_POINTER (FALSE), test_no_pages_left);
  g_test_add_data_func ("/window/no-pages-left-animated", GINT_TO_POINTER (TRUE), test_no_pages_left);
  return g_test_run ();
}
