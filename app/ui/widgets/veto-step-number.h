/* The number of a step in a circle; a tick once it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VetoStepState:
 * @VETO_STEP_STATE_OPEN: not done yet
 * @VETO_STEP_STATE_CURRENT: the one to go on with; in the accent colour
 * @VETO_STEP_STATE_DONE: done; a tick on green
 */
typedef enum {
  VETO_STEP_STATE_OPEN,
  VETO_STEP_STATE_CURRENT,
  VETO_STEP_STATE_DONE,
} VetoStepState;

#define VETO_TYPE_STEP_STATE (veto_step_state_get_type ())
GType veto_step_state_get_type (void);

#define VETO_TYPE_STEP_NUMBER (veto_step_number_get_type ())
G_DECLARE_FINAL_TYPE (VetoStepNumber, veto_step_number, VETO, STEP_NUMBER, GtkWidget)

/**
 * veto_step_number_new:
 * @number: the first step is 1
 * @state: how far it is
 *
 * Properties: "number", "state". Screen readers hear "Step 2, done".
 *
 * Returns: (transfer floating): a new circle
 */
GtkWidget *veto_step_number_new (guint number, VetoStepState state);

void veto_step_number_set_number (VetoStepNumber *self, guint number);
void veto_step_number_set_state (VetoStepNumber *self, VetoStepState state);

G_END_DECLS
