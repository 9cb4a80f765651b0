/* The password of the account a step is about: copied, shown, or stored there and then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"
#include "veto-walk.h"

G_BEGIN_DECLS

#define VETO_TYPE_PASSWORD_OFFER (veto_password_offer_get_type ())
G_DECLARE_FINAL_TYPE (VetoPasswordOffer, veto_password_offer, VETO, PASSWORD_OFFER, GtkWidget)

/**
 * veto_password_offer_new:
 * @is_only_copy: nothing is offered as long as no password is stored
 *
 * The keyring is asked by a click only. Invisible where there is nothing to offer.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_password_offer_new (VetoServices *services, VetoWalk *walk, gboolean is_only_copy);

G_END_DECLS
