/* The one database: opened, guarded, migrated. SQLite is used here and nowhere else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Signal "cases-changed" (no arguments): this process sent a letter, or wrote a value of a person or account, not by way of
 * their book; veto_store_has_changed() then says so.
 * Signal "case-changed" (const char *case_id), returns gboolean: this process wrote an event of that case. Whoever read that
 * case again returns TRUE; else veto_store_has_changed() says so.
 * "accounts-changed": as "cases-changed", for people and accounts. */
#define VETO_TYPE_STORE (veto_store_get_type ())
G_DECLARE_FINAL_TYPE (VetoStore, veto_store, VETO, STORE, GObject)

#define VETO_STORE_ERROR (veto_store_error_quark ())
GQuark veto_store_error_quark (void);

/**
 * VetoStoreError:
 * @VETO_STORE_ERROR_DAMAGED: a Veto database, but damaged; also a file of 0 bytes, and a journal whose database is gone
 * @VETO_STORE_ERROR_NOT_OURS: a file of that name is there and is no Veto database
 * @VETO_STORE_ERROR_NEWER: written by a newer Veto
 * @VETO_STORE_ERROR_IN_USE: another program keeps it locked, or Veto is open in another session
 * @VETO_STORE_ERROR_READ_ONLY: cannot be written
 * @VETO_STORE_ERROR_FULL: the disk is full
 * @VETO_STORE_ERROR_FAILED: anything else (the message says what)
 * @VETO_STORE_ERROR_MISSING: there is no such file, or no such folder
 * @VETO_STORE_ERROR_EXISTS: there is a file of that name, which was not to be replaced
 * @VETO_STORE_ERROR_TOO_BIG: more than a database of Veto can be
 * @VETO_STORE_ERROR_PRESENT: what would be replaced cannot be used itself, and is not moved without a click
 */
typedef enum {
  VETO_STORE_ERROR_DAMAGED,
  VETO_STORE_ERROR_NOT_OURS,
  VETO_STORE_ERROR_NEWER,
  VETO_STORE_ERROR_IN_USE,
  VETO_STORE_ERROR_READ_ONLY,
  VETO_STORE_ERROR_FULL,
  VETO_STORE_ERROR_FAILED,
  VETO_STORE_ERROR_MISSING,
  VETO_STORE_ERROR_EXISTS,
  VETO_STORE_ERROR_TOO_BIG,
  VETO_STORE_ERROR_PRESENT,
} VetoStoreError;

/**
 * VetoStoreMode:
 * @VETO_STORE_WINDOW: for the window: takes the lock that keeps a second window away; makes what is missing
 * @VETO_STORE_TOOL: for vetoctl: beside the window, no lock; makes what is missing
 * @VETO_STORE_LOOK: for vetoctl: only reads; a missing database is an empty one, and nothing is made on disk
 */
typedef enum {
  VETO_STORE_WINDOW,
  VETO_STORE_TOOL,
  VETO_STORE_LOOK,
} VetoStoreMode;

/**
 * veto_store_open:
 * @folder: the folder of veto.db; (nullable): the user's own
 * @mode: what for
 * @error: return location, %VETO_STORE_ERROR; the message names the file, never what is in it
 *
 * A file that is damaged, foreign or newer is left exactly as it is, and so are its companions. A new file is there as a
 * whole or not at all, at whatever moment Veto is killed. File and own folder are closed to others; a folder that was
 * named keeps its permissions. A process opens a folder once at a time: POSIX locks are lost when one of two is closed.
 *
 * Returns: (transfer full) (nullable)
 */
VetoStore *veto_store_open (const char *folder, VetoStoreMode mode, GError **error);

/* (transfer full) (nullable): a store in memory, for reading guides when the file cannot be used: nothing of it is kept. */
VetoStore *veto_store_open_in_memory (GError **error);

/**
 * veto_store_set_aside:
 * @folder: (nullable): as in veto_store_open()
 * @out_place: (out) (transfer full): where the files are now
 *
 * Moves veto.db with its companions, whatever they are, into damaged/<time>/, so that a fresh one can be made. Only ever
 * after a click. %VETO_STORE_ERROR_IN_USE while a window has the folder.
 */
gboolean veto_store_set_aside (const char *folder, char **out_place, GError **error);

/**
 * veto_store_close:
 *
 * Lets go of file and lock now, whoever still holds @self: from then on it is empty, and writing to it is an error
 * (%VETO_STORE_ERROR_READ_ONLY). For who exchanges the file.
 */
void veto_store_close (VetoStore *self);

/* The file this store keeps, for people; "" in memory. */
const char *veto_store_get_path (VetoStore *self);

G_END_DECLS
