/* The way out of the dialog by e-mail, and what is left to do where a program does not take all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-out"

#include "veto-config.h"

#include "veto-letter-out-private.h"

#include <glib/gi18n.h>

#include "veto-letter-email.h"
#include "veto-message-page.h"
#include "veto-wrap.h"

static void
email_on_cb (VetoLetterSend *self)
{
  veto_letter_out_ask_whether (self, NULL, "email");
}

static void
open_folder_cb (GtkButton *button, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (uri != NULL && root != NULL)
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static void
free_folder (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* Several files are not attached; @folder has them. */
static void
show_folder (VetoLetterSend *self, VetoLetterEmail outcome, const char *folder)
{
  GtkWidget           *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget           *open = veto_wrap_button_new (_ ("Open the folder with both files"));
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);
  g_autofree char     *nothing = NULL;
  const char          *text;

  if (outcome == VETO_LETTER_EMAIL_WORDS)
    text = _ (
      "Your e-mail program has the letter as text. Veto cannot attach files here: open the folder, then add "
      "both PDFs to the e-mail.");
  else if (outcome == VETO_LETTER_EMAIL_ADDRESS)
    text = _ ("Your e-mail program has the address and the subject. The letter is on the clipboard: paste it "
              "into the "
              "e-mail. Veto cannot attach files here: open the folder, then add both PDFs to the e-mail.");
  else
    {
      /* Translators: %s is an e-mail address */
      nothing =
        g_strdup_printf (_ ("No e-mail program could be opened. Write the e-mail yourself, to %s. The letter "
                            "is on the clipboard: paste it there. Then open the folder, and add both PDFs."),
                         recipient->email);
      text = nothing;
    }
  gtk_widget_set_halign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "suggested-action");
  g_signal_connect_data (open, "clicked", G_CALLBACK (open_folder_cb), g_strdup (folder), free_folder, 0);
  gtk_box_append (GTK_BOX (buttons), open);
  gtk_box_append (GTK_BOX (buttons),
                  veto_letter_out_create_button (_ ("Next"), G_CALLBACK (email_on_cb), self));
  veto_letter_send_show (self,
                         veto_message_page_new ("mail-attachment-symbolic",
                                                _ ("Attach the letter and the file for the authority"), text,
                                                buttons),
                         FALSE);
}

/* The e-mail program does not have all of it: what is left to do. */
static void
show_rest (VetoLetterSend *self, VetoLetterEmail outcome)
{
  GtkWidget           *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);
  g_autofree char     *nothing = NULL, *words = NULL;
  const char          *title = _ ("Attach the PDF yourself"), *text;

  if (outcome == VETO_LETTER_EMAIL_WORDS)
    text =
      _ ("Your e-mail program has the letter as text. Veto cannot attach the PDF here: save it, then attach "
         "it to the e-mail.");
  else if (outcome == VETO_LETTER_EMAIL_ADDRESS)
    {
      title = _ ("Paste the letter into the e-mail");
      text =
        _ ("Your e-mail program has the address and the subject. The letter is on the clipboard: paste it "
           "into the e-mail. Veto cannot attach the PDF here: save it, then attach it to the e-mail.");
    }
  else
    {
      title = _ ("No e-mail program could be opened here");
      /* Translators: %s is an e-mail address */
      nothing =
        g_strdup_printf (_ ("Write the e-mail yourself, to %s. The letter is on the clipboard: paste it "
                            "there. You can save the PDF and attach it."),
                         recipient->email);
      text = nothing;
    }
  if (veto_letter_send_get_pages (self)->pdf != NULL)
    gtk_box_append (GTK_BOX (buttons),
                    veto_letter_out_create_button (_ ("Save as PDF…"), G_CALLBACK (veto_letter_out_save_pdf),
                                                   self));
  gtk_box_append (GTK_BOX (buttons),
                  veto_letter_out_create_button (_ ("Next"), G_CALLBACK (email_on_cb), self));
  words = veto_letter_out_dup_reminder (self, text);
  veto_letter_send_show (self, veto_message_page_new ("mail-send-symbolic", title, words, buttons), FALSE);
}

typedef struct
{
  VetoLetterSend *send;
  gboolean        has_dossier; /* the file of the case is attached as well */
} Sending;

static void
emailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Sending *sending = data;
  g_autofree char    *folder = NULL;
  g_autoptr(VetoLetterSend) self = sending->send;
  g_autoptr(GError) error = NULL;
  VetoLetterEmail outcome = veto_letter_email_finish (result, &folder, &error);

  if (!veto_letter_send_is_open (self))
    return;
  if (error != NULL)
    {
      veto_letter_out_show (self);
      return;
    }
  if (outcome == VETO_LETTER_EMAIL_ADDRESS || outcome == VETO_LETTER_EMAIL_NOTHING)
    veto_letter_out_copy (self);
  if (outcome == VETO_LETTER_EMAIL_ATTACHED && sending->has_dossier)
    veto_letter_out_ask_plainly (self,
                                 _ ("The letter and the file for the authority are in your e-mail program. "
                                    "They go out "
                                    "when you send the e-mail there."),
                                 "email");
  else if (outcome == VETO_LETTER_EMAIL_ATTACHED)
    veto_letter_out_ask_whether (
      self, _ ("The letter is in your e-mail program. It goes out when you send it there."), "email");
  else if (folder != NULL)
    show_folder (self, outcome, folder);
  else
    show_rest (self, outcome);
}

static void
stop_cb (VetoLetterSend *self)
{
  veto_letter_send_renew_cancellable (self);
}

static void
show_waiting (VetoLetterSend *self, const char *title, const char *text)
{
  veto_letter_send_show (self,
                         veto_message_page_new ("mail-send-symbolic", title, text,
                                                veto_letter_out_create_button (_ ("Cancel"),
                                                                               G_CALLBACK (stop_cb), self)),
                         FALSE);
}

/* @dossier: (nullable): the file of the case, @dossier_name: what it is called */
static void
compose (VetoLetterSend *self, GBytes *dossier, const char *dossier_name)
{
  VetoLetterPages *pages = veto_letter_send_get_pages (self);
  g_autofree char *subject = veto_letter_dup_subject (veto_letter_send_get_letter (self)),
                  *name = veto_letter_out_dup_file_name (self, "pdf");
  g_autoptr(VetoLetterMail) mail =
               veto_letter_mail_new (veto_letter_out_get_recipient (self)->email, subject, pages->text);
  VetoLetterEmailFile files[2];
  Sending            *sending;
  guint               n_files = 0;

  g_return_if_fail (mail != NULL); /* this way is only offered with an address */

  if (pages->pdf != NULL)
    files[n_files++] = (VetoLetterEmailFile){ pages->pdf, name };
  if (dossier != NULL)
    files[n_files++] = (VetoLetterEmailFile){ dossier, dossier_name };
  sending = g_new0 (Sending, 1);
  *sending = (Sending){ g_object_ref (self), dossier != NULL };
  show_waiting (self, _ ("Your e-mail program is being opened"),
                _ ("Perhaps you are asked which one. Nothing is sent by itself."));
  veto_letter_email_async (GTK_WINDOW (self), mail, _ ("[Paste the letter here: it is on the clipboard.]"),
                           files, n_files, veto_letter_send_renew_cancellable (self), emailed_cb, sending);
}

static void
letter_alone_cb (VetoLetterSend *self)
{
  compose (self, NULL, NULL);
}

static void
show_too_large (VetoLetterSend *self, gsize n_bytes)
{
  GtkWidget       *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *size = g_format_size (n_bytes), *limit = g_format_size (VETO_LETTER_OUT_MAX_EMAIL);
  /* Translators: %1$s and %2$s are sizes, such as 25 MB */
  g_autofree char *text =
    g_strdup_printf (_ ("It has %1$s, and more than %2$s do not arrive everywhere. Save it on this "
                        "computer. Send the letter alone, and ask in the e-mail how the "
                        "authority wants to have the file."),
                     size, limit);

  gtk_box_append (GTK_BOX (buttons),
                  veto_letter_out_create_button (_ ("Save the file for the authority…"),
                                                 G_CALLBACK (veto_letter_out_save_dossier), self));
  gtk_box_append (GTK_BOX (buttons),
                  veto_letter_out_create_button (_ ("Open the e-mail with the letter alone"),
                                                 G_CALLBACK (letter_alone_cb), self));
  veto_letter_send_show (self,
                         veto_message_page_new ("mail-attachment-symbolic",
                                                _ ("The file for the authority is too large for an e-mail"),
                                                text, buttons),
                         FALSE);
}

static void
made_cb (VetoLetterSend *self, GBytes *dossier, const char *name)
{
  GBytes *letter = veto_letter_send_get_pages (self)->pdf;
  gsize   n_bytes = g_bytes_get_size (dossier) + (letter != NULL ? g_bytes_get_size (letter) : 0);

  if (n_bytes > VETO_LETTER_OUT_MAX_EMAIL)
    show_too_large (self, g_bytes_get_size (dossier));
  else
    compose (self, dossier, name);
}

void
veto_letter_out_email (VetoLetterSend *self)
{
  if (!veto_letter_out_has_dossier (self))
    {
      compose (self, NULL, NULL);
      return;
    }
  show_waiting (self, _ ("The file for the authority is put together"),
                _ ("Then your e-mail program opens with it."));
  veto_letter_out_make_dossier (self, veto_letter_send_renew_cancellable (self), made_cb);
}
