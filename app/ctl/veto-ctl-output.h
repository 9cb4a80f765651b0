/* What vetoctl says: results on the standard output, words for people on the standard error.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts may come from a database or a file that somebody else wrote, and a terminal obeys control characters. So
 * nothing reaches it but what the text policy of base allows. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The text policy for one character; marks in a row are harmless in a terminal. */
gboolean veto_ctl_is_plain (gunichar c);

/**
 * veto_ctl_dup_plain:
 * @text: any bytes
 *
 * Returns: (transfer full): @text as the terminal's encoding can show it, in UTF-8: what must not reach a terminal is
 *   a sign of its own; where the encoding is not UTF-8, in ASCII ("ae" for "ä"). Newlines are kept.
 */
char *veto_ctl_dup_plain (const char *text);

/**
 * veto_ctl_print:
 * @text: the whole result, plain
 *
 * Writes it to the standard output, once.
 *
 * Returns: %VETO_CTL_DONE, or %VETO_CTL_FAILED after a line about why it could not be written
 */
int veto_ctl_print (const char *text);

/* Prints @text, any text, as the only line. Returns: as veto_ctl_print() */
int veto_ctl_print_line (const char *text);

/* Writes a file of the person's, see veto_file_write_whole(). Returns: %VETO_CTL_DONE, or %VETO_CTL_FAILED after a line */
int veto_ctl_write_file (const char *path, GBytes *bytes);

/* One line on the standard error: "vetoctl: " and what, where, what to do. */
void veto_ctl_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A line on the standard error for each of @complaints about @folder, and one that counts them. */
void veto_ctl_say_complaints (const char *folder, char **complaints);

G_END_DECLS
