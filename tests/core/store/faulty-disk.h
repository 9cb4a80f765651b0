/* A disk that fails on command: SQLite's own way to the disk with a hand on the switch.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "veto-store.h"

G_BEGIN_DECLS

/* Puts itself between SQLite and the disk, for every connection opened from now on. */
void faulty_disk_install (void);

/**
 * faulty_disk_fail:
 * @n: which of the next writes fails, 1 for the very next; writing, syncing, cutting, making and deleting a file,
 *   and growing the journal's index count
 * @result: what SQLite is told then, such as SQLite's FULL
 */
void faulty_disk_fail (guint n, int result);

/* Returns: whether the failure came; there is none to come afterwards */
gboolean faulty_disk_rest (void);

/* Returns: how often SQLite asked for what it wrote to be on the disk, since this was last asked */
guint faulty_disk_count_syncs (void);

/* SQLite no longer spends the time that it waits for a lock. Only where the lock is not let go anyway: a thread that holds it
 * for a moment could not end meanwhile. */
void faulty_disk_skip_waits (void);

/* Returns: how often SQLite waited for a lock since it was last asked */
guint faulty_disk_count_waits (void);

/* Something that writes, with write number @n failing with @result of SQLite. Returns: whether that write was reached */
typedef gboolean (*FaultyDiskFunc) (gconstpointer data, int result, VetoStoreError expected, guint n);

/* Lets each write of @func fail once, with a full disk and with a broken one. */
void faulty_disk_try_each (gconstpointer data, FaultyDiskFunc func);

G_END_DECLS
