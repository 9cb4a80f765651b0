/* One GET with every limit that libsoup does not set by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

#define VETO_FETCH_ERROR (veto_fetch_error_quark ())
GQuark veto_fetch_error_quark (void);

/**
 * VetoFetchError:
 * @VETO_FETCH_ERROR_NETWORK: no connection, no trusted one, or an answer that is not the file
 * @VETO_FETCH_ERROR_TIMEOUT: the server was too slow, in one read or in total
 * @VETO_FETCH_ERROR_NOT_FOUND: the server says that there is no such file (404, and nothing else)
 * @VETO_FETCH_ERROR_REDIRECT: it sends to another place, or too often
 * @VETO_FETCH_ERROR_TOO_BIG: more than the cap, announced or sent
 * @VETO_FETCH_ERROR_SIZE: a whole file, but not of the size that was asked for
 * @VETO_FETCH_ERROR_WEB_PAGE: a page for people came instead of a file: a network that wants a login first
 * @VETO_FETCH_ERROR_ADDRESS: the address is refused, and nobody was asked
 * @VETO_FETCH_ERROR_NO_PAGE: a page was asked for, and something else came, such as a PDF
 *
 * Messages name the host and never more of an address, for those who look at the details.
 */
typedef enum {
  VETO_FETCH_ERROR_NETWORK,
  VETO_FETCH_ERROR_TIMEOUT,
  VETO_FETCH_ERROR_NOT_FOUND,
  VETO_FETCH_ERROR_REDIRECT,
  VETO_FETCH_ERROR_TOO_BIG,
  VETO_FETCH_ERROR_SIZE,
  VETO_FETCH_ERROR_WEB_PAGE,
  VETO_FETCH_ERROR_ADDRESS,
  VETO_FETCH_ERROR_NO_PAGE,
} VetoFetchError;

/**
 * VetoFetchKind:
 * @VETO_FETCH_JSON: a file of the feed; "application/json", "application/octet-stream" or "text/plain"
 * @VETO_FETCH_PAGE: a page for people; "text/html" or "application/xhtml+xml"
 */
typedef enum {
  VETO_FETCH_JSON,
  VETO_FETCH_PAGE,
} VetoFetchKind;

typedef struct
{
  VetoFetchKind kind;
  gsize         max_bytes;
  gssize        exact_bytes; /* at most @max_bytes; -1 where nobody knows it before */
  guint         deadline_ms; /* from the call to the last byte, redirects among it */
  gboolean      loopback;    /* http to the literal 127.0.0.1 or ::1 is allowed as well as https */
} VetoFetchLimits;

#define VETO_FETCH_READ_SECONDS 15 /* one read, or one write, may take that long */
#define VETO_FETCH_MAX_REDIRECTS 3

/**
 * veto_fetch_session_new:
 *
 * It keeps nothing (cookies, passwords, HSTS, pages), guesses nothing (type, packing), says of itself "Veto" and no more,
 * and goes through the desktop's proxy. Rule: security design, 3.1 and 9. Use it in one thread.
 *
 * Returns: (transfer full)
 */
SoupSession *veto_fetch_session_new (void);

/**
 * veto_fetch_async:
 * @session: from veto_fetch_session_new()
 * @url: https://…; its fragment is not sent
 * @limits: copied
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @callback: called in the caller's main context, within @limits->deadline_ms
 * @user_data: for @callback
 *
 * Only 200 with the kind of file that was asked for, unpacked and whole, is a success. Redirects are followed to the
 * same scheme, host and port only. A body that is refused is not read to its end: the connection goes.
 *
 * That libsoup calls an answer complete does not make it so: it also does with a chunk whose length is too large
 * to be true. What is fetched must be checked against a signature or a hash.
 */
void veto_fetch_async (SoupSession           *session,
                       const char            *url,
                       const VetoFetchLimits *limits,
                       GCancellable          *cancellable,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data);

/* Returns: (transfer full) (nullable): the body; else an error of %VETO_FETCH_ERROR, or %G_IO_ERROR_CANCELLED */
GBytes *veto_fetch_finish (GAsyncResult *result, GError **error);

/* Returns: (transfer full) (nullable): the "charset" of the answer's type, as the server wrote it; for a page. It may be asked
 * before and after veto_fetch_finish(). */
char *veto_fetch_dup_charset (GAsyncResult *result);

G_END_DECLS
