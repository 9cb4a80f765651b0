/* Private to store: which values a person, an account and a case have, and where they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-rows.h"

G_BEGIN_DECLS

/* A value that has a column of its own. */
typedef struct
{
  const char    *name;
  VetoStoreOwner owner;
  const char    *read;   /* the column, where cases c, accounts a and people p are joined */
  const char    *update; /* ?1 is the case, ?2 the text */
} VetoStoreColumn;

#define VETO_STORE_N_COLUMNS 6
extern const VetoStoreColumn veto_store_columns[VETO_STORE_N_COLUMNS];

/* (nullable) */
const VetoStoreColumn *veto_store_find_column (const char *name);

G_END_DECLS
