/* Work that can wait until the reader sees something.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_after_frame:
 * @widget: what the work is for
 * @work: called once, after a frame with @widget was painted; not at all when @widget goes before
 *
 * For what lies below the fold: the first frame does not wait for it.
 */
void veto_after_frame (GtkWidget *widget, void (*work) (GtkWidget *widget));

G_END_DECLS
