/* Copies a password for half a minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secret-clip"

#include "veto-config.h"

#include "veto-secret-clip.h"

#include <glib/gi18n.h>

#include "veto-peek.h"
#include "veto-secret-content.h"
#include "veto-toasts.h"

#define CLIP "veto-secret-clip" /* on the window */

typedef struct
{
  GtkWidget          *window;
  GdkClipboard       *clipboard;
  GdkContentProvider *content;
  GObject            *toast;  /* nullable */
  GtkWidget          *notes;  /* weak: where the toast is */
  guint               n_left; /* seconds */
  guint               tick;
} Clip;

static char *
dup_words (guint n_left)
{
  return g_strdup_printf (ngettext ("The password is copied. It leaves the clipboard in %u second.",
                                    "The password is copied. It leaves the clipboard in %u seconds.", n_left),
                          n_left);
}

static gboolean
is_ours (Clip *self)
{
  return gdk_clipboard_is_local (self->clipboard)
         && gdk_clipboard_get_content (self->clipboard) == self->content;
}

static void
end_clip (gpointer data)
{
  Clip *self = data;

  g_clear_handle_id (&self->tick, g_source_remove);
  if (is_ours (self))
    gdk_clipboard_set_content (self->clipboard, NULL);
  if (self->toast != NULL && self->notes != NULL)
    veto_toasts_end (self->notes, self->toast);
  g_clear_weak_pointer (&self->notes);
  g_clear_object (&self->toast);
  g_object_unref (self->content);
  g_object_unref (self->clipboard);
  g_free (self);
}

/* Before the display goes, which would hand the clipboard to whoever keeps it for the desktop. */
static void
window_goes_cb (GtkWidget *window)
{
  g_object_set_data (G_OBJECT (window), CLIP, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  Clip            *self = data;
  g_autofree char *words = NULL;

  self->n_left--;
  if (self->n_left == 0 || !is_ours (self))
    {
      self->tick = 0;
      g_object_set_data (G_OBJECT (self->window), CLIP, NULL);
      return G_SOURCE_REMOVE;
    }
  words = dup_words (self->n_left);
  if (self->toast != NULL)
    veto_toasts_change (self->toast, words);
  return G_SOURCE_CONTINUE;
}

void
veto_secret_clip_copy (GtkWidget *widget, VetoPassword *password)
{
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (widget));
  Clip            *self;
  g_autofree char *words = dup_words (VETO_CLIP_SECONDS);

  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data (G_OBJECT (window), CLIP, NULL); /* one that was copied before */
  self = g_new0 (Clip, 1);
  self->window = window;
  self->clipboard = g_object_ref (gtk_widget_get_clipboard (window));
  self->content = veto_secret_content_new (password);
  self->n_left = VETO_CLIP_SECONDS;
  gdk_clipboard_set_content (self->clipboard, self->content);
  self->toast = veto_toasts_add_lasting (widget, words);
  g_set_weak_pointer (&self->notes, widget);
  self->tick = g_timeout_add (veto_peek_get_second (), tick_cb, self);
  g_object_set_data_full (G_OBJECT (window), CLIP, self, end_clip);
  g_signal_handlers_disconnect_by_func (window, window_goes_cb, NULL);
  g_signal_connect (window, "unrealize", G_CALLBACK (window_goes_cb), NULL);
}
