/* Fetching in a test: the loop runs until it ended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed-server.h"
#include "veto-fetch.h"

G_BEGIN_DECLS

/* A row that is not refused. */
#define FINE -1

/* A text literal with its length; it may hold NULs. */
#define TEXT(literal) literal, sizeof literal - 1

#define GOOD "{\"good\":true}"
#define OK_LINE "HTTP/1.1 200 OK\r\n"
#define JSON_TYPE "Content-Type: application/json\r\n"

/* Limits as the index has them, but smaller; over http to this computer. */
extern const VetoFetchLimits index_limits;

/* g_test_init(), and no proxy but what a test sets: not that of who runs it. */
void fetch_test_init (int *argc, char ***argv);

/* (transfer full) (nullable): veto_fetch_async() to its end. @out_charset: (out) (optional) (nullable) */
GBytes *fetch (SoupSession           *session,
               const char            *url,
               const VetoFetchLimits *limits,
               GCancellable          *cancellable,
               char                 **out_charset,
               GError               **error);

/* Asks for GOOD of that server, which is put there before. */
void assert_good (SoupSession *session, FeedServer *server);

/* Asks for an outcome: bytes for FINE, else that code, with a message that names the host and no more of the address. */
void assert_fetched (GBytes *bytes, const GError *error, int code);

/* The most memory that this process ever had, in bytes. */
gsize measure_peak (void);

G_END_DECLS
