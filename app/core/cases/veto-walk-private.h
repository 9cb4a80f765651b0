/* What the three files of VetoWalk share. Private to cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-walk.h"

G_BEGIN_DECLS

struct _VetoWalk
{
  GObject         parent_instance;
  VetoObjections *objections;
  VetoCaseBook   *book;
  VetoPlatform           *
    kept; /* nullable: the platform as it was when the walk began: what somebody reads does not change under them */
  char       *platform; /* veto_objection_get_id() */
  char       *goal;
  char       *guide;  /* nullable: the guide that was asked for, until it is the case's own */
  char       *step;   /* the id of a step of the guide's own; NULL at the end */
  char       *branch; /* nullable: the id of the branch the person is in */
  guint       branch_index;
  GHashTable *opened; /* the path of a step to the link that it has opened */
};

/* (transfer none) (nullable): the case that things are written to, on the guide that is walked; made when it is first needed */
VetoCase *veto_walk_require_case (VetoWalk *self, GError **error);

/* (transfer none) (nullable): the marks of the case, if there is one */
VetoProgress *veto_walk_get_progress (VetoWalk *self);

/* Marks the step that is on the screen. Returns: whether that could be saved */
gboolean veto_walk_write_state (VetoWalk *self, VetoStepState state, GError **error);

G_END_DECLS
