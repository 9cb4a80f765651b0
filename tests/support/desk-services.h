/* Stand-ins for what a desktop offers on the session bus of a test: the portal that lets programs start at login, and the place where
 * notifications are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DeskServices DeskServices;

typedef enum {
  DESK_HAS_NOTHING = 0,
  DESK_HAS_BACKGROUND = 1 << 0,
  DESK_HAS_NOTIFICATIONS = 1 << 1,
} DeskFlags;

DeskServices *desk_services_new (DeskFlags has);
void          desk_services_free (DeskServices *self);

/* What the portal answers from now on: 0 yes, 1 the person said no, 2 it did not work; and whether the program is then started. */
void desk_services_set_answer (DeskServices *self, guint response, gboolean autostart);

guint desk_services_get_n_asked (DeskServices *self);
GVariant *
desk_services_get_options (DeskServices *self); /* (transfer none) (nullable): of the last question */

guint desk_services_get_n_told (DeskServices *self);
const char       *
desk_services_get_told (DeskServices *self); /* (transfer none): title, newline, body of the last one */
guint desk_services_get_n_withdrawn (DeskServices *self);

G_END_DECLS
