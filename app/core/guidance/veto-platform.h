/* One service that a person can object to, with everything the guidance says about it. Immutable.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "veto-guide.h"

G_BEGIN_DECLS

#define VETO_TYPE_PLATFORM (veto_platform_get_type ())
G_DECLARE_FINAL_TYPE (VetoPlatform, veto_platform, VETO, PLATFORM, GObject)

/* Properties, read-only: "id", "name", "summary", "colour". All strings are owned by the platform. */
const char *veto_platform_get_id (VetoPlatform *self);
const char *
veto_platform_get_name (VetoPlatform *self); /* "Facebook"; in the reader's language where it has one there */
const char *veto_platform_get_summary (VetoPlatform *self);    /* one sentence, in the reader's language */
const char *veto_platform_get_colour (VetoPlatform *self);     /* "#rrggbb" */
const char *veto_platform_get_controller (VetoPlatform *self); /* the controller's name */
const char *veto_platform_get_category (VetoPlatform *self);   /* id: "social" */
guint       veto_platform_get_minutes (VetoPlatform *self);

/* What an objection covers and does not, as NULL-terminated lists of phrases in the reader's language. */
const char *const *veto_platform_get_covers (VetoPlatform *self);
const char *const *veto_platform_get_not_covered (VetoPlatform *self);

/* Arrays of @out_n entries, owned by the platform. The first guide is the one proposed. */
const VetoFact         *veto_platform_get_facts (VetoPlatform *self, guint *out_n);
const VetoHistoryEntry *veto_platform_get_history (VetoPlatform *self, guint *out_n); /* oldest first */
const VetoGuide        *veto_platform_get_guides (VetoPlatform *self, guint *out_n);

/* To be called by whoever read it, before anybody else has it. @hosts: (nullable): where its links may lead, whatever it says; copied */
void veto_platform_limit_links (VetoPlatform *self, const char *const *hosts);

/* Whether a link of its steps may still be shown as one: its host was not withdrawn. Security design, 3, S5. */
gboolean veto_platform_allows_link (VetoPlatform *self, const char *link);

/* (nullable): the guide of that id */
const VetoGuide *veto_platform_find_guide (VetoPlatform *self, const char *id);
/* (nullable): the first guide of that goal, the one proposed */
const VetoGuide *veto_platform_find_goal (VetoPlatform *self, const char *goal);

G_END_DECLS
