/* One step: what to do, a picture of where it is, what to copy, and what else one may see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"
#include "veto-walk.h"

G_BEGIN_DECLS

#define VETO_TYPE_STEP_PAGE (veto_step_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoStepPage, veto_step_page, VETO, STEP_PAGE, GtkWidget)

/**
 * veto_step_page_new:
 * @walk: at the step to show; the page keeps showing that step
 * @services: (transfer none): asked whether a link may be opened, and whether anything is kept
 *
 * Signals: "primary-changed": veto_step_page_get_primary_label() is another one;
 * "failed" (a GError): something could not be kept; %NULL once it could.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_step_page_new (VetoWalk *walk, VetoServices *services);

/* (transfer full): "Step 2 of 6"; "" where the walk is at no step */
char *veto_step_page_dup_place (VetoWalk *walk);

/* Whether the step is still as done, open or changed as it was when the page was made. */
gboolean veto_step_page_is_current (VetoStepPage *self, VetoWalk *walk);

/* Returns: (transfer none): what the one blue button is to say now */
const char *veto_step_page_get_primary_label (VetoStepPage *self);

/* Does what that button says, if that is less than finishing the step. Returns: whether there was such a thing to do */
gboolean veto_step_page_activate (VetoStepPage *self);

/* Takes the focus, so that the step is read out; a field that has to be filled in takes it itself. */
void veto_step_page_focus (VetoStepPage *self);

/* Keeps what was typed. */
gboolean veto_step_page_save (VetoStepPage *self, GError **error);

G_END_DECLS
