/* Guidance and sources: the state of the law, rumours, every source and what rests on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_SOURCES_PAGE (veto_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoSourcesPage, veto_sources_page, VETO, SOURCES_PAGE, GtkWidget)

/* Shows the guidance of @services, also when it changes. Returns: (transfer floating): what is seen first is in it, the rest
 * follows some frames later */
GtkWidget *veto_sources_page_new (VetoServices *services);

G_END_DECLS
