/* Private to store: what a database file says of itself, read without SQLite.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean exists;
  gint64   n_bytes; /* of veto.db */
  gint64
    n_wal_bytes; /* of veto.db-wal: more than 0 while somebody writes, and after an exit that was not clean */
  gint64   n_journal_bytes;
  gboolean has_shm;
  guint    version; /* of the tables, as the last commit left it */
} VetoStoreLook;

/**
 * veto_store_look:
 * @path: of veto.db
 * @out_look: (out caller-allocates)
 * @error: return location, %VETO_STORE_ERROR
 *
 * Whether SQLite may touch @path at all: SQLite writes as soon as it opens a file (journal, index, recovery), and a file
 * that is foreign or newer has to stay as it is. Only reads; a missing file is no error.
 *
 * An empty file is called damaged rather than new: Veto never leaves one, so something was lost, and nobody's cases
 * are to vanish in silence. For the same reason a journal without its database is damage.
 *
 * Source: SQLite's file format, "The Database Header" and "The WAL File Format".
 */
gboolean veto_store_look (const char *path, VetoStoreLook *out_look, GError **error);

/* Reads the header of the database as the last commit in the journal @wal left it; @header is untouched when the
 * journal says nothing of it. */
void veto_store_read_wal (int wal, guint8 header[100]);

G_END_DECLS
