/* A password on the clipboard, marked as secret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "veto-password.h"

G_BEGIN_DECLS

/* By which programs that keep what was on the clipboard know that this is not to be kept. KDE's Klipper brought it in,
 * others follow it (security design, 8). */
#define VETO_SECRET_CONTENT_HINT "x-kde-passwordManagerHint"

#define VETO_TYPE_SECRET_CONTENT (veto_secret_content_get_type ())
G_DECLARE_FINAL_TYPE (VetoSecretContent, veto_secret_content, VETO, SECRET_CONTENT, GdkContentProvider)

/* @password: (transfer full): wiped with the object. Returns: (transfer full) */
GdkContentProvider *veto_secret_content_new (VetoPassword *password);

G_END_DECLS
