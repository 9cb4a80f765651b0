/* Passwords in the desktop's keyring, by the random id that an account has for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-password.h"

G_BEGIN_DECLS

#define VETO_TYPE_SECRETS (veto_secrets_get_type ())
G_DECLARE_FINAL_TYPE (VetoSecrets, veto_secrets, VETO, SECRETS, GObject)

#define VETO_SECRETS_ERROR (veto_secrets_error_quark ())
GQuark veto_secrets_error_quark (void);

/**
 * VetoSecretsError:
 * @VETO_SECRETS_ERROR_NO_SERVICE: there is no keyring on this system
 * @VETO_SECRETS_ERROR_NO_ANSWER: the keyring does not answer, or went away meanwhile
 * @VETO_SECRETS_ERROR_LOCKED: it is locked, and its question was closed without opening it
 * @VETO_SECRETS_ERROR_GONE: the keyring has no such password (any more)
 * @VETO_SECRETS_ERROR_BUSY: the keyring is asking already; it never asks two things at once
 * @VETO_SECRETS_ERROR_VALUE: not a password that can be kept
 * @VETO_SECRETS_ERROR_FAILED: anything else
 *
 * Each message is a sentence for people, with what to do next. %G_IO_ERROR_CANCELLED comes as it is.
 */
typedef enum {
  VETO_SECRETS_ERROR_NO_SERVICE,
  VETO_SECRETS_ERROR_NO_ANSWER,
  VETO_SECRETS_ERROR_LOCKED,
  VETO_SECRETS_ERROR_GONE,
  VETO_SECRETS_ERROR_BUSY,
  VETO_SECRETS_ERROR_VALUE,
  VETO_SECRETS_ERROR_FAILED,
} VetoSecretsError;

typedef enum {
  VETO_SECRET_AVAILABLE,
  VETO_SECRET_LOCKED, /* there, behind the keyring's own password */
  VETO_SECRET_GONE,
} VetoSecretState;

/* How long the keyring has for an answer for which it asks nobody, in milliseconds (security design, 8). */
#define VETO_SECRETS_PATIENCE 10000

/**
 * veto_secrets_new:
 * @patience: in milliseconds; %VETO_SECRETS_PATIENCE but in tests
 *
 * Touches nothing: the keyring is first asked by one of the calls below, each of which returns at once.
 *
 * Returns: (transfer full)
 */
VetoSecrets *veto_secrets_new (guint patience);

/* Returns: (transfer full): a new id, of 128 random bits, in hex. It means nothing anywhere else: keyrings keep what an
 * item is found by in the clear. */
char *veto_secrets_make_id (void);

/**
 * veto_secrets_probe_async:
 * @id: an account's secret id
 *
 * Whether the password is there. Never asks the person anything: in a keyring that is locked it counts as there, and locked.
 */
void     veto_secrets_probe_async (VetoSecrets        *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);
gboolean veto_secrets_probe_finish (VetoSecrets     *self,
                                    GAsyncResult    *result,
                                    VetoSecretState *out_state,
                                    GError         **error);

/**
 * veto_secrets_store_async:
 * @label: what is read in the desktop's list of passwords: "Veto: Facebook, mine"
 * @password: borrowed until the call returns
 *
 * Keeps it, in the place of what the keyring has for that id. The keyring may ask the person to open it; there is no time
 * limit on that, but the cancellable closes the question.
 */
void     veto_secrets_store_async (VetoSecrets        *self,
                                   const char         *id,
                                   const char         *label,
                                   const char         *password,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);
gboolean veto_secrets_store_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/* Gets the password. May ask the person, as storing does: only ever for a click. Returns: (transfer full) (nullable) */
void          veto_secrets_look_up_async (VetoSecrets        *self,
                                          const char         *id,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            data);
VetoPassword *veto_secrets_look_up_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/* Takes it out of the keyring; one that is not there any more is as good as taken out. May ask the person. */
void     veto_secrets_clear_async (VetoSecrets        *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);
gboolean veto_secrets_clear_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/**
 * veto_secrets_list_async:
 *
 * The ids of all that Veto has in the keyring, also such as no account knows any more. Asks nobody; of one that is locked nobody can
 * know: %VETO_SECRETS_ERROR_LOCKED.
 *
 * Returns: (transfer full) (nullable): a set of ids; each has its VetoSecretState as value (GUINT_TO_POINTER)
 */
void        veto_secrets_list_async (VetoSecrets        *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            data);
GHashTable *veto_secrets_list_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/* Opens the keyring if it is locked. May ask the person. */
void     veto_secrets_unlock_async (VetoSecrets        *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
gboolean veto_secrets_unlock_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/* While @is_held, an account that was removed may still be put back and will need it: nobody is to call it a stray. */
void     veto_secrets_hold (VetoSecrets *self, const char *id, gboolean is_held);
gboolean veto_secrets_is_held (VetoSecrets *self, const char *id);

G_END_DECLS
