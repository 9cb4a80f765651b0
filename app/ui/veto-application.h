/* The program: one window, the core objects behind it, what the command line says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VETO_TYPE_APPLICATION (veto_application_get_type ())
G_DECLARE_FINAL_TYPE (VetoApplication, veto_application, VETO, APPLICATION, AdwApplication)

/* Returns: (transfer full) */
VetoApplication *veto_application_new (void);

/* Returns: 0, or 1 after something went wrong that was said on the standard error */
int veto_application_get_status (VetoApplication *self);

G_END_DECLS
