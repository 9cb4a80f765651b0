/* Copies a password for half a minute.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-password.h"

G_BEGIN_DECLS

/**
 * veto_secret_clip_copy:
 * @widget: anything in the window
 * @password: (transfer full)
 *
 * Puts it on the clipboard, marked as secret, and says so in a note that counts down. After %VETO_CLIP_SECONDS, and when
 * the window goes, the clipboard is emptied, if nobody has copied anything else meanwhile. The primary selection never has it.
 */
void veto_secret_clip_copy (GtkWidget *widget, VetoPassword *password);

G_END_DECLS
