/* An e-mail that is kept as proof: what its head says about day and sender.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the head of an e-mail says. Anybody can write anything there: nothing of it is proved. */
typedef struct
{
  char *address; /* nullable: of the sender, safe to show; NULL where there is none, or more than one */
  char *
    domain; /* nullable: of @address, in small letters, a plain host name without punycode; NULL: no such one */
  char *subject; /* nullable: decoded, safe to show, on one line, shortened */
  GDate
    day; /* of the Date line in the person's calendar; not g_date_valid() when there is none that can be */
  gboolean is_odd; /* several senders, or a line that mail programs may read in different ways */
} VetoProofMail;

/* Whether the bytes begin as an e-mail does, with lines such as "From: …" and "Date: …". */
gboolean veto_proof_mail_is_mail (GBytes *bytes);

/**
 * veto_proof_mail_new:
 * @bytes: of an e-mail with all its lines (.eml)
 * @zone: where the person is
 * @now: seconds UTC; a Date line more than a day after it says nothing
 *
 * Reads the head alone, at most 256 KiB of it.
 *
 * Returns: (transfer full)
 */
VetoProofMail *veto_proof_mail_new (GBytes *bytes, GTimeZone *zone, gint64 now);

void veto_proof_mail_free (VetoProofMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoProofMail, veto_proof_mail_free)

G_END_DECLS
