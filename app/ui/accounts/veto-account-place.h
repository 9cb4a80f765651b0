/* Asks on which platform an account is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_PLACE (veto_account_place_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountPlace, veto_account_place, VETO, ACCOUNT_PLACE, GtkWidget)

/* Offers the platforms that have accounts. Returns: (transfer floating) */
GtkWidget *veto_account_place_new (VetoServices *services);

/* (transfer none): the id of the platform that is chosen */
const char *veto_account_place_get (VetoAccountPlace *self);

G_END_DECLS
