/* The desk of those who publish: a folder with keys, roots and releases, and vetoctl feed on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl-fixture.h"

G_BEGIN_DECLS

#define FEED_PASSPHRASE "correct horse, Pferd für Pferd"

/* Keys a, b, c sign roots, d, e, f indexes. */
#define FEED_ROOT_KEYS "--root-key @a.pem.pub --root-key @b.pem.pub --root-key @c.pem.pub"
#define FEED_KEYS FEED_ROOT_KEYS " --index-key @d.pem.pub --index-key @e.pem.pub --index-key @f.pem.pub"

/* Makes the folder, with hosts.json in it; takes it away. */
void publisher_desk_open (void);
void publisher_desk_close (void);

/* Runs with names of files in the folder, each written as @name; @typed: (nullable): what is typed */
Run run_feed (const char *typed, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The same with variables of the environment, "NAME=value"; (nullable) */
Run run_feed_in (const char *environment, const char *typed, const char *line);

/* (transfer full): what run_feed() makes of a line */
char *feed_dup_line (const char *line);

/* (transfer full): the path of a file in the folder; its text */
char *in_folder (const char *name);
char *read_file (const char *name);

void     write_file (const char *name, const char *text);
gboolean is_there (const char *name);

/* Asks for exit code 0 and nothing on the standard error. */
void assert_done (const Run *run);

/* Makes keys with these letters. */
void feed_make_keys (const char *letters);

/* Makes root @version as @name, with FEED_ROOT_KEYS and these index keys, signed by these letters; @options: (nullable) */
void feed_make_root (const char *name, const char *index_letters, const char *signers, const char *options);

/* Builds @source (a path) as @name, signed by these letters; @options: "--version 2 …" */
void feed_make_release (const char *name, const char *source, const char *signers, const char *options);

/* (transfer full): the SHA-256 of all names and contents below a folder: equal when nothing changed */
char *feed_digest (const char *name);

G_END_DECLS
