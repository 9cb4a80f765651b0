/* What Veto itself keeps beside the database: copies that it made, and files that were put aside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_STORE_KEPT_DAYS 90

/* Endings of the database's name; the first is followed by a version, the second by a time of that form. */
#define VETO_STORE_BEFORE ".before-"
#define VETO_STORE_REPLACED ".replaced-"
#define VETO_STORE_REPLACED_TIME "%Y%m%d-%H%M%S"

/**
 * VetoStoreKeptKind:
 * @VETO_STORE_KEPT_BEFORE_UPDATE: the database as it was before a newer Veto changed its tables
 * @VETO_STORE_KEPT_REPLACED: the database as it was before a copy took its place
 * @VETO_STORE_KEPT_ASIDE: a database that could not be used, which somebody put aside
 */
typedef enum {
  VETO_STORE_KEPT_BEFORE_UPDATE,
  VETO_STORE_KEPT_REPLACED,
  VETO_STORE_KEPT_ASIDE,
} VetoStoreKeptKind;

typedef struct
{
  VetoStoreKeptKind kind;
  char             *path;
  gint64            made;  /* seconds UTC */
  gint64            until; /* seconds UTC, when it may go; 0: it stays until everything is deleted */
} VetoStoreKept;

void veto_store_kept_free (VetoStoreKept *kept);

/**
 * veto_store_list_kept:
 * @folder: (nullable): as in veto_store_open()
 *
 * Returns: (transfer full) (element-type VetoStoreKept): oldest first; empty where there is no folder
 */
GPtrArray *veto_store_list_kept (const char *folder);

/* Takes away the copies of @folder whose time has come; a clock that was set back keeps them. What could not be used stays. */
void veto_store_drop_old_copies (const char *folder, gint64 now);

/* Takes away what a process that was killed while it brought a copy back has left. For who has the lock. */
void veto_store_tidy (const char *folder);

/**
 * veto_store_erase:
 * @folder: (nullable): as in veto_store_open()
 * @error: return location, %VETO_STORE_ERROR; what could be taken away before is gone
 *
 * Takes away the database, every copy that Veto made of it and every file that was put aside. This process must have
 * closed its store. %VETO_STORE_ERROR_IN_USE while another window has the folder. Files that Veto did not make stay.
 */
gboolean veto_store_erase (const char *folder, GError **error);

G_END_DECLS
