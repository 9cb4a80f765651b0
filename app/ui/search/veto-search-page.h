/* The page of the search: an entry, and below it what was found, by kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_SEARCH_PAGE (veto_search_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoSearchPage, veto_search_page, VETO, SEARCH_PAGE, GtkWidget)

/* @services: with objections; lives longer than the page. Returns: (transfer floating) */
GtkWidget *veto_search_page_new (VetoServices *services);

/* Looks for the same words again, in what there is by now. */
void veto_search_page_update (VetoSearchPage *self);

G_END_DECLS
