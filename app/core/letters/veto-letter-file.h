/* Files that a letter becomes: what they are called, and where those lie that an e-mail program still has to read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * veto_letter_file_dup_name:
 * @title: (nullable): what kind of letter it is
 * @recipient: (nullable): who gets it
 * @day: the letter's day
 * @extension: "pdf" or "txt"
 *
 * A name that every file system takes: no signs that mean something to one, no invisible ones, at most 120 bytes.
 * Rule: security design, 6.5.
 *
 * Returns: (transfer full): "Objection Example Ltd 2026-11-26.pdf"
 */
char *
veto_letter_file_dup_name (const char *title, const char *recipient, const GDate *day, const char *extension);

/**
 * veto_letter_file_put_out:
 * @folder: made when it is not there, closed to others
 * @name: of veto_letter_file_dup_name()
 * @bytes: all that is to be in it
 * @now: seconds UTC
 *
 * Puts a file where an e-mail program finds it, in a folder of its own, and takes away those that have lain there for a
 * week: an e-mail that was not sent in that time has to be written anew.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
veto_letter_file_put_out (const char *folder, const char *name, GBytes *bytes, gint64 now, GError **error);

/* Puts a second file beside the one that veto_letter_file_put_out() has put at @path. Returns: (transfer full) (nullable): its path */
char *veto_letter_file_put_beside (const char *path, const char *name, GBytes *bytes, GError **error);

/* Takes away a file that veto_letter_file_put_out() has put there, and its folder with all in it. */
void veto_letter_file_take_back (const char *path);

G_END_DECLS
