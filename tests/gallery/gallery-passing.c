/* What opens and goes again: menus, toasts, windows of GTK and libadwaita with Veto's words in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-start-over.h"
#include "veto-wizard.h"

static void
find_menu_button (GtkWidget *widget, gpointer data)
{
  GtkWidget **found = data;

  if (GTK_IS_MENU_BUTTON (widget))
    *found = widget;
}

static void
look_at_menu (Gallery *gallery, const char *name)
{
  GtkWidget *button = NULL, *popover;

  scene_for_each (GTK_WIDGET (gallery->scene.window), find_menu_button, &button);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_test_widget_wait_for_draw (popover);
  gallery_look_at (gallery, popover, TRUE, "%s", name);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* A window that @action opens; GTK gives it its size and most of its names. */
static void
look_at_window (Gallery *gallery, const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != GTK_WINDOW (gallery->scene.window))
        continue;
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gallery_look_at (gallery, GTK_WIDGET (window), FALSE, "%s", name);
      gtk_window_destroy (window);
      return;
    }
  g_test_fail_printf ("%s: no window opened", name);
}

void
pages_show_passing (Gallery *gallery)
{
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);

  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
  look_at_menu (gallery, "menu-main");
  scene_act (&gallery->scene, "win.shortcuts", NULL);
  look_at_window (gallery, "window-shortcuts");

  scene_act (&gallery->scene, "win.walk", "(sss)", id, guide->id, guide->steps[0].path);
  scene_settle (&gallery->scene);
  look_at_menu (gallery, "menu-step");
  pages_mark (gallery, id, guide, 0, 2, VETO_STEP_STATE_DONE);
  veto_start_over (scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_WIZARD),
                   pages_start_case (gallery, id, guide));
  scene_settle (&gallery->scene);
  gallery_look (gallery, "toast-undo");
  scene_act (&gallery->scene, "win.close-walk", NULL);

  if (gallery->room->width < 500) /* the sidebar is a page of its own */
    {
      scene_act (&gallery->scene, "win.overview", NULL);
      scene_act (&gallery->scene, "win.back", NULL);
      gallery_look (gallery, "sidebar");
    }
}
