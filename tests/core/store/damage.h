/* A database that goes bad while it is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes over the page where @table begins, then changes something elsewhere, so that nobody trusts any more what they read
 * before. Not in a process that has the store open. */
void damage_table (const char *folder, const char *table);

G_END_DECLS
