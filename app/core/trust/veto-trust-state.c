/* What a client trusts; each step makes a new state and leaves the old one as it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-state.h"

#include <string.h>

#include "veto-trust-read.h"

#define CLOCK_TOLERANCE_SECONDS (48 * 60 * 60)

static void
clear_state (VetoTrustState *self)
{
  g_clear_pointer (&self->root, veto_trust_root_unref);
  g_clear_pointer (&self->index, veto_trust_index_unref);
}

VetoTrustState *
veto_trust_state_ref (VetoTrustState *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
veto_trust_state_unref (VetoTrustState *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_state);
}

static VetoTrustState *
copy_state (const VetoTrustState *self)
{
  VetoTrustState *copy = g_atomic_rc_box_new0 (VetoTrustState);

  *copy = *self;
  veto_trust_root_ref (copy->root);
  if (copy->index != NULL)
    veto_trust_index_ref (copy->index);
  return copy;
}

VetoTrustState *
veto_trust_state_new (GBytes *built_in_root, guint built_in_version, GError **error)
{
  VetoTrustRoot  *root = veto_trust_root_read_first (built_in_root, error);
  VetoTrustState *self;

  if (root == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (VetoTrustState);
  self->root = root;
  self->built_in_version = built_in_version;
  veto_trust_role_digest (&root->index, self->built_in_keys);
  return self;
}

static gboolean
is_floor_of (const VetoTrustFloor *floor, const VetoTrustRoot *root)
{
  char digest[VETO_TRUST_HEX_BYTES + 1];

  veto_trust_role_digest (&root->index, digest);
  return g_str_equal (floor->index_keys, digest);
}

VetoTrustState *
veto_trust_state_restore_floor (const VetoTrustState *self, GBytes *bytes, GError **error)
{
  VetoTrustFloor  floor = { 0 };
  VetoTrustState *next;

  if (!veto_trust_floor_parse (&floor, bytes, error))
    return NULL;
  next = copy_state (self);
  if (is_floor_of (&floor, self->root))
    next->floor = floor;
  return next;
}

static void
set_index (VetoTrustState *self, VetoTrustIndex *index)
{
  g_clear_pointer (&self->index, veto_trust_index_unref);
  self->index = veto_trust_index_ref (index);
  self->withdrawn = FALSE;
}

VetoTrustState *
veto_trust_state_restore_index (const VetoTrustState *self, GBytes *bytes, GError **error)
{
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read (self->root, bytes, error);
  VetoTrustState *next;

  if (index == NULL)
    return NULL;
  next = copy_state (self);
  set_index (next, index);
  return next;
}

VetoTrustState *
veto_trust_state_take_root (const VetoTrustState *self, GBytes *bytes, GError **error)
{
  VetoTrustRoot  *root = veto_trust_root_read_next (self->root, bytes, error);
  VetoTrustState *next;

  if (root == NULL)
    return NULL;
  next = copy_state (self);
  veto_trust_root_unref (next->root);
  next->root = root;
  if (!is_floor_of (&next->floor, root))
    next->floor = (VetoTrustFloor){ 0 };
  if (next->index != NULL)
    {
      g_autoptr(VetoTrustIndex) still = veto_trust_index_read (root, next->index->bytes, NULL);

      next->withdrawn = still == NULL;
      if (still == NULL)
        g_clear_pointer (&next->index, veto_trust_index_unref);
    }
  return next;
}

gboolean
veto_trust_state_check_root (const VetoTrustState *self, gint64 now, GError **error)
{
  if (self->root->expires > now)
    return TRUE;
  return veto_trust_fail (error, VETO_TRUST_ERROR_EXPIRED, "root.json: version %u has expired",
                          self->root->version);
}

/* @sha256: (nullable): of the payload that had @version; %NULL when it is not known */
static gboolean
check_against (const VetoTrustIndex *index, guint version, const char *sha256, GError **error)
{
  if (index->version < version)
    return veto_trust_fail (error, VETO_TRUST_ERROR_ROLLBACK, "index.json: version %u behind version %u",
                            index->version, version);
  if (index->version == version && sha256 != NULL && !g_str_equal (index->sha256, sha256))
    return veto_trust_fail (error, VETO_TRUST_ERROR_ROLLBACK,
                            "index.json: another version %u was seen before", version);
  return TRUE;
}

/* What is built in counts as long as the same people speak: others may have begun again at 1. */
static gboolean
counts_built_in (const VetoTrustState *self)
{
  char digest[VETO_TRUST_HEX_BYTES + 1];

  veto_trust_role_digest (&self->root->index, digest);
  return g_str_equal (digest, self->built_in_keys);
}

gboolean
veto_trust_state_is_behind_built_in (const VetoTrustState *self)
{
  return self->index != NULL && self->index->version < self->built_in_version && counts_built_in (self);
}

static gboolean
check_rollback (const VetoTrustState *self, const VetoTrustIndex *index, GError **error)
{
  return check_against (index, self->floor.version, self->floor.sha256, error)
         && (self->index == NULL || check_against (index, self->index->version, self->index->sha256, error))
         && (!counts_built_in (self) || check_against (index, self->built_in_version, NULL, error));
}

static void
raise_floor (VetoTrustState *self)
{
  self->floor.version = self->index->version;
  memcpy (self->floor.sha256, self->index->sha256, sizeof self->floor.sha256);
  veto_trust_role_digest (&self->root->index, self->floor.index_keys);
}

VetoTrustState *
veto_trust_state_take_index (const VetoTrustState *self,
                             GBytes               *bytes,
                             gint64                now,
                             VetoTrustOutcome     *out_outcome,
                             GError              **error)
{
  g_autoptr(VetoTrustIndex) index = NULL;
  VetoTrustState *next;

  if (!veto_trust_state_check_root (self, now, error))
    return NULL;
  index = veto_trust_index_read (self->root, bytes, error);
  if (index == NULL || !check_rollback (self, index, error))
    return NULL;
  if (index->expires <= now)
    {
      veto_trust_fail (error, VETO_TRUST_ERROR_EXPIRED, "index.json: version %u has expired", index->version);
      return NULL;
    }
  *out_outcome = self->index != NULL && self->index->version == index->version ? VETO_TRUST_UP_TO_DATE
                                                                               : VETO_TRUST_NEW_INDEX;
  next = copy_state (self);
  set_index (next, index);
  raise_floor (next);
  return next;
}

gboolean
veto_trust_state_doubts_clock (const VetoTrustState *self, gint64 built_at, gint64 now)
{
  return now < built_at || (self->index != NULL && now < self->index->created - CLOCK_TOLERANCE_SECONDS);
}
