/* Takes in proof: one file after the other, however many are handed over at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-proof-list.h"

G_BEGIN_DECLS

/* Signals: "changed" (no arguments): another file is being kept, or none;
 * "added" (VetoProof *): it is on the disk;
 * "finished" (guint n_added, const char *problems): all that was handed over is through; @problems (nullable): whole sentences, what was not
 * kept and why. */
#define VETO_TYPE_PROOF_INTAKE (veto_proof_intake_get_type ())
G_DECLARE_FINAL_TYPE (VetoProofIntake, veto_proof_intake, VETO, PROOF_INTAKE, GObject)

/* Returns: (transfer full): for what is to be kept in @list */
VetoProofIntake *veto_proof_intake_new (VetoProofList *list);

void veto_proof_intake_add_file (VetoProofIntake *self, GFile *file);

/* A picture from the clipboard, named after the present time. */
void veto_proof_intake_add_picture (VetoProofIntake *self, GBytes *bytes);

/* A sentence about something that could not even be handed over. */
void veto_proof_intake_add_problem (VetoProofIntake *self, const char *sentence);

/* Returns: (transfer none) (nullable): what is being kept at the moment, safe to show */
const char *veto_proof_intake_get_name (VetoProofIntake *self);

/* Stops with what is being kept, and forgets what waits. What is kept stays. */
void veto_proof_intake_cancel (VetoProofIntake *self);

G_END_DECLS
