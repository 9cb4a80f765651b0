/* A finished letter on its way out: the dialog that leads from the question how, by way of the question whether, to the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-send"

#include "veto-config.h"

#include "veto-letter-send.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-channels.h"
#include "veto-day.h"
#include "veto-letter-out.h"
#include "veto-letter-sent-page.h"
#include "veto-message-page.h"
#include "veto-pages.h"
#include "veto-tell.h"
#include "veto-words.h"
#include "veto-wrap.h"

#define WIDTH 520
#define HEIGHT 680

struct _VetoLetterSend
{
  AdwWindow        parent_instance;
  VetoServices    *services; /* nullable: only the question is asked; the application's */
  VetoLetterBook  *book;
  VetoSavedLetter *saved;
  VetoLetter      *letter;
  VetoLetterPages *pages;       /* nullable: they are being made, or only the question is asked */
  GCancellable    *cancellable; /* of what is under way; cancelled when the dialog closes */
  GtkStack        *stack;       /* NULL once it was closed */
};

G_DEFINE_FINAL_TYPE (VetoLetterSend, veto_letter_send, ADW_TYPE_WINDOW)

/* Closed: what is under way holds a reference, and must end now. */
static void
veto_letter_send_unrealize (GtkWidget *widget)
{
  VetoLetterSend *self = VETO_LETTER_SEND (widget);

  g_cancellable_cancel (self->cancellable);
  self->stack = NULL;

  GTK_WIDGET_CLASS (veto_letter_send_parent_class)->unrealize (widget);
}

static void
veto_letter_send_dispose (GObject *object)
{
  VetoLetterSend *self = VETO_LETTER_SEND (object);

  g_clear_object (&self->book);
  g_clear_object (&self->saved);
  g_clear_object (&self->letter);
  g_clear_pointer (&self->pages, veto_letter_pages_free);

  G_OBJECT_CLASS (veto_letter_send_parent_class)->dispose (object);
}

static void
veto_letter_send_finalize (GObject *object)
{
  g_object_unref (VETO_LETTER_SEND (object)->cancellable);

  G_OBJECT_CLASS (veto_letter_send_parent_class)->finalize (object);
}

static void
veto_letter_send_class_init (VetoLetterSendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_send_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_send_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = veto_letter_send_unrealize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_letter_send_init (VetoLetterSend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Send the letter"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/* @page: (transfer floating) */
void
veto_letter_send_show (VetoLetterSend *self, GtkWidget *page, gboolean is_back)
{
  veto_pages_show (self->stack, page, is_back ? VETO_PAGES_BACK : VETO_PAGES_ONWARDS);
  gtk_widget_grab_focus (page);
  veto_pages_drop_left (self->stack);
}

gboolean
veto_letter_send_is_open (VetoLetterSend *self)
{
  return self->stack != NULL;
}

VetoLetter *
veto_letter_send_get_letter (VetoLetterSend *self)
{
  return self->letter;
}

VetoSavedLetter *
veto_letter_send_get_saved (VetoLetterSend *self)
{
  return self->saved;
}

VetoServices *
veto_letter_send_get_services (VetoLetterSend *self)
{
  return self->services;
}

VetoLetterPages *
veto_letter_send_get_pages (VetoLetterSend *self)
{
  return self->pages;
}

GCancellable *
veto_letter_send_renew_cancellable (VetoLetterSend *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

/* --- The end: sent, and what follows from it --- */

/* Returns: (transfer full): the day on which an answer is due, about; "" when the law of this letter gives no months */
static char *
dup_period (VetoLetterSend *self, const GDate *day)
{
  guint            n_months = veto_letter_kind_get_reply_months (veto_letter_get_kind (self->letter));
  GDate            until = *day;
  g_autofree char *when = NULL;

  if (n_months == 0)
    return g_strdup ("");
  g_date_add_months (&until, n_months);
  when = veto_day_dup_display (&until);
  if (n_months == 1)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("They have one month from receipt to answer: until about %s."), when);
  /* Translators: %1$u is how many months, at least two, %2$s a day */
  return g_strdup_printf (ngettext ("They have %1$u month from receipt to answer: until about %2$s.",
                                    "They have %1$u months from receipt to answer: until about %2$s.",
                                    n_months),
                          n_months, when);
}

static void
undo_cb (VetoLetterSend *self)
{
  g_autoptr(GError) error = NULL;

  if (veto_letter_book_unmark_sent (self->book, self->saved, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    veto_tell_error (GTK_WIDGET (self), error);
}

static GtkWidget *
create_button (const char *text, GCallback clicked, VetoLetterSend *self)
{
  GtkWidget *button = veto_wrap_button_new (text);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
show_end (VetoLetterSend *self, const char *channel, const GDate *day, gboolean can_undo)
{
  g_autofree char *title = veto_channels_dup_words (channel, day), *text = dup_period (self, day);
  GtkWidget       *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (buttons), create_button (_ ("Close"), G_CALLBACK (gtk_window_close), self));
  if (can_undo)
    gtk_box_append (GTK_BOX (buttons),
                    create_button (_ ("Undo: it was not sent"), G_CALLBACK (undo_cb), self));
  veto_letter_send_show (self, veto_message_page_new ("emblem-ok-symbolic", title, text, buttons), FALSE);
}

static void
sent_cb (VetoLetterSentPage *page, VetoLetterSend *self)
{
  const char *channel = veto_letter_sent_page_get_channel (page);
  GDate       day = *veto_letter_sent_page_get_day (page);
  gboolean    was_sent = veto_saved_letter_get_sent_day (self->saved) != NULL;
  GBytes     *pdf = self->pages != NULL && !was_sent ? self->pages->pdf : NULL;
  g_autoptr(GError) error = NULL;

  if (veto_letter_book_mark_sent (self->book, self->saved, self->letter, &day, channel, pdf, &error))
    show_end (self, channel, &day, !was_sent);
  else
    veto_tell_error (GTK_WIDGET (self), error);
}

static void
not_sent_cb (VetoLetterSend *self)
{
  if (self->services != NULL)
    veto_letter_out_show (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
veto_letter_send_ask_whether (VetoLetterSend *self, const char *note, const char *channel)
{
  GtkWidget *page = veto_letter_sent_page_new (note, channel);

  g_signal_connect (page, "sent", G_CALLBACK (sent_cb), self);
  g_signal_connect_swapped (page, "not-sent", G_CALLBACK (not_sent_cb), self);
  veto_letter_send_show (self, page, FALSE);
}

/* --- The beginning --- */

static void
show_missing (VetoLetterSend *self)
{
  g_auto(GStrv) missing = veto_letter_dup_missing (self->letter);
  g_autofree char *list = g_strjoinv ("\n", missing);

  veto_letter_send_show (self,
                         veto_message_page_new ("dialog-information-symbolic",
                                                _ ("Something is still missing"), list,
                                                create_button (_ ("Close"), G_CALLBACK (gtk_window_close),
                                                               self)),
                         FALSE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLetterSend) self = data;
  VetoLetterPages *pages = veto_letter_pages_make_finish (result);

  if (self->stack == NULL)
    {
      veto_letter_pages_free (pages);
      return;
    }
  self->pages = pages;
  veto_letter_out_show (self);
}

/* Newer guidance may have other words: what was sent stays as it was sent. */
static void
begin_with_sent (VetoLetterSend *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = veto_letter_book_read_pdf (self->book, self->saved, &error);

  if (pdf == NULL)
    {
      g_autofree char *text = veto_words_dup_error (error);
      veto_letter_send_show (self,
                             veto_message_page_new ("dialog-information-symbolic",
                                                    _ ("The letter cannot be read"), text,
                                                    create_button (_ ("Close"), G_CALLBACK (gtk_window_close),
                                                                   self)),
                             FALSE);
      return;
    }
  self->pages = veto_letter_pages_new_sent (pdf);
  veto_letter_out_show (self);
}

static void
begin (VetoLetterSend *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = NULL;

  if (veto_saved_letter_get_sent_day (self->saved) != NULL && veto_saved_letter_has_pdf (self->saved))
    {
      begin_with_sent (self);
      return;
    }
  document = veto_letter_to_document (self->letter, &error);

  if (document == NULL)
    {
      show_missing (self);
      return;
    }
  /* What cannot be saved can be sent all the same. */
  if (veto_saved_letter_get_sent_day (self->saved) == NULL
      && !veto_letter_book_save (self->book, self->saved, self->letter, &error))
    veto_tell_error (GTK_WIDGET (self), error);
  veto_letter_pages_make_async (document, self->cancellable, made_cb, g_object_ref (self));
}

static VetoLetterSend *
create (GtkWidget *parent, VetoLetterBook *book, VetoSavedLetter *saved, VetoLetter *letter)
{
  GtkRoot        *root = gtk_widget_get_root (parent);
  VetoLetterSend *self = g_object_new (VETO_TYPE_LETTER_SEND, NULL);

  self->book = g_object_ref (book);
  self->saved = g_object_ref (saved);
  self->letter = g_object_ref (letter);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

void
veto_letter_send_present (GtkWidget       *parent,
                          VetoServices    *services,
                          VetoSavedLetter *saved,
                          VetoLetter      *letter)
{
  VetoLetterSend *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && VETO_IS_LETTER (letter));

  self = create (parent, services->letters, saved, letter);
  self->services = services;
  gtk_window_present (GTK_WINDOW (self));
  begin (self);
}

void
veto_letter_send_ask (GtkWidget *parent, VetoLetterBook *book, VetoSavedLetter *saved, VetoLetter *letter)
{
  VetoLetterSend *self;
  const char     *channel = veto_saved_letter_get_channel (saved);

  g_return_if_fail (GTK_IS_WIDGET (parent) && VETO_IS_LETTER (letter));

  self = create (parent, book, saved, letter);
  gtk_window_present (GTK_WINDOW (self));
  veto_letter_send_ask_whether (self, NULL, channel != NULL ? channel : "post");
}
