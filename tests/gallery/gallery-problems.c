/* What goes wrong: on a whole page, in a bar, in a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "gallery-pages.h"
#include "veto-problem-page.h"
#include "veto-store.h"
#include "veto-tell.h"
#include "veto-wizard.h"

#define PLACE "/home/maximiliane/.local/share/veto/veto.db" /* as people have it */

static const struct
{
  const char    *name;
  VetoStoreError code;
} problems[] = {
  { "problem-damaged", VETO_STORE_ERROR_DAMAGED },     { "problem-not-ours", VETO_STORE_ERROR_NOT_OURS },
  { "problem-newer", VETO_STORE_ERROR_NEWER },         { "problem-in-use", VETO_STORE_ERROR_IN_USE },
  { "problem-read-only", VETO_STORE_ERROR_READ_ONLY }, { "problem-full", VETO_STORE_ERROR_FULL },
  { "problem-failed", VETO_STORE_ERROR_FAILED },
};

/* The program's own actions, without which their buttons are grey */
static void
add_actions (void)
{
  static const char *const names[] = { "try-again", "set-aside", "without-saving", "about" };
  GActionMap              *map = G_ACTION_MAP (scene_get_application ());

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_action_map_lookup_action (map, names[i]) == NULL)
      {
        g_autoptr(GSimpleAction) action = g_simple_action_new (names[i], NULL);
        g_action_map_add_action (map, G_ACTION (action));
      }
}

/* A dialog that is told in another window */
static void
look_at_dialog (Gallery *gallery, const char *name)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != GTK_WINDOW (gallery->scene.window))
        continue;
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gallery_look_at (gallery, GTK_WIDGET (window), TRUE, "%s", name);
      gtk_window_destroy (window);
      return;
    }
  g_test_fail_printf ("%s: no window opened", name);
}

/* The window without saving: a bar below everything says so. */
static void
show_unsaved (Gallery *gallery)
{
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);
  Scene            saved = gallery->scene;

  gallery->scene.services.in_memory = TRUE;
  scene_show (&gallery->scene, gallery->room->width, 700);
  gallery_look (gallery, "unsaved-overview");
  for (guint i = 0; i < guide->n_steps; i++)
    if (guide->steps[i].kind == VETO_STEP_FILL)
      scene_act (&gallery->scene, "win.walk", "(sss)", id, guide->id, guide->steps[i].path);
  gallery_look (gallery, "unsaved-step");
  gtk_window_destroy (GTK_WINDOW (gallery->scene.window));
  gallery->scene = saved;
}

/* In a window of its own: there most ways are closed from then on. */
static void
show_pages (Gallery *gallery)
{
  Scene saved = gallery->scene;

  scene_show (&gallery->scene, gallery->room->width, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (VETO_STORE_ERROR, (int) problems[i].code, "no");

      veto_window_show_problem (gallery->scene.window, veto_problem_page_new (error, PLACE));
      gallery_look (gallery, "%s", problems[i].name);
    }
  gtk_window_destroy (GTK_WINDOW (gallery->scene.window));
  gallery->scene = saved;
}

void
pages_show_problems (Gallery *gallery)
{
  g_autoptr(GError) full = g_error_new_literal (VETO_STORE_ERROR, VETO_STORE_ERROR_FULL, "no room");

  add_actions ();
  show_unsaved (gallery);
  veto_tell_error (GTK_WIDGET (gallery->scene.window), full);
  look_at_dialog (gallery, "tell-error");
  veto_tell (GTK_WIDGET (gallery->scene.window), _ ("The file was put aside. It is now in this folder:"),
             "/home/maximiliane/.local/share/veto/put-aside/2026-11-25-23-59-59-a-file-with-a-long-name");
  look_at_dialog (gallery, "tell-place");
  show_pages (gallery);
}
