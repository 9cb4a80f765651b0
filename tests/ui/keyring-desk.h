/* Accounts and a stand-in for the keyring in the real window, and hands for both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"
#include "secret-service.h"

G_BEGIN_DECLS

#define KEYRING_PATIENCE 400 /* milliseconds */
#define KEYRING_WORDS "correct horse battery"
#define KEYRING_LOGIN "ada@example.org"

/* A second, in milliseconds, for what counts down */
#define KEYRING_SECOND 20

typedef struct
{
  Scene              scene;
  SecretServiceMock *mock; /* nullable: there is no keyring */
} KeyringDesk;

void keyring_open (KeyringDesk *self, gboolean has_keyring);
void keyring_close (KeyringDesk *self);

/* Adds an account of the person; with @words (nullable) in the keyring. Returns: (transfer none) */
VetoAccount *keyring_add (KeyringDesk *self, const char *platform, const char *login, const char *words);

/* Brings the page of all accounts onto the screen. */
void keyring_show (KeyringDesk *self);

/* Waits until a label in @root that one sees begins with @words; fails after a while. Returns: (transfer none) */
GtkWidget *keyring_wait_in (GtkWidget *root, const char *words);
GtkWidget *keyring_wait (KeyringDesk *self, const char *words);

/* The same for one that goes. */
void keyring_wait_gone (KeyringDesk *self, const char *words);

gboolean keyring_shows (KeyringDesk *self, const char *words);

/* Presses the button in @root whose label begins with @words. */
void keyring_press_in (GtkWidget *root, const char *words);
void keyring_press (KeyringDesk *self, const char *words);

/* The small window above, of @type: waits until it is there, or gone. Returns: (transfer none) */
GtkWidget *keyring_wait_dialog (GType type);
void       keyring_wait_closed (GType type);

/* Types into the field of that question, and into the one for the password. */
void keyring_type (GtkWidget *root, const char *question, const char *text);
void keyring_type_password (GtkWidget *root, const char *text);

/* Opens the window of the first account of the page. Returns: (transfer none) */
GtkWidget *keyring_ask_change (KeyringDesk *self);

/* The only account that there is. Returns: (transfer none) */
VetoAccount *keyring_get_only (KeyringDesk *self);

/* No way back is offered any more. */
void keyring_end_notes (KeyringDesk *self);

/* Waits until the keyring has @n passwords. */
void keyring_wait_for_count (KeyringDesk *self, guint n);

/* (transfer full): the ids that are remembered as to be cleared, joined by spaces */
char *keyring_dup_debts (void);

G_END_DECLS
