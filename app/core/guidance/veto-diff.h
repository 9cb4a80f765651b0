/* The walk through two bundles side by side. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-json.h"

#include "veto-authoring.h"

G_BEGIN_DECLS

/* Adds a VetoChange to @changes. @place, @before, @after: copied */
void veto_diff_add (GPtrArray     *changes,
                    VetoChangeKind kind,
                    const char    *place,
                    const char    *before,
                    const char    *after);

/* What stands at the places of one kind, VETO_CHANGE_LINK or VETO_CHANGE_ADDRESS. */
void
veto_diff_places (GPtrArray *changes, VetoChangeKind kind, const VetoJson *before, const VetoJson *after);

/* The members of what stands at @place in two bundles, without links and addresses; @place is "" at the root. */
void
veto_diff_structure (GPtrArray *changes, const char *place, const VetoJson *before, const VetoJson *after);

/* Returns: (transfer full): where the element with @id of the list @member of @place is: "facebook/form" */
char *veto_diff_dup_place (const char *place, const char *member, const char *id);

/* Whether @member holds one link. */
gboolean veto_diff_is_link (const char *member);

/* Whether @member is where letters go to: an e-mail address, the lines of a postal one, or a company's mail domains. */
gboolean veto_diff_is_address (const char *member);

/* Returns: (transfer container): the names of the members of @object */
GList *veto_diff_list_members (const VetoJson *object);

/* Returns: (nullable): the id of an element of a list */
const char *veto_diff_get_id (const VetoJson *node);

G_END_DECLS
