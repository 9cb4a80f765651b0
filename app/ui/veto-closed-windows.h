/* Keeps GTK from asking a window that is gone how large it wants to be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_closed_windows_protect:
 *
 * For all windows of this process, also those that GTK makes by itself (the question where to save, the one for a printer).
 * Once is enough; more often does no harm.
 */
void veto_closed_windows_protect (void);

G_END_DECLS
