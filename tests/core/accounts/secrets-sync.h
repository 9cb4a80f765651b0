/* The calls for the keyring, each waited for: in tests that have nothing else to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-secrets.h"

G_BEGIN_DECLS

#define SYNC_ID "00112233445566778899aabbccddeeff"
#define SYNC_LABEL "Veto: Chirper, mine"

/* How long the keyring has for an answer, in milliseconds; VETO_SECRETS_PATIENCE until then */
void sync_set_patience (guint patience);

/* Each is about SYNC_ID, by a VetoSecrets of its own. Returns: -1, or a VetoSecretsError; -2 for any other error */
int sync_store (const char *password);
int sync_store_as (const char *label, const char *password);
int sync_clear (void);
int sync_unlock (void);

/* Returns: a VetoSecretState, or -1 - the code of the error */
int sync_probe (void);

/* Fails the test unless the keyring has @expected (nullable), or gives the error @expected_code (-1: none). */
void sync_assert_look_up (const char *expected, int expected_code);

/* Looks the password up, and gives up as soon as @is_time says so. Returns: as sync_store() */
int sync_look_up_until (gboolean (*is_time) (gpointer data), gpointer data);

/* Returns: how many passwords of Veto the keyring lists, or -1 - the code of the error */
int sync_count (void);

/* Waits until somebody offers a keyring on the session bus, or nobody does any more. */
void sync_wait_for_service (gboolean is_there);

/* Fails the test when a file below @folder has @needle. */
void sync_assert_nowhere (const char *folder, const char *needle);

G_END_DECLS
