/* Short notes at the lower edge of the window, some with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-toasts"

#include "veto-toasts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-announce.h"
#include "veto-tell.h"
#include "veto-wrap.h"

/* Enough to read it, find the button, and decide; somebody slow is not hurried. */
#define BUTTON_SECONDS 15

#define MIN_CHARS 12 /* beside the buttons of a toast */

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

static void
name_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_button (child);
}

/* (nullable): the label that create_toast() made */
static GtkLabel *
find_title (GtkWidget *widget)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading"))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child);
  return found;
}

static int
measure_natural (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* In a row while there is room for some words beside the buttons, else one below the other. libadwaita asks a toast for no
 * height that goes with its width, so the label has to be told how wide it is. */
static void
fit (GtkWidget *toast, GtkLabel *label)
{
  GtkWidget        *overlay = gtk_widget_get_parent (toast);
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (label));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                          pango_font_metrics_get_approximate_digit_width (metrics)));
  int whole = measure_natural (toast), room = gtk_widget_get_width (overlay);
  int beside = room - whole + measure_natural (GTK_WIDGET (label));
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (toast);

  pango_font_metrics_unref (metrics);
  if (room == 0 || whole <= room)
    return;
  if (beside < MIN_CHARS * character && GTK_IS_ORIENTABLE (layout))
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
      gtk_widget_add_css_class (toast, "veto-tall");
      beside = room * 3 / 4;
    }
  gtk_label_set_max_width_chars (label, beside / character);
}

/* (nullable): the row of buttons that is on the screen */
static GtkWidget *
find_footer (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (gtk_widget_has_css_class (widget, "veto-footer"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_footer (child);
  return found;
}

/* A note never lies on the buttons one goes on with. */
static void
lift (GtkWidget *overlay)
{
  GtkWidget      *footer = find_footer (overlay);
  graphene_rect_t bounds;
  int             margin = 0;

  if (footer != NULL && gtk_widget_compute_bounds (footer, overlay, &bounds))
    margin = MAX (0, gtk_widget_get_height (overlay) - (int) bounds.origin.y);
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_css_name (child), "toast") == 0)
      gtk_widget_set_margin_bottom (child, margin);
}

void
veto_toasts_lift (GtkWidget *widget)
{
  GtkWidget *overlay = get_overlay (widget);

  if (overlay != NULL)
    lift (overlay);
}

/* libadwaita 1.2 gives the cross no name; a toast that waits for another comes into the overlay later. */
static void
toasts_changed_cb (GListModel *toasts, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (toasts, position + i);

      if (g_strcmp0 (gtk_widget_get_css_name (child), "toast") == 0)
        {
          GtkLabel *title = find_title (child);

          name_button (child);
          if (title != NULL)
            fit (child, title);
          lift (gtk_widget_get_parent (child));
          if (title != NULL)
            veto_announce (child,
                           gtk_label_get_text (title)); /* libadwaita 1.2 tells no screen reader of it */
        }
    }
}

static void
watch (GtkWidget *overlay)
{
  GListModel *toasts;

  if (g_object_get_data (G_OBJECT (overlay), "veto-toasts") != NULL)
    return;
  toasts = gtk_widget_observe_children (overlay);
  g_signal_connect (toasts, "items-changed", G_CALLBACK (toasts_changed_cb), NULL);
  g_object_set_data_full (G_OBJECT (overlay), "veto-toasts", toasts, g_object_unref);
}

/* Its own title has one line, which is cut off where it is narrow. */
static AdwToast *
create_toast (const char *text)
{
  AdwToast  *toast = adw_toast_new ("");
  GtkWidget *label = veto_wrap_label_new (text, -1);

  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

#define LASTING "veto-lasting" /* the toast of that kind, on the overlay */

static void
add (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = get_overlay (widget);

  if (overlay != NULL)
    {
      watch (overlay);
      if (g_object_get_data (G_OBJECT (overlay), LASTING) != NULL)
        adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* else it would wait for that one's end */
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
    }
  else
    g_object_unref (toast);
}

void
veto_toasts_add (GtkWidget *widget, const char *text)
{
  add (widget, create_toast (text));
}

GObject *
veto_toasts_add_lasting (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = get_overlay (widget);
  AdwToast  *toast;

  if (overlay == NULL)
    return NULL;
  toast = create_toast (text);
  adw_toast_set_timeout (toast, 0);
  g_object_ref (toast);
  add (overlay, toast);
  g_object_set_data_full (G_OBJECT (overlay), LASTING, g_object_ref (toast), g_object_unref);
  return G_OBJECT (toast);
}

void
veto_toasts_change (GObject *toast, const char *text)
{
  g_return_if_fail (ADW_IS_TOAST (toast));

  gtk_label_set_text (GTK_LABEL (adw_toast_get_custom_title (ADW_TOAST (toast))), text);
}

void
veto_toasts_end (GtkWidget *widget, GObject *toast)
{
  GtkWidget *overlay = get_overlay (widget);

  g_return_if_fail (ADW_IS_TOAST (toast));

  if (overlay != NULL && g_object_get_data (G_OBJECT (overlay), LASTING) == toast)
    g_object_set_data (G_OBJECT (overlay), LASTING, NULL);
  adw_toast_dismiss (ADW_TOAST (toast));
}

static void
undo_cb (AdwToast *toast, Undo *self)
{
  g_autoptr(GError) error = NULL;

  if (!self->undo (self->data, &error))
    veto_tell_error (self->overlay, error);
}

/* (transfer none): the toasts of @overlay that offer a way back */
static GPtrArray *
get_offers (GtkWidget *overlay)
{
  GPtrArray *offers = g_object_get_data (G_OBJECT (overlay), "veto-offers");

  if (offers == NULL)
    {
      offers = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_data_full (G_OBJECT (overlay), "veto-offers", offers, (GDestroyNotify) g_ptr_array_unref);
    }
  return offers;
}

static void
dismissed_cb (AdwToast *toast, GtkWidget *overlay)
{
  g_ptr_array_remove (get_offers (overlay), toast);
}

void
veto_toasts_forget (GtkWidget *widget)
{
  GtkWidget *overlay = get_overlay (widget);
  g_autoptr(GPtrArray) offers = overlay != NULL ? g_ptr_array_ref (get_offers (overlay)) : NULL;

  while (offers != NULL && offers->len > 0)
    {
      g_autoptr(AdwToast) toast = g_object_ref (g_ptr_array_index (offers, 0));

      g_signal_handlers_disconnect_matched (toast, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, undo_cb, NULL);
      g_ptr_array_remove_index (offers, 0);
      adw_toast_dismiss (toast);
    }
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
  AdwToast *toast = create_toast (text);
  Undo     *self = g_new0 (Undo, 1);

  self->undo = undo;
  self->data = data;
  self->free_data = free_data;
  self->overlay = get_overlay (widget);
  adw_toast_set_timeout (toast, BUTTON_SECONDS);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), self, free_undo, 0);
  if (self->overlay != NULL)
    {
      g_ptr_array_add (get_offers (self->overlay), g_object_ref (toast));
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self->overlay, 0);
    }
  add (widget, toast);
}

typedef struct
{
  VetoToastFunc  func;
  gpointer       data;
  GDestroyNotify free_data;
  GtkWidget     *overlay; /* of the window; outlives the toast */
} Button;

static void
button_cb (AdwToast *toast, Button *self)
{
  self->func (self->data, self->overlay);
}

static void
free_button (gpointer data, GClosure *closure)
{
  Button *self = data;

  self->free_data (self->data);
  g_free (self);
}

gboolean
veto_toasts_add_button (GtkWidget     *widget,
                        const char    *text,
                        const char    *label,
                        VetoToastFunc  func,
                        gpointer       data,
                        GDestroyNotify free_data)
{
  AdwToast *toast;
  Button   *self;

  if (get_overlay (widget) == NULL)
    {
      free_data (data);
      return FALSE;
    }
  toast = create_toast (text);
  self = g_new0 (Button, 1);
  *self = (Button){ func, data, free_data, get_overlay (widget) };
  adw_toast_set_timeout (toast, BUTTON_SECONDS);
  adw_toast_set_button_label (toast, label);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (button_cb), self, free_button, 0);
  add (widget, toast);
  return TRUE;
}
