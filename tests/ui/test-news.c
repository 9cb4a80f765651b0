/* The page "What changed": what is another is there, before and now, and what it means for the person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "newer-guidance.h"
#include "scene.h"
#include "veto-cards.h"
#include "veto-case-page.h"
#include "veto-news-card.h"
#include "veto-news-desk.h"
#include "veto-news-page.h"
#include "veto-platform-page.h"
#include "veto-sources-page.h"

#define HEIGHT 700

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

/* The first platform's first @n_steps steps say something else by now. */
static void
open_scene (Scene *scene, int width, guint n_steps)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(VetoGuideSet) newer = NULL;

  scene_open (scene, set, width, HEIGHT);
  newer = newer_guidance_read (get_id (scene, 0), n_steps, scene_get_language ());
  veto_window_swap_guidance (scene->window, newer);
  scene_settle (scene);
}

static GtkWidget *
show_news (Scene *scene, const char *platform)
{
  scene_act (scene, "win.news", "s", platform);
  scene_settle_page (scene, VETO_TYPE_NEWS_PAGE);
  return find (scene, VETO_TYPE_NEWS_PAGE);
}

static GtkWidget *
find_first_label (GtkWidget *page, const char *text)
{
  GtkWidget *label = scene_find_label (page, text);

  if (label == NULL)
    g_test_message ("nothing says “%s”", text);
  g_assert_nonnull (label);
  return label;
}

/* Whether a part of @label is marked by something else than a colour */
static gboolean
has_mark (GtkWidget *label, PangoAttrType type)
{
  PangoAttrList *list = gtk_label_get_attributes (GTK_LABEL (label));
  g_autoptr(GSList) all = list != NULL ? pango_attr_list_get_attributes (list) : NULL;
  gboolean found = FALSE;

  for (GSList *at = all; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      found = found
              || (attribute->klass->type == type
                  && attribute->end_index < strlen (gtk_label_get_text (GTK_LABEL (label))));
      pango_attribute_destroy (attribute);
    }
  return found;
}

static void
test_step (void)
{
  Scene           scene;
  GtkWidget      *page, *before, *now;
  graphene_rect_t old_place, new_place;
  const VetoStep *step;

  open_scene (&scene, 1060, 2);
  page = show_news (&scene, "");
  step =
    veto_objection_get_guide (veto_objections_find (scene.services.objections, get_id (&scene, 0)))->steps;
  find_first_label (page, step->title);
  find_first_label (page, "2 steps changed.");
  now = find_first_label (page, NEWER_WORDS);
  before = find_first_label (page, gtk_label_get_text (GTK_LABEL (now)) + strlen (NEWER_WORDS));
  g_assert_true (has_mark (now, PANGO_ATTR_UNDERLINE));
  g_assert_true (has_mark (now, PANGO_ATTR_WEIGHT));
  g_assert_false (has_mark (before, PANGO_ATTR_STRIKETHROUGH)); /* nothing of it went */
  g_assert_true (gtk_widget_compute_bounds (before, page, &old_place));
  g_assert_true (gtk_widget_compute_bounds (now, page, &new_place));
  g_assert_cmpfloat (old_place.origin.x + old_place.size.width, <=, new_place.origin.x);
  g_assert_cmpfloat (old_place.origin.y, ==, new_place.origin.y);
  scene_close (&scene);
}

/* One above the other where it is narrow, and in a text that is twice as large. */
static void
test_narrow (gconstpointer data)
{
  guint           points = GPOINTER_TO_UINT (data);
  Scene           scene;
  GtkWidget      *page, *before, *now;
  graphene_rect_t old_place, new_place;

  scene_set_font_size (points);
  open_scene (&scene, 360, 2);
  page = show_news (&scene, "");
  now = find_first_label (page, NEWER_WORDS);
  before = find_first_label (page, gtk_label_get_text (GTK_LABEL (now)) + strlen (NEWER_WORDS));
  g_assert_true (gtk_widget_compute_bounds (before, page, &old_place));
  g_assert_true (gtk_widget_compute_bounds (now, page, &new_place));
  g_assert_cmpfloat (old_place.origin.y + old_place.size.height, <=, new_place.origin.y);
  g_assert_cmpfloat (new_place.origin.x + new_place.size.width, <=, 360);
  scene_close (&scene);
  scene_set_font_size (11);
}

static void
mark_first_step (Scene *scene)
{
  VetoCase        *item = scene_start_case (scene, 0);
  const VetoGuide *guide =
    veto_objection_get_guide (veto_objections_find (scene->services.objections, get_id (scene, 0)));
  g_autoptr(GError) error = NULL;

  veto_progress_set_state (veto_case_get_progress (item), guide, guide->steps, VETO_STEP_STATE_DONE, &error);
  g_assert_no_error (error);
}

static VetoNewsItem *
create_item (VetoNewsKind kind, const char *before, const char *after)
{
  VetoNewsItem  *item = g_new0 (VetoNewsItem, 1);
  VetoNewsWords *words = g_new0 (VetoNewsWords, 1);

  item->kind = kind;
  item->title = g_strdup ("Open the form");
  item->words = g_ptr_array_new ();
  *words = (VetoNewsWords){ "What to do", g_strdup (before), g_strdup (after) };
  g_ptr_array_add (item->words, words);
  return item;
}

static void
free_item (VetoNewsItem *item)
{
  VetoNewsWords *words = g_ptr_array_index (item->words, 0);

  g_free (words->before);
  g_free (words->after);
  g_free (words);
  g_ptr_array_unref (item->words);
  g_free (item->title);
  g_free (item);
}

/* "Before" stands below "Before" and "Now" below "Now", however much each of them says. */
static void
test_columns (void)
{
  static const char *const texts[][2] = {
    { "One.",
      "One sentence that is as long as it takes to fill its column and to begin another line in it." },
    { "One sentence that is as long as it takes to fill its column and to begin another line in it.",
      "One." },
    { "One.", "Two." },
    { NULL, "Only now." },
    { "Only before.", NULL },
  };
  GtkWidget *window = gtk_window_new (), *list = veto_cards_list_new ("Steps");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      VetoNewsItem *item = create_item (VETO_NEWS_CHANGED, texts[i][0], texts[i][1]);

      veto_news_card_append (list, item);
      free_item (item);
    }
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_widget_set_size_request (list, 640, -1);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint side = 0; side < 2; side++)
      {
        GtkWidget      *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i));
        graphene_rect_t place;

        if (texts[i][side] == NULL)
          continue;
        g_assert_true (
          gtk_widget_compute_bounds (find_first_label (row, side == 0 ? "Before" : "Now"), list, &place));
        g_test_message ("row %u, side %u: from %.0f", (guint) i, side, (double) place.origin.x);
        g_assert_cmpfloat_with_epsilon (place.origin.x, side == 0 ? 14 : gtk_widget_get_width (list) / 2 + 6,
                                        8);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who did a step that is another by now is told whether that matters, with the way there. */
static void
test_case (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(VetoGuideSet) newer = NULL;
  Scene      scene;
  GtkWidget *page, *card;

  scene_open (&scene, set, 1060, HEIGHT);
  mark_first_step (&scene);
  newer = newer_guidance_read (get_id (&scene, 0), 1, "en");
  veto_window_swap_guidance (scene.window, newer);
  scene_settle (&scene);
  page = show_news (&scene, "");
  find_first_label (page, "1 step changed.");
  card = gtk_widget_get_ancestor (find_first_label (page, "Your objection"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (scene_find_label (card, veto_platform_get_name (scene_get_platform (&scene, 0))));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_first_label (page, "Your objection"), GTK_TYPE_BUTTON),
                         "clicked");
  scene_settle (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_CASE_PAGE));
  scene_close (&scene);
}

/* From a platform's page one comes to what changed there, and from that to all. */
static void
test_one_platform (void)
{
  Scene      scene;
  GtkWidget *page;

  open_scene (&scene, 1060, 1);
  scene_act (&scene, "win.platform", "s", get_id (&scene, 0));
  scene_settle (&scene);
  scene_settle (&scene);
  find_first_label (find (&scene, VETO_TYPE_PLATFORM_PAGE), "What changed in the guidance");
  page = show_news (&scene, get_id (&scene, 0));
  g_assert_cmpstr (veto_news_page_get_platform (VETO_NEWS_PAGE (page)), ==, get_id (&scene, 0));
  find_first_label (page, NEWER_WORDS);
  find_first_label (page, "Show all services");
  page = show_news (&scene, get_id (&scene, 1));
  find_first_label (page, "For this service, the guidance says what it said before.");
  g_assert_null (scene_find_label (page, NEWER_WORDS));
  scene_act (&scene, "win.platform", "s", get_id (&scene, 1));
  scene_settle (&scene);
  scene_settle (&scene);
  g_assert_null (scene_find_label (find (&scene, VETO_TYPE_PLATFORM_PAGE), "What changed in the guidance"));
  scene_close (&scene);
}

/* There is a way on where nothing is to be read. */
static void
test_nothing (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene      scene;
  GtkWidget *page;

  scene_open (&scene, set, 360, HEIGHT);
  page = show_news (&scene, "");
  find_first_label (page, "There is no newer guidance than the one that Veto came with");
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_first_label (page, "Guidance and sources"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  scene_settle_page (&scene, VETO_TYPE_SOURCES_PAGE);
  show_news (&scene, "");
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  scene_close (&scene);
}

/* Newer guidance comes while somebody reads of the one before. */
static void
test_newer_again (void)
{
  g_autoptr(VetoGuideSet) newest = NULL;
  Scene      scene;
  GtkWidget *page;

  open_scene (&scene, 1060, 1);
  page = show_news (&scene, "");
  find_first_label (page, "1 step changed.");
  newest = newer_guidance_read (get_id (&scene, 0), 3, "en");
  veto_window_swap_guidance (scene.window, newest);
  scene_settle_page (&scene, VETO_TYPE_NEWS_PAGE);
  g_assert_true (find (&scene, VETO_TYPE_NEWS_PAGE) == page);
  find_first_label (page, "2 steps changed.");
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/news-page/step", test_step);
  g_test_add_func ("/news-page/columns", test_columns);
  g_test_add_data_func ("/news-page/narrow", GUINT_TO_POINTER (11), test_narrow);
  g_test_add_data_func ("/news-page/narrow-large", GUINT_TO_POINTER (22), test_narrow);
  g_test_add_func ("/news-page/case", test_case);
  g_test_add_func ("/news-page/one-platform", test_one_platform);
  g_test_add_func ("/news-page/nothing", test_nothing);
  g_test_add_func ("/news-page/newer-again", test_newer_again);
  return g_test_run ();
}
