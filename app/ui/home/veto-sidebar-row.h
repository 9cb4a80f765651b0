/* A platform in the sidebar, with how far one is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objection.h"

G_BEGIN_DECLS

#define VETO_TYPE_SIDEBAR_ROW (veto_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoSidebarRow, veto_sidebar_row, VETO, SIDEBAR_ROW, GtkListBoxRow)

/* Returns: (transfer floating): a row that follows @item */
GtkWidget *veto_sidebar_row_new (VetoObjection *item);

/* Returns: (transfer none): veto_objection_get_id() */
const char *veto_sidebar_row_get_platform (VetoSidebarRow *self);

G_END_DECLS
