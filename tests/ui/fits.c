/* Whether everything on a page has its place: nothing is cut off, nothing is wider than the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fits.h"

#include "veto-sources-page.h"
#include "veto-wizard.h"

typedef struct
{
  Scene    scene;
  int      width;
  guint    points;
  FitsFunc func;
  gpointer data;
  char    *where;
} Walk;

static void
open_expanders (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
}

/* Only the name of a platform in the sidebar and the title in a header bar may be shortened: both stand on the page too. */
static gboolean
may_be_shortened (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
         || gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE;
}

/* GTK counts margins to the size that is asked for, but not to the one that is given. */
static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int across = gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  int along = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
      return least - across;
    }
  gtk_widget_measure (widget, orientation, for_size + across, &least, NULL, NULL, NULL);
  return least - along;
}

static void
check_label (GtkWidget *widget, gpointer data)
{
  Walk           *walk = data;
  int             width = gtk_widget_get_allocated_width (widget), least_width, least_height;
  int             height = gtk_widget_get_allocated_height (widget);
  graphene_rect_t place;
  const char     *text;

  if (!GTK_IS_LABEL (widget) || may_be_shortened (widget))
    return;
  text = gtk_label_get_text (GTK_LABEL (widget));
  least_width = measure (widget, GTK_ORIENTATION_HORIZONTAL, -1);
  least_height = measure (widget, GTK_ORIENTATION_VERTICAL, width);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (walk->scene.window), &place));
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_test_fail_printf ("%s: shortened: %s", walk->where, text);
  if (width < least_width || height < least_height)
    g_test_fail_printf ("%s: %d x %d pixels instead of %d x %d: %s", walk->where, width, height, least_width,
                        least_height, text);
  if (place.origin.x < 0 || place.origin.x + place.size.width > walk->width)
    g_test_fail_printf ("%s: from %.0f to %.0f in a window of %d: %s", walk->where, place.origin.x,
                        place.origin.x + place.size.width, walk->width, text);
}

void
fits_check_now (Scene *scene, const char *where, int width)
{
  Walk walk = { .scene = *scene, .width = width, .where = (char *) where };

  scene_for_each (GTK_WIDGET (scene->window), check_label, &walk);
}

static void
check_page (Walk *walk, const char *where)
{
  GtkWidget *window = GTK_WIDGET (walk->scene.window);
  int        frame = gtk_widget_get_allocated_width (window) - gtk_widget_get_width (window);
  int        least_width;

  g_free (walk->where);
  walk->where = g_strdup_printf ("%s at %d pixels, %u points", where, walk->width, walk->points);
  scene_for_each (window, open_expanders, NULL);
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  if (least_width - frame > 360)
    g_test_fail_printf ("%s: cannot be narrower than %d pixels", walk->where, least_width - frame);
  g_assert_cmpint (gtk_widget_get_width (window), ==, walk->width);
  scene_for_each (window, check_label, walk);
  if (walk->func != NULL)
    walk->func (&walk->scene, walk->where, walk->data);
}

static void
act_in_wizard (Walk *walk, const char *action, const char *format, ...)
{
  GtkWidget *wizard = scene_find (GTK_WIDGET (walk->scene.window), VETO_TYPE_WIZARD);
  GVariant  *parameter = NULL;
  va_list    arguments;

  if (format != NULL)
    {
      va_start (arguments, format);
      parameter = g_variant_new_va (format, NULL, &arguments);
      va_end (arguments);
    }
  g_assert_true (gtk_widget_activate_action_variant (wizard, action, parameter));
}

static void
check_branch (Walk *walk, const VetoBranch *branch)
{
  act_in_wizard (walk, "walk.branch", "s", branch->id);
  for (guint i = 0; i < branch->n_steps; i++)
    {
      check_page (walk, branch->steps[i].path);
      if (i + 1 < branch->n_steps)
        act_in_wizard (walk, "walk.skip", NULL);
    }
}

/* Each way has branches that most of its steps share: each is looked at once. */
static void
check_guide (Walk *walk, VetoPlatform *platform, const VetoGuide *guide)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  const char *id = veto_platform_get_id (platform);
  VetoCase   *known = veto_case_book_start (walk->scene.services.book, id, guide->goal, guide->id, &error);

  g_assert_no_error (error);
  g_assert_true (veto_case_set_guide (known, guide->id, &error));
  scene_act (&walk->scene, "win.platform", "s", id);
  scene_settle (&walk->scene);
  check_page (walk, guide->id);
  for (guint i = 0; i < guide->n_steps; i++)
    {
      const VetoStep *step = &guide->steps[i];

      scene_act (&walk->scene, "win.walk", "(sss)", id, guide->id, step->path);
      check_page (walk, step->path);
      for (guint j = 0; step->branches[j] != NULL; j++)
        if (step->branches[j]->n_steps > 0 && g_hash_table_add (seen, (gpointer) step->branches[j]))
          {
            check_branch (walk, step->branches[j]);
            scene_act (&walk->scene, "win.walk", "(sss)", id, guide->id, step->path);
          }
    }
  scene_act (&walk->scene, "win.close-walk", NULL);
}

/* The end of the way one is on: with a step left out, and with all of them done */
static void
check_ends (Walk *walk, VetoPlatform *platform)
{
  g_autoptr(GError) error = NULL;
  const char      *id = veto_platform_get_id (platform);
  VetoObjection   *item = veto_objections_find (walk->scene.services.objections, id);
  const VetoGuide *guide = veto_objection_get_guide (item);
  VetoProgress    *progress = veto_case_get_progress (veto_objection_get_case (item));
  const VetoStep  *last = &guide->steps[guide->n_steps - 1];

  for (guint i = 0; i < guide->n_steps; i++)
    g_assert_true (veto_progress_set_state (progress, guide, &guide->steps[i], VETO_STEP_STATE_DONE, &error));
  g_assert_no_error (error);
  scene_act (&walk->scene, "win.walk", "(sss)", id, guide->id, last->path);
  act_in_wizard (walk, "walk.reopen", NULL);
  act_in_wizard (walk, "walk.skip", NULL);
  check_page (walk, "the end, not finished");
  g_assert_true (veto_progress_set_state (progress, guide, last, VETO_STEP_STATE_DONE, &error));
  g_assert_no_error (error);
  scene_act (&walk->scene, "win.walk", "(sss)", id, guide->id, "");
  check_page (walk, "the end");
  scene_act (&walk->scene, "win.close-walk", NULL);
  g_assert_cmpint (veto_objection_get_state (item), ==, VETO_CASE_DONE);
}

/* All that is built from frame to frame, with every source opened */
static void
check_sources (Walk *walk)
{
  scene_act (&walk->scene, "win.sources", NULL);
  scene_settle_page (&walk->scene, VETO_TYPE_SOURCES_PAGE);
  check_page (walk, "sources");
}

void
fits_check_pages (VetoGuideSet *set, int width, guint points, FitsFunc func, gpointer data)
{
  Walk walk = { .width = width, .points = points, .func = func, .data = data };

  scene_set_font_size (points);
  scene_open (&walk.scene, set, width, 700);
  check_page (&walk, "overview");
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      for (guint j = 0; j < n_guides; j++)
        check_guide (&walk, platform, &guides[j]);
    }
  scene_act (&walk.scene, "win.overview", NULL);
  check_page (&walk, "overview, begun");
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    check_ends (&walk, veto_guide_set_get_platform (set, i));
  scene_act (&walk.scene, "win.overview", NULL);
  check_page (&walk, "overview, done");
  check_sources (&walk);
  scene_close (&walk.scene);
  g_free (walk.where);
  scene_set_font_size (11);
}
