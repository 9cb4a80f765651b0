/* The ways out of the dialog that sends a letter: file, paper, e-mail, clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-out"

#include "veto-config.h"

#include "veto-letter-out-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-channels.h"
#include "veto-day.h"
#include "veto-email.h"
#include "veto-letter-file.h"
#include "veto-letter-save.h"
#include "veto-link-box.h"
#include "veto-print.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-wrap.h"

const VetoRecipient *
veto_letter_out_get_recipient (VetoLetterSend *self)
{
  return veto_letter_get_recipient (veto_letter_send_get_letter (self));
}

/* Returns: (transfer full): the recipient's name as it stands in a sentence */
static char *
dup_recipient (VetoLetterSend *self)
{
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);
  return veto_text_dup_isolated (recipient != NULL ? recipient->name : NULL, NULL);
}

/* Returns: (nullable): who gets it, by the id of guidance; %NULL: the person wrote the address */
static const char *
get_recipient_id (VetoLetterSend *self)
{
  VetoLetterKind *kind = veto_letter_get_kind (veto_letter_send_get_letter (self));

  return veto_saved_letter_get_recipient_id (veto_letter_send_get_saved (self),
                                             veto_letter_kind_get_to (kind));
}

/* Its address may have been kept from guidance whose domain was withdrawn since. */
static gboolean
is_email_withdrawn (VetoLetterSend *self)
{
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);

  return recipient != NULL && recipient->email != NULL && get_recipient_id (self) != NULL
         && !veto_guidance_allows_email (veto_letter_send_get_services (self)->guidance, recipient->email);
}

static gboolean
has_email (VetoLetterSend *self)
{
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);

  return recipient != NULL && recipient->email != NULL && veto_email_is_address (recipient->email)
         && !is_email_withdrawn (self);
}

static gboolean
has_post (VetoLetterSend *self)
{
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);
  return recipient != NULL && recipient->lines != NULL && recipient->lines[0] != NULL;
}

char *
veto_letter_out_dup_file_name (VetoLetterSend *self, const char *extension)
{
  VetoLetter          *letter = veto_letter_send_get_letter (self);
  const VetoRecipient *recipient = veto_letter_out_get_recipient (self);

  return veto_letter_file_dup_name (veto_letter_kind_get_title (veto_letter_get_kind (letter)),
                                    recipient != NULL ? recipient->name : NULL, veto_letter_get_day (letter),
                                    extension);
}

/* After a way out: whether it was sent. A letter that is known to be sent goes out once more without that. */
void
veto_letter_out_ask_plainly (VetoLetterSend *self, const char *words, const char *channel)
{
  if (veto_saved_letter_get_sent_day (veto_letter_send_get_saved (self)) == NULL)
    veto_letter_send_ask_whether (self, words, channel);
  else
    veto_letter_out_show (self);
}

void
veto_letter_out_ask_whether (VetoLetterSend *self, const char *note, const char *channel)
{
  g_autofree char *words = note != NULL ? veto_letter_out_dup_reminder (self, note) : NULL;

  veto_letter_out_ask_plainly (self, words, channel);
}

/* --- A file --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLetterSend) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = veto_letter_save_finish (result, &error);
  g_autofree char *isolated = NULL, *note = NULL;

  if (!veto_letter_send_is_open (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name == NULL)
    {
      veto_tell (GTK_WIDGET (self), _ ("Not saved"), error->message);
      return;
    }
  isolated = veto_text_dup_isolated (name, NULL);
  /* Translators: %s is the name of a file */
  note = g_strdup_printf (_ ("Saved as “%s”."), isolated);
  veto_letter_out_ask_whether (self, note, has_post (self) ? "post" : has_email (self) ? "email" : "form");
}

static void
save (VetoLetterSend *self, GBytes *bytes, const char *extension)
{
  g_autofree char *name = veto_letter_out_dup_file_name (self, extension);

  veto_letter_save_async (GTK_WINDOW (self), _ ("Save the letter"), name, bytes, NULL, saved_cb,
                          g_object_ref (self));
}

void
veto_letter_out_save_pdf (VetoLetterSend *self)
{
  save (self, veto_letter_send_get_pages (self)->pdf, "pdf");
}

static void
save_text (VetoLetterSend *self)
{
  const char *text = veto_letter_send_get_pages (self)->text;
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  save (self, bytes, "txt");
}

/* --- Paper --- */

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GWeakRef *place)
{
  g_autoptr(VetoLetterSend) self = g_weak_ref_get (place);

  if (self != NULL && veto_letter_send_is_open (self) && result == GTK_PRINT_OPERATION_RESULT_APPLY)
    veto_letter_out_ask_whether (self, _ ("The pages are on their way to the printer."), "post");
}

static void
free_place (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
print (VetoLetterSend *self)
{
  VetoLetterPages *pages = veto_letter_send_get_pages (self);
  g_autoptr(GtkPrintOperation)
               operation = veto_print_operation_new (pages->paper, veto_document_get_title (pages->document));
  GWeakRef *place = g_new0 (GWeakRef, 1);

  g_weak_ref_init (place, self);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), place, free_place, 0);
  veto_print_run (GTK_WIDGET (self), operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/* --- The clipboard --- */

void
veto_letter_out_copy (VetoLetterSend *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          veto_letter_send_get_pages (self)->text);
}

GtkWidget *
veto_letter_out_create_button (const char *text, GCallback clicked, VetoLetterSend *self)
{
  GtkWidget *button = veto_wrap_button_new (text);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

/* --- The question --- */

static void
chosen_cb (VetoLetterSend *self, int way)
{
  switch ((VetoLetterWay) way)
    {
    case VETO_LETTER_WAY_PDF:
      veto_letter_out_save_pdf (self);
      break;
    case VETO_LETTER_WAY_PRINT:
      print (self);
      break;
    case VETO_LETTER_WAY_EMAIL:
      if (has_email (self))
        veto_letter_out_email (self);
      else
        veto_letter_out_show (self); /* withdrawn while the question was on the screen */
      break;
    case VETO_LETTER_WAY_COPY:
      veto_letter_out_copy (self);
      veto_letter_out_ask_whether (self, _ ("The letter is on the clipboard. Paste it where you want it."),
                                   "form");
      break;
    case VETO_LETTER_WAY_TEXT:
      save_text (self);
      break;
    }
}

static void
append_paper_ways (VetoLetterSend *self, VetoLetterWays *ways)
{
  const char      *problem = veto_letter_send_get_pages (self)->problem;
  g_autofree char *name = dup_recipient (self);
  /* Translators: %s is a company or an authority */
  g_autofree char *nowhere = g_strdup_printf (_ ("The letter has no postal address of %s."), name);

  veto_letter_ways_append (ways, VETO_LETTER_WAY_PDF, _ ("Save as PDF…"),
                           problem != NULL
                             ? problem
                             : _ ("A file that looks like the printed letter. For a form that takes "
                                  "files, or to print it somewhere else."),
                           problem == NULL);
  veto_letter_ways_append (ways, VETO_LETTER_WAY_PRINT, _ ("Print…"),
                           problem != NULL ? problem
                           : !has_post (self)
                             ? nowhere
                             : _ ("By post: print it, sign it, send it. Registered, if you want "
                                  "proof that it arrived."),
                           problem == NULL && has_post (self));
}

static void
append_email_way (VetoLetterSend *self, VetoLetterWays *ways)
{
  g_autofree char *name = dup_recipient (self), *text = NULL;

  if (has_email (self))
    /* Translators: %s is an e-mail address */
    text =
      g_strdup_printf (_ ("To %s\nYour e-mail program opens with the letter; you look at it and send it."),
                       veto_letter_out_get_recipient (self)->email);
  else if (is_email_withdrawn (self))
    text = g_strdup (
      _ ("This e-mail address was withdrawn. Send the letter by post, or choose the recipient again."));
  else
    /* Translators: %s is a company or an authority */
    text = g_strdup_printf (_ ("The letter has no e-mail address of %s."), name);
  veto_letter_ways_append (ways, VETO_LETTER_WAY_EMAIL, _ ("E-mail"), text, has_email (self));
}

static char *
dup_sent_words (VetoSavedLetter *saved)
{
  GDate day;

  if (veto_saved_letter_get_sent_day (saved) == NULL
      || !veto_day_parse (veto_saved_letter_get_sent_day (saved), &day))
    return NULL;
  return veto_channels_dup_words (veto_saved_letter_get_channel (saved), &day);
}

/* Returns: (nullable): the recipient's own form on the web */
static const char *
find_form (VetoLetterSend *self)
{
  VetoGuidance *guidance = veto_letter_send_get_services (self)->guidance;
  VetoGuideSet *set = veto_guidance_get_set (guidance);
  VetoLetterTo  to = veto_letter_kind_get_to (veto_letter_get_kind (veto_letter_send_get_letter (self)));
  const char   *id = get_recipient_id (self);
  const VetoController *company =
    id != NULL && to == VETO_LETTER_TO_CONTROLLER ? veto_guide_set_find_controller (set, id) : NULL;
  const VetoAuthority *authority =
    id != NULL && to == VETO_LETTER_TO_AUTHORITY ? veto_guide_set_find_authority (set, id) : NULL;
  const char *form = company != NULL ? company->form : authority != NULL ? authority->form : NULL;

  return form != NULL && veto_guidance_allows_link (guidance, form) ? form : NULL;
}

static void
form_opened_cb (VetoLetterSend *self)
{
  veto_letter_out_copy (self);
  veto_letter_out_ask_whether (
    self, _ ("The form is open in your browser. The letter is on the clipboard: paste it there."), "form");
}

static void
append_form (VetoLetterSend *self, VetoLetterWays *ways)
{
  const char      *form = find_form (self);
  g_autofree char *name = dup_recipient (self), *text = NULL;
  GtkWidget       *button;

  if (form == NULL)
    return;
  /* Translators: %s is a company or an authority */
  text = g_strdup_printf (_ ("%s also has a form on the web. Paste the text of the letter into it."), name);
  veto_letter_ways_append_child (ways, veto_wrap_label_new (text, -1));
  button = veto_link_box_new_button (veto_letter_send_get_services (self)->guidance, form);
  g_signal_connect_swapped (button, "opened", G_CALLBACK (form_opened_cb), self);
  veto_letter_ways_append_child (ways, button);
}

static void
append_all_ways (VetoLetterSend *self, VetoLetterWays *ways)
{
  append_email_way (self, ways);
  append_paper_ways (self, ways);
  veto_letter_ways_append (ways, VETO_LETTER_WAY_COPY, _ ("Copy the text"),
                           _ ("To paste it into a form, or into a message that you write yourself."), TRUE);
  veto_letter_ways_append (ways, VETO_LETTER_WAY_TEXT, _ ("Save as text…"),
                           _ ("A file with the words alone, which every program can read."), TRUE);
  append_form (self, ways);
}

static void
change_day_cb (VetoLetterSend *self)
{
  const char *channel = veto_saved_letter_get_channel (veto_letter_send_get_saved (self));
  veto_letter_send_ask_whether (self, NULL, channel != NULL ? channel : "other");
}

static void
append_sent_ways (VetoLetterSend *self, VetoLetterWays *ways)
{
  veto_letter_ways_append (ways, VETO_LETTER_WAY_PDF, _ ("Save as PDF…"),
                           _ ("The letter as it was sent, to print it or to attach it once more."), TRUE);
  veto_letter_ways_append_child (ways, veto_letter_out_create_button (_ ("Change the day or the way…"),
                                                                      G_CALLBACK (change_day_cb), self));
}

void
veto_letter_out_show (VetoLetterSend *self)
{
  g_autofree char *sent = dup_sent_words (veto_letter_send_get_saved (self)), *name = dup_recipient (self);
  /* Translators: %s is who gets the letter */
  g_autofree char *to = g_strdup_printf (_ ("To: %s"), name);
  GtkWidget       *page = veto_letter_ways_new (sent != NULL ? sent : _ ("How do you want to send it?"), to);

  veto_letter_out_append_dossier (self, VETO_LETTER_WAYS (page));
  if (veto_letter_send_get_pages (self)->document == NULL)
    append_sent_ways (self, VETO_LETTER_WAYS (page));
  else
    append_all_ways (self, VETO_LETTER_WAYS (page));
  g_signal_connect_swapped (page, "chosen", G_CALLBACK (chosen_cb), self);
  veto_letter_send_show (self, page, TRUE);
}
