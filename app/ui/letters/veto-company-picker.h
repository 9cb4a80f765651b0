/* Companies to choose from, found by the names of their services.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guidance.h"

G_BEGIN_DECLS

#define VETO_TYPE_COMPANY_PICKER (veto_company_picker_get_type ())
G_DECLARE_FINAL_TYPE (VetoCompanyPicker, veto_company_picker, VETO, COMPANY_PICKER, GtkWidget)

/**
 * veto_company_picker_new:
 * @shows_all: whether all companies are shown while nothing is looked for; else none
 *
 * A field to search in and a list. It takes the focus in the field. The signal "chosen" has the id of a controller.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_company_picker_new (VetoGuidance *guidance, gboolean shows_all);

G_END_DECLS
