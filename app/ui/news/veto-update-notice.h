/* What somebody should know about their guidance wherever they are: that it is old, was withdrawn, is new; and the question whether
 * Veto may look for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_UPDATE_NOTICE (veto_update_notice_get_type ())
G_DECLARE_FINAL_TYPE (VetoUpdateNotice, veto_update_notice, VETO, UPDATE_NOTICE, GtkWidget)

/* @is_overview: with the question, with what is new, and with a way to look. Returns: (transfer floating): not seen while there is
 * nothing to say */
GtkWidget *veto_update_notice_new (VetoServices *services, gboolean is_overview);

G_END_DECLS
