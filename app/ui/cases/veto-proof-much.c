/* When proof has become much: each copy of the database becomes slow then. Rule: security design, 5.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-much"

#include "veto-config.h"

#include "veto-proof-much.h"

#include <glib/gi18n.h>

#include "veto-store-proof.h"
#include "veto-tell.h"

#define MUCH_BYTES (1000LL * 1000 * 1000)

void
veto_proof_much_tell (GtkWidget *widget, VetoStore *store, VetoProof *proof)
{
  g_autoptr(GPtrArray) all = veto_store_read_proof (store, NULL, NULL);
  gint64 n_bytes = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    n_bytes += ((const VetoStoreProof *) all->pdata[i])->size;
  if (n_bytes > MUCH_BYTES && n_bytes - veto_proof_get_size (proof) <= MUCH_BYTES)
    veto_tell (widget, _ ("More than 1 GB of proof"),
               _ ("It is all kept. But copies of everything become large and slow: remove what you do not "
                  "need."));
}
