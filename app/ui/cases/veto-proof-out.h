/* Proof goes out: to the program that shows such files, or as a copy where the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-proof-list.h"

G_BEGIN_DECLS

/* Where copies lie for the program that shows them, for at most a week. (transfer full) */
char *veto_proof_out_dup_folder (void);

/* Opens a copy, which lies in the cache, closed to others, for at most a week. @widget: in whose window it is said when that
 * fails */
void veto_proof_out_open (GtkWidget *widget, VetoProofList *list, VetoProof *proof);

/* Asks where to, and writes it there byte for byte. */
void veto_proof_out_save (GtkWidget *widget, VetoProofList *list, VetoProof *proof);

G_END_DECLS
