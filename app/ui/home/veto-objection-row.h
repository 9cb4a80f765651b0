/* A platform on the overview, with its state.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objection.h"

G_BEGIN_DECLS

#define VETO_TYPE_OBJECTION_ROW (veto_objection_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoObjectionRow, veto_objection_row, VETO, OBJECTION_ROW, GtkListBoxRow)

/* Returns: (transfer floating): a row that follows @item */
GtkWidget *veto_objection_row_new (VetoObjection *item);

/* Returns: (transfer none): veto_objection_get_id() */
const char *veto_objection_row_get_platform (VetoObjectionRow *self);

G_END_DECLS
