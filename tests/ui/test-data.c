/* The page about a person's data: a copy saved and brought back, everything deleted, one case deleted; each with its way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "scene.h"
#include "veto-data-work.h"
#include "veto-delete-case.h"
#include "veto-overview-page.h"
#include "veto-store-copies.h"
#include "veto-toasts.h"

#define WIDTH 1060
#define HEIGHT 700
#define PATIENCE_SECONDS 20

static GTask   *waiting_task; /* of forget_secrets() */
static gboolean is_late;

/* The person's own folder, which is the test's. */
static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "veto", NULL);
}

static void
start_case (Scene *scene, guint n)
{
  VetoGuideSet    *set = veto_guidance_get_set (scene->services.guidance);
  VetoPlatform    *platform = veto_guide_set_get_platform (set, n);
  guint            n_guides;
  const VetoGuide *guide = &veto_platform_get_guides (platform, &n_guides)[0];
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (veto_case_book_start (scene->services.book, veto_platform_get_id (platform), guide->goal,
                                          guide->id, &error));
  g_assert_no_error (error);
}

static guint
count_cases (Scene *scene)
{
  return g_list_model_get_n_items (G_LIST_MODEL (scene->services.book));
}

/* With a database of its own that has @n_cases, and the page on the screen. */
static void
open_scene (Scene *scene, guint n_cases)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autofree char *folder = dup_folder ();
  g_autoptr(GError) error = NULL;

  g_assert_true (veto_store_erase (folder, NULL));
  *scene = (Scene){ .services.guidance = veto_guidance_new (set) };
  veto_services_open (&scene->services, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_cases; i++)
    start_case (scene, i);
  scene_show (scene, WIDTH, HEIGHT);
  scene_act (scene, "win.data", NULL);
  scene_settle (scene);
}

static VetoDataPage *
get_page (Scene *scene)
{
  GtkWidget *page = scene_find (GTK_WIDGET (scene->window), VETO_TYPE_DATA_PAGE);

  g_assert_nonnull (page);
  return VETO_DATA_PAGE (page);
}

static char *
dup_copy_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "copy.veto", NULL);
}

static gboolean
give_up_cb (gpointer data)
{
  is_late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* (nullable): the label that one sees in any window of the program */
static GtkWidget *
find_words (const char *words)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        found = scene_find_label (window, words);
    }
  return found;
}

static GtkWidget *
wait_for (const char *words)
{
  guint      timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
  GtkWidget *found;

  is_late = FALSE;
  while ((found = find_words (words)) == NULL && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  if (found == NULL)
    g_error ("nobody said “%s”", words);
  return found;
}

static void
wait_until_gone (const char *words)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  is_late = FALSE;
  while (find_words (words) != NULL && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_assert_false (is_late);
}

static void
press (const char *words)
{
  GtkWidget *button = gtk_widget_get_ancestor (wait_for (words), GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

typedef struct
{
  const char *words;
  GtkWidget  *found;
} Search;

static void
compare_button (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->words) == 0)
    search->found = widget;
}

/* The button of the question, not that of the page, which may have the same words. */
static void
press_in_dialog (Scene *scene, const char *words)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  Search search = { words, NULL };

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (scene->window))
        scene_for_each (window, compare_button, &search);
    }
  g_assert_nonnull (search.found);
  g_signal_emit_by_name (search.found, "clicked");
}

static void
save_copy (Scene *scene, const char *path)
{
  veto_data_save_to (get_page (scene), path);
  wait_for ("The copy is saved and was read back");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_there_and_back (void)
{
  g_autofree char *path = dup_copy_path ();
  Scene            scene;

  open_scene (&scene, 1);
  save_copy (&scene, path);
  start_case (&scene, 1);
  g_assert_cmpuint (count_cases (&scene), ==, 2);

  veto_data_restore_from (get_page (&scene), path);
  wait_for ("In the copy: 1 objection. The newest entry in it is of ");
  g_assert_cmpuint (count_cases (&scene), ==, 2); /* nothing has changed before the click */
  press_in_dialog (&scene, "Bring back this copy");
  wait_for ("The copy is back.");
  g_assert_cmpuint (count_cases (&scene), ==, 1);
  g_assert_nonnull (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_OVERVIEW_PAGE));

  press ("Undo");
  wait_for ("It is as it was before.");
  g_assert_cmpuint (count_cases (&scene), ==, 2);

  /* What was brought back is kept, and the page says until when. */
  scene_act (&scene, "win.data", NULL);
  wait_for ("Copies that Veto made itself");
  wait_for ("Veto keeps it until ");
  press ("Bring back…");
  wait_for ("In the copy: 1 objection.");
  press_in_dialog (&scene, "Cancel");
  scene_settle (&scene);
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  g_unlink (path);
  scene_close (&scene);
}

/* A note that would take back something that is no longer there goes when the pages go. */
static void
test_no_other_way_back (void)
{
  g_autofree char *path = dup_copy_path ();
  g_autoptr(VetoCase) item = NULL;
  Scene scene;

  open_scene (&scene, 2);
  save_copy (&scene, path);
  item = g_list_model_get_item (G_LIST_MODEL (scene.services.book), 0);
  g_assert_true (veto_delete_case_offer (GTK_WIDGET (get_page (&scene)), &scene.services, item));
  g_clear_object (&item);
  veto_data_restore_from (get_page (&scene), path);
  wait_for ("In the copy: 2 objections.");
  press_in_dialog (&scene, "Bring back this copy");
  wait_for ("The copy is back.");
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  press ("Undo"); /* of the restoring; the deleted case stays deleted */
  wait_for ("It is as it was before.");
  g_assert_cmpuint (count_cases (&scene), ==, 1);
  g_unlink (path);
  scene_close (&scene);
}

static void
test_refused (void)
{
  g_autofree char *path = dup_copy_path ();
  Scene            scene;

  open_scene (&scene, 2);
  g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
  veto_data_restore_from (get_page (&scene), path);
  wait_for ("Nothing was brought back");
  wait_for ("This is no copy that Veto has made.");
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  press_in_dialog (&scene, "Close");
  g_unlink (path);
  scene_close (&scene);
}

static void
test_not_saved (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "nowhere", "copy.veto", NULL);
  Scene            scene;

  open_scene (&scene, 1);
  veto_data_save_to (get_page (&scene), path);
  wait_for ("No copy was saved");
  wait_for ("There is no such folder");
  press_in_dialog (&scene, "Close");
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene.window), "Save a copy of everything…"));
  scene_close (&scene);
}

/* While it is looked at, there is one thing to press. */
static void
test_cancelled (void)
{
  g_autofree char *path = dup_copy_path ();
  Scene            scene;

  open_scene (&scene, 1);
  veto_data_save_to (get_page (&scene), path);
  g_assert_nonnull (find_words ("Saving a copy of everything…"));
  press ("Cancel");
  scene_settle (&scene);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) /* else it was quicker than the click */
    wait_for ("Cancelled. No copy was saved.");
  wait_for ("Save a copy of everything…");
  g_unlink (path);
  scene_close (&scene);
}

static void
forget_secrets (VetoServices       *services,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            data)
{
  g_assert_null (waiting_task);
  waiting_task = g_task_new (NULL, cancellable, callback, data);
}

static void
test_erased (void)
{
  g_autofree char *folder = dup_folder (), *path = dup_copy_path (), *left = NULL;
  g_autofree char *mail = g_build_filename (g_get_user_cache_dir (), "veto", "mail", "x", NULL);
  g_autofree char *letter = g_build_filename (mail, "letter.pdf", NULL);
  g_autoptr(GPtrArray) kept = NULL;
  Scene scene;

  open_scene (&scene, 2);
  save_copy (&scene, path);
  left = g_build_filename (folder, "veto.db.before-2", NULL);
  g_assert_true (g_file_set_contents (left, "old", -1, NULL));
  g_assert_cmpint (g_mkdir_with_parents (mail, 0700), ==, 0);
  g_assert_true (g_file_set_contents (letter, "%PDF", -1, NULL));
  scene.services.forget_secrets = forget_secrets;

  press ("Delete everything…");
  wait_for ("Delete everything?");
  wait_for ("This deletes all objections, letters and proof");
  press_in_dialog (&scene, "Delete everything");
  while (waiting_task == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_cases (&scene), ==, 2); /* secrets go first: only the database knows their names */
  g_task_return_boolean (waiting_task, TRUE);
  g_clear_object (&waiting_task);
  wait_for ("Everything was deleted.");
  g_assert_cmpuint (count_cases (&scene), ==, 0);
  g_assert_nonnull (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_OVERVIEW_PAGE));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (letter, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS)); /* what the person saved is theirs */
  kept = veto_store_list_kept (folder);
  g_assert_cmpuint (kept->len, ==, 0);
  start_case (&scene, 0); /* and it works as new */
  g_unlink (path);
  scene_close (&scene);
}

static void
test_erase_refused (void)
{
  Scene scene;

  open_scene (&scene, 2);
  scene.services.forget_secrets = forget_secrets;
  veto_data_erase (get_page (&scene));
  press_in_dialog (&scene, "Delete everything");
  while (waiting_task == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_task_return_new_error (waiting_task, G_IO_ERROR, G_IO_ERROR_FAILED, "locked");
  g_clear_object (&waiting_task);
  wait_for ("Veto could not open the keyring with your passwords");
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  press_in_dialog (&scene, "Close");
  scene_close (&scene);
}

/* Enter does not delete everything. */
static void
test_erase_not_wanted (void)
{
  Scene scene;

  open_scene (&scene, 2);
  veto_data_erase (get_page (&scene));
  wait_for ("Delete everything?");
  {
    GtkRoot *dialog = gtk_widget_get_root (wait_for ("This deletes all objections, letters and proof"));

    g_signal_emit_by_name (dialog, "activate-default");
  }
  wait_until_gone (
    "This deletes all objections, letters and proof"); /* a button that is pressed by a key shows it first */
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  scene_close (&scene);
}

static void
test_one_case (void)
{
  g_autofree char *folder = dup_folder (), *before = g_build_filename (folder, "veto.db.before-2", NULL);
  g_autoptr(VetoCase) item = NULL;
  Scene scene;

  open_scene (&scene, 2);
  item = g_list_model_get_item (G_LIST_MODEL (scene.services.book), 0);
  g_assert_true (veto_delete_case_offer (GTK_WIDGET (get_page (&scene)), &scene.services, item));
  g_assert_cmpuint (count_cases (&scene), ==, 1);
  wait_for ("Deleted from Veto, not withdrawn. Only copies that you saved yourself may still have it.");
  press ("Undo");
  g_assert_cmpuint (count_cases (&scene), ==, 2);
  g_clear_object (&item);

  /* A copy that Veto made before an update still has it, and until when is said. */
  g_assert_true (g_file_set_contents (before, "old", -1, NULL));
  item = g_list_model_get_item (G_LIST_MODEL (scene.services.book), 0);
  g_assert_true (veto_delete_case_offer (GTK_WIDGET (get_page (&scene)), &scene.services, item));
  wait_for ("Deleted from Veto, not withdrawn. Copies that Veto made itself may have it until ");
  g_clear_object (&item);
  veto_toasts_forget (veto_window_get_notes (scene.window));
  scene_close (&scene);
}

static void
test_unkept (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene scene;

  scene_open (&scene, set, WIDTH, HEIGHT);
  scene.services.in_memory = TRUE;
  scene_act (&scene, "win.data", NULL);
  scene_settle (&scene);
  wait_for ("Nothing is kept at present");
  g_assert_null (find_words ("Save a copy of everything…"));
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/data/there-and-back", test_there_and_back);
  g_test_add_func ("/data/no-other-way-back", test_no_other_way_back);
  g_test_add_func ("/data/refused", test_refused);
  g_test_add_func ("/data/not-saved", test_not_saved);
  g_test_add_func ("/data/cancelled", test_cancelled);
  g_test_add_func ("/data/erased", test_erased);
  g_test_add_func ("/data/erase-refused", test_erase_refused);
  g_test_add_func ("/data/erase-not-wanted", test_erase_not_wanted);
  g_test_add_func ("/data/one-case", test_one_case);
  g_test_add_func ("/data/unkept", test_unkept);
  return g_test_run ();
}
