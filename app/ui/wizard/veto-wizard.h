/* Step by step: one thing to do a screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"
#include "veto-walk.h"

G_BEGIN_DECLS

#define VETO_TYPE_WIZARD (veto_wizard_get_type ())
G_DECLARE_FINAL_TYPE (VetoWizard, veto_wizard, VETO, WIZARD, GtkWidget)

/**
 * veto_wizard_new:
 * @services: (transfer none): with objections; lives longer than the wizard
 * @platform: a platform's id
 * @guide: (nullable): the id of one of its guides; else the one the person is on
 * @step: (nullable): the path of the step to begin with; else the first that is open
 *
 * Activates "win.close-walk" when the person is done, or stops. Actions: "walk.back", "walk.skip", "walk.reopen",
 * "walk.accept", "walk.branch" (its id), "walk.guide" (its id), "walk.start-over".
 *
 * Returns: (transfer floating)
 */
VetoWizard *
veto_wizard_new (VetoServices *services, const char *platform, const char *guide, const char *step);

/* (transfer none): what is on the screen */
VetoWalk *veto_wizard_get_walk (VetoWizard *self);

/* Moves the focus to the step, so that it is read out. */
void veto_wizard_focus (VetoWizard *self);

/**
 * veto_wizard_save:
 *
 * Keeps what was typed, before the wizard goes.
 *
 * Returns: %FALSE when that failed, and the screen now says why; %TRUE when asked again nevertheless
 */
gboolean veto_wizard_save (VetoWizard *self);

G_END_DECLS
