/* When proof has become much.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-proof.h"
#include "veto-store.h"

G_BEGIN_DECLS

/* Says it once, in the window of @widget, when it was @proof that made all there is more than 1 GB. */
void veto_proof_much_tell (GtkWidget *widget, VetoStore *store, VetoProof *proof);

G_END_DECLS
