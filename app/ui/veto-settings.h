/* What the person prefers. What they do is in the database.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VETO_SETTINGS_REMINDERS "reminders" /* boolean: the desktop starts us at login to look what is due */

/* Returns: (transfer full) (nullable): %NULL where Veto was not installed as a whole: then nothing can be preferred */
GSettings *veto_settings_new (void);

G_END_DECLS
