/* The page "Guidance and sources": built when it is opened, everything once, and still there when the guidance changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-platforms.h"
#include "scene.h"
#include "veto-link.h"
#include "veto-overview-page.h"
#include "veto-source-words.h"
#include "veto-sources-page.h"

static GtkWidget *
get_page (Scene *scene)
{
  return scene_find (GTK_WIDGET (scene->window), VETO_TYPE_SOURCES_PAGE);
}

/* Opens the page with the guidance that Veto brings along; returns when all of it is there. */
static void
open_page (Scene *scene, int width)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  scene_open (scene, set, width, 700);
  scene_act (scene, "win.sources", NULL);
  scene_settle_page (scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_nonnull (get_page (scene));
}

/* Nothing of it costs anything before somebody wants to see it. To be run first in the process. */
static void
test_built_late (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene scene;

  scene_open (&scene, set, 1060, 700);
  g_assert_null (g_type_class_peek (VETO_TYPE_SOURCES_PAGE));
  scene_act (&scene, "win.sources", NULL);
  g_assert_nonnull (g_type_class_peek (VETO_TYPE_SOURCES_PAGE));
  scene_close (&scene);
}

typedef struct
{
  const char *text;
  guint       n;
} Count;

static void
count_label (GtkWidget *widget, gpointer data)
{
  Count *count = data;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), count->text))
    count->n++;
}

static guint
count_labels (Scene *scene, const char *text)
{
  Count count = { .text = text };

  scene_for_each (get_page (scene), count_label, &count);
  return count.n;
}

static void
assert_once (Scene *scene, GPtrArray *statements)
{
  g_assert_cmpuint (statements->len, >, 0);
  for (guint i = 0; i < statements->len; i++)
    {
      const VetoStatement *statement = statements->pdata[i];

      if (count_labels (scene, statement->text) != 1)
        g_test_fail_printf ("%u times: %s", count_labels (scene, statement->text), statement->text);
    }
}

static void
test_everything_once (void)
{
  g_autoptr(VetoSourceIndex) index = NULL;
  Scene      scene;
  GPtrArray *sources;

  open_page (&scene, 1060);
  index = veto_source_index_new (veto_guidance_get_set (scene.services.guidance));
  assert_once (&scene, veto_source_index_get_facts (index, VETO_TOPIC_LAW));
  assert_once (&scene, veto_source_index_get_facts (index, VETO_TOPIC_RUMOURS));
  assert_once (&scene, veto_source_index_get_history (index));
  sources = veto_source_index_get_sources (index);
  for (guint i = 0; i < sources->len; i++)
    {
      const VetoSource *source = ((VetoSourceUse *) sources->pdata[i])->source;

      g_assert_cmpuint (count_labels (&scene, source->publisher), >, 0);
      g_assert_cmpuint (count_labels (&scene, source->about), >, 0);
    }
  scene_close (&scene);
}

static void
count_heading (GtkWidget *widget, gpointer data)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING)
    *(guint *) data += 1;
}

static guint
count_headings (GtkWidget *widget)
{
  guint n = 0;

  scene_for_each (widget, count_heading, &n);
  return n;
}

/* The page’s own, that of the look for newer guidance, and one of each part; on the overview the hero and the list, in the sidebar that of the platforms */
static void
test_headings (void)
{
  Scene scene;

  open_page (&scene, 1060);
  g_assert_cmpuint (count_headings (get_page (&scene)), ==, 6);
  scene_act (&scene, "win.overview", NULL);
  scene_settle (&scene);
  g_assert_cmpuint (count_headings (GTK_WIDGET (scene.window)), ==, 3);
  scene_close (&scene);
}

/* What is inside a source: the host before anything opens, and what rests on it. */
static void
test_source (void)
{
  g_autoptr(VetoSourceIndex) index = NULL;
  GtkWidget *row = NULL;
  Scene      scene;

  open_page (&scene, 1060);
  index = veto_source_index_new (veto_guidance_get_set (scene.services.guidance));
  for (guint i = 0; i < veto_source_index_get_sources (index)->len; i++)
    {
      const VetoSourceUse *use = veto_source_index_get_sources (index)->pdata[i];
      g_autofree char     *host = use->source->link != NULL ? veto_link_dup_host (use->source->link) : NULL;
      GtkWidget           *label = scene_find_label (get_page (&scene), use->source->about);
      GtkWidget           *content;
      const char          *words;

      if (host == NULL)
        continue;
      row = gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER);
      gtk_expander_set_expanded (GTK_EXPANDER (row), TRUE);
      scene_settle (&scene);
      content = gtk_expander_get_child (GTK_EXPANDER (row));
      words = gtk_button_get_label (
        GTK_BUTTON (scene_find (scene_find (content, g_type_from_name ("VetoLinkBox")), GTK_TYPE_BUTTON)));
      g_assert_true (g_str_has_suffix (words, host));
      for (guint k = 0; k < use->statements->len; k++)
        {
          g_autofree char *text = veto_statement_dup_words (use->statements->pdata[k]);
          g_assert_nonnull (scene_find_label (content, text));
        }
      break;
    }
  g_assert_nonnull (row);
  scene_close (&scene);
}

/* The button at the top leads to the first source, also when nobody waited for it to be built. */
static void
test_go_down (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  GtkScrolledWindow *scroller;
  Scene              scene;

  scene_open (&scene, set, 1060, 700);
  scene_act (&scene, "win.sources", NULL);
  scroller = GTK_SCROLLED_WINDOW (scene_find (get_page (&scene), GTK_TYPE_SCROLLED_WINDOW));
  g_signal_emit_by_name (scene_find (get_page (&scene), GTK_TYPE_BUTTON), "clicked");
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_true (GTK_IS_EXPANDER (gtk_root_get_focus (GTK_ROOT (scene.window))));
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)), >, 700);
  scene_close (&scene);
}

/* Newer guidance comes while somebody reads what rests on a source, or while the page is still being built. */
static void
test_guidance_changes (gconstpointer data)
{
  g_autoptr(VetoGuideSet) newer = many_platforms_read (1, 2, "en");
  gboolean   at_once = GPOINTER_TO_INT (data);
  GtkWidget *row;
  Scene      scene;

  if (at_once)
    {
      g_autoptr(VetoGuideSet) set = scene_read_guidance ();
      scene_open (&scene, set, 1060, 700);
      scene_act (&scene, "win.sources", NULL);
    }
  else
    {
      open_page (&scene, 1060);
      row = scene_find (get_page (&scene), GTK_TYPE_EXPANDER);
      gtk_expander_set_expanded (GTK_EXPANDER (row), TRUE);
      scene_settle (&scene);
      gtk_widget_grab_focus (row);
    }
  veto_guidance_swap (scene.services.guidance, newer);
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_nonnull (get_page (&scene));
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (scene.window)));
  g_assert_nonnull (
    strstr (gtk_label_get_text (GTK_LABEL (scene_find_label (get_page (&scene), "Concerns: "))),
            "Platform 1, Platform 2"));
  g_assert_null (scene_find_label (get_page (&scene), "Concerns: Facebook"));
  scene_close (&scene);
}

static void
test_says_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet)
               set = veto_guide_set_read_folder (g_getenv ("VETO_TEST_POOR_GUIDANCE"), "en", &error);
  Scene scene;

  g_assert_no_error (error);
  scene_open (&scene, set, 360, 700);
  scene_act (&scene, "win.sources", NULL);
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_cmpuint (count_labels (&scene, "This guidance says nothing about the law."), ==, 1);
  g_assert_cmpuint (count_labels (&scene, "Sources, newest first"), ==, 1);
  g_assert_cmpuint (count_labels (&scene, "Rumours and false messages"), ==, 0);
  scene_close (&scene);
}

/* There is a way back, and the page is where it was when one comes again. */
static void
test_narrow (void)
{
  Scene      scene;
  GtkWidget *page;

  open_page (&scene, 360);
  page = get_page (&scene);
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  g_assert_null (get_page (&scene)); /* the sidebar is seen */
  scene_act (&scene, "win.overview", NULL);
  scene_settle (&scene);
  g_assert_nonnull (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_OVERVIEW_PAGE));
  scene_act (&scene, "win.sources", NULL);
  scene_settle (&scene);
  g_assert_true (get_page (&scene) == page);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (scene.window)), page));
  scene_close (&scene);
}

static void
test_right_to_left (void)
{
  Scene           scene;
  GtkWidget      *label;
  graphene_rect_t place;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_page (&scene, 360);
  label = scene_find (get_page (&scene), GTK_TYPE_BUTTON); /* stands at the side where reading starts */
  g_assert_true (gtk_widget_compute_bounds (label, get_page (&scene), &place));
  g_assert_cmpfloat (place.origin.x + place.size.width, ==, 360 - 18);
  scene_close (&scene);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  const char *language = scene_init (&argc, &argv);

  if (language == NULL)
    return 0;
  g_test_add_func ("/sources/built-late", test_built_late);
  g_test_add_func ("/sources/everything-once", test_everything_once);
  g_test_add_func ("/sources/headings", test_headings);
  g_test_add_func ("/sources/source", test_source);
  g_test_add_func ("/sources/go-down", test_go_down);
  g_test_add_func ("/sources/narrow", test_narrow);
  g_test_add_func ("/sources/right-to-left", test_right_to_left);
  if (g_str_equal (language, "en"))
    {
      g_test_add_data_func ("/sources/guidance-changes", GINT_TO_POINTER (FALSE), test_guidance_changes);
      g_test_add_data_func ("/sources/guidance-changes-at-once", GINT_TO_POINTER (TRUE),
                            test_guidance_changes);
      g_test_add_func ("/sources/says-nothing", test_says_nothing);
    }
  return g_test_run ();
}
