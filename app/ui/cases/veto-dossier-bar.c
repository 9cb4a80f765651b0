/* How far a dossier is, with a way to stop it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier-bar"

#include "veto-config.h"

#include "veto-dossier-bar.h"

#include <glib/gi18n.h>

#include "veto-message-page.h"
#include "veto-wrap.h"

struct _VetoDossierBar
{
  AdwWindow       parent_instance;
  GCancellable   *cancellable;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (VetoDossierBar, veto_dossier_bar, ADW_TYPE_WINDOW)

/* Also when all is done: then it is too late to cancel anything. */
static void
veto_dossier_bar_dispose (GObject *object)
{
  VetoDossierBar *self = VETO_DOSSIER_BAR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (veto_dossier_bar_parent_class)->dispose (object);
}

static void
veto_dossier_bar_class_init (VetoDossierBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_dossier_bar_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_dossier_bar_init (VetoDossierBar *self)
{
  GtkWidget  *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *bar = gtk_progress_bar_new ();
  GtkWidget  *button = veto_wrap_button_new (_ ("Cancel")), *box, *page;
  const char *title = _ ("Putting the file together");

  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_widget_set_size_request (bar, 200, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (child), bar);
  gtk_box_append (GTK_BOX (child), button);
  page = veto_message_page_new ("folder-documents-symbolic", title,
                                _ ("The folder is not there under its name until everything is in it."),
                                child);
  gtk_widget_set_vexpand (page, TRUE);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 520);
}

GtkWidget *
veto_dossier_bar_new (GtkWindow *window, GCancellable *cancellable)
{
  VetoDossierBar *self =
    g_object_new (VETO_TYPE_DOSSIER_BAR, "transient-for", window, "destroy-with-parent", TRUE, NULL);

  self->cancellable = g_object_ref (cancellable);
  return GTK_WIDGET (self);
}

void
veto_dossier_bar_set_fraction (VetoDossierBar *self, double fraction)
{
  g_return_if_fail (VETO_IS_DOSSIER_BAR (self));
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}
