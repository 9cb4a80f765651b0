/* The newest index that was ever seen: an older one is refused from then on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-root.h"

G_BEGIN_DECLS

typedef struct
{
  guint version;                              /* 0: nothing was seen yet */
  char  sha256[VETO_TRUST_HEX_BYTES + 1];     /* of its payload */
  char  index_keys[VETO_TRUST_HEX_BYTES + 1]; /* veto_trust_role_digest() of those who could sign it */
} VetoTrustFloor;

/* Reads floor.json; %VETO_TRUST_ERROR. It is a note of our own, not signed: whoever can write it can also delete it. */
gboolean veto_trust_floor_parse (VetoTrustFloor *self, GBytes *bytes, GError **error);

/* Returns: (transfer full): floor.json, the same bytes for the same floor */
GBytes *veto_trust_floor_write (const VetoTrustFloor *self);

G_END_DECLS
