/* A date on the overview: until when somebody must have answered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-agenda.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_DATE_ROW (veto_date_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoDateRow, veto_date_row, VETO, DATE_ROW, GtkListBoxRow)

/**
 * veto_date_row_new:
 * @date: (transfer none): not kept: a row shows one day and what was known on it
 * @today: the day it is
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_date_row_new (VetoServices *services, const VetoAgendaDate *date, const GDate *today);

/* Returns: (transfer none): the case that it is about */
VetoCase *veto_date_row_get_case (VetoDateRow *self);

G_END_DECLS
