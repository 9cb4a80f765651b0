/* What the person prefers. What they do is in the database.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VETO_SETTINGS_REMINDERS "reminders" /* boolean: the desktop starts us at login to look what is due */
#define VETO_SETTINGS_LOOK "look" /* string, one of the three below: whether Veto looks for new guidance */
#define VETO_SETTINGS_LOOK_ASK "ask"
#define VETO_SETTINGS_LOOK_DAILY "daily"
#define VETO_SETTINGS_LOOK_CLICK "click"
#define VETO_SETTINGS_LOOK_METERED "look-metered" /* boolean: also where each byte is paid for */
#define VETO_SETTINGS_GUIDANCE_READ                                                                          \
  "guidance-read" /* int64: when the guidance was made whose news were read; 0: none */
#define VETO_SETTINGS_LANGUAGE "language" /* string: of the window and the guidance; "": that of the system */

#define VETO_SETTINGS_SERVICES "services" /* array of strings: ids of the platforms that the person uses */
#define VETO_SETTINGS_FIRST_RUN_DONE                                                                         \
  "first-run-done"                              /* boolean: the introduction was gone through, or left */
#define VETO_SETTINGS_WINDOW_SIZE "window-size" /* (ii): width and height; 0: never changed */
#define VETO_SETTINGS_WINDOW_MAXIMIZED "window-maximized" /* boolean */

/* Returns: (transfer full) (nullable): %NULL where Veto was not installed as a whole: then nothing can be preferred */
GSettings *veto_settings_new (void);

G_END_DECLS
