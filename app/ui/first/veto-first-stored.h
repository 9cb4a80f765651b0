/* The introduction's page that says what Veto keeps, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-first-page.h"

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_STORED (veto_first_stored_get_type ())
G_DECLARE_FINAL_TYPE (VetoFirstStored, veto_first_stored, VETO, FIRST_STORED, VetoFirstPage)

/* It asks nothing. Returns: (transfer floating) */
GtkWidget *veto_first_stored_new (void);

G_END_DECLS
