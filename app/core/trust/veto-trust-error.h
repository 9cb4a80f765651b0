/* Why something signed was refused, and how a person is told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VETO_TRUST_ERROR (veto_trust_error_quark ())
GQuark veto_trust_error_quark (void);

/**
 * VetoTrustError:
 * @VETO_TRUST_ERROR_MALFORMED: not what the format says: syntax, a missing or wrong member, a root that contradicts itself
 * @VETO_TRUST_ERROR_TOO_BIG: more than a limit allows: of the document, of a file, of an update
 * @VETO_TRUST_ERROR_SIGNATURE: fewer different keys of the role have signed than it asks for
 * @VETO_TRUST_ERROR_ROLLBACK: older than what was seen, or another index under a number that was seen
 * @VETO_TRUST_ERROR_EXPIRED: its date has passed, or that of the newest root
 * @VETO_TRUST_ERROR_HASH: a file is not the one that the index names
 * @VETO_TRUST_ERROR_KEY: for publishers: no encrypted Ed25519 key, or no key can be made here
 * @VETO_TRUST_ERROR_PASSPHRASE: for publishers: it does not open that key, or is too short for a new one
 *
 * Rule: security design, 10. Messages are for those who look at the details, and name the place in the document.
 */
typedef enum {
  VETO_TRUST_ERROR_MALFORMED,
  VETO_TRUST_ERROR_TOO_BIG,
  VETO_TRUST_ERROR_SIGNATURE,
  VETO_TRUST_ERROR_ROLLBACK,
  VETO_TRUST_ERROR_EXPIRED,
  VETO_TRUST_ERROR_HASH,
  VETO_TRUST_ERROR_KEY,
  VETO_TRUST_ERROR_PASSPHRASE,
} VetoTrustError;

/* The code as programs read it: "too-big". */
const char *veto_trust_error_get_id (VetoTrustError code);

/* What happened, as a heading, in the reader's language. */
const char *veto_trust_error_get_title (VetoTrustError code);

/**
 * veto_trust_error_dup_text:
 * @code: a code
 * @today: the day as the computer has it; a clock that is wrong is one reason why guidance seems to be outdated
 *
 * Returns: (transfer full): what it means and what to do, in the reader's language
 */
char *veto_trust_error_dup_text (VetoTrustError code, const GDate *today);

G_END_DECLS
