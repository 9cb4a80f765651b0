/* Private to store: makes what is not there yet, in a transaction of the caller's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-sql.h"

G_BEGIN_DECLS

/* The oldest person, who is in front of the program, or a new one. @out_id: (transfer full) */
gboolean veto_store_find_or_make_person (sqlite3 *db, char **out_id, GError **error);

/* That person's first account on @platform, or a new one. @now: seconds UTC; @out_id: (transfer full) */
gboolean veto_store_find_or_make_account (sqlite3    *db,
                                          const char *platform,
                                          gint64      now,
                                          char      **out_id,
                                          GError    **error);

/* The case of that @account and @goal, or a new one that begins with @guide. @out_id: (transfer full) */
gboolean veto_store_find_or_make_case (sqlite3    *db,
                                       const char *account,
                                       const char *goal,
                                       const char *guide,
                                       char      **out_id,
                                       GError    **error);

G_END_DECLS
