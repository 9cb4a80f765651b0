/* A stand-in for the desktop's e-mail portal, on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What it does with an e-mail */
typedef enum {
  MAIL_PORTAL_OPENS,   /* the e-mail program has it */
  MAIL_PORTAL_DENIED,  /* the person closed the desktop's question */
  MAIL_PORTAL_FAILS,   /* no program could be started */
  MAIL_PORTAL_REFUSES, /* an error at once */
  MAIL_PORTAL_SILENT,  /* takes it and is never heard of again */
  MAIL_PORTAL_DEAD,    /* does not even take it */
} MailPortalManner;

typedef struct _MailPortal MailPortal;

/* Waits until it is there. Returns: (transfer full): see mail_portal_free() */
MailPortal *mail_portal_new (void);
void        mail_portal_free (MailPortal *self); /* from then on there is none */

void mail_portal_set_manner (MailPortal *self, MailPortalManner manner);

guint mail_portal_get_n_calls (MailPortal *self);
guint mail_portal_get_n_closed (MailPortal *self); /* requests that were taken back */

/* (transfer none) (nullable): the options of the last e-mail, a{sv} */
GVariant *mail_portal_get_options (MailPortal *self);

/* (transfer none) (nullable): what was attached to it, and where the portal found that. Like the real one, it refuses a
 * file that has no name any more. */
GBytes     *mail_portal_get_file (MailPortal *self);
const char *mail_portal_get_path (MailPortal *self);

/* The same of each of several files */
guint       mail_portal_get_n_files (MailPortal *self);
GBytes     *mail_portal_get_nth_file (MailPortal *self, guint i);
const char *mail_portal_get_nth_path (MailPortal *self, guint i);

G_END_DECLS
