/* What the files of the window share. Private to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-platform-page.h"
#include "veto-sidebar.h"
#include "veto-walk.h"
#include "veto-window.h"

G_BEGIN_DECLS

struct _VetoWindow
{
  AdwApplicationWindow parent_instance;
  VetoServices        *services; /* the application's */
  VetoNewsDesk        *desk;     /* nullable: that of the services, where this window made it */

  GtkStack         *views;
  AdwLeaflet       *leaflet;
  GtkWidget        *content;
  GtkWidget        *back_button;
  VetoSidebar      *sidebar;
  AdwWindowTitle   *title;
  GtkMenuButton    *menu_button;
  GtkWidget        *memory_notice;
  gboolean          cannot_read; /* and the person was told so */
  gboolean          is_swapping; /* newer guidance is being put in: whoever reads something stays there */
  gboolean          kinds_from_services; /* from where the kinds of letters were come to */
  GtkStack         *pages;
  VetoPlatformPage *platform_page; /* NULL until the first platform is shown; veto-window-data.c forgets it */
};

/* The page of that name (its title) is shown. */
void veto_window_set_page_title (VetoWindow *self, const char *title);

/* Reads what another program, such as vetoctl, may have written. Where that fails it is said, once until it works again. */
void veto_window_refresh (VetoWindow *self);

/* Names the window for lists of windows. */
void veto_window_name (VetoWindow *self, const char *title);

/* The page that was chosen last takes the place of the view that is left. */
void veto_window_show_home (VetoWindow *self);

/* Where there is no room for the sidebar, it goes out of sight, and the keyboard with it, if that is there. */
void veto_window_show_content (VetoWindow *self);

/* Before something else takes its place. Returns: %FALSE when what was typed could not be kept, and the view says so */
gboolean veto_window_leave_view (VetoWindow *self);

/* Without the focus, which GTK never lets go of with the widget that has it. */
void veto_window_remove_view (GtkStack *views, GtkWidget *view);

/* veto-window-cases.c, veto-window-steps.c, veto-window-letters.c, veto-window-data.c: their actions */
void veto_window_install_cases (GtkWidgetClass *widget_class);
void veto_window_install_steps (GtkWidgetClass *widget_class);
void veto_window_install_letters (GtkWidgetClass *widget_class);
void veto_window_install_data (GtkWidgetClass *widget_class);

/* Whether the page about the person's data is chosen; shows it again. */
gboolean veto_window_is_data (VetoWindow *self);
void     veto_window_show_data (VetoWindow *self);

/* Whether the page of a case that still exists is chosen; shows that page again */
gboolean veto_window_is_case (VetoWindow *self);
void     veto_window_return_to_case (VetoWindow *self);

/* Whether a page about letters is chosen; whether it is the one to choose a kind of letter; shows that page again; goes back from
 * the kinds to the page before */
gboolean veto_window_is_letters (VetoWindow *self);
gboolean veto_window_is_letter_kinds (VetoWindow *self);
void     veto_window_show_letters (VetoWindow *self);
gboolean veto_window_letters_back (VetoWindow *self);

/* A letter is being closed: chooses the page that has it now. */
void veto_window_left_letter (VetoWindow *self);

/* The page of a company without a guide; its id while that page is in front, else NULL. */
void        veto_window_show_company (VetoWindow *self, VetoObjection *item);
const char *veto_window_get_company (VetoWindow *self);

/* veto-window-news.c: "win.news" (the id of a platform, or ""), "win.look", "win.preferences" */
void veto_window_install_news (GtkWidgetClass *widget_class);

/* From now on new guidance is looked for, if the person said so, and put in. */
void veto_window_start_news (VetoWindow *self);

/* Whether that page is chosen; shows it again. */
gboolean veto_window_is_news (VetoWindow *self);
gboolean veto_window_is_preferences (VetoWindow *self);
void     veto_window_show_news (VetoWindow *self);
void     veto_window_show_preferences (VetoWindow *self);

/* veto-window-help.c: "win.help" (the id of a topic, or ""), "win.search", "win.company" (its id), "win.report" */
void veto_window_install_help (GtkWidgetClass *widget_class);

/* Whether the manual or the search is chosen; shows that again; goes back to where one came from, if it is. */
gboolean veto_window_is_help (VetoWindow *self);
void     veto_window_show_help (VetoWindow *self);
gboolean veto_window_help_back (VetoWindow *self);

/* veto-window-problem.c. The page about a file that cannot be used goes, if it is there, and every page can be reached. */
void veto_window_end_problem (VetoWindow *self);

/* While that page is there: shows the manual, or the @topic (nullable) of it; goes back from the manual, if it is shown. */
void veto_window_help_with_problem (VetoWindow *self, const char *topic);
void veto_window_back_to_problem (VetoWindow *self);

/* veto-window-keys.c: "win.shortcuts", and all keys of the window */
void veto_window_install_keys (GtkWidgetClass *widget_class);

/* Somebody leaves steps that newer guidance describes differently. */
void veto_window_offer_news (VetoWindow *self, VetoWalk *walk);

/* veto-window-first.c: "win.first-run", the introduction */
void veto_window_install_first_run (GtkWidgetClass *widget_class);

/* Goes a page back in the introduction. Returns: whether it is shown */
gboolean veto_window_first_run_back (VetoWindow *self);

/* The introduction, if it is shown, is being closed: it does not come by itself again, and the overview has what was chosen in it. */
void veto_window_left_first_run (VetoWindow *self);

/* What somebody chose there comes first in all lists. */
void veto_window_put_services_first (VetoWindow *self);

/* As large as it was when it was closed, before it is shown; keeps how large it is */
void veto_window_restore_size (VetoWindow *self);
void veto_window_keep_size (VetoWindow *self);

/* Whether the page of all accounts is chosen; shows that page. */
gboolean veto_window_is_accounts (VetoWindow *self);
void     veto_window_show_accounts (VetoWindow *self);

/* Actions of accounts: "win.accounts", the page; "win.new-account", asks where; "win.add-account" and "win.remove-account", each with veto_objection_get_id(). */
void veto_window_install_accounts (GtkWidgetClass *widget_class);

G_END_DECLS
