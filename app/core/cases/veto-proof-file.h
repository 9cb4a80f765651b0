/* A file that somebody hands over as proof: read whole, or refused by name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VETO_PROOF_ERROR (veto_proof_error_quark ())
GQuark veto_proof_error_quark (void);

/**
 * VetoProofError:
 * @VETO_PROOF_ERROR_EMPTY: of 0 bytes
 * @VETO_PROOF_ERROR_TOO_BIG: larger than %VETO_STORE_MAX_PROOF_BYTES
 * @VETO_PROOF_ERROR_NO_FILE: a folder, a link, a pipe, a device
 * @VETO_PROOF_ERROR_ELSEWHERE: not on this computer
 * @VETO_PROOF_ERROR_KIND: neither a picture, nor a PDF, an e-mail or text
 * @VETO_PROOF_ERROR_UNREADABLE: may not be read, or is gone
 * @VETO_PROOF_ERROR_THERE: the case has the same file already
 *
 * The messages are one sentence for people with the file's name, in their language.
 */
typedef enum {
  VETO_PROOF_ERROR_EMPTY,
  VETO_PROOF_ERROR_TOO_BIG,
  VETO_PROOF_ERROR_NO_FILE,
  VETO_PROOF_ERROR_ELSEWHERE,
  VETO_PROOF_ERROR_KIND,
  VETO_PROOF_ERROR_UNREADABLE,
  VETO_PROOF_ERROR_THERE,
} VetoProofError;

/**
 * veto_proof_file_read:
 * @file: as a chooser or a drag gives it
 * @cancellable: (nullable)
 * @error: return location, %VETO_PROOF_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a regular file of 1 to %VETO_STORE_MAX_PROOF_BYTES bytes. Anything else is not opened to be read: no link is
 * followed, and a pipe without a writer does not hold anybody up. Takes as long as the disk does: for a thread.
 * Rule: security design, 7 and 11 (41).
 *
 * Returns: (transfer full) (nullable): all of it
 */
GBytes *veto_proof_file_read (GFile *file, GCancellable *cancellable, GError **error);

/* (transfer full): what the file is called, safe to show; never empty */
char *veto_proof_file_dup_name (GFile *file);

G_END_DECLS
