/* The introduction in the window: by itself for who is new, else from the menu; and what it leaves behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-first-run.h"
#include "veto-settings.h"
#include "veto-window-private.h"

#define FIRST "first" /* its name among the views */

/* What somebody said that they use is first everywhere. */
void
veto_window_put_services_first (VetoWindow *self)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_auto(GStrv) chosen = NULL;

  if (settings == NULL)
    return;
  chosen = g_settings_get_strv (settings, VETO_SETTINGS_SERVICES);
  veto_objections_set_first (self->services->objections, (const char *const *) chosen);
}

static void
show_first_run (VetoWindow *self, GSettings *settings)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, FIRST);

  if (view != NULL)
    veto_window_remove_view (self->views, view);
  view = veto_first_run_new (self->services, settings);
  gtk_stack_add_named (self->views, view, FIRST);
  gtk_stack_set_visible_child (self->views, view);
  veto_window_name (self, _ ("Introduction"));
  veto_first_run_focus (VETO_FIRST_RUN (view));
}

static void
first_run_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  g_autoptr(GSettings) settings = veto_settings_new ();

  if (settings == NULL || self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  show_first_run (self, settings);
}

/* Who has begun already knows their way: also somebody who comes from a Veto that had no introduction. */
static gboolean
is_new (VetoServices *services)
{
  return g_list_model_get_n_items (G_LIST_MODEL (services->book)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (services->accounts)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (services->letters)) == 0;
}

void
veto_window_begin (VetoWindow *self)
{
  g_autoptr(GSettings) settings = NULL;

  g_return_if_fail (VETO_IS_WINDOW (self));
  g_return_if_fail (self->services->objections != NULL);

  settings = veto_settings_new ();
  if (settings != NULL && !g_settings_get_boolean (settings, VETO_SETTINGS_FIRST_RUN_DONE)
      && is_new (self->services))
    show_first_run (self, settings);
}

gboolean
veto_window_first_run_back (VetoWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (!VETO_IS_FIRST_RUN (view))
    return FALSE;
  veto_first_run_go_back (VETO_FIRST_RUN (view));
  return TRUE;
}

void
veto_window_left_first_run (VetoWindow *self)
{
  g_autoptr(GSettings) settings = NULL;

  if (!VETO_IS_FIRST_RUN (gtk_stack_get_visible_child (self->views)))
    return;
  settings = veto_settings_new ();
  if (settings != NULL && !g_settings_set_boolean (settings, VETO_SETTINGS_FIRST_RUN_DONE, TRUE))
    g_debug ("the setting cannot be written");
  veto_window_put_services_first (self);
  gtk_stack_set_visible_child_name (self->views, "home");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
}

void
veto_window_install_first_run (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.first-run", NULL, first_run_cb);
}
