/* Children side by side where there is room, else one below the other; never wider than they need to be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-flip-layout.h"

#include "scene.h"
#include "veto-wrap.h"

#define HEIGHT 400

typedef struct
{
  const char      *name;
  int              width;
  guint            points; /* of the text */
  gboolean         row_reversed, column_reversed;
  GtkTextDirection direction;
  gboolean         row;     /* what is expected: side by side */
  gboolean         swapped; /* the last child is on the left, or on top */
} Sample;

/* A row from 400 pixels on at the usual size of text. */
static const Sample samples[] = {
  { "/flip/row", 500, 11, FALSE, FALSE, GTK_TEXT_DIR_LTR, TRUE, FALSE },
  { "/flip/column", 360, 11, FALSE, FALSE, GTK_TEXT_DIR_LTR, FALSE, FALSE },
  { "/flip/row-reversed", 500, 11, TRUE, FALSE, GTK_TEXT_DIR_LTR, TRUE, TRUE },
  { "/flip/column-reversed", 360, 11, FALSE, TRUE, GTK_TEXT_DIR_LTR, FALSE, TRUE },
  { "/flip/row-leaves-column-reversed", 500, 11, FALSE, TRUE, GTK_TEXT_DIR_LTR, TRUE, FALSE },
  { "/flip/column-leaves-row-reversed", 360, 11, TRUE, FALSE, GTK_TEXT_DIR_LTR, FALSE, FALSE },
  { "/flip/row-rtl", 500, 11, FALSE, FALSE, GTK_TEXT_DIR_RTL, TRUE, TRUE },
  { "/flip/row-reversed-rtl", 500, 11, TRUE, FALSE, GTK_TEXT_DIR_RTL, TRUE, FALSE },
  { "/flip/column-rtl", 360, 11, FALSE, FALSE, GTK_TEXT_DIR_RTL, FALSE, FALSE },
  { "/flip/large-text-needs-more-room", 500, 22, FALSE, FALSE, GTK_TEXT_DIR_LTR, FALSE, FALSE },
  { "/flip/large-text-with-room", 900, 22, FALSE, FALSE, GTK_TEXT_DIR_LTR, TRUE, FALSE },
};

static GtkWidget *
create_box (const Sample *sample)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (VETO_TYPE_FLIP_LAYOUT, "row-width", 400, "spacing", 10,
                                                    "row-reversed", sample->row_reversed, "column-reversed",
                                                    sample->column_reversed, NULL));
  gtk_widget_set_direction (box, sample->direction);
  return box;
}

static GtkWidget *
append_words (GtkWidget *box, const char *text, GtkTextDirection direction)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  gtk_widget_set_direction (label, direction);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static graphene_rect_t
get_place (GtkWidget *widget, GtkWidget *box)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, box, &place));
  return place;
}

static void
test_places (gconstpointer data)
{
  const Sample   *sample = data;
  GtkWidget      *box, *first, *last;
  graphene_rect_t a, b;

  scene_set_font_size (sample->points);
  box = create_box (sample);
  first = append_words (box, "What is said first, in some words", sample->direction);
  last = append_words (box, "What is said last", sample->direction);
  gtk_widget_allocate (box, sample->width, HEIGHT, -1, NULL);

  a = get_place (first, box);
  b = get_place (last, box);
  if (sample->swapped)
    {
      graphene_rect_t c = a;
      a = b;
      b = c;
    }
  if (sample->row)
    g_assert_cmpfloat (a.origin.x + a.size.width + 9, <, b.origin.x);
  else
    g_assert_cmpfloat (a.origin.y + a.size.height + 9, <, b.origin.y);
  g_assert_cmpfloat (MAX (a.origin.x + a.size.width, b.origin.x + b.size.width), <=, sample->width);
  g_assert_cmpfloat (MIN (a.origin.x, b.origin.x), >=, 0);
  g_object_unref (box);
  scene_set_font_size (11);
}

/* It is never wider than the widest of its children, so that a narrow window stays narrow. */
static void
test_minimum (gconstpointer data)
{
  GtkWidget *box, *label;
  int        minimum, label_minimum, height, height_at_least;

  scene_set_font_size (GPOINTER_TO_UINT (data));
  box = create_box (&samples[0]);
  append_words (box, "Kontaktformular", GTK_TEXT_DIR_LTR);
  label = append_words (box, "Datenschutzgrundverordnung und Persönlichkeitsrechte", GTK_TEXT_DIR_LTR);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &label_minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, label_minimum);
  g_assert_cmpint (minimum, <, 360 - 2 * 18);

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 320, &height, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 320, &height_at_least, NULL, NULL, NULL);
  g_assert_cmpint (height, >, height_at_least);
  g_object_unref (box);
  scene_set_font_size (11);
}

/* What it says for no width is the least of all widths, and a height gets the width it needs: GTK 4.18 warns in the journal
 * of a person where either does not hold. */
static void
test_any_width (gconstpointer data)
{
  GtkWidget *box;
  int        minimum, natural, lowest, width, widest;

  scene_set_font_size (GPOINTER_TO_UINT (data));
  box = create_box (&samples[0]);
  append_words (box, "Say in one sentence why you object, and sign it", GTK_TEXT_DIR_LTR);
  append_words (box, "They have a month to answer, and may ask you who you are before they do",
                GTK_TEXT_DIR_LTR);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &lowest, NULL, NULL, NULL);
  for (width = minimum; width <= 2 * natural; width += 7)
    {
      int height, width_minimum, width_natural, again;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, lowest);
      gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, height, &width_minimum, &width_natural, NULL,
                          NULL);
      g_assert_cmpint (width_minimum, <=, width_natural);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width_minimum, &again, NULL, NULL, NULL);
      g_assert_cmpint (again, <=, height);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, lowest, &widest, NULL, NULL, NULL);
  g_assert_cmpint (widest, <=, 2 * natural);
  g_object_unref (box);
  scene_set_font_size (11);
}

/* In a row, a child that is less high than the others stands in the middle. */
static void
test_middle (void)
{
  GtkWidget      *box = create_box (&samples[0]);
  GtkWidget      *label = append_words (box, "Low", GTK_TEXT_DIR_LTR);
  GtkWidget      *high = append_words (box, "High", GTK_TEXT_DIR_LTR);
  graphene_rect_t place;

  gtk_widget_set_size_request (high, -1, 201);
  gtk_widget_allocate (box, 500, 201, -1, NULL);
  place = get_place (label, box);
  g_assert_cmpfloat (place.size.height, <, 60);
  g_assert_cmpfloat (ABS (place.origin.y + place.size.height / 2 - 100), <=, 1);
  g_object_unref (box);
}

/* What is not seen takes no room. */
static void
test_hidden (void)
{
  GtkWidget *box = create_box (&samples[0]);
  GtkWidget *label = append_words (box, "Seen", GTK_TEXT_DIR_LTR);
  GtkWidget *hidden = append_words (box, "Not seen", GTK_TEXT_DIR_LTR);
  int        natural, label_natural;

  gtk_widget_set_visible (hidden, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &label_natural, NULL, NULL);
  g_assert_cmpint (natural, ==, label_natural);
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_places);
  g_test_add_data_func ("/flip/minimum/usual-text", GUINT_TO_POINTER (11), test_minimum);
  g_test_add_data_func ("/flip/minimum/large-text", GUINT_TO_POINTER (22), test_minimum);
  g_test_add_data_func ("/flip/any-width/usual-text", GUINT_TO_POINTER (11), test_any_width);
  g_test_add_data_func ("/flip/any-width/large-text", GUINT_TO_POINTER (22), test_any_width);
  g_test_add_func ("/flip/middle", test_middle);
  g_test_add_func ("/flip/hidden", test_hidden);
  return g_test_run ();
}
