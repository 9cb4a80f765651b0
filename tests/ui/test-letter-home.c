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

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/letters/way-back", test_way_back);
  g_test_add_func ("/letters/company-address", test_company_address);
  return g_test_run ();
}
