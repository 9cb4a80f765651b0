/* The sidebar: the overview, and each platform with how far one is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objections.h"

G_BEGIN_DECLS

#define VETO_TYPE_SIDEBAR (veto_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (VetoSidebar, veto_sidebar, VETO, SIDEBAR, GtkWidget)

/* @objections: what to list; rows activate "win.overview" and "win.platform" */
void veto_sidebar_set_objections (VetoSidebar *self, VetoObjections *objections);

/* Marks the row of that platform, or the overview for %NULL. */
void veto_sidebar_select (VetoSidebar *self, const char *platform);

G_END_DECLS
