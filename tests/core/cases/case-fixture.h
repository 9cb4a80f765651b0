/* For tests of cases: a small guidance, and a book on a database of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-objections.h"

G_BEGIN_DECLS

/* The guidance of tests/fixtures/cases; (transfer full). @from, unless NULL, is replaced by @to in each of its files: so
 * does guidance become newer. */
VetoGuideSet *fixture_read_guidance (const char *from, const char *to);

typedef struct
{
  char         *folder;
  VetoStore    *store;
  VetoGuidance *guidance;
  VetoCaseBook *book;
} Desk;

/* An open program: a book on the database in @folder, or in a folder of its own where that is NULL. */
Desk fixture_open_desk (const char *folder, const char *from, const char *to);
void fixture_close_desk (Desk *desk);

/* The same after the program was closed and started again, perhaps with newer guidance. */
void fixture_reopen_desk (Desk *desk, const char *from, const char *to);

/* Closes, and removes the folder. */
void fixture_clear_desk (Desk *desk);

/* Begins the objection on the fixture's first guide. */
VetoCase *fixture_start_case (Desk *desk);

const VetoGuide *fixture_get_guide (Desk *desk, const char *id);

/* Does the steps named in @steps, separated by spaces; a name with a "-" before it is skipped, one with "?" taken back. */
void fixture_walk (Desk *desk, VetoCase *item, const char *guide, const char *steps);

/* Asks that the states of all steps of all guides be these: "form: open-form email -reason; menus: " names what is done
 * and, with "-", skipped. */
void fixture_assert_done (Desk *desk, VetoCase *item, const char *expected);

/* (nullable): of which the overview says that it is the next to do, today */
VetoObjection *fixture_find_best (VetoObjections *objections);

/* Counts a signal of @object, which must live as long as the counter. */
guint *fixture_count_signal (gpointer object, const char *signal);

/* What a person enters of that @day, "2026-11-26". */
VetoEventDraft fixture_draft (const char *day, VetoEventKind kind);

/* (transfer full): what takes it back */
GVariant *fixture_add_event (VetoCase *item, const VetoEventDraft *what);

/* (transfer full): "DAY KIND/REPLY channel>received “note”; …" of all events */
char *fixture_describe_timeline (VetoCase *item);

G_END_DECLS
