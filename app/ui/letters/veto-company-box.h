/* Which company a letter goes to, or is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_COMPANY_BOX (veto_company_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoCompanyBox, veto_company_box, VETO, COMPANY_BOX, GtkWidget)

/* Shows who was chosen; else companies to choose from, or room for another address. Returns: (transfer floating) */
GtkWidget *veto_company_box_new (VetoLetterWork *work);

G_END_DECLS
