/* The desktop that nobody sees: its exit code, what it shields, and that nothing of it is left, however it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#define PATIENCE_S 30
#define POLL_MS 10

typedef struct
{
  const char *name;
  const char *command; /* of sh */
  int         status;  /* exit code */
  const char *output;  /* (nullable): of stdout, exactly */
} Sample;

static const Sample samples[] = {
  { "/desktop/exit-code/good", "true", 0, "" },
  { "/desktop/exit-code/bad", "exit 7", 7, "" },
  { "/desktop/exit-code/killed", "kill -KILL $$", 128 + SIGKILL, "" },
  { "/desktop/arguments", "echo \"$0|$1\"", 0, "a b|*\n" },
  { "/desktop/display", "case $DISPLAY in :[0-9]*) test -r \"$XAUTHORITY\" && echo yes ;; esac", 0, "yes\n" },
  { "/desktop/home",
    "test -d \"$HOME\" && test -z \"$(ls -A \"$HOME\")\" && test \"$HOME\" != \"$VETO_TEST_HOME\"", 0, "" },
  { "/desktop/given-folder-stays", "echo \"$XDG_DATA_HOME\"", 0, "/given/data\n" },
  { "/desktop/own-folder", "test \"$XDG_CACHE_HOME\" = \"$HOME/.cache\" && test -d \"$XDG_RUNTIME_DIR\"", 0,
    "" },
  { "/desktop/no-wayland", "echo \"${WAYLAND_DISPLAY-none}\"", 0, "none\n" },
  { "/desktop/settings-in-memory", "echo $GSETTINGS_BACKEND", 0, "memory\n" },
};

/* A window is open, the accessibility bus runs, and something has left the session. */
#define LIVELY "\"$VETO_TEST_SAMPLE\" & setsid sleep 1000 & echo \"$HOME\"; echo \"$XDG_RUNTIME_DIR\"; wait"

typedef struct
{
  const char *name;
  int         signal;
} Ending;

static const Ending endings[] = {
  { "/desktop/ended/terminated", SIGTERM },
  { "/desktop/ended/interrupted", SIGINT },
  { "/desktop/ended/killed", SIGKILL },
};

static GSubprocess *
start_desktop (const char *mark, const char *command, GSubprocessFlags flags)
{
  const char *argv[] = { g_getenv ("VETO_TEST_DESKTOP"), "sh", "-c", command, "a b", "*", NULL };
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autoptr(GError) error = NULL;
  GSubprocess *desktop;

  g_subprocess_launcher_setenv (launcher, "VETO_TEST_MARK", mark, TRUE);
  g_subprocess_launcher_setenv (launcher, "VETO_TEST_HOME", g_get_home_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "WAYLAND_DISPLAY", "wayland-0", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", "/given/data", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "XDG_CACHE_HOME");
  desktop = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  return desktop;
}

/* Whether a process is alive that got VETO_TEST_MARK=@mark from us; a dead one that nobody has waited for yet has no variables */
static gboolean
is_anything_left (const char *mark)
{
  g_autoptr(GDir) proc = g_dir_open ("/proc", 0, NULL);
  g_autofree char *wanted = g_strconcat ("VETO_TEST_MARK=", mark, NULL);
  const char      *pid;

  while ((pid = g_dir_read_name (proc)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", pid, "environ", NULL);
      g_autofree char *variables = NULL;
      gsize            n_bytes = 0;

      if (g_ascii_isdigit (pid[0]) && g_file_get_contents (path, &variables, &n_bytes, NULL)
          && memmem (variables, n_bytes, wanted, strlen (wanted)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* @folder: the last that is removed */
static void
wait_until_nothing_is_left (const char *mark, const char *folder)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_TIME_SPAN_SECOND;

  while (is_anything_left (mark) || g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (POLL_MS * G_TIME_SPAN_MILLISECOND);
    }
}

static void
test_command (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *mark = g_uuid_string_random ();
  g_autofree char *output = NULL;
  g_autoptr(GSubprocess) desktop = start_desktop (mark, sample->command, G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  g_assert_true (g_subprocess_communicate_utf8 (desktop, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (desktop));
  g_assert_cmpint (g_subprocess_get_exit_status (desktop), ==, sample->status);
  if (sample->output != NULL)
    g_assert_cmpstr (output, ==, sample->output);
  g_assert_false (is_anything_left (mark)); /* not even for a moment */
}

static void
test_folders_go (void)
{
  g_autofree char *mark = g_uuid_string_random ();
  g_autofree char *output = NULL;
  g_autoptr(GSubprocess)
               desktop = start_desktop (mark, "touch \"$HOME/x\"; echo \"$HOME\"; echo \"$XDG_RUNTIME_DIR\"",
                                        G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_auto(GStrv) folders = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (desktop, NULL, NULL, &output, NULL, NULL));
  folders = g_strsplit (output, "\n", 2);
  g_strchomp (folders[1]);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (g_path_is_absolute (folders[i]));
      g_assert_false (g_file_test (folders[i], G_FILE_TEST_EXISTS));
    }
}

/* Ended from outside */
static void
test_ended (gconstpointer data)
{
  const Ending    *ending = data;
  g_autofree char *mark = g_uuid_string_random ();
  g_autofree char *home = NULL, *runtime = NULL;
  g_autoptr(GSubprocess) desktop = start_desktop (mark, LIVELY, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (desktop));

  home = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  runtime = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_true (g_file_test (home, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (runtime, G_FILE_TEST_IS_DIR));
  g_assert_true (is_anything_left (mark));
  g_subprocess_send_signal (desktop, ending->signal);
  g_assert_true (g_subprocess_wait (desktop, NULL, NULL));
  if (ending->signal != SIGKILL)
    {
      g_assert_cmpint (g_subprocess_get_exit_status (desktop), ==, 128 + ending->signal);
      g_assert_false (is_anything_left (mark));
    }
  wait_until_nothing_is_left (mark, home);
  g_assert_false (g_file_test (runtime, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_command);
  g_test_add_func ("/desktop/folders-go", test_folders_go);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    g_test_add_data_func (endings[i].name, &endings[i], test_ended);
  return g_test_run ();
}
