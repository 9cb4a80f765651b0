/* Keyrings that people have beside that of GNOME, as they come: KeePassXC and KWallet, in a home of a test, on its session bus and display.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  OTHER_KEEPASSXC,
  OTHER_KWALLET,
} OtherKind;

typedef enum {
  OTHER_OPEN,   /* as after a login, and once its own password was typed */
  OTHER_LOCKED, /* as after a login without a password */
  OTHER_ASKS,   /* open, and asks before any program gets a password (KeePassXC) */
} OtherState;

/* Returns: why it cannot be tried on this machine, or %NULL */
const char *other_keyring_find_obstacle (OtherKind kind);

/* Makes a keyring with nothing in it, in $HOME. */
void other_keyring_make (OtherKind kind);

/* Starts the program, and waits until it offers its keyring on the bus. Returns: FALSE when it never does: it was built without, or
 * fell over */
gboolean other_keyring_start (OtherKind kind, OtherState state);

/* Whether that was because it crashed. */
gboolean other_keyring_has_fallen (void);

/* Waits until the first password that was kept is in its file: KWallet takes some seconds, and forgets it when it is ended before.
 * KeePassXC writes when it is ended, or locked by hand. */
void other_keyring_wait_written (OtherKind kind);

/* Whether it is asking somebody something. */
gboolean other_keyring_asks (gpointer unused);

/* Ends it; waits until nobody offers a keyring. */
void other_keyring_stop (void);

/* Locks it while it is running, as its own button does. */
void other_keyring_lock (void);

G_END_DECLS
