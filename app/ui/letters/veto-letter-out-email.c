/* The way out of the dialog by e-mail, and what is left to do where a program does not take all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-out"

#include "veto-config.h"

#include "veto-letter-out-private.h"

#include <glib/gi18n.h>

#include "veto-letter-email.h"
#include "veto-message-page.h"

static void
email_on_cb (VetoLetterSend *self)
{
  veto_letter_out_ask_whether (self, NULL, "email");
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

static void
emailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLetterSend) self = data;
  g_autoptr(GError) error = NULL;
  VetoLetterEmail outcome = veto_letter_email_finish (result, &error);

  if (!veto_letter_send_is_open (self))
    return;
  if (error != NULL)
    {
      veto_letter_out_show (self);
      return;
    }
  if (outcome == VETO_LETTER_EMAIL_ADDRESS || outcome == VETO_LETTER_EMAIL_NOTHING)
    veto_letter_out_copy (self);
  if (outcome == VETO_LETTER_EMAIL_ATTACHED)
    veto_letter_out_ask_whether (
      self, _ ("The letter is in your e-mail program. It goes out when you send it there."), "email");
  else
    show_rest (self, outcome);
}

static void
stop_cb (VetoLetterSend *self)
{
  veto_letter_send_renew_cancellable (self);
}

void
veto_letter_out_email (VetoLetterSend *self)
{
  VetoLetterPages *pages = veto_letter_send_get_pages (self);
  VetoLetter      *letter = veto_letter_send_get_letter (self);
  g_autofree char *subject = veto_letter_dup_subject (letter),
                  *name = veto_letter_out_dup_file_name (self, "pdf");
  g_autoptr(VetoLetterMail) mail =
               veto_letter_mail_new (veto_letter_out_get_recipient (self)->email, subject, pages->text);
  GtkWidget *page =
    veto_message_page_new ("mail-send-symbolic", _ ("Your e-mail program is being opened"),
                           _ ("Perhaps you are asked which one. Nothing is sent by itself."),
                           veto_letter_out_create_button (_ ("Cancel"), G_CALLBACK (stop_cb), self));

  g_return_if_fail (mail != NULL); /* this way is only offered with an address */
  veto_letter_send_show (self, page, FALSE);
  veto_letter_email_async (GTK_WINDOW (self), mail, _ ("[Paste the letter here: it is on the clipboard.]"),
                           pages->pdf, name, veto_letter_send_renew_cancellable (self), emailed_cb,
                           g_object_ref (self));
}
