/* Private to store: which values a person, an account and a case have, and where they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-rows.h"
#include "veto-store-sql.h"

G_BEGIN_DECLS

/* A value that has a column of its own. */
typedef struct
{
  const char    *name;
  VetoStoreOwner owner;
  const char    *read;       /* the column, where cases c, accounts a and people p are joined */
  const char    *update;     /* ?1 is the case, ?2 the text */
  const char *update_person; /* (nullable): ?1 is the person, ?2 the text; NULL when it is not a person's */
} VetoStoreColumn;

#define VETO_STORE_N_COLUMNS 8
extern const VetoStoreColumn veto_store_columns[VETO_STORE_N_COLUMNS];

/* (nullable) */
const VetoStoreColumn *veto_store_find_column (const char *name);

/**
 * veto_store_write_values:
 * @db: in a transaction
 * @case_id: (nullable): whose person and account get them; %NULL: the oldest person, made when there is none
 * @values: (element-type utf8 utf8): by name; those that neither a person nor an account has are left out
 */
gboolean veto_store_write_values (sqlite3 *db, const char *case_id, GHashTable *values, GError **error);

G_END_DECLS
