/* What a client trusts, and what it makes of what it is offered next: bytes and a time in, the next state out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here reads or writes a file or knows a server. A start goes: veto_trust_state_new() with the built-in root, then
 * veto_trust_state_take_root() for each stored one, veto_trust_state_restore_floor(), veto_trust_state_restore_index().
 * An update goes: take_root() until there is no newer one, veto_trust_state_check_root(), veto_trust_state_take_index(),
 * the files, and only when all of them are on the disk the new state takes the place of the old. */
#pragma once

#include "veto-trust-floor.h"
#include "veto-trust-index.h"

G_BEGIN_DECLS

/* Never changes, so that any thread may read it; what is not %NULL is owned by it. */
typedef struct
{
  VetoTrustRoot  *root;
  VetoTrustIndex *index; /* (nullable): of the guidance in use; %NULL: the built-in one */
  VetoTrustFloor  floor;
  guint           built_in_version; /* of the guidance of the program; 0: it has no number */
  char            built_in_keys[VETO_TRUST_HEX_BYTES + 1];
  gboolean        withdrawn; /* the last root took the index away, and the guidance in use with it */
} VetoTrustState;

typedef enum {
  VETO_TRUST_UP_TO_DATE, /* the index that is in use; perhaps with more signatures */
  VETO_TRUST_NEW_INDEX,
} VetoTrustOutcome;

/**
 * veto_trust_state_new:
 * @built_in_root: the root that came with the program
 * @built_in_version: the version of the guidance that came with it
 * @error: return location, %VETO_TRUST_ERROR
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustState *veto_trust_state_new (GBytes *built_in_root, guint built_in_version, GError **error);

/**
 * veto_trust_state_restore_floor:
 * @bytes: floor.json
 *
 * A floor of other index keys than those of the root is left out: who stole them could have set it as high as there are
 * numbers (fast-forward). Rule: security design, 3, U5.
 *
 * Returns: (transfer full) (nullable): the next state
 */
VetoTrustState *veto_trust_state_restore_floor (const VetoTrustState *self, GBytes *bytes, GError **error);

/**
 * veto_trust_state_restore_index:
 * @bytes: an index from the disk
 *
 * Signatures are verified again, because the disk is only a cache. The date is not looked at: what is in use stays usable.
 *
 * Returns: (transfer full) (nullable): the next state
 */
VetoTrustState *veto_trust_state_restore_index (const VetoTrustState *self, GBytes *bytes, GError **error);

/**
 * veto_trust_state_take_root:
 * @bytes: the next root, from the disk or the network
 * @error: return location, %VETO_TRUST_ERROR; the present state stays what it is
 *
 * When the index keys or their threshold change, the floor goes, and the index in use must be signed by the new ones; if
 * it is not, it goes as well, and @withdrawn is set. Rule: security design, 3, U3 and U5.
 *
 * Returns: (transfer full) (nullable): the next state
 */
VetoTrustState *veto_trust_state_take_root (const VetoTrustState *self, GBytes *bytes, GError **error);

/* Whether the guidance of the program is newer than the index: their numbers can only be compared while the index keys are
 * those that were built in (fast-forward recovery: others begin again at 1). Rule: security design, 3, S3 and U9. */
gboolean veto_trust_state_is_behind_built_in (const VetoTrustState *self);

/* Whether the newest root is still good at @now (seconds UTC); %VETO_TRUST_ERROR_EXPIRED. */
gboolean veto_trust_state_check_root (const VetoTrustState *self, gint64 now, GError **error);

/**
 * veto_trust_state_take_index:
 * @bytes: an index from the network
 * @now: when the update began, in seconds UTC
 * @out_outcome: (out): whether it is another one
 * @error: return location, %VETO_TRUST_ERROR; the present state stays what it is
 *
 * Rule: security design, 3, U4 and U7 to U10. One thing is stricter: an index that is in use and has passed its
 * date is "expired" too, not "up to date", because a server that shows it for ever is what the date is there for.
 *
 * Returns: (transfer full) (nullable): the next state, to be used when all files of its index are there
 */
VetoTrustState *veto_trust_state_take_index (const VetoTrustState *self,
                                             GBytes               *bytes,
                                             gint64                now,
                                             VetoTrustOutcome     *out_outcome,
                                             GError              **error);

/* Whether the clock seems to be wrong: @now is before @built_at (of the program), or 48 hours before the index in use. */
gboolean veto_trust_state_doubts_clock (const VetoTrustState *self, gint64 built_at, gint64 now);

VetoTrustState *veto_trust_state_ref (VetoTrustState *self);
void            veto_trust_state_unref (VetoTrustState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoTrustState, veto_trust_state_unref)

G_END_DECLS
