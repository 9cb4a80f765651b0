/* Secrets that are to go from the keyring, remembered until it has let go of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Their accounts are gone from the database, so a small file beside it has their ids: random signs that say nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type utf8): the ids; none where there is no file, or none that can be read */
GPtrArray *veto_secret_debts_read (void);

/* Remembers, or forgets, @id. An id that is (not) there already is as good. @error: return location, %G_FILE_ERROR */
gboolean veto_secret_debts_add (const char *id, GError **error);
gboolean veto_secret_debts_drop (const char *id, GError **error);

G_END_DECLS
