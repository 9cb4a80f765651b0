/* Links: the only way to a browser, each host shown before. Those of a step are opened one after the other.
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
 * @opened: (nullable): the one that was opened before
 * @passed: whether the step is done, so that opening is no longer what is to be done
 *
 * Signal "opened" (the link): the browser took it, or the person says that they have it open.
 *
 * Returns: (transfer floating)
 */
GtkWidget *
veto_link_box_new (VetoGuidance *guidance, const char *const *links, const char *opened, gboolean passed);

/* Returns: (transfer floating): only a button that opens @link again, for a step on a page that is open already */
GtkWidget *veto_link_box_new_again (VetoGuidance *guidance, const char *link);

/* Returns: (transfer floating): only a button that opens @link and names its host, for a link beside a text */
GtkWidget *veto_link_box_new_button (VetoGuidance *guidance, const char *link);

/* Opens the link whose host is shown. Only ever after a click. */
void veto_link_box_open (VetoLinkBox *self);

/* Whether a link was opened. */
gboolean veto_link_box_was_opened (VetoLinkBox *self);

G_END_DECLS
