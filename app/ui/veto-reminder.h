/* While the window is open: tells what became due, as days pass and cases change.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/**
 * veto_reminder_new:
 * @application: that tells it; lives longer
 * @services: with a store that keeps what it is given; lives longer
 *
 * Looks for the first time a moment from now.
 *
 * Returns: (transfer full)
 */
VetoReminder *veto_reminder_new (GApplication *application, VetoServices *services);
void          veto_reminder_free (VetoReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoReminder, veto_reminder_free)

G_END_DECLS
