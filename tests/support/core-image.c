/* What is in this process's memory, as a file: its core image.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-image.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHUNK (1 << 20)
#define LARGEST                                                                                              \
  (G_GUINT64_CONSTANT (64) << 30) /* a sanitizer's map of all memory is larger, and nearly empty */

/* Where the kernel puts them: "|" is a program, "/" a folder that is not ours. Source: core(5). */
static gboolean
has_plain_pattern (void)
{
  g_autofree char *pattern = NULL;

  return g_file_get_contents ("/proc/sys/kernel/core_pattern", &pattern, NULL, NULL)
         && strchr (pattern, '|') == NULL && strchr (pattern, '/') == NULL && *g_strstrip (pattern) != '\0';
}

/* In the copy: only what is allowed after a fork of a process with threads. */
static void
crash_in (const char *folder)
{
  struct rlimit limit;

  if (chdir (folder) == 0 && getrlimit (RLIMIT_CORE, &limit) == 0)
    {
      limit.rlim_cur = limit.rlim_max;
      setrlimit (RLIMIT_CORE, &limit);
      signal (SIGABRT, SIG_DFL);
      raise (SIGABRT);
    }
  _exit (1);
}

/* (nullable): the only file there, by whatever name */
static char *
find_file (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static char *
let_kernel_write (const char *folder)
{
  pid_t pid;
  int   status;

  if (!has_plain_pattern ())
    return NULL;
  pid = fork ();
  if (pid == 0)
    crash_in (folder);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFSIGNALED (status) && WCOREDUMP (status) ? find_file (folder) : NULL;
}

/* @chunk: what is copied through it comes into this process's memory: wiped at once */
static void
copy_mapping (int memory, int out, guint64 from, guint64 to, guchar *chunk)
{
  gssize got;

  for (; from < to; from += (guint64) got)
    {
      got = pread (memory, chunk, MIN (CHUNK, to - from), (off_t) from);
      if (got > 0)
        g_assert_cmpint (write (out, chunk, (gsize) got), ==, got);
      explicit_bzero (chunk, (gsize) MAX (got, 0));
      if (got <= 0)
        return; /* the kernel's own, or behind the end of a file */
    }
}

static void
copy_mappings (pid_t pid, int out)
{
  g_autofree char *maps_path = g_strdup_printf ("/proc/%d/maps", (int) pid);
  g_autofree char *memory_path = g_strdup_printf ("/proc/%d/mem", (int) pid);
  g_autofree char *maps = NULL;
  g_auto(GStrv) lines = NULL;
  guchar *chunk = mmap (NULL, CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int     memory = open (memory_path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (memory, >=, 0);
  g_assert_true (chunk != MAP_FAILED && g_file_get_contents (maps_path, &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char   *end;
      guint64 from = g_ascii_strtoull (lines[i], &end, 16), to = g_ascii_strtoull (end + 1, &end, 16);

      if (end[1] == 'r' && to - from <= LARGEST)
        copy_mapping (memory, out, from, to, chunk);
    }
  munmap (chunk, CHUNK);
  close (memory);
}

static char *
copy_by_hand (const char *folder)
{
  char *path = g_build_filename (folder, "image", NULL);
  int   out, status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      raise (SIGSTOP);
      _exit (1);
    }
  g_assert_cmpint (waitpid (pid, &status, WUNTRACED), ==, pid);
  g_assert_true (WIFSTOPPED (status));
  out = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  g_assert_cmpint (out, >=, 0);
  copy_mappings (pid, out);
  close (out);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  return path;
}

char *
core_image_take (CoreImageWay way, const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);
  return way == CORE_IMAGE_KERNEL ? let_kernel_write (folder) : copy_by_hand (folder);
}
