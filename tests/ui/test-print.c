/* The steps on paper: what comes out of the printer, what is said when nothing does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>

#include "scene.h"
#include "veto-guide-sheet.h"
#include "veto-print.h"

#define WIDTH 1060
#define HEIGHT 700
#define LONGEST_WAIT_S 30

typedef gboolean (*Condition) (gpointer data);

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until (Condition is_met, gpointer data)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (LONGEST_WAIT_S, give_up_cb, &late);

  while (!is_met (data))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (late);
    }
  g_source_remove (timeout);
}

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, WIDTH, HEIGHT);
}

static VetoPlatform *
get_platform (Scene *scene)
{
  return veto_guide_set_get_platform (veto_guidance_get_set (scene->services.guidance), 0);
}

static const VetoGuide *
get_guide (Scene *scene)
{
  guint n_guides;
  return veto_platform_get_guides (get_platform (scene), &n_guides);
}

static GtkPrintOperation *
make_operation (Scene *scene, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_guide_sheet_new (get_platform (scene), get_guide (scene), "en");
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, VETO_PAPER_SHEET, &error);
  GtkPrintOperation *operation;

  g_assert_no_error (error);
  operation = veto_print_operation_new (paper, "Steps");
  gtk_print_operation_set_export_filename (operation, path);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer out_result)
{
  *(int *) out_result = (int) result;
}

static gboolean
is_done (gpointer result)
{
  return *(int *) result >= 0;
}

/* Into a file, as into a printer */
static GtkPrintOperationResult
export_to (Scene *scene, const char *path)
{
  g_autoptr(GtkPrintOperation) operation = make_operation (scene, path);
  int result = -1;

  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  veto_print_run (GTK_WIDGET (scene->window), operation, GTK_PRINT_OPERATION_ACTION_EXPORT);
  wait_until (is_done, &result);
  return (GtkPrintOperationResult) result;
}

/* Returns: (transfer full): what another program reads in the PDF, with one space between words */
static char *
dup_words_of_pdf (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char  *text = NULL;
  int               status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

static void
test_pages (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("veto-print-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "steps.pdf", NULL);
  g_autofree char *text = NULL, *program = g_find_program_in_path ("pdftotext");
  const VetoGuide *guide;
  Scene            scene;

  if (program == NULL)
    {
      g_test_skip ("there is no pdftotext here (poppler-utils)");
      g_rmdir (folder);
      return;
    }
  open_scene (&scene);
  guide = get_guide (&scene);
  g_assert_cmpint (export_to (&scene, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  text = dup_words_of_pdf (path);
  g_assert_nonnull (strstr (text, "Page 2 of "));
  for (guint i = 0; i < guide->n_steps; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, guide->steps[i].title);

      if (strstr (text, line) == NULL)
        g_test_fail_printf ("“%s” is not on paper", line);
    }
  for (guint i = 0; guide->steps[0].links[i] != NULL; i++)
    g_assert_nonnull (strstr (text, guide->steps[0].links[i]));
  g_assert_null (scene_find_label (GTK_WIDGET (scene.window), "Not printed"));
  scene_close (&scene);
  g_unlink (path);
  g_rmdir (folder);
}

/* (transfer none) (nullable): another window than that of the scene, of @type */
static GtkWidget *
find_window (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_open (gpointer type)
{
  return find_window (*(GType *) type) != NULL;
}

static gboolean
is_closed (gpointer type)
{
  return !is_open (type);
}

/* One sentence says what to look at. */
static void
test_failed (void)
{
  GType      dialog_type = ADW_TYPE_WINDOW;
  GtkWidget *dialog;
  Scene      scene;

  open_scene (&scene);
  g_assert_cmpint (export_to (&scene, "/nonexistent/steps.pdf"), ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  wait_until (is_open, &dialog_type);
  dialog = find_window (ADW_TYPE_WINDOW);
  g_assert_nonnull (scene_find_label (dialog, "Not printed"));
  g_assert_nonnull (scene_find_label (dialog, "The printer did not take the pages."));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (is_closed, &dialog_type);
  scene_close (&scene);
}

/* Who closes the dialog knows that nothing is printed: nobody says so. */
static void
test_cancelled (void)
{
  GType dialog_type = GTK_TYPE_PRINT_UNIX_DIALOG;
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", veto_platform_get_id (get_platform (&scene)));
  scene_act (&scene, "win.print-steps", NULL);
  g_assert_null (find_window (dialog_type)); /* pages are laid out beside */
  wait_until (is_open, &dialog_type);
  gtk_dialog_response (GTK_DIALOG (find_window (dialog_type)), GTK_RESPONSE_CANCEL);
  wait_until (is_closed, &dialog_type);
  scene_settle (&scene);
  g_assert_null (find_window (ADW_TYPE_WINDOW));
  scene_close (&scene);
}

/* The overview shows no steps. */
static void
test_nothing (void)
{
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.print-steps", NULL);
  scene_settle (&scene);
  g_assert_null (find_window (GTK_TYPE_PRINT_UNIX_DIALOG));
  scene_close (&scene);
}

/* The window is closed while the pages are laid out: that is no print any more, and another window's goes on. */
static void
test_window_gone (void)
{
  GType dialog_type = GTK_TYPE_PRINT_UNIX_DIALOG;
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", veto_platform_get_id (get_platform (&scene)));
  scene_act (&scene, "win.print-steps", NULL);
  scene_close (&scene);

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", veto_platform_get_id (get_platform (&scene)));
  scene_act (&scene, "win.print-steps", NULL);
  wait_until (is_open, &dialog_type);
  gtk_dialog_response (GTK_DIALOG (find_window (dialog_type)), GTK_RESPONSE_CANCEL);
  wait_until (is_closed, &dialog_type);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/failed", test_failed);
  g_test_add_func ("/print/cancelled", test_cancelled);
  g_test_add_func ("/print/nothing", test_nothing);
  g_test_add_func ("/print/window-gone", test_window_gone);
  return g_test_run ();
}
