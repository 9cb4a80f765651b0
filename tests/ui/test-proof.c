/* The box of proof: files and pictures go in by every way, come out again, and a fake is pointed out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "scene.h"
#include "veto-day.h"
#include "veto-proof-box.h"
#include "veto-proof-out.h"
#include "veto-proof-row.h"
#include "veto-store-proof.h"

#define PNG "\x89PNG\r\n\x1a\n"
#define GENUINE                                                                                              \
  "From: Privacy <x@support.facebook.com>\nDate: Mon, 4 May 2026 12:00:00 +0000\nSubject: We got it\n\n"
#define FAKE "From: \"x@facebook.com\" <x@evil.example>\nDate: Mon, 4 May 2026 12:00:00 +0000\n\n"

typedef struct
{
  Scene         scene;
  VetoCase     *item;
  VetoProofBox *box;
  char         *folder; /* where files come from */
} Desk;

static void
open_desk (Desk *desk, int width)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  GtkWidget *overlay = adw_toast_overlay_new (), *scroller = gtk_scrolled_window_new ();

  scene_open (&desk->scene, set, width, 700);
  desk->item = veto_case_book_start (desk->scene.services.book, "facebook", "object", "form", &error);
  g_assert_no_error (error);
  desk->folder = g_dir_make_tmp ("veto-proof-XXXXXX", NULL);
  desk->box = VETO_PROOF_BOX (veto_proof_box_new (&desk->scene.services));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (desk->box));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), overlay);
  veto_proof_box_show (desk->box, desk->item);
  scene_settle (&desk->scene);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
close_desk (Desk *desk)
{
  gtk_window_set_focus (GTK_WINDOW (desk->scene.window), NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  scene_close (&desk->scene);
  remove_folder (desk->folder);
  g_free (desk->folder);
}

static gboolean
give_up_cb (gpointer words)
{
  g_error ("this has not come: %s", (const char *) words);
  return G_SOURCE_REMOVE;
}

typedef gboolean (*Condition) (Desk *desk, gconstpointer data);

static void
wait_until (Desk *desk, Condition is_met, gconstpointer data, const char *what)
{
  guint timeout = g_timeout_add_seconds (30, give_up_cb, (gpointer) what);

  while (!is_met (desk, data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  scene_settle (&desk->scene);
}

static gboolean
has_label (Desk *desk, gconstpointer words)
{
  return scene_find_label (GTK_WIDGET (desk->scene.window), words) != NULL;
}

static gboolean
has_no_label (Desk *desk, gconstpointer words)
{
  return !has_label (desk, words);
}

static void
wait_for (Desk *desk, const char *words)
{
  wait_until (desk, has_label, words, words);
}

/* (nullable): a window of that type that one sees */
static GtkWidget *
find_window (const char *type)
{
  g_autoptr(GListModel) windows = gtk_window_get_toplevels ();

  g_object_ref (windows); /* GTK's own */
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
is_open (Desk *desk, gconstpointer type)
{
  return find_window (type) != NULL;
}

static gboolean
is_closed (Desk *desk, gconstpointer type)
{
  return find_window (type) == NULL;
}

static void
press (Desk *desk, const char *words)
{
  GtkWidget *label = scene_find_label (GTK_WIDGET (desk->scene.window), words);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  if (button == NULL)
    g_error ("there is no button “%s”", words);
  g_signal_emit_by_name (button, "clicked");
  scene_settle (&desk->scene);
}

static char *
write_file (Desk *desk, const char *name, const char *content)
{
  char *path = g_build_filename (desk->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
add_file (Desk *desk, const char *name, const char *content)
{
  g_autofree char *path = write_file (desk, name, content);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  veto_proof_box_add_file (desk->box, file);
}

static void
add_and_wait (Desk *desk, const char *name, const char *content)
{
  add_file (desk, name, content);
  wait_for (desk, name);
}

static guint
count_kept (Desk *desk)
{
  g_autoptr(GPtrArray)
               rows = veto_store_read_proof (desk->scene.services.store, veto_case_get_id (desk->item), NULL);

  return rows->len;
}

/* Says what went wrong, and is closed. */
static void
assert_told (Desk *desk, const char *heading, const char *words)
{
  GtkWidget *tell;

  wait_until (desk, is_open, "AdwWindow", heading);
  tell = find_window ("AdwWindow");
  g_assert_nonnull (scene_find_label (tell, heading));
  g_assert_nonnull (scene_find_label (tell, words));
  gtk_window_close (GTK_WINDOW (tell));
  wait_until (desk, is_closed, "AdwWindow", "it closes");
}

/* --- Adding --- */

static void
test_files (void)
{
  Desk       desk;
  GtkWidget *row;

  open_desk (&desk, 600);
  add_file (&desk, "one.png", PNG "1"); /* several at once, as one drops them */
  add_file (&desk, "empty.txt", "");
  add_file (&desk, "two.pdf", "%PDF-1.4");
  wait_for (&desk, "two.pdf");
  wait_for (&desk, "2 files are kept.");
  g_assert_cmpuint (count_kept (&desk), ==, 2);
  assert_told (&desk, "Not kept", "“empty.txt” is empty");
  row = scene_find (GTK_WIDGET (desk.box), VETO_TYPE_PROOF_ROW);
  g_assert_nonnull (scene_find_label (row, "one.png"));
  g_assert_nonnull (scene_find_label (row, "Picture · "));
  g_assert_nonnull (scene_find_label (row, "Open"));
  close_desk (&desk);
}

static gboolean
has_file (Desk *desk, gconstpointer chooser)
{
  g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER ((GtkWidget *) chooser));

  return g_list_model_get_n_items (files) == 1;
}

static void
test_chooser (void)
{
  Desk             desk;
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  GtkWidget *chooser;

  open_desk (&desk, 600);
  path = write_file (&desk, "chosen.png", PNG);
  file = g_file_new_for_path (path);
  press (&desk, "Add a file…");
  wait_until (&desk, is_open, "GtkFileChooserDialog", "the question which file");
  chooser = find_window ("GtkFileChooserDialog");
  g_assert_true (gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (chooser)));
  g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL));
  wait_until (&desk, has_file, chooser, "the file is selected");
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_for (&desk, "chosen.png");
  press (&desk, "Add a file…"); /* a second time as well */
  wait_until (&desk, is_open, "GtkFileChooserDialog", "the question which file");
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkFileChooserDialog")), GTK_RESPONSE_CANCEL);
  wait_until (&desk, is_closed, "GtkFileChooserDialog", "it closes");
  g_assert_cmpuint (count_kept (&desk), ==, 1);
  close_desk (&desk);
}

static void
test_paste (void)
{
  static const guchar pixels[4 * 4 * 4] = { 1, 2, 3, 255 };
  Desk                desk;
  GdkClipboard       *clipboard;
  g_autoptr(GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr(GdkTexture) texture = gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8A8, bytes, 16);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  open_desk (&desk, 600);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (desk.box));
  gdk_clipboard_set_text (clipboard, "only words");
  press (&desk, "Paste a picture");
  assert_told (&desk, "There is no picture to paste", "Take a picture of the screen first");

  gdk_clipboard_set_texture (clipboard, texture);
  press (&desk, "Paste a picture");
  wait_for (&desk, "Picture 20");
  rows = veto_store_read_proof (desk.scene.services.store, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((VetoStoreProof *) rows->pdata[0])->media_type, ==, "image/png");

  path = write_file (&desk, "copied.txt", "text");
  file = g_file_new_for_path (path);
  gdk_clipboard_set (clipboard, G_TYPE_FILE, file); /* as a file manager copies it; by Ctrl+V */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.box), "proof.paste", NULL));
  wait_for (&desk, "copied.txt");
  gdk_clipboard_set_content (clipboard, NULL);
  close_desk (&desk);
}

/* The case begins with the first proof, and not before. */
static void
test_begins (void)
{
  Desk           desk;
  VetoProofBox  *box;
  VetoObjection *objection;
  GListModel    *book;
  GtkWidget     *overlay;

  open_desk (&desk, 600);
  book = G_LIST_MODEL (desk.scene.services.book);
  objection = veto_objections_find (desk.scene.services.objections, "instagram");
  g_assert_null (veto_objection_get_case (objection));
  box = VETO_PROOF_BOX (veto_proof_box_new (&desk.scene.services));
  overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (box));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk.scene.window), overlay);
  veto_proof_box_show_objection (box, objection);
  desk.box = box;
  scene_settle (&desk.scene);
  g_assert_cmpuint (g_list_model_get_n_items (book), ==, 1);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (box), "Veto can keep it for you"));
  add_and_wait (&desk, "first.png", PNG);
  g_assert_cmpuint (g_list_model_get_n_items (book), ==, 2);
  g_assert_nonnull (veto_objection_get_case (objection));
  close_desk (&desk);
}

/* --- Removing --- */

static void
test_remove (void)
{
  Desk desk;

  open_desk (&desk, 600);
  add_and_wait (&desk, "one.png", PNG "1");
  wait_until (&desk, has_label, "1 file is kept.", "that it is kept");
  press (&desk, "Remove");
  wait_until (&desk, has_no_label, "one.png", "the row goes");
  g_assert_cmpuint (count_kept (&desk), ==, 1); /* as long as it can be put back */
  wait_for (&desk, "“one.png” was removed.");
  press (&desk, "Undo");
  wait_for (&desk, "one.png");
  g_assert_cmpuint (count_kept (&desk), ==, 1);
  close_desk (&desk);
}

static gboolean
is_deleted (Desk *desk, gconstpointer data)
{
  return count_kept (desk) == 0;
}

static void
test_remove_for_good (void)
{
  Desk desk;

  open_desk (&desk, 600);
  add_and_wait (&desk, "one.png", PNG "1");
  press (&desk, "Remove");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk.scene.window),
                                      NULL); /* nobody can undo it now */
  wait_until (&desk, is_deleted, NULL, "it is deleted");
  close_desk (&desk);
}

/* --- E-mails --- */

static void
test_mails (void)
{
  Desk             desk;
  GtkWidget       *label;
  VetoTimeline    *timeline;
  g_autofree char *day = NULL;
  g_autoptr(VetoEvent) event = NULL;

  open_desk (&desk, 600);
  timeline = veto_case_get_timeline (desk.item);
  add_and_wait (&desk, "fake.eml", FAKE);
  wait_for (&desk, "This may be a fake. The From line says x@evil.example,");
  label = scene_find_label (GTK_WIDGET (desk.box), "This may be a fake.");
  g_assert_true (gtk_widget_has_css_class (label, "veto-changed"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0); /* nothing by itself */
  press (&desk, "Remove");
  wait_until (&desk, has_no_label, "fake.eml", "the row goes");

  add_and_wait (&desk, "real.eml", GENUINE);
  wait_for (&desk, "The From line says x@support.facebook.com, an address of Meta");
  label = scene_find_label (GTK_WIDGET (desk.box), "The From line says");
  g_assert_false (gtk_widget_has_css_class (label, "veto-changed"));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (desk.box), "It is dated 4 May 2026."));
  press (&desk, "As a confirmation");
  event = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_cmpint (veto_event_get_kind (event), ==, VETO_EVENT_CONFIRMATION);
  day = veto_day_dup_iso (veto_event_get_day (event));
  g_assert_cmpstr (day, ==, "2026-05-04");
  g_assert_nonnull (strstr (veto_event_get_note (event), "x@support.facebook.com"));
  g_assert_nonnull (strstr (veto_event_get_note (event), "We got it"));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (desk.box), "It stands in “What happened”: "));
  g_assert_null (scene_find_label (GTK_WIDGET (desk.box), "As a confirmation"));
  close_desk (&desk);
}

/* --- Looks --- */

static void
test_narrow (void)
{
  Desk desk;
  int  minimum;

  open_desk (&desk, 360);
  scene_set_font_size (22);
  add_and_wait (&desk, "A-picture-with-a-long-name-and-no-space-in-it-at-all-2026-05-04.png", PNG);
  add_and_wait (&desk, "fake.eml", FAKE);
  gtk_widget_measure (GTK_WIDGET (desk.box), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360 - 36); /* the margins of a page */
  scene_set_font_size (11);
  close_desk (&desk);
}

/* A copy that another program opens lies where only this person can read it. */
static void
test_opened (void)
{
  Desk             desk;
  g_autofree char *folder = veto_proof_out_dup_folder (), *path = NULL, *content = NULL;
  const char      *name = NULL;
  g_autoptr(GDir) dir = NULL;
  GStatBuf status;

  open_desk (&desk, 600);
  add_and_wait (&desk, "one.desktop", "[Desktop Entry]\nExec=false\n");
  press (&desk, "Open");
  assert_told (&desk, "Not opened", "There is no program here"); /* on this bare desktop */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  path = g_build_filename (folder, name, "one.desktop.txt", NULL);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "[Desktop Entry]\nExec=false\n");
  remove_folder (folder);
  close_desk (&desk);
}

static void
test_saved (void)
{
  Desk             desk;
  g_autofree char *path = NULL, *content = NULL;
  gsize            n_bytes;
  GtkWidget       *chooser;

  open_desk (&desk, 600);
  add_and_wait (&desk, "one.png", PNG "\xff\r\n");
  press (&desk, "Save a copy…");
  wait_until (&desk, is_open, "GtkFileChooserDialog", "the question where to");
  chooser = find_window ("GtkFileChooserDialog");
  path = g_build_filename (desk.folder, "copy.png", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_for (&desk, "Saved as copy.png");
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_cmpmem (content, n_bytes, PNG "\xff\r\n", strlen (PNG) + 3);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/proof/files", test_files);
  g_test_add_func ("/proof/chooser", test_chooser);
  g_test_add_func ("/proof/paste", test_paste);
  g_test_add_func ("/proof/begins", test_begins);
  g_test_add_func ("/proof/remove", test_remove);
  g_test_add_func ("/proof/remove-for-good", test_remove_for_good);
  g_test_add_func ("/proof/mails", test_mails);
  g_test_add_func ("/proof/narrow", test_narrow);
  g_test_add_func ("/proof/opened", test_opened);
  g_test_add_func ("/proof/saved", test_saved);
  return g_test_run ();
}
