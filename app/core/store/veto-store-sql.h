/* Private to store: short ways to say SQL, with every result code looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/**
 * veto_sql_set_error:
 * @rc: an extended result code of @db
 * @error: return location, set to %VETO_STORE_ERROR: which file, and what SQLite calls it; never SQL, never a value
 */
void veto_sql_set_error (sqlite3 *db, int rc, GError **error);

/**
 * veto_sql_prepare:
 * @sql: one statement; parameters are always bound, never written into it
 * @types: one letter for each parameter: "s" a (nullable) const char *, "x" a gint64, "b" a (nullable) GBytes *
 *
 * Returns: (transfer full) (nullable)
 */
sqlite3_stmt *veto_sql_prepare (sqlite3 *db, GError **error, const char *sql, const char *types, ...);

/* One row further. @out_has_row: FALSE after the last one. */
gboolean veto_sql_step (sqlite3_stmt *statement, gboolean *out_has_row, GError **error);

/* Prepares, binds, runs to the end. Outside a transaction it is on the disk afterwards. */
gboolean veto_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...);

/* (transfer full) (nullable): the text of a column, always valid UTF-8, whoever wrote the file */
char *veto_sql_dup_text (sqlite3_stmt *statement, int column);

/* The first column of the first row; "" and 0 when there is none. */
gboolean veto_sql_read_text (sqlite3 *db, const char *sql, char **out_text, GError **error);
gboolean veto_sql_read_integer (sqlite3 *db, const char *sql, gint64 *out_value, GError **error);

typedef gboolean (*VetoSqlWork) (sqlite3 *db, gpointer data, GError **error);

/**
 * veto_sql_transact:
 * @begin: "BEGIN IMMEDIATE" to write, "BEGIN" to read one state of the whole
 * @work: what belongs together
 *
 * Runs @work in a transaction. When @work or the commit fails, nothing of it remains.
 */
gboolean veto_sql_transact (sqlite3 *db, const char *begin, VetoSqlWork work, gpointer data, GError **error);

G_END_DECLS
