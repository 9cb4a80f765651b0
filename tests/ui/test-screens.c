/* The drawn screens of the built-in guidance: in words for those who do not see them, and in a sound size for the others.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-screen-view.h"
#include "veto-screen-words.h"

typedef void (*ScreenFunc) (const VetoScreen *screen, const char *where);

static void
for_each_step (const VetoStep *steps, guint n_steps, const char *guide, ScreenFunc func)
{
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s/%s", guide, steps[i].path);

      if (steps[i].screen != NULL)
        func (steps[i].screen, where);
    }
}

static void
for_each_screen (ScreenFunc func)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (veto_guide_set_get_platform (set, i), &n_guides);

      for (guint j = 0; j < n_guides; j++)
        {
          for_each_step (guides[j].steps, guides[j].n_steps, guides[j].id, func);
          for (guint k = 0; k < guides[j].n_branches; k++)
            for_each_step (guides[j].branches[k].steps, guides[j].branches[k].n_steps, guides[j].id, func);
        }
    }
}

static const VetoScreenRow *
get_target (const VetoScreen *screen)
{
  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].target)
      return &screen->rows[i];
  return NULL;
}

/* What is marked is said, with its words; nothing is left of a format. */
static void
check_words (const VetoScreen *screen, const char *where)
{
  g_autofree char     *words = veto_screen_dup_words (screen, NULL);
  const VetoScreenRow *target = get_target (screen);

  g_test_message ("%s: %s", where, words);
  g_assert_cmpuint (strlen (words), >, 10);
  g_assert_null (strchr (words, '%'));
  if (screen->rows[0].kind == VETO_ROW_TITLE)
    g_assert_nonnull (strstr (words, screen->rows[0].text));
  if (target != NULL && target->text != NULL)
    g_assert_nonnull (strstr (words, target->text));
}

static void
test_words (void)
{
  for_each_screen (check_words);
}

/* The same words are what a screen reader gets from the view. */
static void
check_label (const VetoScreen *screen, const char *where)
{
  GtkWidget       *view = g_object_ref_sink (veto_screen_view_new ());
  g_autofree char *words = veto_screen_dup_words (screen, "ada@example.org");

  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), screen);
  veto_screen_view_set_value (VETO_SCREEN_VIEW (view), "ada@example.org");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_object_unref (view);
}

static void
test_label (void)
{
  for_each_screen (check_label);
}

/* It fits into every column that it may be put in, and never grows lower in a wider one than it needs to be. */
static void
check_size (const VetoScreen *screen, const char *where)
{
  GtkWidget *view = g_object_ref_sink (veto_screen_view_new ());
  int        minimum, natural, height, before = G_MAXINT;

  g_test_message ("%s", where);
  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), screen);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 180);
  g_assert_cmpint (natural, >=, 236);
  g_assert_cmpint (natural, <=, 448);
  for (int width = 180; width <= 600; width += 20)
    {
      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, &height, &natural, NULL, NULL);
      g_assert_cmpint (height, >=, 80);
      g_assert_cmpint (height, <=, 900);
      g_assert_cmpint (height, <=, before); /* wider is never higher */
      g_assert_cmpint (natural, >=, height);
      before = height;
    }
  g_object_unref (view);
}

static void
test_size (gconstpointer data)
{
  scene_set_font_size (GPOINTER_TO_UINT (data));
  for_each_screen (check_size);
  scene_set_font_size (11);
}

static GBytes *
paint (GtkWidget *view)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (view);
  int          width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)), node, NULL);
  return gdk_texture_save_to_png_bytes (texture);
}

/* What is typed stands in the field that is marked, and nowhere when there is none. */
static void
test_value (gconstpointer data)
{
  const gboolean   marked = GPOINTER_TO_INT (data);
  VetoScreenRow    rows[] = { { VETO_ROW_TITLE, "Form", FALSE },
                              { VETO_ROW_FIELD, "E-mail", marked },
                              { VETO_ROW_BUTTON, "Send", !marked } };
  VetoScreen       screen = { VETO_SCREEN_PAGE, rows, G_N_ELEMENTS (rows) };
  GtkWidget       *window = gtk_window_new (), *view = veto_screen_view_new ();
  g_autofree char *words = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), &screen);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (view);
  before = paint (view);
  veto_screen_view_set_value (VETO_SCREEN_VIEW (view), "ada@example.org");
  gtk_test_widget_wait_for_draw (view);
  after = paint (view);
  g_assert_cmpint (g_bytes_equal (before, after), ==, !marked);

  words = veto_screen_dup_words (&screen, "ada@example.org");
  g_assert_cmpint (strstr (words, "ada@example.org") != NULL, ==, marked);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/screens/words", test_words);
  g_test_add_func ("/screens/label", test_label);
  g_test_add_data_func ("/screens/size/usual-text", GUINT_TO_POINTER (11), test_size);
  g_test_add_data_func ("/screens/size/large-text", GUINT_TO_POINTER (22), test_size);
  g_test_add_data_func ("/screens/value/in-the-marked-field", GINT_TO_POINTER (TRUE), test_value);
  g_test_add_data_func ("/screens/value/nowhere-else", GINT_TO_POINTER (FALSE), test_value);
  return g_test_run ();
}
