/* Each write that the store offers, to be done while the disk fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *function; /* of the store */

  /* Does one thing to the store; often done, it gives the rows that it gave at first. */
  gboolean (*act) (VetoStore *store, const char *case_id, GError **error);
} WriteAction;

/* The last one has no name. */
extern const WriteAction write_actions[];

/* Writes what they take away again. */
void write_actions_prepare (VetoStore *store, const char *case_id);

G_END_DECLS
