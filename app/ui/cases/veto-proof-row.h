/* One proof in the list of a case: what it is, what an e-mail says of itself, and what can be done with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"
#include "veto-proof.h"

G_BEGIN_DECLS

/* Signals: "open", "save", "remove" (no arguments): the person pressed that;
 * "note" (guint kind): the e-mail is to become an event of that VetoEventKind. */
#define VETO_TYPE_PROOF_ROW (veto_proof_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoProofRow, veto_proof_row, VETO, PROOF_ROW, GtkListBoxRow)

/* Returns: (transfer floating) */
GtkWidget *veto_proof_row_new (VetoProof *proof, VetoCase *item);

VetoProof *veto_proof_row_get_proof (VetoProofRow *self);

G_END_DECLS
