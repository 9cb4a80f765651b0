/* Who an e-mail that is kept as proof says it is from, and what that is worth.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-proof.h"

G_BEGIN_DECLS

/**
 * VetoProofSender:
 * @VETO_PROOF_SENDER_COMPANY: an address of the company, as the From line says
 * @VETO_PROOF_SENDER_AUTHORITY: an address of a supervisory authority, as the From line says
 * @VETO_PROOF_SENDER_OWN: the person's own address
 * @VETO_PROOF_SENDER_OTHER: an address that the guidance does not know as one of the company: perhaps a fake
 * @VETO_PROOF_SENDER_UNLISTED: the guidance knows no addresses of the company: perhaps a fake
 * @VETO_PROOF_SENDER_UNCLEAR: no sender, several, or written so that programs understand it in different ways: perhaps a fake
 *
 * There is no value for "genuine": a From line proves nothing.
 */
typedef enum {
  VETO_PROOF_SENDER_COMPANY,
  VETO_PROOF_SENDER_AUTHORITY,
  VETO_PROOF_SENDER_OWN,
  VETO_PROOF_SENDER_OTHER,
  VETO_PROOF_SENDER_UNLISTED,
  VETO_PROOF_SENDER_UNCLEAR,
} VetoProofSender;

/* @item: the case that the e-mail belongs to, whose company's domains it is compared with: those in "mail", and that of its
 * address for questions of privacy; with all domains below them */
VetoProofSender veto_proof_sender_judge (VetoCase *item, const VetoProofMail *mail);

/* Whether a person has to be warned. */
gboolean veto_proof_sender_is_suspect (VetoProofSender sender);

/* Returns: (transfer full): what is to be said about it, in the reader's language */
char *veto_proof_sender_dup_words (VetoCase *item, const VetoProofMail *mail);

/* Returns: (transfer full): subject and sender, as a note in the timeline */
char *veto_proof_sender_dup_note (const VetoProofMail *mail);

/* (transfer none) (nullable): the event of the timeline that was made from the proof of that id */
VetoEvent *veto_proof_sender_find_event (VetoCase *item, const char *proof_id);

G_END_DECLS
