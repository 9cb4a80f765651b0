/* What else a person may see at a step, each with a way on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-walk.h"

G_BEGIN_DECLS

/* Appends to @box a button for each branch of the step that @walk is at, then for each other way to the same goal, which is
 * always the last resort. Returns: whether there is any */
gboolean veto_step_branches_fill (GtkBox *box, VetoWalk *walk);

G_END_DECLS
