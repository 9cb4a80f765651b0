/* A platform: what to do, in which steps, and what is known about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_PLATFORM_PAGE (veto_platform_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoPlatformPage, veto_platform_page, VETO, PLATFORM_PAGE, GtkWidget)

/* @services: (transfer none): with objections; lives longer than the page. Returns: (transfer floating) */
VetoPlatformPage *veto_platform_page_new (VetoServices *services);

/* Shows the platform of that id. What lies below the fold is built after the frame in which it appears. */
void veto_platform_page_show (VetoPlatformPage *self, const char *id);

/* (nullable): the id of the platform that is shown */
const char *veto_platform_page_get_id (VetoPlatformPage *self);

G_END_DECLS
