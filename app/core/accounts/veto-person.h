/* Somebody whose accounts these are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VETO_TYPE_PERSON (veto_person_get_type ())
G_DECLARE_FINAL_TYPE (VetoPerson, veto_person, VETO, PERSON, GObject)

/* Properties, read-only: "name", "born" (each nullable), "is-child", each notified after the store was written. */
const char *veto_person_get_id (VetoPerson *self);
const char *veto_person_get_name (VetoPerson *self); /* (nullable) */
const char *veto_person_get_born (VetoPerson *self); /* (nullable): "2014-03-05" */
gboolean    veto_person_is_child (VetoPerson *self); /* somebody acts for them */
gboolean    veto_person_is_own (VetoPerson *self);   /* the one in front of the program */

G_END_DECLS
