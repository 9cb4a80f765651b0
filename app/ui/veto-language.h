/* Which language the guidance is read in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the interface speak the language that the person prefers, where that is another than the system's. To be called before
 * setlocale(). */
void veto_language_prefer (void);

/* Returns: (transfer none): the language that the interface speaks: half of each helps nobody */
const char *veto_language_get (void);

G_END_DECLS
