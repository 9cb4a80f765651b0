/* Words can be read: the contrast of every label with what is behind it, as it is painted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-picture.h"
#include "scene.h"
#include "veto-colour.h"
#include "veto-wizard.h"

#define SCALE 3 /* so that the middle of a stroke has the colour of the text */

typedef struct
{
  Scene         scene;
  const char   *where;
  ScenePicture *picture;
  GHashTable   *known; /* (element-type utf8 utf8): styles of labels */
} Page;

static void
check_label (GtkWidget *widget, gpointer data)
{
  Page  *page = data;
  double contrast;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_is_sensitive (widget)
      || *gtk_label_get_text (GTK_LABEL (widget)) == '\0'
      || !g_hash_table_add (page->known, scene_dup_style (widget)))
    return;
  contrast = scene_picture_get_contrast (page->picture, widget);
  g_test_message ("%.1f: %s", contrast, gtk_label_get_text (GTK_LABEL (widget)));
  if (contrast < VETO_COLOUR_MIN_CONTRAST)
    g_test_fail_printf ("%s: contrast %.2f: %s", page->where, contrast,
                        gtk_label_get_text (GTK_LABEL (widget)));
}

static void
check_page (Page *page, const char *where)
{
  GtkWidget *window = GTK_WIDGET (page->scene.window);

  gtk_widget_unset_state_flags (window,
                                GTK_STATE_FLAG_BACKDROP); /* nobody gives the focus to a window here */
  scene_settle (&page->scene);
  page->where = where;
  page->picture = scene_picture_new (window, SCALE);
  scene_for_each (window, check_label, page);
  scene_picture_free (page->picture);
}

/* Does the steps of the first platform's first guide from @first on, @n of them. */
static void
do_steps (Page *page, guint first, guint n)
{
  VetoGuideSet    *set = veto_guidance_get_set (page->scene.services.guidance);
  VetoPlatform    *platform = veto_guide_set_get_platform (set, 0);
  guint            n_guides;
  const VetoGuide *guide = &veto_platform_get_guides (platform, &n_guides)[0];
  VetoCase        *item = veto_case_book_start (page->scene.services.book, veto_platform_get_id (platform),
                                                guide->goal, guide->id, NULL);

  for (guint i = first; i < MIN (first + n, guide->n_steps); i++)
    g_assert_true (veto_progress_set_state (veto_case_get_progress (item), guide, &guide->steps[i],
                                            VETO_STEP_STATE_DONE, NULL));
}

static void
check_pages (Page *page, const char *id, const char *state)
{
  g_test_message ("%s", state);
  scene_act (&page->scene, "win.overview", NULL);
  check_page (page, "overview");
  scene_act (&page->scene, "win.platform", "s", id);
  check_page (page, "platform");
}

static void
test_pages (gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  const char *id = veto_platform_get_id (veto_guide_set_get_platform (set, 0));
  Page        page = { .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      (AdwColorScheme) GPOINTER_TO_INT (data));
  scene_open (&page.scene, set, 900, 800);
  check_pages (&page, id, "not started");
  do_steps (&page, 0, 1);
  check_pages (&page, id, "in progress");
  do_steps (&page, 1, 3);
  check_pages (&page, id, "sent");
  scene_act (&page.scene, "win.walk", "(sss)", id, "", "");
  check_page (&page, "step");
  scene_act (&page.scene, "win.walk", "(sss)", id, "", "email");
  check_page (&page, "step that is done");
  scene_act (&page.scene, "win.close-walk", NULL);
  do_steps (&page, 4, 99);
  check_pages (&page, id, "done");
  scene_close (&page.scene);
  g_hash_table_unref (page.known);
}

/* The letter on a tile, whatever colour a platform has */
static void
test_tiles (void)
{
  for (guint colour = 0; colour < 4096; colour++)
    {
      GdkRGBA ground = { (float) (colour >> 8) / 15, (float) (colour >> 4 & 15) / 15,
                         (float) (colour & 15) / 15, 1 };
      GdkRGBA text;

      veto_colour_make_readable (&ground, &text);
      g_assert_cmpfloat (veto_colour_contrast (&ground, &text), >=, VETO_COLOUR_MIN_CONTRAST);
    }
}

static void
test_contrast (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0.4667f, 0.4667f, 0.4667f, 1 };

  g_assert_cmpfloat_with_epsilon (veto_colour_contrast (&black, &white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (veto_colour_contrast (&white, &black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (veto_colour_contrast (&grey, &grey), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (veto_colour_contrast (&white, &grey), 4.48,
                                  0.01); /* #777777, the known example */
}

static void
test_is_high_contrast (void)
{
  gboolean wanted = g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL;
  g_assert_cmpint (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()), ==, wanted);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/colours/contrast", test_contrast);
  g_test_add_func ("/colours/tiles", test_tiles);
  g_test_add_func ("/colours/as-asked-for", test_is_high_contrast);
  if (g_getenv ("ADW_DEBUG_HIGH_CONTRAST") == NULL)
    return g_test_run (); /* the gallery looks at the pages in the usual contrast */
  g_test_add_data_func ("/colours/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_pages);
  g_test_add_data_func ("/colours/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_pages);
  return g_test_run ();
}
