/* The drawn widgets say in words what they show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-dots.h"
#include "veto-ring.h"
#include "veto-step-number.h"
#include "veto-tile.h"

#define assert_label(widget, text)                                                                           \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, (text))

static const struct
{
  const char *name;
  guint       n_total, n_done, n_started;
  const char *label;
} rings[] = {
  { "/drawn/ring/none", 0, 0, 0, "None yet" },
  { "/drawn/ring/first", 3, 0, 0, "0 of 3 done. In progress: 0." },
  { "/drawn/ring/one-done", 3, 1, 2, "1 of 3 done. In progress: 2." },
  { "/drawn/ring/all-done", 30, 30, 0, "30 of 30 done. In progress: 0." },
};

static void
test_ring (gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  GtkWidget  *ring = g_object_ref_sink (veto_ring_new ());

  veto_ring_set_caption (VETO_RING (ring), "done");
  veto_ring_set_counts (VETO_RING (ring), rings[row].n_total, rings[row].n_done, rings[row].n_started);
  assert_label (ring, rings[row].label);
  g_object_unref (ring);
}

static void
test_dots (void)
{
  GtkWidget *dots = g_object_ref_sink (veto_dots_new ());

  veto_dots_set_n_steps (VETO_DOTS (dots), 6);
  veto_dots_set_current (VETO_DOTS (dots), 1);
  assert_label (dots, "Step 2 of 6");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dots), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 2.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dots), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 6.0);
  veto_dots_set_current (VETO_DOTS (dots), 6); /* the end, behind the last step */
  assert_label (dots, "Step 6 of 6");
  veto_dots_set_done (VETO_DOTS (dots), 99, TRUE); /* newer guidance may have fewer */
  g_object_unref (dots);
}

/* Thirty steps do not make the window wider than a phone. */
static void
test_many_dots (void)
{
  GtkWidget *dots = g_object_ref_sink (veto_dots_new ());
  int        minimum;

  scene_set_font_size (22);
  veto_dots_set_n_steps (VETO_DOTS (dots), 30);
  gtk_widget_measure (dots, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360 - 2 * 18);
  g_object_unref (dots);
  scene_set_font_size (11);
}

static const struct
{
  const char  *name;
  VetoStepMark mark;
  const char  *label;
} marks[] = {
  { "/drawn/number/open", VETO_STEP_MARK_OPEN, "Step 3" },
  { "/drawn/number/current", VETO_STEP_MARK_CURRENT, "Step 3, this one is next" },
  { "/drawn/number/done", VETO_STEP_MARK_DONE, "Step 3, done" },
};

static void
test_number (gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  GtkWidget  *number = g_object_ref_sink (veto_step_number_new (3, VETO_STEP_MARK_OPEN));

  veto_step_number_set_mark (VETO_STEP_NUMBER (number), marks[row].mark);
  assert_label (number, marks[row].label);
  g_object_unref (number);
}

/* A tile grows with the text beside it; screen readers hear the name beside it instead. */
static void
test_tile (void)
{
  GtkWidget *tile = g_object_ref_sink (veto_tile_new (24));
  int        usual, large;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (tile)), ==,
                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, &usual, NULL, NULL, NULL);
  g_assert_cmpint (usual, ==, 24);
  g_object_unref (tile);

  scene_set_font_size (22);
  tile = g_object_ref_sink (veto_tile_new (24));
  gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, &large, NULL, NULL, NULL);
  g_assert_cmpint (large, ==, 48);
  g_object_unref (tile);
  scene_set_font_size (11);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (rings); i++)
    g_test_add_data_func (rings[i].name, GSIZE_TO_POINTER (i), test_ring);
  g_test_add_func ("/drawn/dots", test_dots);
  g_test_add_func ("/drawn/dots/many", test_many_dots);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_test_add_data_func (marks[i].name, GSIZE_TO_POINTER (i), test_number);
  g_test_add_func ("/drawn/tile", test_tile);
  return g_test_run ();
}
