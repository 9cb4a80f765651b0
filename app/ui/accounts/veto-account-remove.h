/* Removes an account with its cases, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* Takes the account of @item out, and offers to undo it in the window that @widget is in. */
void veto_account_remove (GtkWidget *widget, VetoServices *services, VetoObjection *item);

G_END_DECLS
