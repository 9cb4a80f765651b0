/* What is private to a process that holds what somebody typed, and to no program that it starts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-process.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define OWN_UMASK 0026
#define OWN_CORE 4096 /* bytes */
#define OWN_FILTER "0x13"

static struct rlimit own_core;
static mode_t        returned;

static char *
read_filter (void)
{
  char *text = NULL;

  return g_file_get_contents ("/proc/self/coredump_filter", &text, NULL, NULL) ? g_strstrip (text) : NULL;
}

static void
test_itself (void)
{
  g_autofree char *filter = read_filter ();
  struct rlimit    core;
  mode_t           now = umask (0077);

  g_assert_cmpuint (returned, ==, OWN_UMASK);
  g_assert_cmpuint (now, ==, 0077);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &core), ==, 0);
  g_assert_cmpuint (core.rlim_cur, ==, 0);
  g_assert_cmpuint (core.rlim_max, ==, own_core.rlim_max);
  if (filter != NULL)
    g_assert_cmpstr (filter, ==, "00000000");
}

/* As a browser is started: by GLib, which does not wait for it. */
static void
test_started_program (void)
{
  g_autofree char *folder = g_dir_make_tmp ("veto-process-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *quoted = g_shell_quote (pipe);
  g_autofree char *filter = read_filter (), *seen = NULL, *expected = NULL;
  g_autofree char *script =
    g_strdup_printf ("exec >%s; umask; ulimit -Sc; ulimit -Hc; cat /proc/self/coredump_filter", quoted);
  g_autofree char *script_quoted = g_shell_quote (script), *limits = NULL;
  g_autofree char *command = g_strdup_printf ("sh -c %s", script_quoted);
  g_autofree char *hard = own_core.rlim_max == RLIM_INFINITY
                            ? g_strdup ("unlimited")
                            : g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) own_core.rlim_max / 512);
  g_autoptr(GError) error = NULL;
  g_autoptr(GAppInfo)
               program = g_app_info_create_from_commandline (command, NULL, G_APP_INFO_CREATE_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_app_info_launch (program, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (
    g_file_get_contents (pipe, &seen, NULL, &error)); /* waits for the program, and for its end */
  expected = g_strdup_printf ("00%02o\n%" G_GUINT64_FORMAT "\n%s\n%s", OWN_UMASK,
                              (guint64) own_core.rlim_cur / 512, hard, filter != NULL ? "00000013\n" : "");
  g_assert_cmpstr (seen, ==, expected);
  g_unlink (pipe);
  g_rmdir (folder);
}

/* A person who has other ideas than the system's, as far as the system lets them */
int
main (int argc, char *argv[])
{
  int filter = open ("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);

  if (filter >= 0)
    {
      g_assert_cmpint (write (filter, OWN_FILTER, strlen (OWN_FILTER)), >, 0);
      close (filter);
    }
  umask (OWN_UMASK);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &own_core), ==, 0);
  own_core.rlim_cur = MIN (OWN_CORE, own_core.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &own_core), ==, 0);
  returned = veto_process_keep_private ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/itself", test_itself);
  g_test_add_func ("/process/started-program", test_started_program);
  return g_test_run ();
}
