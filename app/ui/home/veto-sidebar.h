/* The sidebar: the overview, each platform with how far one is, and below them the pages about Veto itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objections.h"

G_BEGIN_DECLS

#define VETO_TYPE_SIDEBAR (veto_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (VetoSidebar, veto_sidebar, VETO, SIDEBAR, GtkWidget)

/* @objections: what to list; rows activate "win.overview", "win.platform" and "win.sources" */
void veto_sidebar_set_objections (VetoSidebar *self, VetoObjections *objections);

/* Marks the row of a page that is no platform. @action: what shows it, "win.overview" or "win.sources" */
void veto_sidebar_select_page (VetoSidebar *self, const char *action);

/* Says in the row of "win.sources" whether there is newer guidance that nobody has read about. */
void veto_sidebar_mark_news (VetoSidebar *self, gboolean has_news);

/* Marks the row of the platform of that id. */
void veto_sidebar_select_platform (VetoSidebar *self, const char *id);

G_END_DECLS
