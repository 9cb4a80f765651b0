/* Private to store: the tables, and how an older database gets them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_STORE_APPLICATION 0x5645544F /* "VETO" */
#define VETO_STORE_VERSION 3              /* the number of the last migration */

/* Runs the migrations that @db has not seen yet, each in a transaction of its own with its number last. A file that has
 * something in it is copied before; when there is no room for that, nothing is migrated. */
gboolean veto_store_migrate (sqlite3 *db, GError **error);

/* The same up to @version, a number from 1 on, and without a copy. */
gboolean veto_store_migrate_to (sqlite3 *db, guint version, GError **error);

G_END_DECLS
