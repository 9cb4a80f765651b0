/* The public holidays of one place, and its working days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VetoHolidays VetoHolidays;

/**
 * veto_holidays_new:
 * @first_year: of the years whose holidays will be added
 * @last_year: the last of them
 * @is_complete: %FALSE when parts of the country have more than will be added
 *
 * Returns: (transfer full): a list without holidays yet
 */
VetoHolidays *veto_holidays_new (guint first_year, guint last_year, gboolean is_complete);

/* One owner more; nobody adds to a list that has several. veto_holidays_free() lets go of it. */
VetoHolidays *veto_holidays_ref (VetoHolidays *self);
void          veto_holidays_free (VetoHolidays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoHolidays, veto_holidays_free)

/* In any order. A day that is there keeps its name. @name: copied, in the reader's language */
void veto_holidays_add (VetoHolidays *self, const GDate *day, const char *name);

/* Returns: (nullable): what holiday @day is; owned by the list */
const char *veto_holidays_find (const VetoHolidays *self, const GDate *day);

/* From the first to the last; @index is below the number. Returns: the name */
guint       veto_holidays_get_n (const VetoHolidays *self);
const char *veto_holidays_get (const VetoHolidays *self, guint index, GDate *out_day);

/* Whether the list knows the year of @day. @self: (nullable) */
gboolean veto_holidays_covers (const VetoHolidays *self, const GDate *day);
gboolean veto_holidays_is_complete (const VetoHolidays *self);

/* Whether @day is neither Saturday nor Sunday nor a holiday: Regulation (EEC, Euratom) No 1182/71, Art. 2(2) (eur-lex,
 * read 2026-11-26). @self: (nullable): without a list weekends alone count */
gboolean veto_holidays_is_working_day (const VetoHolidays *self, const GDate *day);

/* Moves @day to the first working day after it. @self: (nullable) */
void veto_holidays_go_to_next_working_day (const VetoHolidays *self, GDate *day);

G_END_DECLS
