/* A password that is nowhere as it is, and how often it is found in memory and in files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "canary.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHUNK (1 << 20)
#define LARGEST                                                                                              \
  (G_GUINT64_CONSTANT (64) << 30) /* a sanitizer's map of all memory is larger, and nearly empty */

/* Never in memory as it is: each letter is hidden by MASK. */
#define MASK 0x55
static guchar hidden[CANARY_LENGTH];

void
canary_make (void)
{
  for (guint i = 0; i < CANARY_LENGTH; i++)
    hidden[i] = (guchar) (g_random_int_range ('a', 'z' + 1) ^ MASK);
}

char
canary_get_letter (guint i)
{
  return (char) (hidden[i] ^ MASK);
}

/* @step: 1 for UTF-8, 2 for UTF-16 of either order */
static gboolean
is_it (const guchar *bytes, gsize n_bytes, guint step)
{
  guint i = 1;

  if ((CANARY_LENGTH - 1) * step >= n_bytes)
    return FALSE;
  while (i < CANARY_LENGTH && (bytes[i * step] ^ MASK) == hidden[i])
    i++;
  return i == CANARY_LENGTH;
}

static guint
count (const guchar *bytes, gsize n_bytes)
{
  const guchar *end = bytes + n_bytes, *at = bytes;
  guint         n = 0;

  while (at < end && (at = memchr (at, hidden[0] ^ MASK, (gsize) (end - at))) != NULL)
    {
      n += is_it (at, (gsize) (end - at), 1) || is_it (at, (gsize) (end - at), 2);
      at++;
    }
  return n;
}

/* What is read comes into this process's memory, and goes from it again. @chunk: for it */
static guint
count_between (int file, guint64 from, guint64 to, guchar *chunk)
{
  guint n = 0;

  for (guint64 at = from; at < to; at += CHUNK - 2 * CANARY_LENGTH)
    {
      gssize got = pread (file, chunk, MIN (CHUNK, to - at), (off_t) at);

      n += got > 0 ? count (chunk, (gsize) got) : 0;
      explicit_bzero (chunk, (gsize) MAX (got, 0));
      if (got <= 0)
        break;
    }
  return n;
}

static guchar *
map_chunk (void)
{
  guchar *chunk = mmap (NULL, CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  g_assert_true (chunk != MAP_FAILED);
  return chunk;
}

guint
canary_count_in_memory (void)
{
  g_autofree char *maps = NULL;
  g_auto(GStrv) lines = NULL;
  guchar *chunk = map_chunk ();
  guint64 own = (guint64) (gsize) chunk;
  int     memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint   n = 0;

  g_assert_cmpint (memory, >=, 0);
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char   *end;
      guint64 from = g_ascii_strtoull (lines[i], &end, 16), to = g_ascii_strtoull (end + 1, &end, 16);

      if (end[1] != 'r' || to - from > LARGEST)
        continue;
      if (from <= own && own < to) /* what is around the chunk, but not what was read into it */
        n += count_between (memory, from, own, chunk) + count_between (memory, own + CHUNK, to, chunk);
      else
        n += count_between (memory, from, to, chunk);
    }
  close (memory);
  munmap (chunk, CHUNK);
  return n;
}

guint
canary_count_in_file (const char *path)
{
  guchar  *chunk = map_chunk ();
  int      file = open (path, O_RDONLY | O_CLOEXEC);
  GStatBuf about;
  guint    n;

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  n = count_between (file, 0, (guint64) about.st_size, chunk);
  close (file);
  munmap (chunk, CHUNK);
  return n;
}

guint
canary_count_in_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        n += canary_count_in_folder (path);
      else if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        n += canary_count_in_file (path);
    }
  return n;
}

int
canary_count_in_image (CoreImageWay way)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("core-XXXXXX", &error);
  g_autofree char *path = NULL;
  GStatBuf         about;
  int              n = -1;

  g_assert_no_error (error);
  path = core_image_take (way, folder);
  if (path != NULL)
    {
      g_assert_cmpint (g_stat (path, &about), ==, 0);
      g_test_message ("%s: %d MB",
                      way == CORE_IMAGE_KERNEL ? "a core image that the kernel wrote"
                                               : "a core image copied from a process that stands still",
                      (int) (about.st_size >> 20));
      n = (int) canary_count_in_file (path);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return n;
}
