/* The introduction: some pages with a question each, until a list of one's own is there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_RUN (veto_first_run_get_type ())
G_DECLARE_FINAL_TYPE (VetoFirstRun, veto_first_run, VETO, FIRST_RUN, GtkWidget)

/**
 * veto_first_run_new:
 * @services: (transfer none): with a store; lives longer than this
 * @settings: (transfer none): where answers are kept that are not about the person
 *
 * What somebody answered is kept page by page when they go on; who skips a page, or all that is left, leaves it as it was.
 * At the end "win.close-walk" is activated.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_first_run_new (VetoServices *services, GSettings *settings);

/* The page that is shown takes the keyboard. */
void veto_first_run_focus (VetoFirstRun *self);

/* Goes to the page before. Returns: whether there is one */
gboolean veto_first_run_go_back (VetoFirstRun *self);

G_END_DECLS
