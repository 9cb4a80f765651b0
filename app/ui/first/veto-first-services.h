/* The introduction's question which services somebody uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-first-page.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_SERVICES (veto_first_services_get_type ())
G_DECLARE_FINAL_TYPE (VetoFirstServices, veto_first_services, VETO, FIRST_SERVICES, VetoFirstPage)

/* @settings: (transfer none): where the answer is kept. Returns: (transfer floating) */
GtkWidget *veto_first_services_new (VetoServices *services, GSettings *settings);

G_END_DECLS
