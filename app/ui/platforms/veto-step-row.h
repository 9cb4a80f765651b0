/* A step in the list of a guide's steps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objection.h"

G_BEGIN_DECLS

#define VETO_TYPE_STEP_ROW (veto_step_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoStepRow, veto_step_row, VETO, STEP_ROW, GtkListBoxRow)

GtkWidget *veto_step_row_new (void);

/* Shows step @index (from 0) of @guide, with how far it is in @item. */
void veto_step_row_show (VetoStepRow *self, VetoObjection *item, const VetoGuide *guide, guint index);

/* Returns: (transfer none): the path of the step that is shown */
const char *veto_step_row_get_path (VetoStepRow *self);

G_END_DECLS
