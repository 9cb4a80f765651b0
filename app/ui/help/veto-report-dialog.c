/* "Report a wrong step": the text, to be read, changed and taken along. Nothing is sent from here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-report-dialog"

#include "veto-config.h"

#include "veto-announce.h"
#include "veto-report-dialog.h"

#include <glib/gi18n.h>

#include "veto-case-dialog.h"
#include "veto-letter-email.h"
#include "veto-letter-save.h"
#include "veto-typing.h"
#include "veto-wrap.h"

struct _VetoReportDialog
{
  AdwWindow    parent_instance;
  GtkTextView *text;
  GtkLabel    *told; /* what came of the button that was pressed last */
  char        *subject;
};

G_DECLARE_FINAL_TYPE (VetoReportDialog, veto_report_dialog, VETO, REPORT_DIALOG, AdwWindow)
G_DEFINE_FINAL_TYPE (VetoReportDialog, veto_report_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (VetoReportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Stays to be read, unlike a note that goes again. */
static void
tell (VetoReportDialog *self, const char *words)
{
  gtk_label_set_text (self->told, words);
  gtk_widget_set_visible (GTK_WIDGET (self->told), TRUE);
  veto_announce (GTK_WIDGET (self->told), words);
}

static void
copy_cb (VetoReportDialog *self)
{
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, _ ("Copied. You can paste it into an e-mail or a document."));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoReportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = veto_letter_save_finish (result, &error), *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: %s is the name of a file */
  words = name != NULL ? g_strdup_printf (_ ("Saved as “%s”."), name) : g_strdup (error->message);
  tell (self, words);
}

static void
save_cb (VetoReportDialog *self)
{
  char *text = dup_text (self);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  veto_letter_save_async (GTK_WINDOW (self), _ ("Save as Text"),
                          /* Translators: the name of a file: a report about a wrong step */
                          _ ("wrong-step.txt"), bytes, NULL, saved_cb, g_object_ref (self));
}

static const char *
get_outcome (VetoLetterEmail outcome)
{
  switch (outcome)
    {
    case VETO_LETTER_EMAIL_ATTACHED:
    case VETO_LETTER_EMAIL_WORDS:
      return _ ("Your e-mail program has the text. It goes out when you send it there.");
    case VETO_LETTER_EMAIL_ADDRESS:
      return _ ("The text is too long to be handed over. Choose “Copy” here, and paste it into the e-mail.");
    case VETO_LETTER_EMAIL_NOTHING:
    default:
      return _ (
        "No e-mail program opened. Choose “Copy” here, and paste the text wherever you write e-mails.");
    }
}

static void
emailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoReportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;
  VetoLetterEmail  outcome = veto_letter_email_finish (result, &folder, &error);

  if (error == NULL)
    tell (self, get_outcome (outcome));
}

static void
email_cb (VetoReportDialog *self)
{
  g_autofree char *text = dup_text (self);
  const char      *address = veto_report_get_address ();
  g_autoptr(VetoLetterMail) mail = address != NULL ? veto_letter_mail_new (address, self->subject, text)
                                                    : veto_letter_mail_new_open (self->subject, text);

  veto_letter_email_async (GTK_WINDOW (self), mail, "", NULL, 0, NULL, emailed_cb, g_object_ref (self));
}

static void
veto_report_dialog_finalize (GObject *object)
{
  g_free (VETO_REPORT_DIALOG (object)->subject);

  G_OBJECT_CLASS (veto_report_dialog_parent_class)->finalize (object);
}

static void
veto_report_dialog_class_init (VetoReportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_report_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_report_dialog_init (VetoReportDialog *self)
{
}

static void
append_button (VetoReportDialog *self,
               GtkWidget        *footer,
               const char       *label,
               void (*func) (VetoReportDialog *))
{
  GtkWidget *button = veto_wrap_button_new (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (func), self);
  gtk_box_append (GTK_BOX (footer), button);
}

/* Tab leads on to the buttons: nobody needs one in this text, and who has only a keyboard has to get out. */
static GtkWidget *
create_text (VetoReportDialog *self, GtkWidget *title, const char *text)
{
  GtkWidget *frame = gtk_scrolled_window_new (), *view = gtk_text_view_new ();

  self->text = GTK_TEXT_VIEW (view);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  veto_typing_guard (view);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_set_vexpand (frame, TRUE);
  return frame;
}

static void
build (VetoReportDialog *self, GtkWidget *parent, const char *text)
{
  GtkWidget *footer;
  GtkWidget *title =
    veto_wrap_label_new (_ ("Write at the top what you saw. You can change every word. Leave out your "
                            "name and your login: whoever gets the text reads it."),
                         -1);
  GtkWidget *box = veto_case_dialog_build (ADW_WINDOW (self), parent, _ ("Report a wrong step"), &footer);

  self->told = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap",
                                        TRUE, "xalign", 0.0, "visible", FALSE, NULL));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_text (self, title, text));
  gtk_box_append (GTK_BOX (box), veto_wrap_label_new (veto_report_get_advice (), -1));
  gtk_box_append (GTK_BOX (footer), GTK_WIDGET (self->told));
  append_button (self, footer, _ ("Open in e-mail program"), email_cb);
  append_button (self, footer, _ ("Copy"), copy_cb);
  append_button (self, footer, _ ("Save as text…"), save_cb);
}

void
veto_report_dialog_present (GtkWidget *parent, const VetoReportSubject *subject)
{
  VetoReportDialog *self;
  g_autofree char  *text = NULL;
  GtkTextIter       start;
  guint             place;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  text = veto_report_dup_text (subject, &place);
  self = g_object_new (VETO_TYPE_REPORT_DIALOG, NULL);
  self->subject = veto_report_dup_subject (subject);
  build (self, parent, text);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text), &start, (int) place);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->text), &start);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
