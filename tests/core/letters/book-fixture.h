/* For tests of letters that are kept: a book on a database of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter-fixture.h"
#include "store-fixture.h"
#include "veto-letter-book.h"

G_BEGIN_DECLS

/* What the made-up guidance has. */
#define KIND "note"
#define PLATFORM "example"

typedef struct
{
  char           *folder;
  VetoStore      *store;
  VetoGuideSet   *set;
  VetoGuidance   *guidance;
  VetoLetterBook *book;
} Desk;

/* For g_test_add(). */
void desk_set_up (Desk *desk, gconstpointer data);
void desk_tear_down (Desk *desk, gconstpointer data);

/* The program is closed and started again. */
void desk_open (Desk *desk);
void desk_close (Desk *desk);
void desk_reopen (Desk *desk);

guint            desk_count (Desk *desk);
VetoSavedLetter *desk_get (Desk *desk, guint position); /* (transfer none) */

/* Ask that it works. */
VetoLetter *desk_open_letter (Desk *desk, VetoSavedLetter *saved); /* (transfer full) */
void        desk_save (Desk *desk, VetoSavedLetter *saved, VetoLetter *letter);

/* A letter with a name, an own text, a typed recipient, and drafts; saved. Returns: (transfer none): the book holds it */
VetoSavedLetter *desk_write_letter (Desk *desk, const char *name, const char *case_id);

/* Asks that the letter says all that desk_write_letter() typed, and that name. */
void desk_assert_written (Desk *desk, VetoSavedLetter *saved, const char *name);

G_END_DECLS
