/* A password on its way between the keyring and a field; wiped when it is freed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a password may be, in bytes. */
#define VETO_PASSWORD_MAX_BYTES 1024

typedef struct _VetoPassword VetoPassword;

/**
 * veto_password_new:
 * @text: see veto_password_check(); copied into memory that is not written to a swap file, where the system gives it
 *
 * Returns: (transfer full): see veto_password_free()
 */
VetoPassword *veto_password_new (const char *text);

/* Returns: (transfer none): until veto_password_free(). Never to be copied with g_strdup() or put into a message. */
const char *veto_password_get_text (const VetoPassword *self);

/* Overwrites it, then frees it. */
void veto_password_free (VetoPassword *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoPassword, veto_password_free)

/**
 * veto_password_check:
 * @text: what somebody typed
 * @error: return location, %VETO_SECRETS_ERROR_VALUE with a sentence for people that says nothing of @text
 *
 * One line, without control characters: a line break in a secret made a keyring of GNOME unreadable, with the secrets of
 * all programs in it (security design, 8).
 *
 * Returns: whether it can be kept
 */
gboolean veto_password_check (const char *text, GError **error);

G_END_DECLS
