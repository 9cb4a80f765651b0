/* Until when they have to answer in a case, with the whole sum.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE_DATES (veto_case_dates_get_type ())
G_DECLARE_FINAL_TYPE (VetoCaseDates, veto_case_dates, VETO, CASE_DATES, GtkWidget)

/* The signal "receipt" comes from the button that corrects the day of receipt, "calendar" from the one that puts the day into the
 * person's calendar. Returns: (transfer floating) */
GtkWidget *veto_case_dates_new (void);

/* Shows the time that counts as of @today; hides itself where none does. */
void veto_case_dates_show (VetoCaseDates *self, VetoCase *item, const GDate *today);

/* The day of receipt that is counted from. Returns: FALSE where none is */
gboolean veto_case_dates_get_received (VetoCaseDates *self, GDate *out_day);

G_END_DECLS
