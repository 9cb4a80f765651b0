/* The overview: what is done, what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_OVERVIEW_PAGE (veto_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoOverviewPage, veto_overview_page, VETO, OVERVIEW_PAGE, GtkWidget)

/**
 * veto_overview_page_new:
 * @services: (transfer none): with objections; lives longer than the page
 *
 * The next best action is there at once; the list below it is built after the first frame.
 *
 * Returns: (transfer floating)
 */
VetoOverviewPage *veto_overview_page_new (VetoServices *services);

G_END_DECLS
