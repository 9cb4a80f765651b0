/* What is next in a case: one sentence, one thing to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE_NEXT_BOX (veto_case_next_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoCaseNextBox, veto_case_next_box, VETO, CASE_NEXT_BOX, GtkWidget)

/* The signal "happened" comes from the button that adds to the timeline, "read" when somebody has read what changed.
 * Returns: (transfer floating) */
GtkWidget *veto_case_next_box_new (VetoServices *services);

/* It takes the focus where there is something to do. */
void veto_case_next_box_show (VetoCaseNextBox *self, VetoCase *item, const GDate *today);

G_END_DECLS
