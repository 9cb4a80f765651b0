/* A finished letter goes out: by each way, with a desktop that helps and one that does not, and whether it was sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mail-portal.h"
#include "scene.h"
#include "veto-day.h"
#include "veto-letter-send.h"
#include "veto-letter-ways.h"

#define WIDTH 1060
#define NARROW 360
#define HEIGHT 700
#define LONGEST_WAIT_S 30
#define ADDRESS "privacy@example.org"

typedef struct
{
  Scene            scene;
  VetoLetterBook  *book;
  VetoSavedLetter *saved;
  VetoLetter      *letter;
} Desk;

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing happens: %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

typedef gboolean (*Condition) (gconstpointer data);

static void
wait_until (Condition is_met, gconstpointer data, const char *what)
{
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, (gpointer) what);
  guint tick = g_timeout_add (10, tick_cb, NULL); /* what another process does wakes nobody here */

  while (!is_met (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_source_remove (tick);
}

/* --- What is on the screen --- */

/* (transfer none) (nullable): the newest window of @type that one sees */
static GtkWidget *
find_window (const char *type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), type) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  return find_window ("VetoLetterSend");
}

static gboolean
is_said (gconstpointer text)
{
  GtkWidget *dialog = find_dialog ();
  return dialog != NULL && scene_find_label (dialog, text) != NULL;
}

static void
wait_for (const char *text)
{
  wait_until (is_said, text, text);
}

static gboolean
is_open (gconstpointer type)
{
  return find_window (type) != NULL;
}

static gboolean
is_closed (gconstpointer type)
{
  return find_window (type) == NULL;
}

/* (transfer none): the button, way or choice that has these words */
static GtkWidget *
find_pressable (GtkWidget *window, const char *words)
{
  GtkWidget *widget = scene_find_label (window, words);

  if (widget == NULL)
    g_error ("“%s” is not there", words);
  while (!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
press (const char *words)
{
  GtkWidget *widget = find_pressable (find_dialog (), words);

  g_assert_true (gtk_widget_is_sensitive (widget));
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

/* What the list does with Return, and with a click. */
static void
choose (const char *words)
{
  GtkWidget *row = find_pressable (find_dialog (), words);

  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_true (gtk_widget_activate (row));
}

static gboolean
is_gone (gconstpointer place)
{
  return *(gpointer const *) place == NULL;
}

/* Nothing of it is left. */
static void
close_dialog (void)
{
  GtkWidget *dialog = find_dialog ();

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (is_gone, &dialog, "the dialog goes");
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer out_text)
{
  *(char **) out_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*(char **) out_text == NULL)
    *(char **) out_text = g_strdup ("");
}

static char *
dup_clipboard (Desk *desk)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (desk->scene.window)), NULL, read_cb,
                                 &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* --- The desk --- */

static void
answer_all (VetoLetter *letter)
{
  static const char *const answers[][2] = { { "name", "Erika Mustermann" },
                                            { "address", "Musterweg 1\n12345 Musterstadt" },
                                            { "login", "erika.m" } };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;
      veto_letter_set_answer (letter, answers[i][0], answers[i][1], &error);
      g_assert_no_error (error);
    }
}

static void
open_desk (Desk *desk, int width, gboolean has_post, const char *email)
{
  const char *const lines[] = { "1 Example Road", "Dublin 4", "IRELAND", NULL };
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(VetoRecipient) recipient = veto_recipient_new ("Example Ltd", has_post ? lines : NULL, email);
  g_autoptr(GError) error = NULL;

  scene_open (&desk->scene, set, width, HEIGHT);
  desk->book = veto_letter_book_new (desk->scene.services.store, desk->scene.services.guidance, &error);
  g_assert_no_error (error);
  desk->saved = veto_letter_book_start (desk->book, "objection", NULL);
  desk->letter = veto_letter_book_open (desk->book, desk->saved,
                                        veto_guide_set_find_letter (set, "objection"), NULL, &error);
  g_assert_no_error (error);
  veto_letter_set_controller (desk->letter, recipient);
  answer_all (desk->letter);
  g_assert_true (veto_letter_is_complete (desk->letter));
}

static void
present (Desk *desk)
{
  veto_letter_send_present (GTK_WIDGET (desk->scene.window), desk->scene.services.guidance, desk->book,
                            desk->saved, desk->letter);
  wait_for ("How do you want to send it?");
}

static void
open_and_present (Desk *desk)
{
  open_desk (desk, WIDTH, TRUE, ADDRESS);
  present (desk);
}

static void
close_desk (Desk *desk)
{
  if (find_dialog () != NULL)
    close_dialog ();
  g_clear_object (&desk->letter);
  g_clear_object (&desk->saved);
  g_assert_finalize_object (desk->book);
  scene_close (&desk->scene);
}

static void
assert_sent (Desk *desk, const char *day, const char *channel)
{
  g_assert_cmpstr (veto_saved_letter_get_sent_day (desk->saved), ==, day);
  g_assert_cmpstr (veto_saved_letter_get_channel (desk->saved), ==, channel);
}

static char *
dup_today (void)
{
  GDate today;

  veto_day_today (&today);
  return veto_day_dup_iso (&today);
}

static char *
dup_words (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_letter_to_document (desk->letter, &error);

  g_assert_no_error (error);
  return veto_document_to_text (document, 1000000);
}

/* --- The ways --- */

static gboolean
is_possible (const char *words)
{
  return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_pressable (find_dialog (), words)));
}

static void
test_ways (void)
{
  Desk desk;

  open_and_present (&desk);
  g_assert_nonnull (scene_find_label (find_dialog (), "To: Example Ltd"));
  g_assert_nonnull (scene_find_label (find_dialog (), "To " ADDRESS));
  g_assert_nonnull (scene_find_label (find_dialog (), "By post: print it, sign it"));
  g_assert_true (is_possible ("E-mail") && is_possible ("Print…") && is_possible ("Save as PDF…")
                 && is_possible ("Copy the text") && is_possible ("Save as text…"));
  g_assert_true (veto_saved_letter_is_kept (desk.saved)); /* saved before anything else */
  close_desk (&desk);
}

/* What cannot be says why, and can be reached with the keyboard. */
static void
test_impossible (void)
{
  Desk desk;

  open_desk (&desk, WIDTH, FALSE, ADDRESS);
  present (&desk);
  g_assert_false (is_possible ("Print…"));
  g_assert_nonnull (scene_find_label (find_dialog (), "The letter has no postal address of Example Ltd."));
  g_assert_true (gtk_widget_grab_focus (find_pressable (find_dialog (), "Print…")));
  close_desk (&desk);

  open_desk (&desk, WIDTH, TRUE, NULL);
  present (&desk);
  g_assert_false (is_possible ("E-mail"));
  g_assert_nonnull (scene_find_label (find_dialog (), "The letter has no e-mail address of Example Ltd."));
  close_desk (&desk);
}

static void
test_incomplete (void)
{
  Desk desk;

  open_desk (&desk, WIDTH, TRUE, ADDRESS);
  veto_letter_set_answer (desk.letter, "login", NULL, NULL);
  veto_letter_send_present (GTK_WIDGET (desk.scene.window), desk.scene.services.guidance, desk.book,
                            desk.saved, desk.letter);
  wait_for ("Something is still missing");
  press ("Close");
  wait_until (is_closed, "VetoLetterSend", "the dialog closes");
  close_desk (&desk);
}

static void
test_copy (void)
{
  Desk             desk;
  g_autofree char *expected = NULL, *text = NULL;

  open_and_present (&desk);
  choose ("Copy the text");
  wait_for ("Did you send it?");
  text = dup_clipboard (&desk);
  expected = dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, "Erika Mustermann"));

  press ("Not yet"); /* asked once; it stays a draft */
  wait_for ("How do you want to send it?");
  assert_sent (&desk, NULL, NULL);
  close_desk (&desk);
}

/* --- Whether it was sent --- */

static void
test_sent_today (void)
{
  Desk             desk;
  g_autofree char *today = dup_today ();
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GError) error = NULL;

  open_and_present (&desk);
  choose ("Copy the text");
  wait_for ("Did you send it?");
  press ("Yes, today");
  wait_for ("Sent through a form on ");
  assert_sent (&desk, today, "form");
  g_assert_nonnull (
    scene_find_label (find_dialog (), "They have one month from receipt to answer: until about "));
  pdf = veto_letter_book_read_pdf (desk.book, desk.saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4), ==, 0);

  press ("Undo");
  wait_until (is_closed, "VetoLetterSend", "the dialog closes");
  assert_sent (&desk, NULL, NULL);
  g_assert_false (veto_saved_letter_has_pdf (desk.saved));
  close_desk (&desk);
}

static void
type_day (const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_find (find_dialog (), GTK_TYPE_ENTRY)), text);
}

static void
test_sent_on_another_day (void)
{
  Desk       desk;
  GtkWidget *save;

  open_and_present (&desk);
  choose ("Copy the text");
  wait_for ("Did you send it?");
  press ("By post");
  press ("Yes, on another day…");
  wait_for ("Save this day");
  save = find_pressable (find_dialog (), "Save this day");
  g_assert_true (gtk_widget_is_sensitive (save)); /* yesterday stands there */
  type_day ("31.2.2024");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_nonnull (scene_find_label (find_dialog (), "This is no day yet."));
  type_day ("1.1.2100");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_nonnull (scene_find_label (find_dialog (), "This day is still to come."));
  type_day ("29.2.2024");
  g_assert_nonnull (scene_find_label (find_dialog (), "29 February 2024"));
  press ("Save this day");
  wait_for ("Sent by post on 29 February 2024.");
  g_assert_nonnull (
    scene_find_label (find_dialog (), "They have one month from receipt to answer: until about 29 March"));
  assert_sent (&desk, "2024-02-29", "post");
  close_dialog ();

  /* Once it was sent there is only what was sent, and the day can be mended. */
  veto_letter_send_present (GTK_WIDGET (desk.scene.window), desk.scene.services.guidance, desk.book,
                            desk.saved, desk.letter);
  wait_for ("Sent by post on 29 February 2024.");
  g_assert_null (scene_find_label (find_dialog (), "Copy the text"));
  press ("Change the day");
  wait_for ("Did you send it?");
  press ("By e-mail");
  press ("Yes, on another day…");
  type_day ("2024-03-01");
  press ("Save this day");
  wait_for ("Sent by e-mail on 1 March 2024.");
  assert_sent (&desk, "2024-03-01", "email");
  g_assert_true (veto_saved_letter_has_pdf (desk.saved));
  g_assert_null (scene_find_label (find_dialog (), "Undo"));
  close_desk (&desk);
}

/* Only the question, from elsewhere. */
static void
test_ask (void)
{
  Desk             desk;
  g_autofree char *today = dup_today ();

  open_desk (&desk, WIDTH, TRUE, ADDRESS);
  veto_letter_send_ask (GTK_WIDGET (desk.scene.window), desk.book, desk.saved, desk.letter);
  wait_for ("Did you send it?");
  press ("Not yet");
  wait_until (is_closed, "VetoLetterSend", "the dialog closes");
  assert_sent (&desk, NULL, NULL);

  veto_letter_send_ask (GTK_WIDGET (desk.scene.window), desk.book, desk.saved, desk.letter);
  wait_for ("Did you send it?");
  press ("Handed over");
  press ("Yes, today");
  wait_for ("Handed over on ");
  assert_sent (&desk, today, "hand");
  close_desk (&desk);
}

/* --- Files --- */

/* Where documents are kept here, which the question where to proposes; empty. Before anybody asks for it. */
static void
make_documents (void)
{
  g_autofree char *config = g_build_filename (g_get_user_config_dir (), "user-dirs.dirs", NULL);
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "Documents", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700) + g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (config, "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n", -1, NULL));
  g_assert_cmpstr (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), ==, folder);
}

static gboolean
has_documents (gconstpointer chooser)
{
  g_autoptr(GFile) folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER ((GtkWidget *) chooser));
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  return g_strcmp0 (path, g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS)) == 0;
}

/* Answers where to. @name: (nullable): instead of what is proposed */
static void
answer_chooser (const char *name)
{
  GtkWidget *chooser;

  wait_until (is_open, "GtkFileChooserDialog", "the question where to");
  chooser = find_window ("GtkFileChooserDialog");
  wait_until (has_documents, chooser, "the proposed folder is read");
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static guint
count_files (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_pdf (void)
{
  Desk             desk;
  g_autofree char *today = dup_today (), *name = NULL, *path = NULL, *content = NULL;
  g_autofree char *note = NULL;
  gsize            n_bytes;
  g_autoptr(GBytes) kept = NULL;

  open_and_present (&desk);
  name = g_strdup_printf ("%s Example Ltd %s.pdf",
                          veto_letter_kind_get_title (veto_letter_get_kind (desk.letter)), today);
  note = g_strdup_printf ("Saved as “%s”.", name);
  path = g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), name, NULL);
  choose ("Save as PDF…");
  answer_chooser (NULL); /* the name that is proposed */
  wait_for (note);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_cmpint (memcmp (content, "%PDF", 4), ==, 0);
  g_assert_cmpuint (count_files (), ==, 1);
  press ("Yes, today");
  wait_for ("Sent by post on ");
  kept = veto_letter_book_read_pdf (desk.book, desk.saved, NULL);
  g_assert_cmpmem (content, n_bytes, g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  close_desk (&desk);
  g_unlink (path);
}

static gboolean
is_forgotten (gconstpointer uri)
{
  return !gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

static gboolean
is_remembered (gconstpointer uri)
{
  return !is_forgotten (uri);
}

/* The name says to whom somebody writes: no other program learns it. */
static void
test_not_recent (void)
{
  Desk             desk;
  g_autofree char *uri = NULL, *path = NULL;

  path = g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), "b.pdf", NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  open_and_present (&desk);
  choose ("Save as PDF…");
  answer_chooser ("b.pdf");
  wait_until (is_remembered, uri, "GTK notes the file");
  wait_until (is_forgotten, uri, "Veto takes it out");
  close_desk (&desk);
  g_unlink (path);
}

static void
test_text (void)
{
  Desk             desk;
  g_autofree char *path =
    g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), "a.txt", NULL);
  g_autofree char *content = NULL, *expected = NULL;

  open_and_present (&desk);
  choose ("Save as text…");
  answer_chooser ("a.txt");
  wait_for ("Saved as “a.txt”.");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  expected = dup_words (&desk);
  g_assert_cmpstr (content, ==, expected);
  close_desk (&desk);
  g_unlink (path);
}

/* A device that is always full takes what is written to it as a file that is there already: so that is asked, too. */
static void
test_full (void)
{
  Desk       desk;
  GtkWidget *tell;

  open_and_present (&desk);
  choose ("Save as PDF…");
  answer_chooser ("/dev/full");
  wait_until (is_open, "GtkMessageDialog", "whether to replace the file");
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkMessageDialog")), GTK_RESPONSE_ACCEPT);
  wait_until (is_open, "AdwWindow", "what went wrong");
  tell = find_window ("AdwWindow");
  g_assert_nonnull (scene_find_label (tell, "Not saved"));
  g_assert_nonnull (scene_find_label (tell, "There is no room left there."));
  gtk_window_close (GTK_WINDOW (tell));
  wait_until (is_closed, "AdwWindow", "it closes");
  g_assert_nonnull (
    scene_find_label (find_dialog (), "How do you want to send it?")); /* nothing was sent, nothing asked */
  close_desk (&desk);
}

static void
test_chooser_closed (void)
{
  Desk desk;

  open_and_present (&desk);
  choose ("Save as PDF…");
  wait_until (is_open, "GtkFileChooserDialog", "the question where to");
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkFileChooserDialog")), GTK_RESPONSE_CANCEL);
  wait_until (is_closed, "GtkFileChooserDialog", "it closes");
  scene_settle (&desk.scene);
  g_assert_nonnull (scene_find_label (find_dialog (), "How do you want to send it?"));
  close_desk (&desk);
}

static void
test_print_cancelled (void)
{
  Desk desk;

  open_and_present (&desk);
  choose ("Print…");
  wait_until (is_open, "GtkPrintUnixDialog", "the question for a printer");
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkPrintUnixDialog")), GTK_RESPONSE_CANCEL);
  wait_until (is_closed, "GtkPrintUnixDialog", "it closes");
  scene_settle (&desk.scene);
  g_assert_nonnull (scene_find_label (find_dialog (), "How do you want to send it?"));
  close_desk (&desk);
}

/* --- E-mail --- */

static void
test_email (void)
{
  Desk                    desk;
  MailPortal             *portal = mail_portal_new ();
  GVariant               *options;
  const char             *body, *subject;
  g_autofree char        *expected = NULL, *expected_subject = NULL, *today = dup_today ();
  g_autofree const char **addresses = NULL;
  g_autoptr(GBytes) kept = NULL;

  open_and_present (&desk);
  choose ("E-mail");
  wait_for ("Did you send it?");
  g_assert_nonnull (scene_find_label (find_dialog (), "The letter is in your e-mail program."));
  options = mail_portal_get_options (portal);
  g_assert_cmpuint (g_variant_n_children (options), ==, 5);
  g_assert_true (g_variant_lookup (options, "addresses", "^a&s", &addresses));
  g_assert_cmpstr (addresses[0], ==, ADDRESS);
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 1);
  g_assert_true (g_variant_lookup (options, "subject", "&s", &subject));
  g_assert_true (g_variant_lookup (options, "body", "&s", &body));
  expected = dup_words (&desk);
  expected_subject = veto_letter_dup_subject (desk.letter);
  g_assert_cmpstr (body, ==, expected);
  g_assert_cmpstr (subject, ==, expected_subject);
  g_assert_true (g_str_has_suffix (mail_portal_get_path (portal), ".pdf"));
  press ("Yes, today");
  wait_for ("Sent by e-mail on ");
  assert_sent (&desk, today, "email");
  kept = veto_letter_book_read_pdf (desk.book, desk.saved, NULL);
  g_assert_true (g_bytes_equal (kept, mail_portal_get_file (portal)));
  close_desk (&desk);
  mail_portal_free (portal);
}

static void
test_email_denied (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  mail_portal_set_manner (portal, MAIL_PORTAL_DENIED);
  open_and_present (&desk);
  choose ("E-mail");
  wait_for ("How do you want to send it?");
  g_assert_false (g_file_test (mail_portal_get_path (portal), G_FILE_TEST_EXISTS)); /* nobody will read it */
  close_desk (&desk);
  mail_portal_free (portal);
}

static gboolean
was_called (gconstpointer portal)
{
  return mail_portal_get_n_calls ((MailPortal *) portal) > 0;
}

/* The desktop never answers: the dialog stays usable. */
static void
test_email_dead (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  mail_portal_set_manner (portal, MAIL_PORTAL_DEAD);
  open_and_present (&desk);
  choose ("E-mail");
  wait_for ("Your e-mail program is being opened");
  wait_until (was_called, portal, "the portal is asked");
  press ("Cancel");
  wait_for ("How do you want to send it?");

  mail_portal_set_manner (portal, MAIL_PORTAL_OPENS);
  choose ("E-mail");
  wait_for ("Did you send it?");
  close_desk (&desk);
  mail_portal_free (portal);
}

/* Closed while the desktop thinks: nothing is left, and nothing comes up later. */
static void
test_email_closed (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  mail_portal_set_manner (portal, MAIL_PORTAL_SILENT);
  open_and_present (&desk);
  choose ("E-mail");
  wait_until (was_called, portal, "the portal is asked");
  close_desk (&desk);
  mail_portal_free (portal);
}

static gboolean
is_written (gconstpointer path)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && g_str_has_suffix (content, "\n");
}

/* Returns: (transfer full): the file to which a stand-in for an e-mail program writes the address it is given */
static char *
install_program (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "veto-test-mail.desktop", NULL);
  g_autofree char *script = g_build_filename (g_get_home_dir (), "mail.sh", NULL);
  g_autofree char *defaults = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  char            *out = g_build_filename (g_get_home_dir (), "mailed", NULL);
  g_autofree char *text =
    g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$1\" >'%s.new'\nmv '%s.new' '%s'\n", out, out, out);
  g_autofree char *desktop = g_strdup_printf (
    "[Desktop Entry]\nType=Application\nName=Mail\nExec=%s %%u\nMimeType=x-scheme-handler/mailto;\n", script);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700)
                     + g_mkdir_with_parents (g_get_user_config_dir (), 0700),
                   ==, 0);
  g_assert_true (g_file_set_contents_full (script, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_assert_true (g_file_set_contents (entry, desktop, -1, NULL));
  g_assert_true (
    g_file_set_contents (defaults, "[Default Applications]\nx-scheme-handler/mailto=veto-test-mail.desktop\n",
                         -1, NULL));
  return out;
}

static void
remove_program (void)
{
  g_autofree char *entry =
    g_build_filename (g_get_user_data_dir (), "applications", "veto-test-mail.desktop", NULL);
  g_autofree char *defaults = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);

  g_unlink (entry);
  g_unlink (defaults);
}

/* No portal: an address, the letter on the clipboard, and what is left to do is said. */
static void
test_mailto (void)
{
  Desk             desk;
  g_autofree char *out = install_program (), *uri = NULL, *text = NULL, *expected = NULL;

  open_and_present (&desk);
  choose ("E-mail");
  wait_for ("Paste the letter into the e-mail");
  wait_until (is_written, out, "the e-mail program starts");
  g_assert_true (g_file_get_contents (out, &uri, NULL, NULL));
  g_assert_true (g_str_has_prefix (uri, "mailto:" ADDRESS "?subject="));
  g_assert_cmpuint (strlen (uri), <=, 1801);
  text = dup_clipboard (&desk);
  expected = dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (scene_find_label (find_dialog (), "Save as PDF…"));
  press ("Next");
  wait_for ("Did you send it?");
  press ("Yes, today");
  wait_for ("Sent by e-mail on ");
  close_desk (&desk);
  remove_program ();
}

/* Neither portal nor program. */
static void
test_no_program (void)
{
  Desk             desk;
  g_autofree char *text = NULL, *expected = NULL;

  open_and_present (&desk);
  choose ("E-mail");
  wait_for ("No e-mail program could be opened here");
  g_assert_nonnull (scene_find_label (find_dialog (), "Write the e-mail yourself, to " ADDRESS "."));
  text = dup_clipboard (&desk);
  expected = dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  close_desk (&desk);
}

/* --- Room --- */

static void
check_label (GtkWidget *widget, gpointer data)
{
  graphene_rect_t bounds;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_compute_bounds (widget, data, &bounds))
    return;
  if (gtk_label_get_layout (GTK_LABEL (widget)) != NULL
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
      && !gtk_widget_has_css_class (widget, "title")) /* of the window */
    g_test_message ("“%s” is shortened", gtk_label_get_text (GTK_LABEL (widget))), g_test_fail ();
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (data) + 0.5)
    g_test_message ("“%s” is out of the dialog", gtk_label_get_text (GTK_LABEL (widget))), g_test_fail ();
}

static void
check_least (GtkWidget *widget, gpointer data)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > 300)
    g_test_message ("%s %s: %d pixels", G_OBJECT_TYPE_NAME (widget),
                    GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", least);
}

static void
check_fits (Desk *desk)
{
  GtkWidget *dialog = find_dialog ();
  int        least;

  scene_settle (&desk->scene);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > NARROW)
    {
      g_test_message ("the dialog cannot be narrower than %d pixels", least);
      scene_for_each (dialog, check_least, NULL);
      g_test_fail ();
    }
  scene_for_each (dialog, check_label, dialog);
}

/* The dialog as narrow as a telephone, with the question how */
static GtkWidget *
present_narrow (Desk *desk)
{
  GtkWidget *dialog;

  veto_letter_send_present (GTK_WIDGET (desk->scene.window), desk->scene.services.guidance, desk->book,
                            desk->saved, desk->letter);
  dialog = find_dialog ();
  gtk_window_set_default_size (GTK_WINDOW (dialog), NARROW, HEIGHT);
  while (scene_find (dialog, VETO_TYPE_LETTER_WAYS) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static gboolean
is_settled (gconstpointer dialog)
{
  return scene_find ((GtkWidget *) dialog, VETO_TYPE_LETTER_WAYS) == NULL
         && scene_find ((GtkWidget *) dialog, GTK_TYPE_BUTTON) != NULL;
}

/* Each way leads to a page of its own: no program for e-mail, the text on the clipboard. Any language. */
static void
test_narrow (gconstpointer points)
{
  static const int ways[] = { 0, 3 };
  Desk             desk;

  scene_set_font_size (GPOINTER_TO_UINT (points));
  open_desk (&desk, NARROW, TRUE, ADDRESS);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *dialog = present_narrow (&desk);
      GtkWidget *list = scene_find (dialog, GTK_TYPE_LIST_BOX);

      check_fits (&desk);
      gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), ways[i])));
      wait_until (is_settled, dialog, "the next page");
      check_fits (&desk);
      close_dialog ();
    }
  close_desk (&desk);
  scene_set_font_size (11);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  make_documents ();
  g_test_add_data_func ("/send/narrow", GUINT_TO_POINTER (11), test_narrow);
  g_test_add_data_func ("/send/narrow-large", GUINT_TO_POINTER (22), test_narrow);
  if (!g_str_equal (scene_get_language (), "en"))
    return g_test_run (); /* the words of the rest are English */
  g_test_add_func ("/send/ways", test_ways);
  g_test_add_func ("/send/impossible", test_impossible);
  g_test_add_func ("/send/incomplete", test_incomplete);
  g_test_add_func ("/send/copy", test_copy);
  g_test_add_func ("/send/sent/today", test_sent_today);
  g_test_add_func ("/send/sent/another-day", test_sent_on_another_day);
  g_test_add_func ("/send/sent/ask", test_ask);
  g_test_add_func ("/send/file/pdf", test_pdf);
  g_test_add_func ("/send/file/not-recent", test_not_recent);
  g_test_add_func ("/send/file/text", test_text);
  g_test_add_func ("/send/file/full", test_full);
  g_test_add_func ("/send/file/closed", test_chooser_closed);
  g_test_add_func ("/send/print-cancelled", test_print_cancelled);
  g_test_add_func ("/send/email/portal", test_email);
  g_test_add_func ("/send/email/denied", test_email_denied);
  g_test_add_func ("/send/email/dead", test_email_dead);
  g_test_add_func ("/send/email/closed", test_email_closed);
  g_test_add_func ("/send/email/mailto", test_mailto);
  g_test_add_func ("/send/email/no-program", test_no_program);
  return g_test_run ();
}
