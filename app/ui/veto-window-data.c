/* The person's data as a whole: opened, exchanged under the window, and the page about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-data-page.h"
#include "veto-problem-page.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-window-private.h"

#define DATA "data"

gboolean
veto_window_is_data (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), DATA) == 0;
}

void
veto_window_show_data (VetoWindow *self)
{
  veto_sidebar_select_page (self->sidebar, "win.data"); /* it has no row */
  veto_window_set_page_title (self, _ ("Your data"));
}

static void
data_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  GtkWidget  *page = gtk_stack_get_child_by_name (self->pages, DATA);

  if (self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  if (page == NULL)
    {
      page = veto_data_page_new (self->services);
      gtk_stack_add_named (self->pages, page, DATA);
    }
  veto_data_page_update (VETO_DATA_PAGE (page));
  gtk_stack_set_visible_child_name (self->views, "home");
  gtk_stack_set_visible_child (self->pages, page);
  veto_window_show_data (self);
  veto_window_show_content (self);
  gtk_widget_grab_focus (page);
}

GtkWidget *
veto_window_get_notes (VetoWindow *self)
{
  g_return_val_if_fail (VETO_IS_WINDOW (self), NULL);

  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));
}

gboolean
veto_window_open_data (VetoWindow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_build_filename (g_get_user_data_dir (), "veto", "veto.db", NULL);

  g_return_val_if_fail (VETO_IS_WINDOW (self), FALSE);

  if (veto_services_open (self->services, &error))
    {
      veto_window_fill (self);
      return TRUE;
    }
  g_printerr ("veto: %s\n", error->message);
  veto_window_show_problem (self, veto_problem_page_new (error, place));
  return FALSE;
}

static void
remove_all (GtkStack *stack, const char *except)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (g_strcmp0 (gtk_stack_page_get_name (gtk_stack_get_page (stack, child)), except) != 0)
        veto_window_remove_view (stack, child);
    }
}

/* Every page holds objects that are about to go; so do the ways back that are still offered. */
static void
empty (VetoWindow *self)
{
  gtk_root_set_focus (GTK_ROOT (self), NULL);
  veto_toasts_forget (veto_window_get_notes (self));
  g_signal_handlers_disconnect_by_data (self->services->objections, self);
  gtk_stack_set_visible_child_name (self->views, "home");
  remove_all (self->views, "home");
  remove_all (self->pages, NULL);
  self->platform_page = NULL;
}

gboolean
veto_window_exchange (VetoWindow *self, VetoExchange exchange, gpointer data, GError **error)
{
  gboolean done;

  g_return_val_if_fail (VETO_IS_WINDOW (self), FALSE);

  if (!veto_window_leave_view (self))
    return FALSE;
  if (self->services->objections != NULL)
    empty (self);
  veto_services_close (self->services);
  done = exchange (data, error);
  veto_window_open_data (self);
  return done;
}

static gboolean
read_all (VetoServices *services, GError **error)
{
  return (services->book == NULL || veto_case_book_refresh (services->book, error))
         && (services->accounts == NULL || veto_account_book_refresh (services->accounts, error))
         && (services->letters == NULL || veto_letter_book_refresh (services->letters, error));
}

void
veto_window_refresh (VetoWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (read_all (self->services, &error))
    {
      self->cannot_read = FALSE;
      return;
    }
  g_debug ("not refreshed: %s", error->message);
  /* Who uses the file right now lets go of it soon; and to close the dialog makes the window active again. */
  if (self->cannot_read || g_error_matches (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE))
    return;
  self->cannot_read = TRUE;
  veto_tell (GTK_WIDGET (self), _ ("Veto cannot read its file any more"),
             _ ("What you see may be old. Close Veto and start it again; it will tell you more."));
}

void
veto_window_install_data (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.data", NULL, data_cb);
}
