/* Forgets what was done in a case, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"

G_BEGIN_DECLS

/**
 * veto_start_over:
 * @widget: where it was asked for; a toast with "Undo" appears in its window
 * @item: the case whose steps all become open
 */
void veto_start_over (GtkWidget *widget, VetoCase *item);

G_END_DECLS
