/* A case: what is next, until when they have to answer, what happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE_PAGE (veto_case_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoCasePage, veto_case_page, VETO, CASE_PAGE, GtkWidget)

/* Returns: (transfer floating) */
VetoCasePage *veto_case_page_new (VetoServices *services);

/* Shows @item, as of today, and follows it. It takes the focus where there is something to do. */
void veto_case_page_show (VetoCasePage *self, VetoCase *item);

/* (nullable): the case that is shown; %NULL before the first one */
VetoCase *veto_case_page_get_case (VetoCasePage *self);

G_END_DECLS
