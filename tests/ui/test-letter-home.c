/* To the letters and back, and what is filled in where a company is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-company-picker.h"
#include "veto-message-page.h"
#include "veto-write-page.h"

#define WIDE 1060
#define HEIGHT 700

static void
open_scene (Scene *scene, int width)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, width, HEIGHT);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static VetoLetterWork *
get_work (Scene *scene)
{
  return veto_write_page_get_work (VETO_WRITE_PAGE (find (scene, VETO_TYPE_WRITE_PAGE)));
}

static const char *
get_company (Scene *scene)
{
  guint n;

  return veto_guide_set_get_controllers (veto_guidance_get_set (scene->services.guidance), &n)[0].id;
}

static void
compare_back (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.back") == 0)
    *(gboolean *) data = TRUE;
}

static gboolean
shows_back (Scene *scene)
{
  gboolean shows = FALSE;

  scene_settle (scene);
  scene_for_each (GTK_WIDGET (scene->window), compare_back, &shows);
  return shows;
}

/* The kinds are not in the sidebar: also beside it there is a way back, to where one came from. */
static void
test_way_back (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.letters", NULL);
  g_assert_false (shows_back (&scene));
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  g_assert_true (shows_back (&scene));
  scene_act (&scene, "win.back", NULL);
  g_assert_false (shows_back (&scene));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene.window), "You have no letters yet"));
  g_assert_true (gtk_widget_get_mapped (find (&scene, VETO_TYPE_MESSAGE_PAGE)));
  scene_act (&scene, "win.add-service", NULL);
  scene_settle (&scene);
  scene_act (&scene, "win.write-letter", "(sss)", "", get_company (&scene), "");
  scene_settle (&scene);
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  g_assert_true (gtk_widget_get_mapped (find (&scene, VETO_TYPE_COMPANY_PICKER)));
  scene_close (&scene);
}

/* The authority is told where the company is; with another company, not where the first one was. */
static void
test_company_address (void)
{
  static const char *const question = "controller-address";
  Scene                    scene;
  const VetoController    *companies;
  guint                    n;

  open_scene (&scene, WIDE);
  companies = veto_guide_set_get_controllers (veto_guidance_get_set (scene.services.guidance), &n);
  g_assert_cmpuint (n, >=, 3);
  scene_act (&scene, "win.write-letter", "(sss)", "complaint", companies[0].id, "");
  scene_settle (&scene);
  g_assert_true (
    g_str_has_prefix (veto_letter_work_get_text (get_work (&scene), question), companies[0].address[0]));
  veto_letter_work_set_company (get_work (&scene), companies[1].id);
  g_assert_true (
    g_str_has_prefix (veto_letter_work_get_text (get_work (&scene), question), companies[1].address[0]));
  veto_letter_work_set_text (get_work (&scene), question, "Own Street 1");
  veto_letter_work_set_company (get_work (&scene), companies[2].id);
  g_assert_cmpstr (veto_letter_work_get_text (get_work (&scene), question), ==, "Own Street 1");
  scene_close (&scene);
}

/* What is typed at once goes into the first question, and the first row is the first that the keyboard gets. */
static void
test_focus (void)
{
  Scene      scene;
  GtkWidget *focus;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  scene_settle (&scene);
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_nonnull (scene_find_label (focus, "Objection to AI training"));
  scene_act (&scene, "win.write-letter", "(sss)", "objection", "", "");
  scene_settle (&scene);
  gtk_widget_grab_focus (find (&scene, VETO_TYPE_WRITE_PAGE)); /* once more */
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
  scene_close (&scene);
}

static GtkShortcut *
find_down (GtkWidget *search)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (search);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && g_list_model_get_n_items (G_LIST_MODEL (controller)) == 1)
        return g_list_model_get_item (G_LIST_MODEL (controller), 0);
    }
  return NULL;
}

/* The arrow key leads from the search to what was found. */
static void
test_down (void)
{
  Scene      scene;
  GtkWidget *search, *focus;
  g_autoptr(GtkShortcut) down = NULL;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.add-service", NULL);
  scene_settle (&scene);
  search = find (&scene, GTK_TYPE_SEARCH_ENTRY);
  down = find_down (search);
  g_assert_nonnull (down);
  g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (down), 0, search, NULL));
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, 0);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/letters/way-back", test_way_back);
  g_test_add_func ("/letters/company-address", test_company_address);
  g_test_add_func ("/letters/focus", test_focus);
  g_test_add_func ("/letters/down", test_down);
  return g_test_run ();
}
