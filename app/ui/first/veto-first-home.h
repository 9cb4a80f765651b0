/* The introduction's question where somebody lives, and in which language their letters go out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-first-page.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_HOME (veto_first_home_get_type ())
G_DECLARE_FINAL_TYPE (VetoFirstHome, veto_first_home, VETO, FIRST_HOME, VetoFirstPage)

/* The answer is kept with the person. Returns: (transfer floating) */
GtkWidget *veto_first_home_new (VetoServices *services);

G_END_DECLS
