/* Files that a person asked for: there as a whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * veto_file_write_whole:
 * @path: where to; a file that is there already is replaced
 * @bytes: all that is to be in it
 * @error: a #GIOErrorEnum as g_io_error_from_errno() has it (%G_IO_ERROR_NO_SPACE, %G_IO_ERROR_READ_ONLY …); the message
 *   begins with @path
 *
 * Writes beside it, waits for the disk, and only then gives it its name: when that fails, what was at @path is still
 * there, and nothing else. A new file is closed to others (0600); one that is replaced keeps its permissions, and a symbolic
 * link stays one. What is no file (a pipe, a device) is written to as it is.
 * Rule: security design, 6.3.
 *
 * Returns: whether it is on the disk
 */
gboolean veto_file_write_whole (const char *path, GBytes *bytes, GError **error);

/* The same for what others are to read, such as a web server: a new file can be read by everybody (0644). */
gboolean veto_file_write_public (const char *path, GBytes *bytes, GError **error);

/**
 * veto_file_write_at:
 * @folder: a folder that is held open (open() with O_DIRECTORY)
 * @name: of the file, without a slash
 * @bytes: all that is to be in it
 * @error: return location, as above; the message begins with @name
 *
 * The same for a file of the program's own: closed to others (0600), and whatever had the name before, also a symbolic
 * link, is replaced and never followed. The draft is called ".tmp-…"; a kill may leave one behind.
 * Rule: security design, 3, U11 and U13.
 *
 * Returns: whether it is on the disk
 */
gboolean veto_file_write_at (int folder, const char *name, GBytes *bytes, GError **error);

#define VETO_FILE_DRAFT_PREFIX ".tmp-"

G_END_DECLS
