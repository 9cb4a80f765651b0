/* Companies without a guide, and other accounts: their pages and actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-account-dialog.h"
#include "veto-account-remove.h"
#include "veto-accounts-page.h"
#include "veto-company-page.h"
#include "veto-window-private.h"

/* The pages, by their names among those of the window */
#define COMPANY "company"
#define ACCOUNTS "accounts"

gboolean
veto_window_is_accounts (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), ACCOUNTS) == 0;
}

void
veto_window_show_accounts (VetoWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, ACCOUNTS) == NULL)
    gtk_stack_add_named (self->pages, veto_accounts_page_new (self->services), ACCOUNTS);
  gtk_stack_set_visible_child_name (self->pages, ACCOUNTS);
  veto_sidebar_select_page (self->sidebar, "win.accounts");
  veto_window_set_page_title (self, _ ("Accounts"));
}

static void
accounts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  gtk_stack_set_visible_child_name (self->views, "home");
  veto_window_show_accounts (self);
  veto_window_show_content (self);
}

static void
new_account_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections != NULL)
    veto_account_dialog_show (widget, self->services, NULL);
}

void
veto_window_show_company (VetoWindow *self, VetoObjection *item)
{
  GtkWidget       *page = gtk_stack_get_child_by_name (self->pages, COMPANY);
  g_autofree char *title = veto_objection_dup_title (item);

  if (page == NULL)
    {
      page = veto_company_page_new (self->services);
      gtk_stack_add_named (self->pages, page, COMPANY);
    }
  veto_company_page_show (VETO_COMPANY_PAGE (page), veto_objection_get_id (item));
  gtk_stack_set_visible_child_name (self->pages, COMPANY);
  if (veto_objection_get_case (item) != NULL)
    veto_sidebar_select_platform (self->sidebar, veto_objection_get_id (item));
  else
    veto_sidebar_select_page (self->sidebar, "win.add-service");
  veto_window_set_page_title (self, title);
}

const char *
veto_window_get_company (VetoWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return VETO_IS_COMPANY_PAGE (page) ? veto_company_page_get_id (VETO_COMPANY_PAGE (page)) : NULL;
}

/* (nullable) */
static VetoObjection *
find (VetoWindow *self, GVariant *parameter)
{
  return self->services->objections != NULL
           ? veto_objections_find (self->services->objections, g_variant_get_string (parameter, NULL))
           : NULL;
}

static void
add_account_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow    *self = VETO_WINDOW (widget);
  VetoObjection *item = find (self, parameter);

  if (item != NULL)
    veto_account_dialog_show (widget, self->services, item);
}

static void
remove_account_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow    *self = VETO_WINDOW (widget);
  VetoObjection *item = find (self, parameter);

  if (item != NULL && veto_objection_get_case (item) != NULL && veto_window_leave_view (self))
    veto_account_remove (GTK_WIDGET (self->pages), self->services, item);
}

void
veto_window_install_accounts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.accounts", NULL, accounts_cb);
  gtk_widget_class_install_action (widget_class, "win.new-account", NULL, new_account_cb);
  gtk_widget_class_install_action (widget_class, "win.add-account", "s", add_account_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-account", "s", remove_account_cb);
}
