/* "Look at this source now": asks for one page, on a click, and says whether its text is still the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guide.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_SOURCE_LOOK_BOX (veto_source_look_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoSourceLookBox, veto_source_look_box, VETO, SOURCE_LOOK_BOX, GtkWidget)

/**
 * veto_source_look_box_new:
 * @services: its source_limits, and its guidance, which is asked at the moment of opening whether the link may be opened
 * @source: has a link, and lives longer than the box
 *
 * Nobody is asked before a click. Who goes away from the page does not wait any more.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_source_look_box_new (VetoServices *services, const VetoSource *source);

G_END_DECLS
