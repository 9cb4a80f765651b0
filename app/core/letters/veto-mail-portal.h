/* An e-mail, handed to the desktop: its portal opens the person's e-mail program with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-letter-mail.h"

G_BEGIN_DECLS

/**
 * veto_mail_portal_compose_async:
 * @mail: copied before this returns
 * @paths: (nullable): files to attach, %NULL at the end. Each needs a name and has to stay where it is: the e-mail program reads
 *   it, some only when the e-mail is sent
 * @patience: how long to wait for the desktop at most, in milliseconds. Somebody may have to choose a program meanwhile
 *
 * Nothing is sent: the person sees the e-mail and sends it.
 * Source: org.freedesktop.portal.Email, version 4, flatpak.github.io/xdg-desktop-portal (read 2026-11-26).
 */
void veto_mail_portal_compose_async (const VetoLetterMail *mail,
                                     const char *const    *paths,
                                     guint                 patience,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              data);

/**
 * veto_mail_portal_compose_finish:
 * @error: %G_IO_ERROR_CANCELLED when the person did not want to or @cancellable was triggered, %G_IO_ERROR_TIMED_OUT when the
 *   desktop did not answer, else there is no such portal, or it could not do it (of #GIOErrorEnum or #GDBusError)
 *
 * Returns: whether the e-mail program has the e-mail
 */
gboolean veto_mail_portal_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
