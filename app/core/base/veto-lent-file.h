/* Files that lie in the cache for a while, because another program still has to read them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * veto_lent_file_put_out:
 * @folder: made when it is not there, closed to others
 * @prefix: of the names of the folders that are made in it: "mail-"
 * @name: of the file, safe
 * @bytes: all that is to be in it
 * @now: seconds UTC
 *
 * Puts a file where another program finds it, in a folder of its own, and takes away those of the same prefix that have lain
 * there for a week.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *veto_lent_file_put_out (const char *folder,
                              const char *prefix,
                              const char *name,
                              GBytes     *bytes,
                              gint64      now,
                              GError    **error);

/* Puts a second file into the folder of the one that veto_lent_file_put_out() has put at @path. Returns: (transfer full) (nullable):
 * its path */
char *veto_lent_file_put_beside (const char *path, const char *name, GBytes *bytes, GError **error);

/* Takes away a file that veto_lent_file_put_out() has put there with that @prefix, and its folder with all in it. */
void veto_lent_file_take_back (const char *path, const char *prefix);

G_END_DECLS
