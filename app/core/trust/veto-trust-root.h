/* The root: which keys may speak, and which hosts guidance may name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-envelope.h"

G_BEGIN_DECLS

/* Never changes, so that any thread may read it. */
typedef struct
{
  guint         version; /* 1 … 2147483647 */
  gint64        created; /* seconds UTC */
  gint64        expires;
  VetoTrustRole root;         /* who signs the next root, with its own keys */
  VetoTrustRole index;        /* who signs indexes */
  char        **link_hosts;   /* exact hosts that links may go to; no wildcards */
  char        **mail_domains; /* exact domains that letters may go to */
  GBytes       *bytes;        /* the envelope as it came, to be stored */
} VetoTrustRoot;

/**
 * veto_trust_root_read_first:
 * @bytes: the root that is built in
 * @error: return location, %VETO_TRUST_ERROR
 *
 * It must be signed by enough of its own keys. Dates are not looked at: veto_trust_state_check_root() does that once the
 * newest root is known.
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustRoot *veto_trust_root_read_first (GBytes *bytes, GError **error);

/**
 * veto_trust_root_read_next:
 * @previous: the root before it
 * @bytes: from the disk or the network
 * @error: return location, %VETO_TRUST_ERROR
 *
 * One step of a rotation: signed by enough keys of both, and the very next number. Rule: security design, 3, U3.
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustRoot *veto_trust_root_read_next (const VetoTrustRoot *previous, GBytes *bytes, GError **error);

/* (transfer full): an empty one, for publishers, who fill it in and give it to veto_trust_root_write() */
VetoTrustRoot *veto_trust_root_new (void);

VetoTrustRoot *veto_trust_root_ref (VetoTrustRoot *self);
void           veto_trust_root_unref (VetoTrustRoot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoTrustRoot, veto_trust_root_unref)

/* Reads a payload whose signatures are none of its business: for publishers, who look at what they are going to sign. */
VetoTrustRoot *veto_trust_root_read_payload (GBytes *payload, GError **error);

G_END_DECLS
