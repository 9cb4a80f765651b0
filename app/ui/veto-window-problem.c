/* The page about a file that cannot be used, and the manual beside it: nothing else can be reached before the file can.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-help-menu.h"
#include "veto-help-page.h"
#include "veto-window-private.h"

#define PROBLEM "problem" /* the views, by their names among those of the window */
#define MANUAL "problem-manual"

/* What leads to pages that need the file. Keys of an action that is disabled do nothing, its menu items and buttons are not shown. */
static void
set_ways (VetoWindow *self, gboolean enabled)
{
  static const char *const ways[] = {
    "win.accounts", "win.data",        "win.first-run", "win.letters", "win.look",         "win.news",
    "win.overview", "win.preferences", "win.search",    "win.sources", "win.write-letter",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), ways[i], enabled);
}

static void
remove_view (VetoWindow *self, const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, name);

  if (view != NULL)
    veto_window_remove_view (self->views, view);
}

void
veto_window_end_problem (VetoWindow *self)
{
  remove_view (self, PROBLEM);
  remove_view (self, MANUAL);
  set_ways (self, TRUE);
}

void
veto_window_show_problem (VetoWindow *self, GtkWidget *page)
{
  g_return_if_fail (VETO_IS_WINDOW (self));

  veto_window_end_problem (self);
  set_ways (self, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), VETO_APP_NAME); /* not that of a page that was there before */
  gtk_stack_add_named (self->views, page, PROBLEM);
  gtk_stack_set_visible_child (self->views, page);
}

static GtkWidget *
create_header (void)
{
  GtkWidget *header = adw_header_bar_new (), *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), veto_help_menu_new (""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_ ("Help"), NULL));
  return header;
}

/* Returns: (transfer none): the manual, made when somebody asks for it */
static VetoHelpPage *
get_manual (VetoWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, MANUAL), *page;

  if (view != NULL)
    return VETO_HELP_PAGE (gtk_widget_get_last_child (view));
  view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  page = veto_help_page_new ();
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (view), create_header ());
  gtk_box_append (GTK_BOX (view), page);
  gtk_stack_add_named (self->views, view, MANUAL);
  return VETO_HELP_PAGE (page);
}

void
veto_window_help_with_problem (VetoWindow *self, const char *topic)
{
  VetoHelpPage *page = get_manual (self);

  veto_help_page_show (page, topic);
  gtk_stack_set_visible_child_name (self->views, MANUAL);
  veto_window_name (self, veto_help_page_get_title (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

void
veto_window_back_to_problem (VetoWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), MANUAL) != 0)
    return;
  if (veto_help_page_get_topic (get_manual (self)) != NULL)
    {
      veto_window_help_with_problem (self, NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->views, PROBLEM);
  gtk_window_set_title (GTK_WINDOW (self), VETO_APP_NAME);
}
