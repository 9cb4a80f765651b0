/* The number of a step in a circle; a tick once it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VetoStepMark:
 * @VETO_STEP_MARK_OPEN: not done yet
 * @VETO_STEP_MARK_CURRENT: the one to go on with; in the accent colour
 * @VETO_STEP_MARK_DONE: done; a tick on green
 */
typedef enum {
  VETO_STEP_MARK_OPEN,
  VETO_STEP_MARK_CURRENT,
  VETO_STEP_MARK_DONE,
} VetoStepMark;

#define VETO_TYPE_STEP_MARK (veto_step_mark_get_type ())
GType veto_step_mark_get_type (void);

#define VETO_TYPE_STEP_NUMBER (veto_step_number_get_type ())
G_DECLARE_FINAL_TYPE (VetoStepNumber, veto_step_number, VETO, STEP_NUMBER, GtkWidget)

/**
 * veto_step_number_new:
 * @number: the first step is 1
 * @mark: how far it is
 *
 * Properties: "number", "mark". Screen readers hear "Step 2, done".
 *
 * Returns: (transfer floating): a new circle
 */
GtkWidget *veto_step_number_new (guint number, VetoStepMark mark);

void veto_step_number_set_number (VetoStepNumber *self, guint number);
void veto_step_number_set_mark (VetoStepNumber *self, VetoStepMark mark);

G_END_DECLS
