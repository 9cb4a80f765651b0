/* The one database: opened and guarded.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store.h"

#include <unistd.h>

#include "veto-store-backup.h"
#include "veto-store-connection.h"
#include "veto-store-copies.h"
#include "veto-store-file.h"
#include "veto-store-look.h"
#include "veto-store-private.h"
#include "veto-store-schema.h"

struct _VetoStore
{
  GObject        parent_instance;
  sqlite3       *db;
  char          *path;
  int            lock;                       /* of the window; -1 without one */
  VetoConnection reading;                    /* how another connection reads the file */
  gint64         seen[VETO_STORE_N_READERS]; /* SQLite's data_version when each last read its rows */
};

enum { CASES_CHANGED, CASE_CHANGED, ACCOUNTS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (veto-store-error-quark, veto_store_error);
G_DEFINE_FINAL_TYPE (VetoStore, veto_store, G_TYPE_OBJECT)

static void
let_go (VetoStore *self)
{
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_warning ("%s could not be closed", self->path);
  if (self->lock >= 0)
    close (self->lock); /* after the database: the lock covers all of it */
  self->db = NULL;
  self->lock = -1;
}

static void
veto_store_finalize (GObject *object)
{
  VetoStore *self = VETO_STORE (object);

  let_go (self);
  g_free (self->path);

  G_OBJECT_CLASS (veto_store_parent_class)->finalize (object);
}

static void
veto_store_class_init (VetoStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_store_finalize;

  signals[CASES_CHANGED] = g_signal_new ("cases-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CASE_CHANGED] = g_signal_new ("case-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                        G_TYPE_STRING);
  signals[ACCOUNTS_CHANGED] = g_signal_new ("accounts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_store_init (VetoStore *self)
{
  self->lock = -1;
  self->reading = VETO_CONNECTION_MEMORY;
}

static VetoStore *
wrap (sqlite3 *db, const char *path)
{
  VetoStore *self = g_object_new (VETO_TYPE_STORE, NULL);

  self->db = db;
  self->path = g_strdup (path);
  return self;
}

/* An empty database with all tables, in memory. */
static sqlite3 *
make_in_memory (GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect ("", VETO_CONNECTION_MEMORY, error);

  return db != NULL && veto_store_migrate (db, error) ? g_steal_pointer (&db) : NULL;
}

/* A file is made in memory and put on the disk as a whole, so that a start that is killed leaves no half of one. */
static gboolean
make_file (const char *folder, const char *path, GError **error)
{
  g_autoptr(sqlite3) db = make_in_memory (error);
  sqlite3_int64 n_bytes;
  guint8       *image;
  gboolean      made;

  if (db == NULL)
    return FALSE;
  image = sqlite3_serialize (db, "main", &n_bytes, 0);
  if (image == NULL)
    {
      veto_sql_set_error (db, SQLITE_NOMEM, error);
      return FALSE;
    }
  image[18] = image[19] = 2; /* the file format's versions for writing and reading: 2 says WAL */
  made = veto_store_put_file (folder, path, image, (gsize) n_bytes, error);
  sqlite3_free (image);
  return made;
}

static sqlite3 *
open_to_write (const char *folder, const char *path, GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  VetoStoreLook look;

  if (!veto_store_look (path, &look, error))
    return NULL;
  if (!look.exists && (!make_file (folder, path, error) || !veto_store_look (path, &look, error)))
    return NULL;
  if (!veto_store_make_private (folder, path, error) || !veto_store_verify (path, &look, TRUE, error))
    return NULL;

  db = veto_store_connect (path, VETO_CONNECTION_WRITE, error);
  if (db == NULL || !veto_store_migrate (db, error) || !veto_store_trust (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* What an older Veto left is migrated in memory: looking never writes. */
static gboolean
replace_older (sqlite3 **db, GError **error)
{
  g_autoptr(sqlite3) older = g_steal_pointer (db);

  *db = veto_store_copy_to_memory (older, error);
  return *db != NULL && veto_store_migrate (*db, error);
}

static sqlite3 *
open_to_look (const char *path, VetoConnection *out_reading, GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  VetoStoreLook look;

  if (!veto_store_look (path, &look, error))
    return NULL;
  if (!look.exists)
    *out_reading = VETO_CONNECTION_MEMORY;
  else if (look.n_wal_bytes == 0 && !look.has_shm) /* nobody is at it: so no trace of reading is needed */
    *out_reading = VETO_CONNECTION_STILL;
  else
    *out_reading = VETO_CONNECTION_READ;
  if (!look.exists)
    db = make_in_memory (error);
  else if (veto_store_verify (path, &look, FALSE, error))
    db = veto_store_connect (path, *out_reading, error);
  if (db != NULL && look.exists && look.version < VETO_STORE_VERSION && !replace_older (&db, error))
    return NULL;
  return db != NULL && veto_sql_run (db, error, "PRAGMA query_only = ON", "") ? g_steal_pointer (&db) : NULL;
}

VetoStore *
veto_store_open (const char *folder, VetoStoreMode mode, GError **error)
{
  g_autofree char *found = veto_store_find_folder (folder, mode != VETO_STORE_LOOK, error);
  g_autofree char *path = NULL;
  VetoConnection   reading = VETO_CONNECTION_READ;
  VetoStore       *self;
  sqlite3         *db;
  int              lock = -1;

  if (found == NULL || (mode == VETO_STORE_WINDOW && (lock = veto_store_lock (found, error)) < 0))
    return NULL;

  path = g_build_filename (found, VETO_STORE_FILE, NULL);
  db = mode == VETO_STORE_LOOK ? open_to_look (path, &reading, error) : open_to_write (found, path, error);
  if (db == NULL)
    {
      if (lock >= 0)
        close (lock);
      return NULL;
    }
  self = wrap (db, path);
  self->lock = lock;
  self->reading = reading;
  if (mode == VETO_STORE_WINDOW)
    {
      veto_store_tidy (found);
      veto_store_drop_old_copies (found, g_get_real_time () / G_USEC_PER_SEC);
    }
  return self;
}

VetoStore *
veto_store_open_in_memory (GError **error)
{
  sqlite3 *db = make_in_memory (error);

  return db != NULL ? wrap (db, "") : NULL;
}

void
veto_store_close (VetoStore *self)
{
  g_autoptr(sqlite3) empty = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VETO_IS_STORE (self));

  let_go (self);
  self->reading = VETO_CONNECTION_MEMORY;
  empty = make_in_memory (&error);
  if (empty == NULL || !veto_sql_run (empty, &error, "PRAGMA query_only = ON", ""))
    g_warning ("no empty store: %s", error->message);
  self->db = g_steal_pointer (&empty);
}

const char *
veto_store_get_path (VetoStore *self)
{
  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  return self->path;
}

sqlite3 *
veto_store_get_db (VetoStore *self)
{
  return self->db;
}

VetoConnection
veto_store_get_reading (VetoStore *self)
{
  return self->reading;
}

gboolean
veto_store_has_changed_for (VetoStore *self, VetoStoreReader reader)
{
  gint64 present;

  g_return_val_if_fail (VETO_IS_STORE (self), FALSE);

  /* Where not even this can be read, reading the rows will say why. */
  return !veto_sql_read_integer (self->db, "PRAGMA data_version", &present, NULL)
         || present != self->seen[reader];
}

void
veto_store_set_seen (VetoStore *self, VetoStoreReader reader, gint64 data_version)
{
  self->seen[reader] = data_version;
}

void
veto_store_forget_seen (VetoStore *self, VetoStoreReader reader)
{
  self->seen[reader] = -1;
}

void
veto_store_tell_cases_changed (VetoStore *self)
{
  veto_store_forget_seen (self, VETO_STORE_READER_CASES); /* whoever cannot read now reads the next time */
  g_signal_emit (self, signals[CASES_CHANGED], 0);
  veto_store_tell_accounts_changed (self);
}

void
veto_store_tell_accounts_changed (VetoStore *self)
{
  self->seen[VETO_STORE_READER_ACCOUNTS] = -1;
  g_signal_emit (self, signals[ACCOUNTS_CHANGED], 0);
}

void
veto_store_tell_case_changed (VetoStore *self, const char *case_id)
{
  gint64   seen = self->seen[VETO_STORE_READER_CASES];
  gboolean is_taken = FALSE;

  self->seen[VETO_STORE_READER_CASES] = -1; /* as above */
  g_signal_emit (self, signals[CASE_CHANGED], 0, case_id, &is_taken);
  if (is_taken)
    self->seen[VETO_STORE_READER_CASES] = seen;
}
