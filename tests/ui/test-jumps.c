/* What somebody reads or is about to press stays where it is when more arrives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-accounts-page.h"
#include "veto-overview-page.h"

typedef struct
{
  GtkWidget      *widget;
  graphene_rect_t place;
} Mark;

static void
note (GtkWidget *widget, gpointer data)
{
  GArray *marks = data;
  Mark    mark = { .widget = widget };

  if (!GTK_IS_LABEL (widget) && !GTK_IS_BUTTON (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &mark.place));
  g_array_append_val (marks, mark);
}

/* Where everything on @page is as of now */
static GArray *
note_all (GtkWidget *page)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (Mark));

  g_assert_nonnull (page);
  scene_for_each (page, note, marks);
  g_assert_cmpuint (marks->len, >, 0);
  return marks;
}

/* The widgets live: nothing that was shown is made anew. Its own words may need another width; it begins at the same place. */
static void
assert_stayed (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark     *mark = &g_array_index (marks, Mark, i);
      graphene_rect_t now;

      g_assert_true (gtk_widget_get_mapped (mark->widget));
      g_assert_true (
        gtk_widget_compute_bounds (mark->widget, GTK_WIDGET (gtk_widget_get_root (mark->widget)), &now));
      g_test_message ("%s at %.0f,%.0f", G_OBJECT_TYPE_NAME (mark->widget), (double) now.origin.x,
                      (double) now.origin.y);
      g_assert_cmpfloat_with_epsilon (now.origin.y, mark->place.origin.y, 0.5);
      g_assert_cmpfloat_with_epsilon (now.origin.x, mark->place.origin.x, 0.5);
    }
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

/* From the first frame until the list, the dates and the notices are there as well */
static void
test_overview (gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = NULL;
  Scene scene = { .services.guidance = veto_guidance_new (set) };

  veto_services_use (&scene.services, veto_store_open_in_memory (&error), &error);
  g_assert_no_error (error);
  scene.window = veto_window_new (scene_get_application (), &scene.services);
  gtk_window_set_default_size (GTK_WINDOW (scene.window), GPOINTER_TO_INT (data), 700);
  veto_window_fill (scene.window);
  gtk_window_present (GTK_WINDOW (scene.window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (scene.window))
         || gtk_widget_get_width (GTK_WIDGET (scene.window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  marks = note_all (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene.window), "My objections"));
  assert_stayed (marks);
  scene_close (&scene);
}

/* While the keyring is asked whether it is there */
static void
test_accounts (gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = NULL;
  Scene scene;

  scene_open (&scene, set, GPOINTER_TO_INT (data), 700);
  for (guint i = 0; i < 3; i++)
    {
      const VetoAccountDraft draft = { .platform = veto_platform_get_id (scene_get_platform (&scene, i)),
                                       .login = "erika@example.org" };

      g_assert_nonnull (veto_account_book_add (scene.services.accounts, &draft, &error));
    }
  scene_act (&scene, "win.accounts", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (scene.window));
  marks = note_all (find (&scene, VETO_TYPE_ACCOUNTS_PAGE));
  scene_settle_page (&scene, VETO_TYPE_ACCOUNTS_PAGE);
  assert_stayed (marks);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_data_func ("/jumps/overview/wide", GINT_TO_POINTER (1060), test_overview);
  g_test_add_data_func ("/jumps/overview/narrow", GINT_TO_POINTER (360), test_overview);
  g_test_add_data_func ("/jumps/accounts/wide", GINT_TO_POINTER (1060), test_accounts);
  g_test_add_data_func ("/jumps/accounts/narrow", GINT_TO_POINTER (360), test_accounts);
  return g_test_run ();
}
