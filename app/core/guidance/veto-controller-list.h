/* The companies that the guidance knows, as a list that can be searched.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-controller-item.h"

G_BEGIN_DECLS

/* A GListModel of VetoControllerItem: by the name of the first service, or, while something is looked for, what fits best first. */
#define VETO_TYPE_CONTROLLER_LIST (veto_controller_list_get_type ())
G_DECLARE_FINAL_TYPE (VetoControllerList, veto_controller_list, VETO, CONTROLLER_LIST, GObject)

/* Returns: (transfer full): all of @set, which is kept; after a swap of the guidance make a new one */
VetoControllerList *veto_controller_list_new (VetoGuideSet *set);

/**
 * veto_controller_list_search:
 * @text: (nullable): what somebody typed; %NULL or only spaces: everything
 *
 * Keeps those in which each word of @text stands, in the name of a service or of the company, whatever the case and the accents.
 */
void veto_controller_list_search (VetoControllerList *self, const char *text);

G_END_DECLS
