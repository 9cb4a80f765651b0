/* A letter as a file where the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_letter_save_async:
 * @window: over which the question is asked
 * @title: of the question
 * @name: what the file is called until the person says otherwise
 * @bytes: all that is in it
 *
 * Asks where to, also whether a file that is there is to be replaced, and writes in a thread: whole or not at all.
 */
void veto_letter_save_async (GtkWindow          *window,
                             const char         *title,
                             const char         *name,
                             GBytes             *bytes,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            data);

/**
 * veto_letter_save_finish:
 * @error: %G_IO_ERROR_CANCELLED when the person closed the question, else a sentence for people on what to do
 *
 * Returns: (transfer full) (nullable): the name that the file got, without its folder
 */
char *veto_letter_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
