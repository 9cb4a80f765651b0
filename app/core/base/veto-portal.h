/* Asking the desktop for something through one of its portals, which may ask the person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

/* Nothing here is kept after a call. */
typedef struct
{
  const char  *interface; /* "org.freedesktop.portal.Email" */
  const char  *method;    /* one that takes a window and options, and answers with a request */
  const char  *window;    /* nullable: where the desktop's dialog belongs, as portals name windows */
  const char  *token;     /* of veto_portal_dup_token(), the same as in the options */
  GVariant    *options;   /* a{sv}, taken when it is floating */
  GUnixFDList *files;     /* nullable */
} VetoPortalQuestion;

/* Returns: (transfer full): for the option handle_token; no two are the same */
char *veto_portal_dup_token (void);

/**
 * veto_portal_request_async:
 * @patience: how long to wait for the desktop at most, in milliseconds. Somebody may have to answer meanwhile
 *
 * Source: org.freedesktop.portal.Request, flatpak.github.io/xdg-desktop-portal (read 2026-11-26).
 */
void veto_portal_request_async (const VetoPortalQuestion *question,
                                guint                     patience,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  data);

/**
 * veto_portal_request_finish:
 * @error: %G_IO_ERROR_CANCELLED when the person did not want to or the cancellable was triggered, %G_IO_ERROR_TIMED_OUT when the
 *   desktop did not answer, else there is no such portal, or it could not do it (of #GIOErrorEnum or #GDBusError)
 *
 * Returns: (transfer full) (nullable): what the desktop answered, a{sv}
 */
GVariant *veto_portal_request_finish (GAsyncResult *result, GError **error);

G_END_DECLS
