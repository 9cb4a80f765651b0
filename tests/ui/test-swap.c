/* Newer guidance comes under the open window: nobody loses their place, and what is half typed stays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "newer-guidance.h"
#include "scene.h"
#include "veto-accounts-page.h"
#include "veto-news-desk.h"
#include "veto-news-page.h"
#include "veto-objection-row.h"
#include "veto-overview-page.h"
#include "veto-platform-page.h"
#include "veto-sidebar-row.h"
#include "veto-sources-page.h"
#include "veto-step-row.h"
#include "veto-typed-box.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

#define WIDTH 900
#define HEIGHT 420 /* so low that every page scrolls */

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static const char *
get_id (Scene *scene, guint index)
{
  return veto_platform_get_id (scene_get_platform (scene, index));
}

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  scene_open (scene, set, WIDTH, HEIGHT);
}

/* The first platform's first steps say something else from now on. */
static void
swap (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = newer_guidance_read (get_id (scene, 0), 3, scene_get_language ());

  veto_window_swap_guidance (scene->window, set);
  scene_settle (scene);
  scene_settle (scene);
  g_assert_true (veto_guidance_get_set (scene->services.guidance) == set);
}

static GtkWidget *
get_focus (Scene *scene)
{
  return gtk_root_get_focus (GTK_ROOT (scene->window));
}

static GtkAdjustment *
get_scrolled (GtkWidget *page)
{
  GtkWidget *scroller = scene_find (page, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* Returns: how far down the page of @type is now */
static double
scroll (Scene *scene, GType type)
{
  GtkAdjustment *adjustment = get_scrolled (find (scene, type));

  gtk_adjustment_set_value (adjustment, 90);
  scene_settle (scene);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 90);
  return 90;
}

typedef struct
{
  GType       type;
  const char *text; /* nullable: that one sees in it */
  GtkWidget  *found;
} Wanted;

static void
find_wanted (GtkWidget *widget, gpointer data)
{
  Wanted *wanted = data;

  if (wanted->found == NULL && G_OBJECT_TYPE (widget) == wanted->type
      && (wanted->text == NULL || scene_find_label (widget, wanted->text) != NULL))
    wanted->found = widget;
}

/* (transfer none): the first widget of @type in @page that says @text */
static GtkWidget *
find_saying (GtkWidget *page, GType type, const char *text)
{
  Wanted wanted = { .type = type, .text = text };

  scene_for_each (page, find_wanted, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

static void
test_overview (void)
{
  Scene       scene;
  const char *name;
  GtkWidget  *row;

  open_scene (&scene);
  name = veto_platform_get_name (scene_get_platform (&scene, 2));
  row = find_saying (find (&scene, VETO_TYPE_OVERVIEW_PAGE), VETO_TYPE_OBJECTION_ROW, name);
  gtk_widget_grab_focus (row);
  scene_settle (&scene);
  scroll (&scene, VETO_TYPE_OVERVIEW_PAGE);
  swap (&scene);
  g_assert_true (VETO_IS_OBJECTION_ROW (get_focus (&scene)));
  g_assert_cmpstr (veto_objection_row_get_platform (VETO_OBJECTION_ROW (get_focus (&scene))), ==,
                   get_id (&scene, 2));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scrolled (find (&scene, VETO_TYPE_OVERVIEW_PAGE))), ==,
                     90);
  scene_close (&scene);
}

static void
test_sidebar (void)
{
  Scene scene;

  open_scene (&scene);
  gtk_widget_grab_focus (find_saying (GTK_WIDGET (scene.window), VETO_TYPE_SIDEBAR_ROW,
                                      veto_platform_get_name (scene_get_platform (&scene, 1))));
  swap (&scene);
  g_assert_true (VETO_IS_SIDEBAR_ROW (get_focus (&scene)));
  g_assert_cmpstr (veto_sidebar_row_get_platform (VETO_SIDEBAR_ROW (get_focus (&scene))), ==,
                   get_id (&scene, 1));
  scene_close (&scene);
}

/* The words are new, and who reads is where they were. */
static void
test_platform (void)
{
  Scene            scene;
  GtkWidget       *page;
  g_autofree char *path = NULL;

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", get_id (&scene, 0));
  scene_settle (&scene);
  page = find (&scene, VETO_TYPE_PLATFORM_PAGE);
  gtk_widget_grab_focus (find_saying (page, VETO_TYPE_STEP_ROW, NULL));
  scene_settle (&scene);
  path = g_strdup (veto_step_row_get_path (VETO_STEP_ROW (get_focus (&scene))));
  scroll (&scene, VETO_TYPE_PLATFORM_PAGE);
  swap (&scene);
  g_assert_true (find (&scene, VETO_TYPE_PLATFORM_PAGE) == page);
  g_assert_true (VETO_IS_STEP_ROW (get_focus (&scene)));
  g_assert_cmpstr (veto_step_row_get_path (VETO_STEP_ROW (get_focus (&scene))), ==, path);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scrolled (page)), ==, 90);
  scene_close (&scene);
}

static void
test_sources (void)
{
  Scene      scene;
  GtkWidget *page;

  open_scene (&scene);
  scene_act (&scene, "win.sources", NULL);
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  page = find (&scene, VETO_TYPE_SOURCES_PAGE);
  gtk_adjustment_set_value (get_scrolled (page), 2000);
  scene_settle (&scene);
  swap (&scene);
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scrolled (page)), ==, 2000);
  scene_close (&scene);
}

/* Types into the entry that is in front, without leaving it. */
static GtkWidget *
half_type (Scene *scene, GtkWidget *page, const char *text)
{
  GtkWidget *entry = scene_find (page, GTK_TYPE_TEXT);

  g_assert_nonnull (entry);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), 4);
  scene_settle (scene);
  return entry;
}

static void
assert_half_typed (Scene *scene, GtkWidget *entry, const char *text)
{
  g_assert_true (get_focus (scene) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, text);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 4);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
}

/* Goes on until a step asks for something to be typed. */
static void
go_to_entry (Scene *scene)
{
  while (scene_find (find (scene, VETO_TYPE_WIZARD), GTK_TYPE_TEXT) == NULL)
    {
      VetoWalk *walk = veto_wizard_get_walk (VETO_WIZARD (find (scene, VETO_TYPE_WIZARD)));

      g_assert_nonnull (veto_walk_get_step (walk));
      veto_walk_go_on (walk);
      scene_settle (scene);
    }
}

/* Step by step goes on with the steps it began with; what changed is offered when it is left. */
static void
test_walk (void)
{
  Scene       scene;
  GtkWidget  *wizard, *entry;
  const char *step;

  open_scene (&scene);
  scene_act (&scene, "win.walk", "(sss)", get_id (&scene, 0), "", "");
  scene_settle (&scene);
  go_to_entry (&scene);
  wizard = find (&scene, VETO_TYPE_WIZARD);
  step = veto_walk_get_step (veto_wizard_get_walk (VETO_WIZARD (wizard)))->path;
  entry = half_type (&scene, wizard, "erika@exam");
  swap (&scene);
  g_assert_true (find (&scene, VETO_TYPE_WIZARD) == wizard);
  g_assert_cmpstr (veto_walk_get_step (veto_wizard_get_walk (VETO_WIZARD (wizard)))->path, ==, step);
  assert_half_typed (&scene, entry, "erika@exam");
  while (veto_walk_can_go_back (veto_wizard_get_walk (VETO_WIZARD (wizard))))
    veto_walk_go_back (veto_wizard_get_walk (VETO_WIZARD (wizard)));
  scene_settle (&scene);
  g_assert_null (scene_find_label (wizard, NEWER_WORDS));
  scene_act (&scene, "win.close-walk", NULL);
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene.window), "Steps changed while you were at them."));
  scene_act (&scene, "win.walk", "(sss)", get_id (&scene, 0), "",
             veto_objection_get_guide (veto_objections_find (scene.services.objections, get_id (&scene, 0)))
               ->steps[0]
               .path);
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (find (&scene, VETO_TYPE_WIZARD), NEWER_WORDS));
  scene_close (&scene);
}

/* A walk that nothing is new for says nothing. */
static void
test_other_walk (void)
{
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.walk", "(sss)", get_id (&scene, 1), "", "");
  scene_settle (&scene);
  swap (&scene);
  scene_act (&scene, "win.close-walk", NULL);
  scene_settle (&scene);
  g_assert_null (scene_find_label (GTK_WIDGET (scene.window), "Steps changed while you were at them."));
  scene_close (&scene);
}

static void
test_letter (void)
{
  Scene      scene;
  GtkWidget *page, *entry;
  double     before;

  open_scene (&scene);
  scene_act (&scene, "win.write-letter", "(sss)", "objection", "", "");
  scene_settle (&scene);
  page = find (&scene, VETO_TYPE_WRITE_PAGE);
  entry = half_type (&scene, GTK_WIDGET (scene_find_box (page, "Your name")), "Erika Mus");
  before = gtk_adjustment_get_value (get_scrolled (page));
  swap (&scene);
  g_assert_true (find (&scene, VETO_TYPE_WRITE_PAGE) == page);
  assert_half_typed (&scene, entry, "Erika Mus");
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scrolled (page)), ==, before);
  scene_close (&scene);
}

static void
test_accounts (void)
{
  Scene      scene;
  GtkWidget *page, *focus;

  open_scene (&scene);
  scene_start_case (&scene, 0);
  scene_start_case (&scene, 1);
  scene_act (&scene, "win.accounts", NULL);
  scene_settle (&scene);
  page = find (&scene, VETO_TYPE_ACCOUNTS_PAGE);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  focus = get_focus (&scene);
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  swap (&scene);
  g_assert_true (find (&scene, VETO_TYPE_ACCOUNTS_PAGE) == page);
  g_assert_true (gtk_widget_is_ancestor (get_focus (&scene), page));
  g_assert_true (get_focus (&scene) == focus);
  scene_close (&scene);
}

/* Two updates, one right after the other. */
static void
test_twice (void)
{
  g_autoptr(VetoGuideSet) second = NULL;
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", get_id (&scene, 0));
  scene_settle (&scene);
  scroll (&scene, VETO_TYPE_PLATFORM_PAGE);
  second = newer_guidance_read (get_id (&scene, 0), 1, scene_get_language ());
  swap (&scene);
  veto_window_swap_guidance (scene.window, second);
  scene_settle (&scene);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scrolled (find (&scene, VETO_TYPE_PLATFORM_PAGE))), ==,
                     90);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/swap/overview", test_overview);
  g_test_add_func ("/swap/sidebar", test_sidebar);
  g_test_add_func ("/swap/platform", test_platform);
  g_test_add_func ("/swap/sources", test_sources);
  g_test_add_func ("/swap/walk", test_walk);
  g_test_add_func ("/swap/other-walk", test_other_walk);
  g_test_add_func ("/swap/letter", test_letter);
  g_test_add_func ("/swap/accounts", test_accounts);
  g_test_add_func ("/swap/twice", test_twice);
  return g_test_run ();
}
