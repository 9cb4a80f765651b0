/* The proof of a case: what is kept, and every way to add to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_PROOF_BOX (veto_proof_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoProofBox, veto_proof_box, VETO, PROOF_BOX, GtkWidget)

/* Returns: (transfer floating): for a page; it shows nothing of a case yet. It has no scroller of its own. */
GtkWidget *veto_proof_box_new (VetoServices *services);

/* Shows the proof of @item, and adds to it. */
void veto_proof_box_show (VetoProofBox *self, VetoCase *item);

/* The same for a case that may not have begun: it begins with the first proof. For a page that says in its own words what to
 * keep, so the box has no heading. */
void veto_proof_box_show_objection (VetoProofBox *self, VetoObjection *objection);

/* What the ways to add do, for who has a file already. */
void veto_proof_box_add_file (VetoProofBox *self, GFile *file);
void veto_proof_box_paste (VetoProofBox *self);

G_END_DECLS
