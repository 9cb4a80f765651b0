/* Runs a fuzz target on its corpus, and on each file of it cut short and with a bit changed: a test for every day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The target with libFuzzer behind it, which makes up inputs of its own, is built and run by tests/fuzz/run. */
#include "fuzz-target.h"

#define N_CHANGES 300

/* An own copy in memory of exactly that size, so that a sanitizer sees who reads behind it. */
static void
try_bytes (const char *data, gsize n_bytes)
{
  g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, n_bytes), ==, 0);
}

static void
test_file (gconstpointer path)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261126);
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  gsize            n_bytes;

  g_file_get_contents (path, &data, &n_bytes, &error);
  g_assert_no_error (error);
  try_bytes (data, n_bytes);
  for (guint i = 0; i < N_CHANGES && n_bytes > 0; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) n_bytes);
      char  old = data[at];

      try_bytes (data, at);
      data[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      try_bytes (data, n_bytes);
      data[at] = old;
    }
}

int
main (int argc, char *argv[])
{
  const char      *folder = g_getenv ("VETO_FUZZ_CORPUS"), *name;
  g_autofree char *target = NULL;
  g_autoptr(GDir) dir = NULL;
  guint n_files = 0;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  target = g_path_get_basename (folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s", target, name);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
  return g_test_run ();
}
