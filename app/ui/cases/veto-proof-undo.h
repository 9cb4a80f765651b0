/* What is done with proof, and can be taken back for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"
#include "veto-proof-list.h"

G_BEGIN_DECLS

/* Takes @proof out of @list. It is deleted from the disk when it cannot be put back any more. @widget: in whose window that is offered */
void veto_proof_undo_remove (GtkWidget *widget, VetoProofList *list, VetoProof *proof);

/* Puts an e-mail into the timeline of @item, with its day, subject and sender. Returns: whether that could be written; if not, it
 * was said */
gboolean veto_proof_undo_note (GtkWidget *widget, VetoCase *item, VetoProof *proof, VetoEventKind kind);

G_END_DECLS
