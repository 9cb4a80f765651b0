/* A disk that fails on command, below the code under test: the linker puts these in the place of the calls to the system
 * (--wrap), so nothing in the program knows of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Link arguments of a test that uses this: those of meson's variable faulty_files_args. */

/**
 * FaultyFilesManner:
 * @FAULTY_FILES_ONCE: that one write fails
 * @FAULTY_FILES_FROM_THEN_ON: that one and all that follow
 * @FAULTY_FILES_KILL: the process is killed in the place of it, as by "kill -9"
 * @FAULTY_FILES_KILL_HALF_WAY: the same, but half of what is to be written is there
 */
typedef enum {
  FAULTY_FILES_ONCE,
  FAULTY_FILES_FROM_THEN_ON,
  FAULTY_FILES_KILL,
  FAULTY_FILES_KILL_HALF_WAY,
} FaultyFilesManner;

/* @n: which of the next writes, 1 for the very next; making, writing, syncing, naming and removing a file or folder count.
 * @error: errno, such as ENOSPC */
void faulty_files_fail (guint n, FaultyFilesManner manner, int error);

/* Returns: whether the failure came; there is none to come afterwards */
gboolean faulty_files_rest (void);

G_END_DECLS
