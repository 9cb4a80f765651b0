/* The links of a step: opens them one after the other, each host shown before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guidance.h"
#include "veto-guide.h"

G_BEGIN_DECLS

#define VETO_TYPE_LINK_BOX (veto_link_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoLinkBox, veto_link_box, VETO, LINK_BOX, GtkWidget)

/**
 * veto_link_box_new:
 * @guidance: asked at the moment of opening whether a link may be opened
 * @links: NULL-terminated, in the order to try; copied
 *
 * Signal "opened" (no arguments): the browser took a link.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_link_box_new (VetoGuidance *guidance, const char *const *links);

/* Opens the link whose host is shown. Only ever after a click. */
void veto_link_box_open (VetoLinkBox *self);

/* Whether a link was opened. */
gboolean veto_link_box_was_opened (VetoLinkBox *self);

G_END_DECLS
