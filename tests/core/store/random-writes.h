/* Writes of all kinds that the store offers, one after the other, told by their numbers alone: what process A does as its
 * write number 7, process B can do again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-letters.h"

G_BEGIN_DECLS

/**
 * random_writes_do:
 * @seed: which series of writes
 * @n: which write of the series, from 0
 *
 * Does it. What the store refuses by rule (to write on a letter that was sent) is done too.
 */
void random_writes_do (VetoStore *store, guint32 seed, guint n);

/* (transfer full): what the store has, as text, without ids and days of creation that the store makes up by itself */
char *random_writes_dump (VetoStore *store);

G_END_DECLS
