/* Certificates for the test's web server, made when they are needed, so that none can pass its date in the tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One who signs certificates, or whose certificate it is. */
typedef struct _FeedAuthority FeedAuthority;

/* (transfer full) */
FeedAuthority *feed_authority_new (const char *name);

void feed_authority_free (FeedAuthority *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedAuthority, feed_authority_free)

/* (transfer full): trusts this one and nobody else. @folder: where its file may lie */
GTlsDatabase *feed_authority_make_database (FeedAuthority *self, const char *folder);

/**
 * feed_authority_certify:
 * @host: a name or a number that the certificate is for
 * @first_day, @last_day: from when until when it is good, in days from now
 *
 * Returns: (transfer full): a certificate with its key
 */
GTlsCertificate *feed_authority_certify (FeedAuthority *self, const char *host, int first_day, int last_day);

G_END_DECLS
