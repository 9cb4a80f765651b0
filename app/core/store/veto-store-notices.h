/* What the person was told about by the desktop, so that nothing is told twice.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

/* Something to tell. Nothing here is kept after a call. */
typedef struct
{
  const char *case_id;
  const char *kind; /* id of what is to be done: "reminder" */
  const char *day;  /* "2026-12-28": the last day of the time that is over */
} VetoStoreNotice;

/**
 * veto_store_claim_notices:
 * @notices: what is due
 * @n_notices: how many
 * @out_new: (out caller-allocates) (array length=n_notices): which of them were not told yet
 * @error: return location, %VETO_STORE_ERROR; nothing is to be told then
 *
 * Writes down what is told, before it is told: of two programs that look at the same moment, one tells. The same kind in the
 * same case is new again only when a later time is over. The clock does not matter. Writes nothing when nothing is new.
 */
gboolean veto_store_claim_notices (VetoStore             *self,
                                   const VetoStoreNotice *notices,
                                   guint                  n_notices,
                                   gboolean              *out_new,
                                   GError               **error);

G_END_DECLS
