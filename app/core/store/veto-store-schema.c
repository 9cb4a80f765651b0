/* The tables, and how an older database gets them. A migration that was once released is never changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-schema.h"

#include "veto-store-backup.h"
#include "veto-store-sql.h"

/* Days are ISO text, instants are seconds UTC, ids are random UUIDs; ids of guidance are what the guidance calls them,
 * and are kept when the guidance no longer has them. */
static const char migration_1[] =
  "CREATE TABLE people ("
  "  id TEXT NOT NULL PRIMARY KEY, name TEXT, address TEXT, born TEXT, country TEXT, language TEXT"
  ") STRICT;"
  "CREATE TABLE accounts ("
  "  id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL REFERENCES people (id), platform TEXT NOT NULL,"
  "  label TEXT, login TEXT, note TEXT, linked_to TEXT REFERENCES accounts (id) ON DELETE SET NULL,"
  "  secret_id TEXT UNIQUE, secret_state TEXT, created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX accounts_of_person ON accounts (person);"
  "CREATE INDEX accounts_linked_to ON accounts (linked_to);"
  "CREATE TABLE cases ("
  "  id TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (id), platform TEXT NOT NULL,"
  "  goal TEXT NOT NULL, guide TEXT NOT NULL, created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX cases_of_account ON cases (account);"
  "CREATE TABLE steps ("
  "  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, guide TEXT NOT NULL, step TEXT NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('done', 'skipped')), revision TEXT NOT NULL, at INTEGER NOT NULL,"
  "  PRIMARY KEY (case_id, guide, step)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE answers ("
  "  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, name TEXT NOT NULL, text TEXT NOT NULL,"
  "  PRIMARY KEY (case_id, name)"
  ") STRICT, WITHOUT ROWID;"
  "PRAGMA application_id = " G_STRINGIFY (VETO_STORE_APPLICATION) "; PRAGMA user_version = 1;";

/* Letters, and what happened in a case. The sending of a letter is the event with the letter's id. The PDF comes last, so
 * that the other columns are read without it. E-mail address and place were kept with one case before. */
static const char migration_2[] =
  "CREATE TABLE events ("
  "  id TEXT NOT NULL PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  day TEXT NOT NULL, kind TEXT NOT NULL, note TEXT, data TEXT, created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX events_of_case ON events (case_id);"
  "CREATE TABLE letters ("
  "  id TEXT NOT NULL PRIMARY KEY, case_id TEXT REFERENCES cases (id) ON DELETE SET NULL, kind TEXT NOT NULL,"
  "  language TEXT NOT NULL, regime TEXT, recipient TEXT NOT NULL, answers TEXT NOT NULL, own_text TEXT NOT "
  "NULL,"
  "  day TEXT, created INTEGER NOT NULL, changed INTEGER NOT NULL, sent_day TEXT, channel TEXT, pdf BLOB,"
  "  CHECK ((sent_day IS NULL) = (channel IS NULL)), CHECK (pdf IS NULL OR sent_day IS NOT NULL)"
  ") STRICT;"
  "CREATE INDEX letters_of_case ON letters (case_id);"
  "ALTER TABLE people ADD COLUMN email TEXT;"
  "ALTER TABLE people ADD COLUMN place TEXT;"
  "UPDATE people SET"
  "  email = (SELECT n.text FROM answers n JOIN cases c ON c.id = n.case_id JOIN accounts a ON a.id = "
  "c.account"
  "    WHERE a.person = people.id AND n.name = 'profile.email' ORDER BY c.created DESC LIMIT 1),"
  "  place = (SELECT n.text FROM answers n JOIN cases c ON c.id = n.case_id JOIN accounts a ON a.id = "
  "c.account"
  "    WHERE a.person = people.id AND n.name = 'profile.place' ORDER BY c.created DESC LIMIT 1);"
  "DELETE FROM answers WHERE name IN ('profile.email', 'profile.place');"
  "PRAGMA user_version = 2;";

/* Proof, with its bytes last, so that the other columns are read without them; what the person was already told about by the
 * desktop; who acts for whom (a parent for a child). */
static const char migration_3[] =
  "CREATE TABLE proof ("
  "  id TEXT NOT NULL PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  name TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,"
  "  added_at INTEGER NOT NULL, bytes BLOB NOT NULL, CHECK (length (bytes) = size)"
  ") STRICT;"
  "CREATE INDEX proof_of_case ON proof (case_id);"
  "CREATE TABLE notices ("
  "  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, kind TEXT NOT NULL, day TEXT NOT NULL,"
  "  PRIMARY KEY (case_id, kind)"
  ") STRICT, WITHOUT ROWID;"
  "ALTER TABLE people ADD COLUMN guardian TEXT REFERENCES people (id) ON DELETE SET NULL;"
  "CREATE INDEX people_guardian ON people (guardian);"
  "PRAGMA user_version = 3;";

static const char *const migrations[] = { migration_1, migration_2, migration_3 };

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == VETO_STORE_VERSION);

typedef struct
{
  gint64   last; /* the version to come to */
  gboolean done;
} Migration;

static gboolean
run_next (sqlite3 *db, gpointer data, GError **error)
{
  Migration *migration = data;
  gint64     version;
  int        rc;

  if (!veto_sql_read_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;
  migration->done = version < 0 || version >= migration->last;
  if (migration->done)
    return TRUE;
  rc = sqlite3_exec (db, migrations[version], NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    veto_sql_set_error (db, rc, error);
  return rc == SQLITE_OK;
}

gboolean
veto_store_migrate_to (sqlite3 *db, guint version, GError **error)
{
  Migration migration = { .last = MIN (version, VETO_STORE_VERSION) };

  while (!migration.done) /* asked again inside the transaction: another process may have been quicker */
    if (!veto_sql_transact (db, "BEGIN IMMEDIATE", run_next, &migration, error))
      return FALSE;
  return TRUE;
}

gboolean
veto_store_migrate (sqlite3 *db, GError **error)
{
  gint64 version;

  if (!veto_sql_read_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == VETO_STORE_VERSION) /* the usual start writes nothing */
    return TRUE;
  if (version > 0 && *sqlite3_db_filename (db, "main") != '\0'
      && !veto_store_keep_version (db, version, error))
    return FALSE;
  return veto_store_migrate_to (db, VETO_STORE_VERSION, error);
}
