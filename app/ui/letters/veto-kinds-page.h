/* Kinds of letters to choose from, in groups by what people want.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_KINDS_PAGE (veto_kinds_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoKindsPage, veto_kinds_page, VETO, KINDS_PAGE, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *veto_kinds_page_new (VetoServices *services);

/* @id: (nullable): of the controller that the letter is for */
void veto_kinds_page_set_company (VetoKindsPage *self, const char *id);

G_END_DECLS
