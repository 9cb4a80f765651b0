/* Other services: each company that Veto has an address of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_SERVICES_PAGE (veto_services_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoServicesPage, veto_services_page, VETO, SERVICES_PAGE, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *veto_services_page_new (VetoServices *services);

/* @widget: in the window; @id: of a controller that the guidance knows. Opens its page, or a letter to it. */
void veto_services_page_open (GtkWidget *widget, VetoServices *services, const char *id);

G_END_DECLS
