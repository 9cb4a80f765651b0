/* Private to accounts: one call to the keyring, with its time and its errors in people's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

#include "veto-secrets.h"

G_BEGIN_DECLS

/* The name of the one attribute of an item; its value is the id. */
#define VETO_SECRET_ITEM "veto-item"

extern const SecretSchema veto_secret_schema;

/* @item: a SecretRetrievable; those of a file have no lock */
VetoSecretState veto_secret_get_item_state (gpointer item);

/* How long the keyring has, in milliseconds. */
guint veto_secrets_get_patience (VetoSecrets *self);

/* The task of every call has one as its data. */
typedef struct
{
  char         *id;
  char         *label;
  SecretValue  *value;  /* to store */
  GCancellable *stop;   /* for what is under way */
  GCancellable *caller; /* nullable */
  gulong        cancelled_id;
  guint         timeout_id;
  gboolean      is_late;  /* the keyring used up its time */
  gboolean      is_asker; /* may have asked the person: one at a time */
  gboolean      was_locked;
} VetoSecretCall;

/* Returns: (transfer full): the task of a new call */
GTask *veto_secret_call_begin (VetoSecrets        *self,
                               gpointer            tag,
                               const char         *id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data);

/* From now on the keyring has its time; veto_secret_call_wait() takes the limit away. */
void veto_secret_call_limit (GTask *task, guint patience);
void veto_secret_call_wait (GTask *task);

/* @error: (transfer full): as libsecret has it. Ends the task with what it means. */
void veto_secret_call_fail (GTask *task, GError *error);

/* Ends the task with one of ours, in the words that belong to @code. */
void veto_secret_call_refuse (GTask *task, VetoSecretsError code);

/* What the words of @code are. Returns: (transfer none) */
const char *veto_secrets_describe (VetoSecretsError code);

/* Whether the file that libsecret keeps secrets in by itself, in a sandbox, can be read by it: it ends the whole program
 * over a damaged one. A damaged file is moved into the folder "damaged" beside it. @path: (nullable): %NULL: where libsecret
 * looks, if it would use one at all here. Returns: whether libsecret may be called */
gboolean veto_secrets_check_file (const char *path, GError **error);

G_END_DECLS
