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
  GTask        *task;   /* not owned */
  GCancellable *stop;   /* nullable: for what is under way; none for the file of a sandbox */
  GCancellable *caller; /* nullable */
  gulong        cancelled_id;
  guint         timeout_id;
  gboolean      is_late;  /* the keyring used up its time */
  gboolean      is_over;  /* the caller was told; what libsecret says later is of no use */
  gboolean      is_asker; /* may have asked the person: one at a time */
  void (*ready) (GTask *task, gboolean is_locked); /* of veto_secret_lock_ask() */
  void (*opened) (GTask *task);                    /* of veto_secret_lock_open() */
  gboolean was_locked;                             /* the item, when it was looked for */
  gboolean has_begun_again;
} VetoSecretCall;

/* Returns: (transfer full): the task of a new call */
GTask *veto_secret_call_begin (VetoSecrets        *self,
                               gpointer            tag,
                               const char         *id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data);

/* libsecret leaks its proxy of the service, and reads a list that this has forgotten, when a keyring that was started again says that a
 * collection is new (KeePassXC does at each start): 0.20.5 crashes, later ones complain. To be called before libsecret is used. */
void veto_secret_guard (void);

/**
 * veto_secret_lock_ask:
 * @task: of a call, with its time
 * @ready: is told whether the collection that passwords go to is locked
 *
 * Whether it is locked has to be known before anything is looked for: KeePassXC asks for its own password when something is looked for in
 * one that is locked, and others then list nothing, as if everything were gone. Where this cannot be found out it counts as open: the call
 * that follows fails by itself. A call that was stopped meanwhile ends here.
 */
void veto_secret_lock_ask (GTask *task, void (*ready) (GTask *task, gboolean is_locked));

/**
 * veto_secret_portal_ask:
 * @task: of veto_secret_lock_ask(), where a file is used; its @ready is called once the desktop's portal said something
 *
 * libsecret asks for the portal's version with a call that waits, 25 seconds for one that hangs, and the window with it. So it is asked
 * here first, with the time of the call, once for each #VetoSecrets and again after a failure.
 */
void veto_secret_portal_ask (GTask *task);

/* Whether the portal answered since the last failure. */
gboolean veto_secrets_get_portal_answers (VetoSecrets *self);
void     veto_secrets_set_portal_answers (VetoSecrets *self, gboolean answers);

/* Opens that collection, for which the person may be asked. Where it does not open, the task ends here. */
void veto_secret_lock_open (GTask *task, void (*ready) (GTask *task));

/* From now on the keyring has its time; veto_secret_call_wait() takes the limit away. */
void veto_secret_call_limit (GTask *task, guint patience);
void veto_secret_call_wait (GTask *task);

/* Never two questions at once. Returns: whether the person may be asked from now on; otherwise the task ends here */
gboolean veto_secret_call_may_ask (GTask *task);

/* In a sandbox, libsecret 0.20.5 waits for itself for ever when it is stopped while the portal is asked, and the window with it: there it
 * goes on in peace, and the call ends without it. Returns: whether it did, so that there is nobody to tell */
gboolean veto_secret_call_is_over (GTask *task);

/* Whatever ends here, the next question may be asked. Returns: (transfer none): the call of @task */
VetoSecretCall *veto_secret_call_end (GTask *task);

/* Takes @items out, of which the first was looked at; libsecret alone passes over those that are locked, and asks nobody.
 * @items: of SecretRetrievable, not empty. Ends the task. */
void veto_secret_call_clear (GTask *task, GList *items);

/* Whether the keyring may have forgotten the session that libsecret keeps with it, or not have taken its key (KWallet refuses one of 256,
 * those that begin with zeros), of which no error is the standard's: then, once in a call, the caller begins again with a new one. */
gboolean veto_secret_call_begins_again (GTask *task, const GError *error);

/* @error: (transfer full): as libsecret has it. Ends the task with what it means. */
void veto_secret_call_fail (GTask *task, GError *error);

/* It did not open, so the call ends. @error: (transfer full) (nullable): none: the person closed the question */
void veto_secret_call_stay_shut (GTask *task, GError *error);

/* Ends the task with one of ours, in the words that belong to @code. */
void veto_secret_call_refuse (GTask *task, VetoSecretsError code);

/* What the words of @code are. Returns: (transfer none) */
const char *veto_secrets_describe (VetoSecretsError code);

/* Whether the file that libsecret keeps secrets in by itself, in a sandbox, can be read by it: it ends the whole program
 * over a damaged one. A damaged file is moved into the folder "damaged" beside it. @path: (nullable): %NULL: where libsecret
 * looks, if it would use one at all here. Returns: whether libsecret may be called */
gboolean veto_secrets_check_file (const char *path, GError **error);

/* Whether libsecret keeps secrets in that file here, so that there is no service to ask. */
gboolean veto_secrets_uses_file (void);

G_END_DECLS
