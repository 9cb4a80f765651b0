/* The overview's part with what is due: until when somebody must have answered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_DATES_BOX (veto_dates_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoDatesBox, veto_dates_box, VETO, DATES_BOX, GtkWidget)

/* The earliest dates, and all of them when that is asked for; nothing is seen while there are none. It is not filled before
 * veto_dates_box_update(). Returns: (transfer floating) */
GtkWidget *veto_dates_box_new (VetoServices *services);

/* Shows what is due as of today. Who is reading a row keeps it when nothing has changed. */
void veto_dates_box_update (VetoDatesBox *self);

G_END_DECLS
