/* A dossier from the window: how far it is, stopped half-way, where it is in the end, why it is not there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "scene.h"
#include "store-fixture.h"
#include "veto-dossier-bar.h"
#include "veto-dossier-save.h"
#include "veto-store-proof.h"

#define LONGEST_WAIT_S 60

typedef struct
{
  Scene scene;
  char *folder;
} Desk;

typedef gboolean (*Condition) (Desk *desk);

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until (Condition is_met, Desk *desk)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (LONGEST_WAIT_S, give_up_cb, &late);

  while (!is_met (desk))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (late);
    }
  g_source_remove (timeout);
}

/* (transfer none) (nullable): a window of that kind, other than the first */
static GtkWindow *
find_window (Desk *desk, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (desk->scene.window) && g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static gboolean
is_over (Desk *desk)
{
  return find_window (desk, VETO_TYPE_DOSSIER_BAR) == NULL;
}

static gboolean
is_told (Desk *desk)
{
  GtkWindow *dialog = find_window (desk, ADW_TYPE_WINDOW);
  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static guint
count_folders (Desk *desk)
{
  g_autoptr(GDir) folder = g_dir_open (desk->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
add_proof (Desk *desk, VetoCase *item, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr(GBytes) bytes = g_bytes_new (id, strlen (id));
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      VetoStoreProof   row = {
          id,     (char *) veto_case_get_id (item),  (char *) "note.txt", (char *) "text/plain",
          sha256, (gint64) g_bytes_get_size (bytes), 1793000000
      };

      g_assert_true (veto_store_add_proof (desk->scene.services.store, &row, bytes, NULL));
    }
}

/* (transfer none): a widget that lives where notes are shown */
static GtkWidget *
get_parent (Desk *desk)
{
  GtkWidget *parent = scene_find (GTK_WIDGET (desk->scene.window), GTK_TYPE_LABEL);

  while (parent != NULL && gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY) == NULL)
    parent = gtk_widget_get_parent (parent);
  return parent != NULL ? parent : scene_find (GTK_WIDGET (desk->scene.window), GTK_TYPE_BUTTON);
}

static void
open_desk (Desk *desk, gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  desk->folder = fixture_make_folder ();
  scene_open (&desk->scene, set, 1060, 700);
}

static void
close_desk (Desk *desk, gconstpointer data)
{
  scene_close (&desk->scene);
  fixture_remove (desk->folder);
}

static void
save (Desk *desk, const char *folder)
{
  g_autoptr(GError) error = NULL;
  VetoPlatform *platform =
    veto_guide_set_get_platform (veto_guidance_get_set (desk->scene.services.guidance), 0);
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);
  VetoCase        *item = veto_case_book_start (desk->scene.services.book, veto_platform_get_id (platform),
                                                guides[0].goal, guides[0].id, &error);

  g_assert_no_error (error);
  add_proof (desk, item, 40);
  veto_dossier_save_in (get_parent (desk), &desk->scene.services, item, folder);
}

static void
test_saved (Desk *desk, gconstpointer data)
{
  GtkWindow *bar;
  GtkWidget *progress;

  save (desk, desk->folder);
  bar = find_window (desk, VETO_TYPE_DOSSIER_BAR);
  g_assert_nonnull (bar);
  g_assert_true (gtk_window_get_modal (bar));
  progress = scene_find (GTK_WIDGET (bar), GTK_TYPE_PROGRESS_BAR);
  g_assert_nonnull (progress);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), ==, 0);
  wait_until (is_over, desk);
  scene_settle (&desk->scene);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (desk->scene.window), "Saved: “File for the authority"));
  g_assert_cmpuint (count_folders (desk), ==, 1);
}

static void
test_stopped (Desk *desk, gconstpointer data)
{
  save (desk, desk->folder);
  gtk_window_close (find_window (desk, VETO_TYPE_DOSSIER_BAR));
  wait_until (is_over, desk);
  while (count_folders (desk) > 0) /* the thread takes its files away */
    g_main_context_iteration (NULL, FALSE);
  scene_settle (&desk->scene);
  g_assert_null (scene_find_label (GTK_WIDGET (desk->scene.window), "Saved:"));
  g_assert_null (find_window (desk, ADW_TYPE_WINDOW));
}

static void
test_not_there (Desk *desk, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (desk->folder, "gone", NULL);
  GtkWindow       *dialog;

  save (desk, nowhere);
  wait_until (is_over, desk);
  wait_until (is_told, desk);
  dialog = find_window (desk, ADW_TYPE_WINDOW);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (dialog), "That folder is not there any more."));
  gtk_window_destroy (dialog);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add ("/dossier-save/saved", Desk, NULL, open_desk, test_saved, close_desk);
  g_test_add ("/dossier-save/stopped", Desk, NULL, open_desk, test_stopped, close_desk);
  g_test_add ("/dossier-save/not-there", Desk, NULL, open_desk, test_not_there, close_desk);
  return g_test_run ();
}
