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

/* The members of what stands at @place in two bundles, without links; @place is "" at the root. */
void
veto_diff_structure (GPtrArray *changes, const char *place, const VetoJson *before, const VetoJson *after);

/* Returns: (transfer full): where the element with @id of the list @member of @place is: "facebook/form" */
char *veto_diff_dup_place (const char *place, const char *member, const char *id);

/* Whether @member holds one link. */
gboolean veto_diff_is_link (const char *member);

/* Returns: (transfer container): the names of the members of @object */
GList *veto_diff_list_members (const VetoJson *object);

/* Returns: (nullable): the id of an element of a list */
const char *veto_diff_get_id (const VetoJson *node);

G_END_DECLS
