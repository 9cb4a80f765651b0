/* What may be chosen: looking for guidance, languages, reminders.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_PREFERENCES_PAGE (veto_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoPreferencesPage, veto_preferences_page, VETO, PREFERENCES_PAGE, GtkWidget)

/* @services: the window's. Every choice counts at once, and is kept. Returns: (transfer floating) */
GtkWidget *veto_preferences_page_new (VetoServices *services);

G_END_DECLS
