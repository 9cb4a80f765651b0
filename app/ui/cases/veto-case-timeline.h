/* What happened in a case: entries to be corrected and removed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE_TIMELINE (veto_case_timeline_get_type ())
G_DECLARE_FINAL_TYPE (VetoCaseTimeline, veto_case_timeline, VETO, CASE_TIMELINE, GtkWidget)

/* @page: (transfer none): what it is a part of, which takes the focus after a change. Returns: (transfer floating) */
GtkWidget *veto_case_timeline_new (VetoServices *services, GtkWidget *page);

/* @item: (nullable): none any more */
void veto_case_timeline_show (VetoCaseTimeline *self, VetoCase *item);

G_END_DECLS
