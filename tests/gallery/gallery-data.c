/* The page about a person's data, what it asks, and what is said when a case was deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "gallery-pages.h"
#include "veto-data-work.h"
#include "veto-delete-case.h"
#include "veto-store-backup-file.h"
#include "veto-store-copies.h"
#include "veto-store-rows.h"

/* (nullable): what is asked or told in a window of its own */
static GtkWindow *
find_dialog (Gallery *gallery)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (gallery->scene.window))
        return window;
    }
  return NULL;
}

static void
look_at_question (Gallery *gallery, const char *name)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (gallery)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  gallery_look_at (gallery, GTK_WIDGET (dialog), TRUE, "%s", name);
  gtk_window_destroy (dialog);
}

/* In the folder of the test: files as they are there after some time, and a copy to bring back. */
static char *
make_files (void)
{
  static const char *const names[] = { "veto.db.before-3", "veto.db.replaced-20261031-235959",
                                       "damaged/20261031-235959/veto.db" };
  g_autofree char         *aside =
    g_build_filename (g_get_user_data_dir (), "veto", "damaged", "20261031-235959", NULL);
  char *copy = g_build_filename (g_get_user_cache_dir (), "gallery.veto", NULL);
  g_autoptr(VetoStore) store = veto_store_open (NULL, VETO_STORE_TOOL, NULL);
  g_autoptr(VetoStoreCase) row = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (store);
  row = veto_store_add_case (store, "facebook", "object", "form", NULL);
  g_assert_nonnull (row);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  veto_store_back_up (store, copy, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (aside, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "veto", names[i], NULL);
      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }
  return copy;
}

static void
find_close (GtkWidget *widget, gpointer out_button)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, g_type_from_name ("AdwToastWidget")) != NULL
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    *(GtkWidget **) out_button = widget;
}

/* Notes with a way back stay for long, and the next ones wait behind them. */
static void
close_note (Gallery *gallery)
{
  GtkWidget *window = GTK_WIDGET (gallery->scene.window), *button = NULL;

  scene_for_each (window, find_close, &button);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  while (scene_find (window, g_type_from_name ("AdwToastWidget")) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
pages_show_data (Gallery *gallery)
{
  g_autofree char *copy = make_files ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);
  VetoDataPage    *page;

  scene_act (&gallery->scene, "win.data", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "data");
  page = VETO_DATA_PAGE (scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_DATA_PAGE));
  veto_data_page_start (page, _ ("Saving a copy of everything…"), cancellable);
  gallery_look (gallery, "data-saving");
  veto_data_page_stop (page);
  veto_data_restore_from (page, copy);
  look_at_question (gallery, "data-restore");
  veto_data_erase (page);
  look_at_question (gallery, "data-erase");
  veto_delete_case_offer (GTK_WIDGET (page), &gallery->scene.services, pages_start_case (gallery, id, guide));
  scene_settle (&gallery->scene);
  gallery_look (gallery, "toast-deleted");
  close_note (gallery);
  scene_act (&gallery->scene, "win.overview", NULL);
  g_unlink (copy);
  g_assert_true (veto_store_erase (NULL, NULL));
}
