/* A date of a case, on its way into the person's calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/**
 * veto_add_to_calendar:
 * @widget: where it was asked for
 * @item: a case that has a deadline
 *
 * Opens the date with the person's calendar, which asks whether to take it over. Where there is no calendar, asks where to save the
 * file. The same date once more is the same entry there.
 */
void veto_add_to_calendar (GtkWidget *widget, VetoServices *services, VetoCase *item);

G_END_DECLS
