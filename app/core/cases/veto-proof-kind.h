/* What kind of file a proof is, by what is in it: the name is only what somebody called it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  VETO_PROOF_KIND_PICTURE,
  VETO_PROOF_KIND_PDF,
  VETO_PROOF_KIND_MAIL,
  VETO_PROOF_KIND_TEXT,
} VetoProofKind;

/**
 * veto_proof_kind_find_media_type:
 * @bytes: the whole file
 *
 * Returns: (transfer none) (nullable): "image/png", "image/jpeg", "image/webp", "image/gif", "image/heic", "application/pdf",
 *   "message/rfc822" or "text/plain"; %NULL for anything else, which is not kept
 */
const char *veto_proof_kind_find_media_type (GBytes *bytes);

/* A type that no Veto wrote counts as text, which no program runs. */
VetoProofKind veto_proof_kind_of_media_type (const char *media_type);

/* Returns: (transfer none): "Picture", in the reader's words */
const char *veto_proof_kind_get_name (VetoProofKind kind);

/**
 * veto_proof_kind_dup_file_name:
 * @name: what the file was called
 * @media_type: what it is
 *
 * A name that is safe to show and every file system takes, and whose ending says what is in the file: so a text that is called
 * "click.desktop" becomes "click.desktop.txt", and is never run. At most 120 bytes. Rule: security design, 6.5.
 *
 * Returns: (transfer full)
 */
char *veto_proof_kind_dup_file_name (const char *name, const char *media_type);

G_END_DECLS
