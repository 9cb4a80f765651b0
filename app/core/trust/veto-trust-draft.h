/* What publishers sign: the same content gives the same bytes, so that two people can build it and compare.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-index.h"

G_BEGIN_DECLS

/**
 * veto_trust_root_write:
 * @root: all but @bytes is taken from it
 * @error: return location, %VETO_TRUST_ERROR; what cannot be read as a root is not written
 *
 * Returns: (transfer full) (nullable): the payload; keys, hosts and domains in order of their names
 */
GBytes *veto_trust_root_write (const VetoTrustRoot *root, GError **error);

/**
 * veto_trust_index_write:
 * @index: all but @sha256 and @bytes is taken from it
 * @error: return location, %VETO_TRUST_ERROR; what cannot be read as an index is not written
 *
 * Returns: (transfer full) (nullable): the payload
 */
GBytes *veto_trust_index_write (const VetoTrustIndex *index, GError **error);

G_END_DECLS
