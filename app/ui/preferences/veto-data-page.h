/* What Veto keeps of a person, and what they can do with all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_DATA_PAGE (veto_data_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoDataPage, veto_data_page, VETO, DATA_PAGE, GtkWidget)

/* @services: the window's. Returns: (transfer floating) */
GtkWidget *veto_data_page_new (VetoServices *services);

/* Looks again at what is there. */
void veto_data_page_update (VetoDataPage *self);

VetoServices *veto_data_page_get_services (VetoDataPage *self);

/**
 * veto_data_page_start:
 * @words: what is being done
 * @cancellable: (nullable): cancelled by a button; %NULL where there is none
 *
 * Something takes a while: the buttons make way for @words and "Cancel", until veto_data_page_stop().
 */
void veto_data_page_start (VetoDataPage *self, const char *words, GCancellable *cancellable);
void veto_data_page_stop (VetoDataPage *self);

G_END_DECLS
