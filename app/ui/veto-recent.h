/* The list of recent files, which every program reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK's dialog puts a file that was chosen into the list of recent ones: takes it out again, whenever that is. */
void veto_recent_keep_out (GFile *file);

G_END_DECLS
