/* Which authority a letter goes to: from the country, and its part, to the competent one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_AUTHORITY_BOX (veto_authority_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoAuthorityBox, veto_authority_box, VETO, AUTHORITY_BOX, GtkWidget)

/* Asks where the person lives, and says who is competent and why. Returns: (transfer floating) */
GtkWidget *veto_authority_box_new (VetoLetterWork *work);

G_END_DECLS
