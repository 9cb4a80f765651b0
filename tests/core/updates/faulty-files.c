/* A disk that fails on command, below the code under test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "faulty-files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

static GMutex            lock;
static guint             n_until_failure; /* 0: none to come */
static gboolean          fails;           /* from now on */
static gboolean          has_failed;
static FaultyFilesManner how;
static int               failure;

/* Declared here, because only the linker knows them. */
ssize_t __real_write (int file, const void *data, size_t n_bytes);
ssize_t __wrap_write (int file, const void *data, size_t n_bytes);
int     __real_openat64 (int folder, const char *name, int flags, ...);
int     __wrap_openat64 (int folder, const char *name, int flags, ...);
int     __real_renameat (int folder, const char *from, int to_folder, const char *to);
int     __wrap_renameat (int folder, const char *from, int to_folder, const char *to);
int     __real_fsync (int file);
int     __wrap_fsync (int file);
int     __real_mkdirat (int folder, const char *name, mode_t mode);
int     __wrap_mkdirat (int folder, const char *name, mode_t mode);
int     __real_unlinkat (int folder, const char *name, int flags);
int     __wrap_unlinkat (int folder, const char *name, int flags);

static void
die (void)
{
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

/* @is_write: half of it can be done. Returns: whether it fails, with errno */
static gboolean
count (gboolean is_write)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (n_until_failure > 0 && --n_until_failure == 0)
    {
      has_failed = TRUE;
      fails = how == FAULTY_FILES_FROM_THEN_ON;
      if (how == FAULTY_FILES_KILL || (how == FAULTY_FILES_KILL_HALF_WAY && !is_write))
        die ();
      errno = failure;
      return TRUE;
    }
  errno = fails ? failure : errno;
  return fails;
}

ssize_t
__wrap_write (int file, const void *data, size_t n_bytes)
{
  struct stat status;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    return __real_write (file, data, n_bytes); /* a pipe or a socket */
  if (!count (TRUE))
    return __real_write (file, data, n_bytes);
  if (how == FAULTY_FILES_KILL_HALF_WAY && __real_write (file, data, n_bytes / 2) >= 0)
    die ();
  return -1;
}

int
__wrap_openat64 (int folder, const char *name, int flags, ...)
{
  mode_t  mode = 0;
  va_list arguments;

  if ((flags & O_CREAT) == 0)
    return __real_openat64 (folder, name, flags);
  va_start (arguments, flags);
  mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return count (FALSE) ? -1 : __real_openat64 (folder, name, flags, mode);
}

int
__wrap_renameat (int folder, const char *from, int to_folder, const char *to)
{
  return count (FALSE) ? -1 : __real_renameat (folder, from, to_folder, to);
}

int
__wrap_fsync (int file)
{
  return count (FALSE) ? -1 : __real_fsync (file);
}

int
__wrap_mkdirat (int folder, const char *name, mode_t mode)
{
  return count (FALSE) ? -1 : __real_mkdirat (folder, name, mode);
}

/* A disk that is full can still be made emptier. */
int
__wrap_unlinkat (int folder, const char *name, int flags)
{
  gboolean refused = count (FALSE) && errno != ENOSPC;

  return refused ? -1 : __real_unlinkat (folder, name, flags);
}

void
faulty_files_fail (guint n, FaultyFilesManner manner, int error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  n_until_failure = n;
  how = manner;
  failure = error;
  fails = has_failed = FALSE;
}

gboolean
faulty_files_rest (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  n_until_failure = 0;
  fails = FALSE;
  return has_failed;
}
