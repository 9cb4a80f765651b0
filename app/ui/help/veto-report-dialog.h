/* "Report a wrong step": the text, to be read, changed and taken along. Nothing is sent from here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-report.h"

G_BEGIN_DECLS

#define VETO_TYPE_REPORT_DIALOG (veto_report_dialog_get_type ())

/* @parent: in the window above which it comes up, and where is said what came of it; @subject: read before this returns */
void veto_report_dialog_present (GtkWidget *parent, const VetoReportSubject *subject);

GType veto_report_dialog_get_type (void);

G_END_DECLS
