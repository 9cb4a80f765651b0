/* A drawn screen as somebody meets it: what a screen reader says, what moves, and how it looks from right to left, in the dark and
 * in high contrast.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "scene.h"
#include "veto-screen-view.h"
#include "veto-screen-words.h"

#define N_ROWS 6

typedef struct
{
  const char    *name;
  VetoScreenKind kind;
  VetoScreenRow  rows[N_ROWS]; /* the first unused one is a title without words */
  const char    *value;
  const char    *english;
  const char    *german;
} Spoken;

#define MARKED TRUE
#define TITLE(words)                                                                                         \
  {                                                                                                          \
    VETO_ROW_TITLE, words, FALSE, NULL                                                                       \
  }
#define ROW(kind, words)                                                                                     \
  {                                                                                                          \
    VETO_ROW_##kind, words, FALSE, NULL                                                                      \
  }
#define TARGET(kind, words)                                                                                  \
  {                                                                                                          \
    VETO_ROW_##kind, words, TRUE, NULL                                                                       \
  }

static const Spoken samples[] = {
  { "/screen-view/words/third-entry",
    VETO_SCREEN_PAGE,
    { TITLE ("Settings and privacy"), ROW (ENTRY, NULL), ROW (ENTRY, NULL),
      TARGET (ENTRY, "Privacy Center") },
    NULL,
    "Picture: the page “Settings and privacy”. Choose the third entry, “Privacy Center”.",
    "Bild: die Seite „Settings and privacy“. Wählen Sie den dritten Eintrag, „Privacy Center“." },
  { "/screen-view/words/only-entry",
    VETO_SCREEN_PHONE,
    { TARGET (ENTRY, "Menu"), ROW (TEXT, NULL) },
    NULL,
    "Picture: the screen of a phone. Choose the entry “Menu”.",
    "Bild: der Bildschirm eines Handys. Wählen Sie den Eintrag „Menu“." },
  { "/screen-view/words/entry-without-words",
    VETO_SCREEN_PAGE,
    { ROW (ENTRY, NULL), TARGET (ENTRY, NULL) },
    NULL,
    "Picture: a page in the browser. Choose the second entry.",
    "Bild: eine Seite im Browser. Wählen Sie den zweiten Eintrag." },
  { "/screen-view/words/second-field",
    VETO_SCREEN_PAGE,
    { ROW (FIELD, "Phone"), TARGET (FIELD, "E-mail"), ROW (BUTTON, NULL) },
    NULL,
    "Picture: a page in the browser. Fill in the second field, “E-mail”.",
    "Bild: eine Seite im Browser. Füllen Sie das zweite Feld aus, „E-mail“." },
  { "/screen-view/words/value-in-the-field",
    VETO_SCREEN_PAGE,
    { TITLE ("Form"), TARGET (FIELD, NULL) },
    "ada@example.org",
    "Picture: the page “Form”. Fill in the field. “ada@example.org” stands in it.",
    "Bild: die Seite „Form“. Füllen Sie das Feld aus. Darin steht „ada@example.org“." },
  { "/screen-view/words/what-to-type",
    VETO_SCREEN_PHONE,
    { ROW (TEXT, NULL), { VETO_ROW_FIELD, NULL, MARKED, "/reset-ai" }, ROW (BUTTON, NULL) },
    NULL,
    "Picture: the screen of a phone. Fill in the field. Type “/reset-ai” into it.",
    "Bild: der Bildschirm eines Handys. Füllen Sie das Feld aus. Tippen Sie „/reset-ai“ hinein." },
  { "/screen-view/words/first-choice",
    VETO_SCREEN_PAGE,
    { ROW (TEXT, "AI?"), TARGET (CHOICE, "Yes"), ROW (CHOICE, "No") },
    NULL,
    "Picture: a page in the browser. Take the first choice, “Yes”.",
    "Bild: eine Seite im Browser. Nehmen Sie die erste Auswahl, „Yes“." },
  { "/screen-view/words/switch",
    VETO_SCREEN_PHONE,
    { TARGET (SWITCH, "Private account") },
    NULL,
    "Picture: the screen of a phone. Look for the switch “Private account”.",
    "Bild: der Bildschirm eines Handys. Suchen Sie den Schalter „Private account“." },
  { "/screen-view/words/button",
    VETO_SCREEN_PAGE,
    { ROW (AREA, NULL), TARGET (BUTTON, "Submit") },
    NULL,
    "Picture: a page in the browser. Press the button “Submit”.",
    "Bild: eine Seite im Browser. Drücken Sie den Knopf „Submit“." },
  { "/screen-view/words/second-button",
    VETO_SCREEN_PAGE,
    { ROW (BUTTON, "Back"), TARGET (BUTTON, "Submit") },
    NULL,
    "Picture: a page in the browser. Press the second button, “Submit”.",
    "Bild: eine Seite im Browser. Drücken Sie den zweiten Knopf, „Submit“." },
  { "/screen-view/words/link-in-a-text",
    VETO_SCREEN_PAGE,
    { ROW (TEXT, NULL), TARGET (TEXT, "object"), ROW (TEXT, NULL) },
    NULL,
    "Picture: a page in the browser. Look for the words “object”.",
    "Bild: eine Seite im Browser. Suchen Sie die Wörter „object“." },
  { "/screen-view/words/nothing-marked",
    VETO_SCREEN_PAGE,
    { TITLE ("Object"), ROW (TEXT, NULL), ROW (FIELD, NULL), ROW (AREA, NULL), ROW (BUTTON, "Submit") },
    NULL,
    "Picture: the page “Object”. It shows: a field, a large field, the button “Submit”.",
    "Bild: die Seite „Object“. Zu sehen: ein Feld, ein großes Feld, der Knopf „Submit“." },
};

static VetoScreen
get_screen (const Spoken *sample)
{
  VetoScreen screen = { sample->kind, sample->rows, 0 };

  while (screen.n_rows < N_ROWS
         && (sample->rows[screen.n_rows].kind != VETO_ROW_TITLE || sample->rows[screen.n_rows].text != NULL))
    screen.n_rows++;
  return screen;
}

static void
test_words (gconstpointer data)
{
  const Spoken *sample = data;
  VetoScreen    screen = get_screen (sample);
  gboolean      is_german = g_str_equal (scene_get_language (), "de");
  GtkWidget    *view = g_object_ref_sink (veto_screen_view_new ());

  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), &screen);
  veto_screen_view_set_value (VETO_SCREEN_VIEW (view), sample->value);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       is_german ? sample->german : sample->english);
  g_object_unref (view);
}

/* One row of each kind that is not written in words, so that both directions draw the same shapes. */
static const VetoScreenRow shapes[] = {
  { VETO_ROW_TITLE, NULL, FALSE, NULL },  { VETO_ROW_ENTRY, NULL, FALSE, NULL },
  { VETO_ROW_CHOICE, NULL, FALSE, NULL }, { VETO_ROW_SWITCH, NULL, FALSE, NULL },
  { VETO_ROW_FIELD, NULL, TRUE, NULL },   { VETO_ROW_BUTTON, NULL, FALSE, NULL }
};

static GtkWidget *
open_view (VetoScreenKind kind, gboolean is_marked, GtkTextDirection direction)
{
  VetoScreen screen = { kind, shapes, is_marked ? G_N_ELEMENTS (shapes) : 4 };
  GtkWidget *window = gtk_window_new (), *view = veto_screen_view_new ();

  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), &screen);
  gtk_widget_set_direction (view, direction);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (view);
  return view;
}

static void
close_view (GtkWidget *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_native (view)));
}

typedef struct
{
  int     width, height;
  guchar *pixels; /* four bytes each: blue, green, red, alpha */
} Image;

static Image
paint (GtkWidget *view)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (view);
  Image        image = { gtk_widget_get_width (view), gtk_widget_get_height (view), NULL };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, image.width, image.height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
    gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)), node,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) image.width, (float) image.height));
  image.pixels = g_malloc0 ((gsize) image.width * image.height * 4);
  gdk_texture_download (texture, image.pixels, (gsize) image.width * 4);
  return image;
}

static const guchar *
get_pixel (const Image *image, int x, int y)
{
  return image->pixels + ((gsize) y * image->width + x) * 4;
}

/* Returns: how many pixels of @other differ clearly from those of @image; @mirrored: read from the other side */
static guint
count_differences (const Image *image, const Image *other, gboolean mirrored)
{
  guint n = 0;

  g_assert_cmpint (image->width, ==, other->width);
  g_assert_cmpint (image->height, ==, other->height);
  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      {
        const guchar *one = get_pixel (image, x, y);
        const guchar *two = get_pixel (other, mirrored ? image->width - 1 - x : x, y);

        if (ABS (one[0] - two[0]) + ABS (one[1] - two[1]) + ABS (one[2] - two[2]) > 96)
          n++;
      }
  return n;
}

/* From right to left all is on the other side; only the edges of slanted lines may differ by a pixel. */
static void
test_mirrored (gconstpointer data)
{
  GtkWidget *view = open_view (GPOINTER_TO_INT (data), TRUE, GTK_TEXT_DIR_LTR);
  GtkWidget *other = open_view (GPOINTER_TO_INT (data), TRUE, GTK_TEXT_DIR_RTL);
  Image      image = paint (view), turned = paint (other);

  g_assert_cmpuint (count_differences (&image, &turned, FALSE), >, 300);
  g_assert_cmpuint (count_differences (&image, &turned, TRUE), <, 40);
  g_free (image.pixels);
  g_free (turned.pixels);
  close_view (view);
  close_view (other);
}

static double
get_luminance (const guchar *pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double              sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = pixel[i] / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/* The frame of what is marked, and that of the device, stand out from the ground: 3 to 1, as WCAG 2.1 asks of what one must see
 * to understand a picture (1.4.11). Counted along a line down the middle of the left margin, where both are crossed. */
static void
test_contrast (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget       *view;
  Image            image;
  double           ground;
  guint            n_strong = 0;

  adw_style_manager_set_color_scheme (manager, GPOINTER_TO_INT (data) ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                      : ADW_COLOR_SCHEME_FORCE_LIGHT);
  view = open_view (VETO_SCREEN_PHONE, TRUE, GTK_TEXT_DIR_LTR);
  image = paint (view);
  ground = get_luminance (get_pixel (&image, image.width - 40, 20));
  for (int y = 60, inside = FALSE; y < image.height - 30; y++)
    {
      double here = get_luminance (get_pixel (&image, 40, y));
      double contrast = (MAX (here, ground) + 0.05) / (MIN (here, ground) + 0.05);

      n_strong += contrast >= 3 && !inside;
      inside = contrast >= 3;
    }
  g_test_message ("%u strong lines", n_strong);
  g_assert_cmpuint (n_strong, >=, 2); /* the upper and the lower edge of the field */
  g_free (image.pixels);
  close_view (view);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
set_motion (gboolean has_motion)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_motion, NULL);
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (VetoScreenView *view)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (30, give_up_cb, &late);

  while (veto_screen_view_is_moving (view) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

/* A ring runs from what to touch, then all is as it is for those who want no motion; the next step's picture moves again. */
static void
test_motion (void)
{
  VetoScreen screen = { VETO_SCREEN_PAGE, shapes, G_N_ELEMENTS (shapes) };
  GtkWidget *still = open_view (VETO_SCREEN_PAGE, TRUE, GTK_TEXT_DIR_LTR), *view;
  Image      rest = paint (still), moving, after;

  set_motion (TRUE);
  view = open_view (VETO_SCREEN_PAGE, TRUE, GTK_TEXT_DIR_LTR);
  g_assert_true (veto_screen_view_is_moving (VETO_SCREEN_VIEW (view)));
  moving = paint (view);
  wait_for_rest (VETO_SCREEN_VIEW (view));
  after = paint (view);
  g_assert_cmpuint (count_differences (&rest, &moving, FALSE), >, 0);
  g_assert_cmpuint (count_differences (&rest, &after, FALSE), ==, 0);
  veto_screen_view_set_screen (VETO_SCREEN_VIEW (view), &screen);
  g_assert_true (veto_screen_view_is_moving (VETO_SCREEN_VIEW (view)));
  set_motion (FALSE);
  g_free (rest.pixels);
  g_free (moving.pixels);
  g_free (after.pixels);
  close_view (view);
  close_view (still);
}

static void
test_no_motion (void)
{
  GtkWidget *view = open_view (VETO_SCREEN_PAGE, TRUE, GTK_TEXT_DIR_LTR);

  g_assert_false (veto_screen_view_is_moving (VETO_SCREEN_VIEW (view)));
  close_view (view);
}

/* Where nothing is marked there is nothing to hint at. */
static void
test_nothing_marked (void)
{
  GtkWidget *view;

  set_motion (TRUE);
  view = open_view (VETO_SCREEN_PAGE, FALSE, GTK_TEXT_DIR_LTR);
  g_assert_false (veto_screen_view_is_moving (VETO_SCREEN_VIEW (view)));
  set_motion (FALSE);
  close_view (view);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_words);
  g_test_add_data_func ("/screen-view/mirrored/page", GINT_TO_POINTER (VETO_SCREEN_PAGE), test_mirrored);
  g_test_add_data_func ("/screen-view/mirrored/phone", GINT_TO_POINTER (VETO_SCREEN_PHONE), test_mirrored);
  g_test_add_data_func ("/screen-view/contrast/light", GINT_TO_POINTER (FALSE), test_contrast);
  g_test_add_data_func ("/screen-view/contrast/dark", GINT_TO_POINTER (TRUE), test_contrast);
  g_test_add_func ("/screen-view/motion/a-few-times", test_motion);
  g_test_add_func ("/screen-view/motion/none-wanted", test_no_motion);
  g_test_add_func ("/screen-view/motion/nothing-marked", test_nothing_marked);
  return g_test_run ();
}
