/* What Veto itself keeps beside the database: copies that it made, and files that were put aside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-copies.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "veto-store-file.h"
#include "veto-store-restore-private.h"

#define DAY_SECONDS (24 * 60 * 60)
#define ASIDE_FOLDER "damaged"

void
veto_store_kept_free (VetoStoreKept *kept)
{
  g_free (kept->path);
  g_free (kept);
}

/* "veto.db.replaced-20261126-031500", perhaps with "-2" behind it: the name tells when. */
static gint64
read_time (const char *text)
{
  int year, month, day, hour, minute, second;
  g_autoptr(GDateTime) time = NULL;

  if (sscanf (text, "%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) == 6)
    time = g_date_time_new_local (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static void
add (GPtrArray *list, VetoStoreKeptKind kind, const char *path, const char *time)
{
  GStatBuf       status;
  VetoStoreKept *kept;

  if (g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return;
  kept = g_new0 (VetoStoreKept, 1);
  kept->kind = kind;
  kept->path = g_strdup (path);
  kept->made = time != NULL ? read_time (time) : 0;
  if (kept->made == 0)
    kept->made = status.st_mtime;
  if (kind != VETO_STORE_KEPT_ASIDE)
    kept->until = kept->made + VETO_STORE_KEPT_DAYS * DAY_SECONDS;
  g_ptr_array_add (list, kept);
}

typedef void (*Visit) (const char *path, const char *name, gpointer data);

static void
visit_folder (const char *folder, Visit visit, gpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      visit (path, name, data);
    }
}

static void
add_copy_cb (const char *path, const char *name, gpointer list)
{
  if (g_str_has_prefix (name, VETO_STORE_FILE VETO_STORE_BEFORE))
    add (list, VETO_STORE_KEPT_BEFORE_UPDATE, path, NULL);
  else if (g_str_has_prefix (name, VETO_STORE_FILE VETO_STORE_REPLACED))
    add (list, VETO_STORE_KEPT_REPLACED, path, name + strlen (VETO_STORE_FILE VETO_STORE_REPLACED));
}

/* @name: of a folder, which is the time */
static void
add_aside_cb (const char *path, const char *name, gpointer list)
{
  g_autofree char *file = g_build_filename (path, VETO_STORE_FILE, NULL);

  add (list, VETO_STORE_KEPT_ASIDE, file, name);
}

static gint
compare_made (gconstpointer left, gconstpointer right)
{
  const VetoStoreKept *a = *(VetoStoreKept *const *) left, *b = *(VetoStoreKept *const *) right;

  return a->made != b->made ? (a->made < b->made ? -1 : 1) : g_strcmp0 (a->path, b->path);
}

GPtrArray *
veto_store_list_kept (const char *folder)
{
  GPtrArray       *list = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_kept_free);
  g_autofree char *found = veto_store_find_folder (folder, FALSE, NULL);
  g_autofree char *aside = found != NULL ? g_build_filename (found, ASIDE_FOLDER, NULL) : NULL;

  if (found != NULL)
    {
      visit_folder (found, add_copy_cb, list);
      visit_folder (aside, add_aside_cb, list);
      g_ptr_array_sort (list, compare_made);
    }
  return list;
}

void
veto_store_drop_old_copies (const char *folder, gint64 now)
{
  g_autoptr(GPtrArray) list = veto_store_list_kept (folder);

  for (guint i = 0; i < list->len; i++)
    {
      const VetoStoreKept *kept = g_ptr_array_index (list, i);

      if (kept->until != 0 && kept->until < now && g_unlink (kept->path) != 0)
        g_debug ("%s: %s", kept->path, g_strerror (errno));
    }
}

/* A second name of the present database says that somebody was killed between giving it and using it. */
static void
tidy_cb (const char *path, const char *name, gpointer database)
{
  GStatBuf second, first;

  if (g_str_has_prefix (name, VETO_STORE_DRAFT_PREFIX))
    g_unlink (path);
  else if (g_str_has_prefix (name, VETO_STORE_FILE VETO_STORE_REPLACED) && g_lstat (path, &second) == 0
           && g_lstat (database, &first) == 0 && second.st_dev == first.st_dev
           && second.st_ino == first.st_ino)
    g_unlink (path);
}

void
veto_store_tidy (const char *folder)
{
  g_autofree char *database = g_build_filename (folder, VETO_STORE_FILE, NULL);

  visit_folder (folder, tidy_cb, database);
}

/* The names that Veto gives to files of its own. */
static gboolean
is_ours (const char *name)
{
  return g_str_has_prefix (name, VETO_STORE_FILE) || g_str_has_prefix (name, VETO_STORE_DRAFT_PREFIX)
         || g_str_has_prefix (name, "new-");
}

typedef struct
{
  const char *present; /* (nullable): what is left for the end */
  GError     *error;   /* the first one */
} Erasing;

static void
erase_cb (const char *path, const char *name, gpointer data)
{
  Erasing *self = data;

  if (!is_ours (name) || g_strcmp0 (name, self->present) == 0)
    return;
  if (g_unlink (path) != 0 && errno != ENOENT && errno != EISDIR && self->error == NULL)
    veto_store_set_errno (path, &self->error);
}

static void
erase_aside_cb (const char *path, const char *name, gpointer data)
{
  visit_folder (path, erase_cb, data);
  g_rmdir (path); /* stays where somebody put something else into it */
}

/* The database last: whatever is left when something fails can still be used. */
static void
erase_all (const char *folder, Erasing *self)
{
  g_autofree char *aside = g_build_filename (folder, ASIDE_FOLDER, NULL);
  g_autofree char *database = g_build_filename (folder, VETO_STORE_FILE, NULL);

  visit_folder (aside, erase_aside_cb, self);
  g_rmdir (aside);
  self->present = VETO_STORE_FILE;
  visit_folder (folder, erase_cb, self);
  if (self->error == NULL && g_unlink (database) != 0 && errno != ENOENT)
    veto_store_set_errno (database, &self->error);
}

gboolean
veto_store_erase (const char *folder, GError **error)
{
  g_autofree char *found = veto_store_find_folder (folder, FALSE, error);
  Erasing          erasing = { NULL, NULL };
  int              lock;

  if (found == NULL)
    return FALSE;
  if (g_access (found, F_OK) != 0)
    return TRUE; /* nothing was ever kept */
  lock = veto_store_lock (found, error);
  if (lock < 0)
    return FALSE;
  erase_all (found, &erasing);
  if (erasing.error == NULL)
    veto_store_sync_folder (found, &erasing.error);
  close (lock);
  if (erasing.error == NULL)
    return TRUE;
  g_propagate_error (error, erasing.error);
  return FALSE;
}
