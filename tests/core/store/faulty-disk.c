/* A disk that fails on command: SQLite's own way to the disk with a hand on the switch.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "faulty-disk.h"

#include <sqlite3.h>
#include <string.h>

/* SQLite's file object follows in the same memory. */
typedef struct
{
  sqlite3_file base;
} File;

static sqlite3_vfs *disk; /* the real one */
static sqlite3_vfs  faulty;
static guint        n_until_failure; /* 0: none to come */
static int          failure;
static gboolean     has_failed;
static guint        n_waits;
static gboolean     skips_waits;
static guint        n_syncs;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return (sqlite3_file *) ((File *) file + 1);
}

static int
count (void)
{
  if (n_until_failure == 0 || --n_until_failure > 0)
    return SQLITE_OK;
  has_failed = TRUE;
  return failure;
}

/* What changes something on the disk, and is counted. */

static int
write_counted (sqlite3_file *file, const void *data, int n_bytes, sqlite3_int64 at)
{
  int result = count ();
  return result != SQLITE_OK ? result
                             : get_real (file)->pMethods->xWrite (get_real (file), data, n_bytes, at);
}

static int
truncate_counted (sqlite3_file *file, sqlite3_int64 n_bytes)
{
  int result = count ();
  return result != SQLITE_OK ? result : get_real (file)->pMethods->xTruncate (get_real (file), n_bytes);
}

/* Nothing here cuts the power, so nobody has to wait for the disk. */
static int
sync_counted (sqlite3_file *file, int flags)
{
  n_syncs++;
  return count ();
}

/* For SQLite "read-only" means something else here: an index that others keep. No disk answers that. */
static int
map_index_counted (sqlite3_file *file, int region, int n_bytes, int extend, void volatile **out)
{
  int result = extend && failure != SQLITE_READONLY ? count () : SQLITE_OK;

  *out = NULL;
  return result != SQLITE_OK
           ? result
           : get_real (file)->pMethods->xShmMap (get_real (file), region, n_bytes, extend, out);
}

/* The rest is passed on. */

static int
close_file (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_file (sqlite3_file *file, void *data, int n_bytes, sqlite3_int64 at)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, n_bytes, at);
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *out)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), out);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_reserved (sqlite3_file *file, int *out)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), out);
}

static int
control_file (sqlite3_file *file, int operation, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, data);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
lock_index (sqlite3_file *file, int at, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), at, n, flags);
}

static void
put_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_index (sqlite3_file *file, int delete_it)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete_it);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_counted,
  .xTruncate = truncate_counted,
  .xSync = sync_counted,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_index_counted,
  .xShmLock = lock_index,
  .xShmBarrier = put_barrier,
  .xShmUnmap = unmap_index,
};

static int
open_counted (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int result = (flags & SQLITE_OPEN_CREATE) != 0 ? count () : SQLITE_OK;

  file->pMethods = NULL;
  if (result == SQLITE_OK)
    result = disk->xOpen (disk, name, get_real (file), flags, out_flags);
  if (get_real (file)->pMethods != NULL)
    file->pMethods = &methods;
  return result;
}

static int
delete_counted (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int result = count ();
  return result != SQLITE_OK ? result : disk->xDelete (disk, name, sync_folder);
}

static int
count_wait (sqlite3_vfs *vfs, int microseconds)
{
  n_waits++;
  return skips_waits ? microseconds : disk->xSleep (disk, microseconds);
}

void
faulty_disk_install (void)
{
  disk = sqlite3_vfs_find (NULL);
  faulty = *disk;
  faulty.zName = "faulty";
  faulty.szOsFile = (int) sizeof (File) + disk->szOsFile;
  faulty.xOpen = open_counted;
  faulty.xDelete = delete_counted;
  faulty.xSleep = count_wait;
  g_assert_cmpint (sqlite3_vfs_register (&faulty, 1), ==, SQLITE_OK);
}

void
faulty_disk_fail (guint n, int result)
{
  n_until_failure = n;
  failure = result;
  has_failed = FALSE;
}

gboolean
faulty_disk_rest (void)
{
  n_until_failure = 0;
  return has_failed;
}

guint
faulty_disk_count_syncs (void)
{
  guint n = n_syncs;

  n_syncs = 0;
  return n;
}

void
faulty_disk_skip_waits (void)
{
  skips_waits = TRUE;
}

guint
faulty_disk_count_waits (void)
{
  guint n = n_waits;

  n_waits = 0;
  return n;
}

void
faulty_disk_try_each (gconstpointer data, FaultyDiskFunc func)
{
  static const struct
  {
    int            result;
    VetoStoreError expected;
  } faults[] = {
    { SQLITE_FULL, VETO_STORE_ERROR_FULL },
    { SQLITE_IOERR_WRITE, VETO_STORE_ERROR_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint n = 1;

      while (func (data, faults[i].result, faults[i].expected, n))
        n++;
      g_assert_cmpuint (n, >=, 3); /* a commit has at least a write and a sync */
    }
}
