/* A password that somebody asked to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-shown-password"

#include "veto-config.h"

#include "veto-shown-password.h"

#include <glib/gi18n.h>

#include "veto-peek.h"

struct _VetoShownPassword
{
  GtkWidget     parent_instance;
  VetoPassword *password; /* nullable */
  GtkWidget    *root;     /* nullable: whose signal is followed */
  guint         timeout;
};

enum { SIGNAL_HIDDEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoShownPassword, veto_shown_password, GTK_TYPE_WIDGET)

/* Returns: (transfer full): a layout for this moment only: it has a copy of the text. @width: in pixels, or -1 */
static PangoLayout *
create_layout (VetoShownPassword *self, int width)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_family_new ("monospace"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE)); /* they would be typed */
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_set_text (layout, self->password != NULL ? veto_password_get_text (self->password) : "", -1);
  pango_attr_list_unref (attributes);
  return layout;
}

static GtkSizeRequestMode
veto_shown_password_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
veto_shown_password_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  g_autoptr(PangoLayout) layout =
               create_layout (VETO_SHOWN_PASSWORD (widget),
                              orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 ? for_size : -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : MIN (width, 120);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : width;
  pango_layout_set_text (layout, "", -1);
}

static void
veto_shown_password_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr(PangoLayout)
               layout = create_layout (VETO_SHOWN_PASSWORD (widget), gtk_widget_get_width (widget));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

static void
hide_cb (VetoShownPassword *self)
{
  veto_shown_password_show (self, NULL);
}

static gboolean
timeout_cb (gpointer self)
{
  VETO_SHOWN_PASSWORD (self)->timeout = 0;
  hide_cb (self);
  return G_SOURCE_REMOVE;
}

static void
is_active_cb (VetoShownPassword *self)
{
  if (self->root != NULL && !gtk_window_is_active (GTK_WINDOW (self->root)))
    hide_cb (self);
}

static void
veto_shown_password_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_shown_password_parent_class)->unmap (widget);

  hide_cb (VETO_SHOWN_PASSWORD (widget));
}

static void
veto_shown_password_root (GtkWidget *widget)
{
  VetoShownPassword *self = VETO_SHOWN_PASSWORD (widget);

  GTK_WIDGET_CLASS (veto_shown_password_parent_class)->root (widget);

  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_object (self->root, "notify::is-active", G_CALLBACK (is_active_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
veto_shown_password_unroot (GtkWidget *widget)
{
  VetoShownPassword *self = VETO_SHOWN_PASSWORD (widget);

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (veto_shown_password_parent_class)->unroot (widget);
}

static void
veto_shown_password_dispose (GObject *object)
{
  VetoShownPassword *self = VETO_SHOWN_PASSWORD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->password, veto_password_free);

  G_OBJECT_CLASS (veto_shown_password_parent_class)->dispose (object);
}

static void
veto_shown_password_class_init (VetoShownPasswordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_shown_password_dispose;
  widget_class->get_request_mode = veto_shown_password_get_request_mode;
  widget_class->measure = veto_shown_password_measure;
  widget_class->snapshot = veto_shown_password_snapshot;
  widget_class->unmap = veto_shown_password_unmap;
  widget_class->root = veto_shown_password_root;
  widget_class->unroot = veto_shown_password_unroot;
  signals[SIGNAL_HIDDEN] = g_signal_new ("hidden", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
veto_shown_password_init (VetoShownPassword *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: for screen readers, which never hear a password */
                                  _ ("The password, which is not read out"), -1);
}

GtkWidget *
veto_shown_password_new (void)
{
  return g_object_new (VETO_TYPE_SHOWN_PASSWORD, NULL);
}

void
veto_shown_password_show (VetoShownPassword *self, VetoPassword *password)
{
  gboolean was_shown;

  g_return_if_fail (VETO_IS_SHOWN_PASSWORD (self));

  was_shown = self->password != NULL;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->password, veto_password_free);
  self->password = password;
  if (password != NULL)
    self->timeout = g_timeout_add (VETO_PEEK_SECONDS * veto_peek_get_second (), timeout_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self), password != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (was_shown && password == NULL)
    g_signal_emit (self, signals[SIGNAL_HIDDEN], 0);
}
