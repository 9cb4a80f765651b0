/* Being started by the desktop at login, to look what is due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether we live in a Flatpak, where only the desktop's portal can do this. */
gboolean veto_background_is_sandboxed (void);

/**
 * veto_background_set_async:
 * @on: whether the desktop is to start us at login
 * @patience: how long the person may think about the desktop's question, in milliseconds
 *
 * Asks the desktop's portal, which may ask the person. Where there is no such portal, and no sandbox either, a file in the folder
 * "autostart" does the same; it goes when this is switched off.
 * Sources: org.freedesktop.portal.Background, version 1, and the Desktop Application Autostart Specification, 0.5
 * (read 2026-11-26).
 */
void veto_background_set_async (gboolean            on,
                                guint               patience,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data);

/**
 * veto_background_set_finish:
 * @error: %G_IO_ERROR_CANCELLED when @cancellable was triggered, %G_IO_ERROR_PERMISSION_DENIED when the person or the desktop does
 *   not allow it, else it is not possible here. The message is for people
 *
 * Returns: whether it is now as asked; to switch it off always succeeds
 */
gboolean veto_background_set_finish (GAsyncResult *result, GError **error);

G_END_DECLS
