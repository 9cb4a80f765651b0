/* What is known of a letter that was sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-sent"

#include "veto-config.h"

#include "veto-letter-sent.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-draw.h"
#include "veto-focus.h"
#include "veto-letter-pages.h"
#include "veto-letter-send.h"
#include "veto-letter-view.h"
#include "veto-letter-words.h"
#include "veto-tell.h"
#include "veto-wrap.h"

#define MAX_WIDTH 460

struct _VetoLetterSent
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  GtkWidget      *scroller;
  GtkWidget      *box;
  GtkLabel       *note; /* what the page beside this has to do with the one that was sent */
  GBytes         *pdf;  /* that was sent; until it was compared */
  GCancellable   *cancellable;
};

enum { SIGNAL_DIFFERS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterSent, veto_letter_sent, GTK_TYPE_WIDGET)

/* The page is drawn from the words anew, and the same words on the same paper make the same file. Other guidance may have
 * other words by now, and another version of the fonts sets them otherwise. */
static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLetterSent) self = data;
  g_autoptr(VetoLetterPages) pages = veto_letter_pages_make_finish (result);
  g_autoptr(GBytes) sent = g_steal_pointer (&self->pdf);

  if (self->note == NULL || pages == NULL)
    return; /* the page was left meanwhile */
  if (pages->pdf != NULL && g_bytes_equal (pages->pdf, sent))
    {
      gtk_label_set_text (self->note, _ ("It can be read, but not changed. The page shown here is the one "
                                         "that was sent."));
      return;
    }
  gtk_label_set_text (self->note, _ ("It can be read, but not changed."));
  g_signal_emit (self, signals[SIGNAL_DIFFERS], 0);
}

static void
compare (VetoLetterSent *self)
{
  g_autoptr(VetoDocument) document = veto_letter_to_preview (veto_letter_work_get_letter (self->work));
  g_autoptr(GError) error = NULL;

  self->pdf = veto_letter_book_read_pdf (veto_letter_work_get_services (self->work)->letters,
                                         veto_letter_work_get_saved (self->work), &error);
  if (self->pdf == NULL)
    g_debug ("not compared: %s", error->message);
  else
    veto_letter_pages_make_async (document, self->cancellable, compared_cb, g_object_ref (self));
}

static void
open_cb (VetoLetterSent *self)
{
  veto_letter_view_sent (GTK_WIDGET (self), self->work);
}

static void
again_cb (VetoLetterSent *self)
{
  g_autoptr(GError) error = NULL;
  VetoSavedLetter *copy = veto_letter_book_duplicate (veto_letter_work_get_services (self->work)->letters,
                                                      veto_letter_work_get_saved (self->work), &error);

  if (copy == NULL)
    veto_tell_error (GTK_WIDGET (self), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-letter", "s", veto_saved_letter_get_id (copy));
}

static void
day_cb (VetoLetterSent *self)
{
  veto_letter_send_ask (GTK_WIDGET (self), veto_letter_work_get_services (self->work)->letters,
                        veto_letter_work_get_saved (self->work), veto_letter_work_get_letter (self->work));
}

static void
append_button (VetoLetterSent *self, const char *label, void (*callback) (VetoLetterSent *))
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static GtkLabel *
append_label (VetoLetterSent *self, const char *text, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static gboolean
veto_letter_sent_grab_focus (GtkWidget *widget)
{
  return veto_focus_first (VETO_LETTER_SENT (widget)->scroller);
}

static void
veto_letter_sent_dispose (GObject *object)
{
  VetoLetterSent *self = VETO_LETTER_SENT (object);

  self->note = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_letter_sent_parent_class)->dispose (object);
}

static void
veto_letter_sent_class_init (VetoLetterSentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_sent_dispose;
  veto_focus_set_lead (klass, veto_letter_sent_grab_focus);
  signals[SIGNAL_DIFFERS] = g_signal_new ("differs", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_letter_sent_init (VetoLetterSent *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->cancellable = g_cancellable_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), (int) (MAX_WIDTH * veto_draw_get_scale (clamp)));
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_letter_sent_new (VetoLetterWork *work)
{
  VetoLetterSent  *self = g_object_new (VETO_TYPE_LETTER_SENT, NULL);
  VetoSavedLetter *saved = veto_letter_work_get_saved (work);
  const char      *recipient = veto_saved_letter_get_recipient (saved);
  g_autofree char *state = veto_letter_words_dup_state (saved);

  self->work = g_object_ref (work);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (veto_saved_letter_get_title (saved)));
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("This letter was sent")));
  append_label (self, state, "veto-value");
  if (recipient != NULL)
    append_label (self, recipient, NULL);
  self->note =
    append_label (self,
                  _ ("It can be read, but not changed. What you see are its words, put on a page again."),
                  "dim-label");
  if (veto_saved_letter_has_pdf (saved))
    {
      append_button (self, _ ("Open the PDF that was sent"), open_cb);
      compare (self);
    }
  append_button (self, _ ("Write another like this"), again_cb);
  append_button (self, _ ("Change how or when it was sent…"), day_cb);
  return GTK_WIDGET (self);
}
