/* A stand-in for the desktop's keyring that speaks the Secret Service protocol, on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What it does with what it is asked */
typedef enum {
  SECRET_MANNER_KIND,    /* opens itself whenever it asks */
  SECRET_MANNER_DISMISS, /* the person closes each question */
  SECRET_MANNER_HIDE,    /* opens itself, and while it is locked finds nothing */
  SECRET_MANNER_WAIT,    /* its questions stay open */
  SECRET_MANNER_SILENT,  /* no call ever returns */
  SECRET_MANNER_VANISH,  /* goes away at the next call for secrets, or to keep one */
  SECRET_MANNER_FORGET,  /* does not know its session any more, once; then it is kind */
  SECRET_MANNER_NO_KEY, /* does not take the first key for a session, as KWallet one of 256; then it is kind */
  SECRET_MANNER_NOTHING,  /* says that no object it is asked about exists */
  SECRET_MANNER_NO_CHEST, /* has no collection, and makes none */
} SecretManner;

typedef struct _SecretServiceMock SecretServiceMock;

/* Waits until it is there. Returns: (transfer full): see secret_service_mock_free() */
SecretServiceMock *secret_service_mock_new (void);
void               secret_service_mock_free (SecretServiceMock *self); /* from then on there is none */

void secret_service_mock_set_manner (SecretServiceMock *self, SecretManner manner);
void secret_service_mock_set_locked (SecretServiceMock *self, gboolean locked);

/* Says that its collection is new, as KeePassXC does once it is open. */
void secret_service_mock_tell_created (SecretServiceMock *self);

/* Milliseconds before each answer */
void secret_service_mock_set_delay (SecretServiceMock *self, guint delay);

/* @id: (nullable): the value of "veto-item"; %NULL: an item of another program */
void secret_service_mock_add (SecretServiceMock *self, const char *id, const char *label, const char *secret);
guint secret_service_mock_count (SecretServiceMock *self);

/* (nullable): what it keeps for that id */
const char *secret_service_mock_get_secret (SecretServiceMock *self, const char *id);
const char *secret_service_mock_get_label (SecretServiceMock *self, const char *id);

/* The names of all attributes that it ever got, sorted, joined by a space. Returns: (transfer full) */
char *secret_service_mock_dup_attributes (SecretServiceMock *self);

guint secret_service_mock_get_n_calls (SecretServiceMock *self);
guint secret_service_mock_get_n_prompts (SecretServiceMock *self);
guint secret_service_mock_get_n_dismissed (SecretServiceMock *self); /* questions that were taken back */

G_END_DECLS
