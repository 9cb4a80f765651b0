/* The introduction's question whether Veto may look for new guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-first-page.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_LOOK (veto_first_look_get_type ())
G_DECLARE_FINAL_TYPE (VetoFirstLook, veto_first_look, VETO, FIRST_LOOK, VetoFirstPage)

/* Nothing is chosen before somebody has said so: a yes has to be the person's own. Returns: (transfer floating) */
GtkWidget *veto_first_look_new (VetoServices *services);

G_END_DECLS
