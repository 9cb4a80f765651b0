/* Private to paper: text from anybody, made such that it can be set as type.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_settable_dup:
 * @text: (nullable): anything
 *
 * Line ends of all kinds become "\n" and a tab a space. What has no shape and is not asked for by any script, control
 * characters, goes, as does white space at both ends. What says which way text runs stays, but not if it is nested 32 deep.
 *
 * Returns: (transfer full): UTF-8
 */
char *veto_settable_dup (const char *text);

/* The same in one line */
char *veto_settable_dup_line (const char *text);

/* The same without empty lines and without white space around each line */
char *veto_settable_dup_lines (const char *text);

G_END_DECLS
