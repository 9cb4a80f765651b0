/* The index: which files the guidance is made of now, by hash and size.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-root.h"

G_BEGIN_DECLS

#define VETO_TRUST_MAX_FILE_BYTES (2 * 1024 * 1024)
#define VETO_TRUST_MAX_UPDATE_BYTES (8 * 1024 * 1024)
#define VETO_TRUST_MAX_FILES 64

typedef struct
{
  char *name;                             /* what it is, never a path: "text/de.json" */
  char  sha256[VETO_TRUST_HEX_BYTES + 1]; /* and its name on the disk and the server */
  gsize size;                             /* in bytes; 1 … 2 MiB */
} VetoTrustFile;

/* Never changes, so that any thread may read it. */
typedef struct
{
  guint  version; /* 1 … 2147483647 */
  gint64 created; /* seconds UTC */
  gint64 expires;
  VetoTrustFile
         *files; /* those that this version knows, by name; guidance.json and text/en.json are among them */
  guint   n_files;
  char    sha256[VETO_TRUST_HEX_BYTES + 1]; /* of the payload */
  GBytes *bytes;                            /* the envelope as it came, to be stored */
} VetoTrustIndex;

/**
 * veto_trust_index_read:
 * @root: who may speak
 * @bytes: from the disk or the network
 * @error: return location, %VETO_TRUST_ERROR
 *
 * Signatures, then format: whether it is too old, and older than another, is asked by veto_trust_state_take_index().
 * Rule: security design, 2.4 and 3, U7 and U8.
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustIndex *veto_trust_index_read (const VetoTrustRoot *root, GBytes *bytes, GError **error);

VetoTrustIndex *veto_trust_index_ref (VetoTrustIndex *self);
void            veto_trust_index_unref (VetoTrustIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoTrustIndex, veto_trust_index_unref)

/* Reads a payload whose signatures are none of its business: for publishers, who look at what they are going to sign. */
VetoTrustIndex *veto_trust_index_read_payload (GBytes *payload, GError **error);

/* Returns: (nullable): the file of that name */
const VetoTrustFile *veto_trust_index_find (const VetoTrustIndex *self, const char *name);

/* Whether @bytes are that file; %VETO_TRUST_ERROR_HASH. */
gboolean veto_trust_file_check (const VetoTrustFile *self, GBytes *bytes, GError **error);

G_END_DECLS
