/* What the window would have written, for commands to read: an example platform and a case that was begun.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl-fixture.h"
#include "veto-case-book.h"

G_BEGIN_DECLS

/* The core as the window has it. */
typedef struct
{
  char         *bundle;
  char         *data;
  VetoStore    *store; /* NULL when it is closed, as the book is */
  VetoCaseBook *book;
  VetoCase     *item; /* of the book */
} Desk;

Desk desk_open (void);

/* Closes the window; the database stays. */
void desk_close (Desk *desk);

/* Closes it if it is open, and removes the database. */
void desk_clear (Desk *desk);

G_END_DECLS
