/* A database that cannot be used goes out of the way, in one piece.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "veto-store-file.h"

#define MAX_TRIES 100

/* The database first: without it its journal is called damage, but without its journal it would look whole. */
static const char *const endings[] = { "", "-wal", "-journal", "-shm" };

/* Makes a folder that nobody has yet. Returns: (transfer full) (nullable) */
static char *
make_place (const char *folder, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *damaged = g_build_filename (folder, "damaged", NULL);
  g_autofree char *place = g_build_filename (damaged, time, NULL);

  if (g_mkdir (damaged, 0700) != 0 && errno != EEXIST)
    {
      veto_store_set_errno (damaged, error);
      return NULL;
    }
  for (guint i = 2; g_mkdir (place, 0700) != 0; i++)
    {
      if (errno != EEXIST || i > MAX_TRIES)
        {
          veto_store_set_errno (place, error);
          return NULL;
        }
      g_free (place);
      place = g_strdup_printf ("%s/%s-%u", damaged, time, i);
    }
  return g_steal_pointer (&place);
}

static gboolean
move_one (const char *from_folder, const char *to_folder, const char *ending)
{
  g_autofree char *name = g_strconcat (VETO_STORE_FILE, ending, NULL);
  g_autofree char *from = g_build_filename (from_folder, name, NULL);
  g_autofree char *to = g_build_filename (to_folder, name, NULL);

  return g_rename (from, to) == 0 || errno == ENOENT;
}

/* All or, where one cannot be moved, none. */
static gboolean
move_all (const char *folder, const char *place, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!move_one (folder, place, endings[i]))
      {
        veto_store_set_errno (folder, error);
        while (i-- > 0)
          move_one (place, folder, endings[i]);
        g_rmdir (place);
        return FALSE;
      }
  return TRUE;
}

static gboolean
has_something (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (VETO_STORE_FILE, endings[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         status;

      if (g_lstat (path, &status) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
veto_store_set_aside (const char *folder, char **out_place, GError **error)
{
  g_autofree char *found = veto_store_find_folder (folder, FALSE, error);
  g_autofree char *place = NULL;
  gboolean         moved;
  int              lock;

  g_return_val_if_fail (out_place != NULL, FALSE);

  if (found == NULL)
    return FALSE;
  if (!has_something (found))
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: there is no " VETO_STORE_FILE,
                   found);
      return FALSE;
    }
  lock = veto_store_lock (found, error); /* never under a window that works with it */
  if (lock < 0)
    return FALSE;
  place = make_place (found, error);
  moved = place != NULL && move_all (found, place, error) && veto_store_sync_folder (place, error)
          && veto_store_sync_folder (found, error);
  close (lock);
  if (moved)
    *out_place = g_steal_pointer (&place);
  return moved;
}
