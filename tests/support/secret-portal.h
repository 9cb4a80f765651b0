/* A stand-in for the desktop's portal that gives a sandboxed program its secret, on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  SECRET_PORTAL_GIVES,   /* the secret, through the pipe it got */
  SECRET_PORTAL_SAYS_NO, /* the person closed its question */
  SECRET_PORTAL_SILENT,  /* takes the request, and never answers it */
  SECRET_PORTAL_HANGS,   /* does not even say which version it is */
} SecretPortalManner;

typedef struct _SecretPortal SecretPortal;

/* Waits until it is there. Returns: (transfer full): see secret_portal_free() */
SecretPortal *secret_portal_new (void);
void          secret_portal_free (SecretPortal *self); /* from then on there is none */

void secret_portal_set_manner (SecretPortal *self, SecretPortalManner manner);

/* Another program, another computer: other 64 bytes. */
void secret_portal_set_secret (SecretPortal *self, char each_byte);

guint secret_portal_get_n_asked (SecretPortal *self);

G_END_DECLS
