/* A source in the list of sources: who says what on which day; opened, its link and what rests on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"
#include "veto-source-index.h"

G_BEGIN_DECLS

/**
 * veto_source_row_new:
 * @services: its guidance is asked at the moment of opening whether the link may be opened
 * @use: lives longer than the row
 *
 * What is inside is built when it is opened for the first time.
 *
 * Returns: (transfer floating): a GtkExpander
 */
GtkWidget *veto_source_row_new (VetoServices *services, const VetoSourceUse *use);

G_END_DECLS
