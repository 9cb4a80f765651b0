/* What newer guidance means for a case, and whether it matters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"

G_BEGIN_DECLS

/**
 * VetoCaseChangeKind:
 * @VETO_CASE_CHANGE_HARMLESS: steps are described differently by now, but what was sent counts
 * @VETO_CASE_CHANGE_LOOK: steps that were done are described differently, and nothing was sent yet
 * @VETO_CASE_CHANGE_REDO: what was sent does not count any more, and has to be sent again
 */
typedef enum {
  VETO_CASE_CHANGE_HARMLESS,
  VETO_CASE_CHANGE_LOOK,
  VETO_CASE_CHANGE_REDO,
} VetoCaseChangeKind;

typedef struct
{
  VetoCaseChangeKind kind;
  char              *sentence; /* plain text: what changed, and whether there is anything to do */
  char              *step;     /* nullable: path of the first step that is another by now */
} VetoCaseChange;

/**
 * veto_case_compute_change:
 *
 * A step is another by its revision. Whether a sending counts no more is said by the guidance (VetoGuide.redo_from); a yes of
 * the company on that day or later says that it does count.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing changed on the case's way
 */
VetoCaseChange *veto_case_compute_change (VetoCase *self);

void veto_case_change_free (VetoCaseChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoCaseChange, veto_case_change_free)

/* Whether the kind of change is %VETO_CASE_CHANGE_REDO; no step is looked at, so many cases can be asked. */
gboolean veto_case_has_to_redo (VetoCase *self);

/* Returns: (transfer none): "harmless" */
const char *veto_case_change_kind_get_id (VetoCaseChangeKind kind);

/* Says of all steps that are other ones by now that the person has read of it. They stay done, with their days. */
gboolean veto_case_accept_change (VetoCase *self, GError **error);

/* Opens all steps, to send once more, unless they are on their way to that. That it was sent before stays in the timeline,
 * with its day. */
gboolean veto_case_begin_again (VetoCase *self, GError **error);

G_END_DECLS
