/* Words can be read: the contrast of every label with what is behind it, as it is painted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-colour.h"
#include "veto-wizard.h"

#define SCALE 3 /* so that the middle of a stroke has the colour of the text */

typedef struct
{
  Scene       scene;
  const char *where;
  guchar     *pixels; /* of the whole window, four bytes each, blue first */
  int         width, height;
} Picture;

static void
take_picture (Picture *picture)
{
  GtkWidget   *window = GTK_WIDGET (picture->scene.window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  gtk_widget_unset_state_flags (window,
                                GTK_STATE_FLAG_BACKDROP); /* nobody gives the focus to a window here */
  scene_settle (&picture->scene);
  picture->width = gtk_widget_get_width (window) * SCALE;
  picture->height = gtk_widget_get_height (window) * SCALE;
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
    gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  g_free (picture->pixels);
  picture->pixels = g_malloc ((gsize) picture->width * (gsize) picture->height * 4);
  gdk_texture_download (texture, picture->pixels, (gsize) picture->width * 4);
}

static guint32
get_pixel (const Picture *picture, int x, int y)
{
  const guchar *bytes = picture->pixels + ((gsize) y * (gsize) picture->width + (gsize) x) * 4;
  return (guint32) bytes[2] << 16 | (guint32) bytes[1] << 8 | bytes[0];
}

static GdkRGBA
get_colour (guint32 pixel)
{
  return (GdkRGBA){ (float) (pixel >> 16) / 255, (float) (pixel >> 8 & 255) / 255,
                    (float) (pixel & 255) / 255, 1 };
}

/* The colours in @area, each with its number */
static GHashTable *
count_colours (const Picture *picture, const graphene_rect_t *area)
{
  GHashTable *colours = g_hash_table_new (NULL, NULL);
  int         right = MIN ((int) ((area->origin.x + area->size.width) * SCALE), picture->width);
  int         bottom = MIN ((int) ((area->origin.y + area->size.height) * SCALE), picture->height);

  for (int y = MAX ((int) (area->origin.y * SCALE), 0); y < bottom; y++)
    for (int x = MAX ((int) (area->origin.x * SCALE), 0); x < right; x++)
      {
        gpointer colour = GUINT_TO_POINTER (get_pixel (picture, x, y));
        guint    n = GPOINTER_TO_UINT (g_hash_table_lookup (colours, colour));

        g_hash_table_insert (colours, colour, GUINT_TO_POINTER (n + 1));
      }
  return colours;
}

/* Between the commonest colour, the ground, and the most different one of those that are no mere edge of a stroke */
static double
get_contrast (GHashTable *colours)
{
  GHashTableIter iter;
  gpointer       colour, n;
  guint          n_ground = 0, ground = 0;
  double         contrast = 1;

  g_hash_table_iter_init (&iter, colours);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) > n_ground)
      {
        n_ground = GPOINTER_TO_UINT (n);
        ground = GPOINTER_TO_UINT (colour);
      }
  g_hash_table_iter_init (&iter, colours);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) >= 12)
      {
        GdkRGBA a = get_colour (GPOINTER_TO_UINT (colour)), b = get_colour (ground);
        contrast = MAX (contrast, veto_colour_contrast (&a, &b));
      }
  return contrast;
}

static void
check_label (GtkWidget *widget, gpointer data)
{
  Picture        *picture = data;
  graphene_rect_t area;
  g_autoptr(GHashTable) colours = NULL;
  double contrast;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_is_sensitive (widget)
      || *gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (picture->scene.window), &area));
  if (area.origin.y + area.size.height > (float) picture->height / SCALE)
    return; /* one has to scroll to it */
  colours = count_colours (picture, &area);
  contrast = get_contrast (colours);
  g_test_message ("%.1f: %s", contrast, gtk_label_get_text (GTK_LABEL (widget)));
  if (contrast < VETO_COLOUR_MIN_CONTRAST)
    g_test_fail_printf ("%s: contrast %.2f: %s", picture->where, contrast,
                        gtk_label_get_text (GTK_LABEL (widget)));
}

static void
check_page (Picture *picture, const char *where)
{
  picture->where = where;
  take_picture (picture);
  scene_for_each (GTK_WIDGET (picture->scene.window), check_label, picture);
}

/* Does the steps of the first platform's first guide from @first on, @n of them. */
static void
do_steps (Picture *picture, guint first, guint n)
{
  VetoGuideSet    *set = veto_guidance_get_set (picture->scene.services.guidance);
  VetoPlatform    *platform = veto_guide_set_get_platform (set, 0);
  guint            n_guides;
  const VetoGuide *guide = &veto_platform_get_guides (platform, &n_guides)[0];
  VetoCase        *item = veto_case_book_start (picture->scene.services.book, veto_platform_get_id (platform),
                                                guide->goal, guide->id, NULL);

  for (guint i = first; i < MIN (first + n, guide->n_steps); i++)
    g_assert_true (veto_progress_set_state (veto_case_get_progress (item), guide, &guide->steps[i],
                                            VETO_STEP_STATE_DONE, NULL));
}

static void
check_pages (Picture *picture, const char *id, const char *state)
{
  g_test_message ("%s", state);
  scene_act (&picture->scene, "win.overview", NULL);
  check_page (picture, "overview");
  scene_act (&picture->scene, "win.platform", "s", id);
  check_page (picture, "platform");
}

static void
test_pages (gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  const char *id = veto_platform_get_id (veto_guide_set_get_platform (set, 0));
  Picture     picture = { 0 };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      (AdwColorScheme) GPOINTER_TO_INT (data));
  scene_open (&picture.scene, set, 900, 800);
  check_pages (&picture, id, "not started");
  do_steps (&picture, 0, 1);
  check_pages (&picture, id, "in progress");
  do_steps (&picture, 1, 3);
  check_pages (&picture, id, "sent");
  scene_act (&picture.scene, "win.walk", "(sss)", id, "", "");
  check_page (&picture, "step");
  scene_act (&picture.scene, "win.walk", "(sss)", id, "", "email");
  check_page (&picture, "step that is done");
  scene_act (&picture.scene, "win.close-walk", NULL);
  do_steps (&picture, 4, 99);
  check_pages (&picture, id, "done");
  scene_close (&picture.scene);
  g_free (picture.pixels);
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
  g_test_add_data_func ("/colours/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_pages);
  g_test_add_data_func ("/colours/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_pages);
  return g_test_run ();
}
