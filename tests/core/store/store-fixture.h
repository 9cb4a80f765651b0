/* For tests of what is kept: folders, what is in them, other processes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-letters.h"

G_BEGIN_DECLS

/* Ids of a guidance that does not exist. */
#define FIXTURE_PLATFORM "chirper"
#define FIXTURE_GOAL "object"
#define FIXTURE_GUIDE "form"

/* (transfer full): a folder of its own; fixture_remove() takes it away with everything in it, and frees @folder */
char *fixture_make_folder (void);
void  fixture_remove (char *folder);

/* (transfer full): the path of veto.db, with an ending such as "-wal" */
char *fixture_dup_path (const char *folder, const char *ending);

VetoStore *fixture_open (const char *folder, VetoStoreMode mode);

/* Closes, and asks that nobody else held it. */
void fixture_close (VetoStore *store);

/* A database with one case that has a login and @n_steps steps done, closed properly. (transfer full): the case's id */
char *fixture_make_database (const char *folder, guint n_steps);

/* The database as Veto made it when its tables had that version; tests/fixtures/store/schema-VERSION.sql. */
void fixture_make_version (const char *folder, guint version);

/* A letter of the fixture's case, or of none (nullable), as its writer would give it. (transfer full) */
VetoStoreLetter *fixture_describe_letter (const char *id, const char *case_id);

void fixture_do_step (VetoStore *store, const char *case_id, const char *step);

/* (transfer full): every row that the store gives, and what was told, as text, to be compared */
char *fixture_dump (VetoStore *store);

/* (transfer full): each file of the folder with its permissions, size and content, to be compared; not the lock, and not
 * @except (nullable) */
char *fixture_describe_folder (const char *folder, const char *except);

/* Ask SQLite itself, on a connection of its own, for one value. Never while this process has the store open. */
char *fixture_ask_sql (const char *folder, const char *sql);
void  fixture_assert_sql (const char *folder, const char *sql, const char *expected);

/* Runs SQL on any file, on a connection of its own. */
void fixture_run_sql (const char *path, const char *sql);

typedef void (*FixtureWork) (gpointer data);

/* Runs @work in a child that ends without closing anything, as a killed one does, and waits for it. */
void fixture_run_in_child (FixtureWork work, gpointer data);

/* Runs @work as somebody whom permissions bind, even when the tests are run by root. Not in a child: one of a process with
 * threads may inherit a lock that nobody opens any more. */
void fixture_run_bound (FixtureWork work, gpointer data);

/* A child that says it is ready and then stays until it is let go. */
typedef struct
{
  GPid pid;
  int  ready; /* to read from */
  int  stay;  /* to write to; closed to let it go */
} FixtureChild;

FixtureChild fixture_start_child (FixtureWork work, gpointer data);
void         fixture_let_go (FixtureChild *child);

G_END_DECLS
