/* The list of recent files, which all programs read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps @file, which a dialog of GTK has given, out of that list, unless another program opens it. Rule: security design, 6.6. */
void veto_recent_keep_out (GFile *file);

G_END_DECLS
