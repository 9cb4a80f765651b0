/* The living list of platforms: a GListModel of VetoPlatform whose content is swapped as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

#define VETO_TYPE_GUIDANCE (veto_guidance_get_type ())
G_DECLARE_FINAL_TYPE (VetoGuidance, veto_guidance, VETO, GUIDANCE, GObject)

/* Property "set" (VetoGuideSet, read-only, notified after a swap). */
VetoGuidance *veto_guidance_new (VetoGuideSet *set);
VetoGuideSet *veto_guidance_get_set (VetoGuidance *self); /* (transfer none) */

/**
 * veto_guidance_swap:
 * @set: the guidance to use from now on
 *
 * Replaces everything in one step; "items-changed" and notify::set follow. Pages keep ids, and look them up again.
 */
void veto_guidance_swap (VetoGuidance *self, VetoGuideSet *set);

/* @link_hosts, @mail_domains: (nullable): where alone links and e-mails may go from now on, whatever the guidance says; copied */
void
veto_guidance_set_hosts (VetoGuidance *self, const char *const *link_hosts, const char *const *mail_domains);

/**
 * veto_guidance_allows_link:
 * @link: an address of this guidance, or of one that was in use before
 *
 * veto_guide_set_allows_link(), and its host is one of veto_guidance_set_hosts(): who signs the root can so withdraw a host
 * from guidance that is in use. Ask at the moment of opening. Rule: security design, 3 (S5) and 6.1.
 */
gboolean veto_guidance_allows_link (VetoGuidance *self, const char *link);

/* The same for @address, one that came from guidance and not from the person: it may stand in a letter that was kept from before a
 * domain was withdrawn. Rule: security design, 3 and 6.2. */
gboolean veto_guidance_allows_email (VetoGuidance *self, const char *address);

/* (transfer none) (nullable) */
VetoPlatform *veto_guidance_find (VetoGuidance *self, const char *id);

G_END_DECLS
