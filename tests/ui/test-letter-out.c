/* A letter goes out: as a file, on paper, by e-mail, with a desktop that helps and one that does not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "letter-desk.h"
#include "mail-portal.h"

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

  desk_wait_until (desk_is_open, "GtkFileChooserDialog", "the question where to");
  chooser = desk_find_window ("GtkFileChooserDialog");
  desk_wait_until (has_documents, chooser, "the proposed folder is read");
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
  g_autofree char *today = desk_dup_today (), *name = NULL, *path = NULL, *content = NULL;
  g_autofree char *note = NULL;
  gsize            n_bytes;
  g_autoptr(GBytes) kept = NULL;

  desk_open_and_present (&desk);
  name = g_strdup_printf ("%s Example Ltd %s.pdf",
                          veto_letter_kind_get_title (veto_letter_get_kind (desk.letter)), today);
  note = g_strdup_printf ("Saved as “%s”.", name);
  path = g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), name, NULL);
  desk_choose ("Save as PDF…");
  answer_chooser (NULL); /* the name that is proposed */
  desk_wait_for (note);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_cmpint (memcmp (content, "%PDF", 4), ==, 0);
  g_assert_cmpuint (count_files (), ==, 1);
  desk_press ("Yes, today");
  desk_wait_for ("Sent by post on ");
  kept = veto_letter_book_read_pdf (desk.book, desk.saved, NULL);
  g_assert_cmpmem (content, n_bytes, g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  desk_close (&desk);
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
  desk_open_and_present (&desk);
  desk_choose ("Save as PDF…");
  answer_chooser ("b.pdf");
  desk_wait_until (is_remembered, uri, "GTK notes the file");
  desk_wait_until (is_forgotten, uri, "Veto takes it out");
  desk_close (&desk);
  g_unlink (path);
}

static void
test_text (void)
{
  Desk             desk;
  g_autofree char *path =
    g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), "a.txt", NULL);
  g_autofree char *content = NULL, *expected = NULL;

  desk_open_and_present (&desk);
  desk_choose ("Save as text…");
  answer_chooser ("a.txt");
  desk_wait_for ("Saved as “a.txt”.");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  expected = desk_dup_words (&desk);
  g_assert_cmpstr (content, ==, expected);
  desk_close (&desk);
  g_unlink (path);
}

/* A device that is always full takes what is written to it as a file that is there already: so that is asked, too. */
static void
test_full (void)
{
  Desk       desk;
  GtkWidget *tell;

  desk_open_and_present (&desk);
  desk_choose ("Save as PDF…");
  answer_chooser ("/dev/full");
  desk_wait_until (desk_is_open, "GtkMessageDialog", "whether to replace the file");
  g_signal_emit_by_name (gtk_widget_get_ancestor (scene_find_label (desk_find_window ("GtkMessageDialog"),
                                                                    "Replace"),
                                                  GTK_TYPE_BUTTON),
                         "clicked"); /* its number is another one in each GTK */
  desk_wait_until (desk_is_open, "AdwWindow", "what went wrong");
  tell = desk_find_window ("AdwWindow");
  g_assert_nonnull (scene_find_label (tell, "Not saved"));
  g_assert_nonnull (scene_find_label (tell, "There is no room left there."));
  gtk_window_close (GTK_WINDOW (tell));
  desk_wait_until (desk_is_closed, "AdwWindow", "it closes");
  g_assert_nonnull (scene_find_label (desk_find_dialog (),
                                      "How do you want to send it?")); /* nothing was sent, nothing asked */
  desk_close (&desk);
}

typedef struct
{
  const char *name;
  const char *path; /* whoever runs this */
  const char *reason;
} Unwritable;

static const Unwritable unwritables[] = {
  { "/out/file/read-only", "/dev/pts/veto-letter.pdf", "You may not write there." },
  { "/out/file/vanished", "/proc/veto-letter.pdf", "That folder is not there any more." },
};

/* The kernel's own folders take no new file: the one says that it may not be, the other that there is no such place. */
static void
test_unwritable (gconstpointer data)
{
  const Unwritable *sample = data;
  Desk              desk;
  GtkWidget        *tell;

  desk_open_and_present (&desk);
  desk_choose ("Save as PDF…");
  answer_chooser (sample->path);
  desk_wait_until (desk_is_open, "AdwWindow", "what went wrong");
  tell = desk_find_window ("AdwWindow");
  g_assert_nonnull (scene_find_label (tell, "Not saved"));
  g_assert_nonnull (scene_find_label (tell, sample->reason));
  g_assert_false (g_file_test (sample->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (), ==, 0); /* nor half of it where it was proposed */
  gtk_window_close (GTK_WINDOW (tell));
  desk_wait_until (desk_is_closed, "AdwWindow", "it closes");
  desk_wait_until (desk_is_closed, "GtkFileChooserDialog", "so does the question where to");
  scene_settle (&desk.scene);
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "How do you want to send it?"));
  desk_assert_sent (&desk, NULL, NULL);
  desk_close (&desk);
}

static void
test_chooser_closed (void)
{
  Desk desk;

  desk_open_and_present (&desk);
  desk_choose ("Save as PDF…");
  desk_wait_until (desk_is_open, "GtkFileChooserDialog", "the question where to");
  gtk_dialog_response (GTK_DIALOG (desk_find_window ("GtkFileChooserDialog")), GTK_RESPONSE_CANCEL);
  desk_wait_until (desk_is_closed, "GtkFileChooserDialog", "it closes");
  scene_settle (&desk.scene);
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "How do you want to send it?"));
  desk_close (&desk);
}

static void
test_print_cancelled (void)
{
  Desk desk;

  desk_open_and_present (&desk);
  desk_choose ("Print…");
  desk_wait_until (desk_is_open, "GtkPrintUnixDialog", "the question for a printer");
  gtk_dialog_response (GTK_DIALOG (desk_find_window ("GtkPrintUnixDialog")), GTK_RESPONSE_CANCEL);
  desk_wait_until (desk_is_closed, "GtkPrintUnixDialog", "it closes");
  scene_settle (&desk.scene);
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "How do you want to send it?"));
  desk_close (&desk);
}

static gboolean
has_printer (gconstpointer dialog)
{
  return gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG ((gpointer) dialog)) != NULL;
}

static gboolean
is_printed (gconstpointer path)
{
  g_autofree char *content = NULL;
  gsize            n_bytes;

  return g_file_get_contents (path, &content, &n_bytes, NULL) && g_str_has_prefix (content, "%PDF")
         && memmem (content, n_bytes, "%%EOF", 5) != NULL;
}

/* To the printer that every desktop has, the one that prints into a file: then what came out can be read. */
static void
test_print (void)
{
  Desk             desk;
  GtkWidget       *dialog;
  g_autofree char *path =
    g_build_filename (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  desk_open_and_present (&desk);
  desk_choose ("Print…");
  desk_wait_until (desk_is_open, "GtkPrintUnixDialog", "the question for a printer");
  dialog = desk_find_window ("GtkPrintUnixDialog");
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  desk_wait_until (has_printer, dialog, "there is a printer");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  desk_wait_for ("The pages are on their way to the printer.");
  desk_wait_for ("Did you send it?");
  desk_wait_until (is_printed, path, "the printer has all of it");
  desk_press ("Yes, today");
  desk_wait_for ("Sent by post on ");
  desk_close (&desk);
  g_unlink (path);
}

/* --- E-mail --- */

static void
test_email (void)
{
  Desk                    desk;
  MailPortal             *portal = mail_portal_new ();
  GVariant               *options;
  const char             *body, *subject;
  g_autofree char        *expected = NULL, *expected_subject = NULL, *today = desk_dup_today ();
  g_autofree const char **addresses = NULL;
  g_autoptr(GBytes) kept = NULL;

  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("Did you send it?");
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "The letter is in your e-mail program."));
  options = mail_portal_get_options (portal);
  g_assert_cmpuint (g_variant_n_children (options), ==, 5);
  g_assert_true (g_variant_lookup (options, "addresses", "^a&s", &addresses));
  g_assert_cmpstr (addresses[0], ==, DESK_ADDRESS);
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 1);
  g_assert_true (g_variant_lookup (options, "subject", "&s", &subject));
  g_assert_true (g_variant_lookup (options, "body", "&s", &body));
  expected = desk_dup_words (&desk);
  expected_subject = veto_letter_dup_subject (desk.letter);
  g_assert_cmpstr (body, ==, expected);
  g_assert_cmpstr (subject, ==, expected_subject);
  g_assert_true (g_str_has_suffix (mail_portal_get_path (portal), ".pdf"));
  desk_press ("Yes, today");
  desk_wait_for ("Sent by e-mail on ");
  desk_assert_sent (&desk, today, "email");
  kept = veto_letter_book_read_pdf (desk.book, desk.saved, NULL);
  g_assert_true (g_bytes_equal (kept, mail_portal_get_file (portal)));
  desk_close (&desk);
  mail_portal_free (portal);
}

static void
test_email_denied (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  mail_portal_set_manner (portal, MAIL_PORTAL_DENIED);
  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("How do you want to send it?");
  g_assert_false (g_file_test (mail_portal_get_path (portal), G_FILE_TEST_EXISTS)); /* nobody will read it */
  desk_close (&desk);
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
  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("Your e-mail program is being opened");
  desk_wait_until (was_called, portal, "the portal is asked");
  desk_press ("Cancel");
  desk_wait_for ("How do you want to send it?");

  mail_portal_set_manner (portal, MAIL_PORTAL_OPENS);
  desk_choose ("E-mail");
  desk_wait_for ("Did you send it?");
  desk_close (&desk);
  mail_portal_free (portal);
}

/* Closed while the desktop thinks: nothing is left, and nothing comes up later. */
static void
test_email_closed (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  mail_portal_set_manner (portal, MAIL_PORTAL_SILENT);
  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_until (was_called, portal, "the portal is asked");
  desk_close (&desk);
  mail_portal_free (portal);
}

static gboolean
is_written (gconstpointer path)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && g_str_has_suffix (content, "\n");
}

/* Each has a file of its own: a program that an earlier test started may write late.
 * Returns: (transfer full): the file to which a stand-in for an e-mail program and a browser writes the address it is given */
static char *
install_program (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "veto-test-mail.desktop", NULL);
  static guint     n_installed;
  g_autofree char *name = g_strdup_printf ("mailed-%u", ++n_installed);
  g_autofree char *script = g_strdup_printf ("%s/mail-%u.sh", g_get_home_dir (), n_installed);
  g_autofree char *defaults = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  char            *out = g_build_filename (g_get_home_dir (), name, NULL);
  g_autofree char *text =
    g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$1\" >'%s.new'\nmv '%s.new' '%s'\n", out, out, out);
  g_autofree char *desktop =
    g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Mail\nExec=%s "
                     "%%u\nMimeType=x-scheme-handler/mailto;x-scheme-handler/https;\n",
                     script);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700)
                     + g_mkdir_with_parents (g_get_user_config_dir (), 0700),
                   ==, 0);
  g_assert_true (g_file_set_contents_full (script, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_assert_true (g_file_set_contents (entry, desktop, -1, NULL));
  g_assert_true (
    g_file_set_contents (defaults,
                         "[Default Applications]\nx-scheme-handler/mailto=veto-test-mail.desktop\n"
                         "x-scheme-handler/https=veto-test-mail.desktop\n",
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

  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("Paste the letter into the e-mail");
  desk_wait_until (is_written, out, "the e-mail program starts");
  g_assert_true (g_file_get_contents (out, &uri, NULL, NULL));
  g_assert_true (g_str_has_prefix (uri, "mailto:" DESK_ADDRESS "?subject="));
  g_assert_cmpuint (strlen (uri), <=, 1801);
  text = desk_dup_clipboard (&desk);
  expected = desk_dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "Save as PDF…"));
  desk_press ("Next");
  desk_wait_for ("Did you send it?");
  desk_press ("Yes, today");
  desk_wait_for ("Sent by e-mail on ");
  desk_close (&desk);
  remove_program ();
}

static const VetoController *
find_with_form (VetoGuideSet *set)
{
  guint                 n;
  const VetoController *all = veto_guide_set_get_controllers (set, &n);

  for (guint i = 0; i < n; i++)
    if (all[i].form != NULL && veto_guide_set_allows_link (set, all[i].form))
      return &all[i];
  return NULL;
}

/* The recipient's own form: opened, with the letter ready to be pasted. */
static void
test_form (void)
{
  Desk                  desk;
  g_autofree char      *out = install_program (), *uri = NULL, *text = NULL, *expected = NULL;
  const VetoController *company;
  g_autoptr(VetoRecipient) recipient = NULL;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  company = find_with_form (veto_guidance_get_set (desk.scene.services.guidance));
  g_assert_nonnull (company); /* of the real guidance */
  recipient = veto_recipient_new_for_controller (company);
  veto_letter_set_controller (desk.letter, recipient);
  veto_saved_letter_set_recipient_id (desk.saved, VETO_LETTER_TO_CONTROLLER, company->id);
  g_unlink (out);
  desk_present (&desk);
  desk_press ("Open in your browser: ");
  desk_wait_for ("Did you send it?");
  desk_wait_until (is_written, out, "the browser starts");
  g_assert_true (g_file_get_contents (out, &uri, NULL, NULL));
  g_assert_cmpstr (g_strchomp (uri), ==, company->form);
  text = desk_dup_clipboard (&desk);
  expected = desk_dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  desk_press ("Yes, today");
  desk_wait_for ("Sent through a form on ");
  desk_close (&desk);
  remove_program ();
}

/* Neither portal nor program. */
static void
test_no_program (void)
{
  Desk             desk;
  g_autofree char *text = NULL, *expected = NULL;

  desk_open_and_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("No e-mail program could be opened here");
  g_assert_nonnull (
    scene_find_label (desk_find_dialog (), "Write the e-mail yourself, to " DESK_ADDRESS "."));
  text = desk_dup_clipboard (&desk);
  expected = desk_dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  make_documents ();
  g_test_add_func ("/out/file/pdf", test_pdf);
  g_test_add_func ("/out/file/not-recent", test_not_recent);
  g_test_add_func ("/out/file/text", test_text);
  g_test_add_func ("/out/file/full", test_full);
  for (gsize i = 0; i < G_N_ELEMENTS (unwritables); i++)
    g_test_add_data_func (unwritables[i].name, &unwritables[i], test_unwritable);
  g_test_add_func ("/out/file/closed", test_chooser_closed);
  g_test_add_func ("/out/print", test_print);
  g_test_add_func ("/out/print-cancelled", test_print_cancelled);
  g_test_add_func ("/out/email/portal", test_email);
  g_test_add_func ("/out/email/denied", test_email_denied);
  g_test_add_func ("/out/email/dead", test_email_dead);
  g_test_add_func ("/out/email/closed", test_email_closed);
  g_test_add_func ("/out/form", test_form);
  g_test_add_func ("/out/email/mailto", test_mailto);
  g_test_add_func ("/out/email/no-program", test_no_program);
  return g_test_run ();
}
