/* A browser that Veto opens is the person's, not Veto's: what it saves is as open to others, and its crashes leave as much, as if
 * the desktop had started it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/resource.h>

#include "veto-walker.h"

/* What a shell writes down of itself. Shells tell limits in blocks of different sizes, the kernel tells bytes. */
#define TELL "{ umask; grep 'core file' /proc/self/limits; cat /proc/self/coredump_filter 2>&-; }"

typedef struct
{
  const char *name;
  const char *umask;     /* as a shell reads it */
  guint64     core;      /* bytes; what the hard limit has to allow */
  const char *told_core; /* by the kernel, in bytes */
  const char *filter;    /* of core images, as the kernel reads it */
} Sample;

static const Sample samples[] = {
  { "/opened/as-usual", "0022", 0, " 0 ", "0x33" },
  { "/opened/with-a-group", "0002", 0, " 0 ", "0x33" },
  { "/opened/closed-to-others", "0077", 0, " 0 ", "0x33" },
  { "/opened/with-core-images", "0022", 1048576, " 1048576 ", "0x13" },
};

static char *
read_home (VetoWalker *walker, const char *name)
{
  g_autofree char *path = g_build_filename (veto_driver_get_home (walker->driver), name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A browser that saves a page as well, and says what it was given before it says that it is there */
static void
give_browser (VetoWalker *walker)
{
  g_autofree char *home = g_shell_quote (veto_driver_get_home (walker->driver));
  g_autofree char *path = g_build_filename (veto_driver_get_home (walker->driver), "browser", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\ncd %s || exit\n%s >seen\necho page >download\n"
                                             "printf '%%s\\n' \"$1\" >>opened\n",
                                             home, TELL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, &error);
  g_assert_no_error (error);
}

/* From a shell that has these settings, as a desktop's session has them */
static void
start_from (VetoWalker *walker, const Sample *sample)
{
  static const char settings[] =
    "umask $1; ulimit -Sc $(($2 / 512)); { echo $3 >/proc/self/coredump_filter; } 2>&-; "
    "cd \"$4\"; " TELL " >given; echo $$ >pid; exec \"$5\"";
  g_autofree char  *shell = g_find_program_in_path ("sh");
  g_autofree char  *core = g_strdup_printf ("%" G_GUINT64_FORMAT, sample->core);
  const char       *home = veto_driver_get_home (walker->driver);
  const char *const argv[] = {
    shell, "-c", settings, "sh", sample->umask, core, sample->filter, home, veto_walker_get_program (), NULL
  };

  veto_driver_start (walker->driver, argv);
}

/* Veto's own */
static void
assert_private (VetoWalker *walker)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_autofree char *pid = g_strstrip (read_home (walker, "pid"));
  g_autofree char *status_path = g_build_filename ("/proc", pid, "status", NULL);
  g_autofree char *limits_path = g_build_filename ("/proc", pid, "limits", NULL);
  g_autofree char *filter_path = g_build_filename ("/proc", pid, "coredump_filter", NULL);
  g_autofree char *status = NULL, *limits = NULL, *filter = NULL;
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_files = 0;

  g_assert_true (g_file_get_contents (status_path, &status, NULL, NULL));
  g_assert_nonnull (strstr (status, "Umask:\t0077\n"));
  g_assert_true (g_file_get_contents (limits_path, &limits, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^Max core file size +0 ", limits, G_REGEX_MULTILINE, 0));
  if (g_file_get_contents (filter_path, &filter, NULL, NULL)) /* a kernel without core images has none */
    g_assert_cmpstr (filter, ==, "00000000\n");
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         state;

      g_assert_cmpint (g_stat (path, &state), ==, 0);
      g_assert_cmpuint (state.st_mode & 0077, ==, 0);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
}

static void
assert_download (VetoWalker *walker, const Sample *sample)
{
  g_autofree char *path = g_build_filename (veto_driver_get_home (walker->driver), "download", NULL);
  GStatBuf         state;

  g_assert_cmpint (g_stat (path, &state), ==, 0);
  g_assert_cmphex (state.st_mode & 0777, ==, 0666 & ~g_ascii_strtoull (sample->umask, NULL, 8));
}

static void
test_browser (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = NULL;
  g_autofree char *given = NULL, *seen = NULL;
  struct rlimit    limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  if (limit.rlim_max < sample->core)
    {
      g_test_skip ("core images are not allowed here");
      return;
    }
  walker = veto_walker_new ("en");
  give_browser (walker);
  start_from (walker, sample);
  veto_walker_press (walker, WORD_START, NULL);
  veto_walker_press (walker, WORD_OPEN_PAGE, NULL);
  g_free (veto_driver_wait_opened (walker->driver, 1));

  given = read_home (walker, "given");
  seen = read_home (walker, "seen");
  g_assert_true (g_str_has_prefix (given, sample->umask));
  g_assert_nonnull (strstr (given, sample->told_core));
  g_assert_cmpstr (seen, ==, given);
  assert_download (walker, sample);
  assert_private (walker);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_browser);
  return g_test_run ();
}
