/* Asks the keyring about all accounts, and offers to tidy it up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-keyring-look.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_KEYRING_BOX (veto_keyring_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoKeyringBox, veto_keyring_box, VETO, KEYRING_BOX, GtkWidget)

/* Signal "looked" (no arguments): what the two functions below say has changed. Says nothing as long as all is well.
 * Returns: (transfer floating) */
GtkWidget *veto_keyring_box_new (VetoServices *services);

/* Looks, in place of a look that is under way. What was to be cleared before, and can be without a question, is cleared. */
void veto_keyring_box_look (VetoKeyringBox *self);

/* Nobody looks at the page any more. */
void veto_keyring_box_stop (VetoKeyringBox *self);

/* (transfer none) (nullable): the last look that succeeded and was not followed by a failure */
const VetoKeyringLook *veto_keyring_box_get_look (VetoKeyringBox *self);
gboolean               veto_keyring_box_is_looking (VetoKeyringBox *self);

G_END_DECLS
