/* Short notes at the lower edge of the window, some with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-toasts"

#include "veto-toasts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-tell.h"
#include "veto-wrap.h"

/* Enough to read it, find the button, and decide; somebody slow is not hurried. */
#define UNDO_SECONDS 15

/* Pixels for the button that closes a note, and for its edges */
#define ROOM_BESIDE_TITLE 130
#define MIN_CHARS 8
#define MAX_CHARS 80

typedef struct
{
  VetoUndoFunc   undo;
  gpointer       data;
  GDestroyNotify free_data;
  GtkWidget     *overlay; /* of the window; outlives the toast */
} Undo;

static GtkWidget *
get_overlay (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
}

/* How many characters a line of a note may have. The overlay takes the height of a title as wide as that would like to be,
 * so a title must not like to be wider than what there is. */
static int
count_chars (GtkWidget *overlay)
{
  PangoContext     *context = gtk_widget_get_pango_context (overlay);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                      pango_font_metrics_get_approximate_digit_width (metrics))
                   / PANGO_SCALE;
  int n_chars = (gtk_widget_get_width (overlay) - ROOM_BESIDE_TITLE) / MAX (char_width, 1);

  pango_font_metrics_unref (metrics);
  return CLAMP (n_chars, MIN_CHARS, MAX_CHARS);
}

/* The title that libadwaita makes would be cut off in a narrow window or in large text. */
void
veto_toasts_add (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = get_overlay (widget);
  GtkWidget *title;
  AdwToast  *toast;

  if (overlay == NULL)
    return;
  title = veto_wrap_label_new (text, count_chars (overlay));
  gtk_widget_add_css_class (title, "veto-value");
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, title);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
undo_cb (AdwToast *toast, Undo *self)
{
  g_autoptr(GError) error = NULL;

  if (!self->undo (self->data, &error))
    veto_tell_error (self->overlay, error);
}

static void
free_undo (gpointer data, GClosure *closure)
{
  Undo *self = data;

  self->free_data (self->data);
  g_free (self);
}

void
veto_toasts_add_undo (GtkWidget     *widget,
                      const char    *text,
                      VetoUndoFunc   undo,
                      gpointer       data,
                      GDestroyNotify free_data)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1); /* a toast's title is markup */
  GtkWidget       *overlay = get_overlay (widget);
  AdwToast        *toast;
  Undo            *self;

  if (overlay == NULL)
    {
      free_data (data);
      return;
    }
  self = g_new0 (Undo, 1);
  self->undo = undo;
  self->data = data;
  self->free_data = free_data;
  self->overlay = overlay;
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), self, free_undo, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
