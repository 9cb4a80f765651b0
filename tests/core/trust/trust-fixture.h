/* Keys, roots and indexes for tests; sound ones, in which a test then changes something.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-error.h"
#include "veto-trust-sign.h"
#include "veto-trust-state.h"

G_BEGIN_DECLS

#define NOW 1795435200 /* 2026-11-23T12:00:00Z */
#define DAY G_GINT64_CONSTANT (86400)
#define CREATED "2026-11-23T12:00:00Z"
#define LATER "2028-11-22T12:00:00Z"
#define HASH_1 "a9a1bdb11c2cc807c6a260fbc02aa1327416b67f18aeaec47950d15126ebb4ae"
#define HASH_2 "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

/* A row that is not refused. */
#define ACCEPT -1

/* (transfer none): a key for each letter; "a" to "c" sign roots and "d" to "f" indexes where nothing else is said */
const VetoTrustSigner *signer_of (char letter);
const char            *id_of (char letter);

/* (transfer full): a payload of a root with these keys */
char *make_root (guint version, const char *root_keys, guint n_root, const char *index_keys, guint n_index);

/* (transfer full): the root of a, b, c and d, e, f, of which two must sign each */
char *make_plain_root (guint version);

/* (transfer full): a payload of an index */
char *make_index (guint version);

/* (transfer full): @text with @to in the place of the first @from, which must be there; @text is freed */
char *with (char *text, const char *from, const char *to);

/* (transfer full): the envelope of @payload, which is freed, signed by the keys of these letters */
GBytes *sign (VetoTrustKind kind, char *payload, const char *letters);

/* (transfer full): bytes of a text, which is freed; with @n_bytes -1 up to its end */
GBytes *bytes_of (char *text, gssize n_bytes);

/* (transfer full): as text */
char *text_of (GBytes *bytes);

/* (transfer full): the sound root of make_plain_root (1), read */
VetoTrustRoot *read_plain_root (void);

/* Asks that @result is there and @error is not for ACCEPT; else the opposite, with that code of VETO_TRUST_ERROR and the words
 * that a person is told for it. @error is cleared. */
void assert_outcome (gconstpointer result, GError **error, int code);

/* Reads @bytes as an index under read_plain_root (), and asks for that outcome. */
void check_index (GBytes *bytes, int code);

G_END_DECLS
