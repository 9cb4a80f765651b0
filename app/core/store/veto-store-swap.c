/* One database takes the place of another, in one step; the one that was there is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "veto-store-restore-private.h"

#include "veto-store-check.h"
#include "veto-store-connection.h"
#include "veto-store-copies.h"
#include "veto-store-file.h"
#include "veto-store-look.h"

#define MAX_TRIES 100
#define PATIENCE_MS 5000 /* for a vetoctl that is just reading */

static gboolean
copy_file (const char *from, const char *to)
{
  int      source = open (from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  int      target = source >= 0 ? open (to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;
  off_t    n_bytes = target >= 0 ? lseek (source, 0, SEEK_END) : -1;
  gboolean fine = n_bytes >= 0 && veto_store_copy_bytes (source, target, n_bytes, NULL);
  int      errsv = errno;

  if (source >= 0)
    close (source);
  if (target >= 0)
    close (target);
  if (target >= 0 && !fine)
    g_unlink (to);
  errno = errsv;
  return fine;
}

/* Gives the database a second name, by which it is still there when the first one is another's. Some file systems have no
 * second names; there it is copied. */
static gboolean
name_twice (const char *path, const char *aside)
{
  if (link (path, aside) == 0)
    return TRUE;
  return (errno == EPERM || errno == ENOSYS || errno == EOPNOTSUPP || errno == EMLINK)
         && copy_file (path, aside);
}

/* Returns: (transfer full) (nullable): its second name */
static char *
keep_aside (const char *path, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, VETO_STORE_REPLACED_TIME);
  g_autofree char *aside = g_strconcat (path, VETO_STORE_REPLACED, time, NULL);

  for (guint i = 2; !name_twice (path, aside); i++)
    {
      if (errno != EEXIST || i > MAX_TRIES)
        {
          veto_store_set_errno (aside, error);
          return NULL;
        }
      g_free (aside);
      aside = g_strdup_printf ("%s" VETO_STORE_REPLACED "%s-%u", path, time, i);
    }
  return g_steal_pointer (&aside);
}

/* Keeps everybody out until it is closed, with all of the database in its one file.
 * Returns: (transfer full) (nullable) */
static sqlite3 *
hold (const char *path, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect (path, VETO_CONNECTION_ALONE, error);

  if (db == NULL)
    return NULL;
  sqlite3_busy_timeout (db, PATIENCE_MS);
  return veto_sql_run (db, error, "BEGIN EXCLUSIVE", "") && veto_sql_run (db, error, "COMMIT", "")
             && veto_store_gather (db, error)
           ? g_steal_pointer (&db)
           : NULL;
}

/* That it is not the copy that cannot be used, but what would be replaced. */
static void
blame_present (GError *error)
{
  if (error != NULL && error->domain == VETO_STORE_ERROR
      && (error->code == VETO_STORE_ERROR_DAMAGED || error->code == VETO_STORE_ERROR_NOT_OURS
          || error->code == VETO_STORE_ERROR_NEWER))
    error->code = VETO_STORE_ERROR_PRESENT;
}

static gboolean
exchange (const char *folder, const char *path, const char *incoming, char **out_aside, GError **error)
{
  g_autoptr(sqlite3) db = hold (path, error);
  g_autofree char *aside = db != NULL ? keep_aside (path, error) : NULL;

  if (aside == NULL)
    return FALSE;
  if (!veto_store_sync_folder (folder, error))
    {
      g_unlink (aside);
      return FALSE;
    }
  if (g_rename (incoming, path) != 0)
    {
      veto_store_set_errno (path, error);
      g_unlink (aside);
      return FALSE;
    }
  *out_aside = g_steal_pointer (&aside);
  return TRUE;
}

static gboolean
swap (const char *folder, const char *path, const char *incoming, char **out_aside, GError **error)
{
  VetoStoreLook look;

  if (!veto_store_look (path, &look, error))
    return FALSE;
  if (look.exists)
    return exchange (folder, path, incoming, out_aside, error);
  if (veto_store_rename_unless_there (incoming, path))
    return TRUE;
  veto_store_set_errno (path, error);
  return FALSE;
}

gboolean
veto_store_swap_locked (const char *folder, const char *incoming, char **out_aside, GError **error)
{
  g_autofree char *path = g_build_filename (folder, VETO_STORE_FILE, NULL);
  GError          *problem = NULL;

  *out_aside = NULL;
  if (!swap (folder, path, incoming, out_aside, &problem))
    {
      blame_present (problem);
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (!veto_store_sync_folder (
        folder, NULL)) /* done it is; a power cut now leaves the one or the other, each whole */
    g_debug ("%s: the folder could not be synced", folder);
  return TRUE;
}

gboolean
veto_store_put_copy (VetoStoreCopy *copy, char **out_aside, GError **error)
{
  int      lock;
  gboolean done;

  g_return_val_if_fail (copy != NULL && copy->draft != NULL && out_aside != NULL, FALSE);

  lock = veto_store_lock (copy->folder, error);
  if (lock < 0)
    return FALSE;
  done = veto_store_swap_locked (copy->folder, copy->draft, out_aside, error);
  if (done)
    g_clear_pointer (&copy->draft, g_free);
  close (lock);
  return done;
}

gboolean
veto_store_put_back (const char *folder, const char *aside, GError **error)
{
  g_autofree char *found = veto_store_find_folder (folder, FALSE, error);
  g_autofree char *start = found != NULL ? g_build_filename (found, VETO_STORE_FILE VETO_STORE_REPLACED, NULL)
                                         : NULL;
  g_autofree char *restored = NULL;
  VetoStoreLook    look;
  int              lock;
  gboolean         done;

  g_return_val_if_fail (aside != NULL, FALSE);

  if (found == NULL || (lock = veto_store_lock (found, error)) < 0)
    return FALSE;
  done = g_str_has_prefix (aside, start) && veto_store_look (aside, &look, error) && look.exists;
  if (!done && error != NULL && *error == NULL)
    g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_MISSING, "%s: there is no such file", aside);
  done = done && veto_store_swap_locked (found, aside, &restored, error);
  close (lock);
  return done;
}

gboolean
veto_store_restore (const char        *folder,
                    const char        *path,
                    VetoStoreContents *out_contents,
                    char             **out_aside,
                    GError           **error)
{
  g_autofree char *found = NULL;
  g_autoptr(VetoStoreCopy) copy = NULL;
  int      lock;
  gboolean done;

  g_return_val_if_fail (path != NULL && out_aside != NULL, FALSE);

  found = veto_store_find_folder (folder, TRUE, error);
  if (found == NULL || (lock = veto_store_lock (found, error)) < 0)
    return FALSE;
  copy = veto_store_check_copy_locked (found, path, NULL, error);
  done = copy != NULL && veto_store_swap_locked (found, copy->draft, out_aside, error);
  if (done)
    g_clear_pointer (&copy->draft, g_free);
  if (done && out_contents != NULL)
    *out_contents = copy->contents;
  close (lock);
  return done;
}
