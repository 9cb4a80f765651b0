/* The program under test: started, killed, closed, and read for what it complains about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "veto-driver-private.h"

#define PATIENCE_MS 20000
#define MOST_DEEDS 15
/* A busy program answers late; that is no fault of it. Both in milliseconds. */
#define ANSWER_MS 5000
#define FIRST_ANSWER_MS 15000

/* A line of the program's stderr that matches fails the test. There is no list of exceptions. */
#define COMPLAINT                                                                                            \
  "-(WARNING|CRITICAL|ERROR) \\*\\*|^\\*\\* \\(|\\*\\* (WARNING|CRITICAL|ERROR)|AddressSanitizer|runtime "   \
  "error:"

/* libatspi asks a program for all it has as soon as it appears, and warns when that is not ready to answer. That is neither
 * the program's fault nor the test's, so it does not end the test. */
static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
log_dbind_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_test_message ("libatspi: %s", message);
}

/**
 * veto_driver_new:
 *
 * A person who has never used the program: an empty home, a browser stand-in, a screen without a window. One at a time.
 * Ends the process if it does not run under tests/support/with-desktop, because keys are pressed for whoever has the focus.
 */
VetoDriver *
veto_driver_new (void)
{
  VetoDriver *driver;

  if (g_getenv ("VETO_DESKTOP") == NULL)
    {
      g_printerr ("This presses keys and buttons, so it runs only under tests/support/with-desktop.\n");
      exit (2);
    }
  driver = g_new0 (VetoDriver, 1);
  driver->environment = g_get_environ ();
  driver->patience_ms = PATIENCE_MS;
  driver->deeds = g_ptr_array_new_with_free_func (g_free);
  setlocale (LC_ALL, ""); /* for names with umlauts in the words of a failure */
  g_log_set_handler ("dbind", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, log_dbind_cb, NULL);
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  veto_driver_make_home (driver);
  veto_driver_set_language (driver, "en");
  veto_driver_open_display (driver);
  atspi_init ();
  atspi_set_timeout (ANSWER_MS, FIRST_ANSWER_MS);
  return driver;
}

/* Kills the program if it still runs, fails the test if it complained, and removes the home. */
void
veto_driver_free (VetoDriver *driver)
{
  if (driver == NULL)
    return;
  veto_driver_kill (driver);
  veto_driver_remove_home (driver);
  XCloseDisplay (driver->display);
  g_ptr_array_unref (driver->deeds);
  g_strfreev (driver->environment);
  g_free (driver->place);
  g_free (driver->stderr_path);
  g_free (driver->opened_path);
  g_free (driver->data_folder);
  g_free (driver->home);
  g_free (driver);
}

/* Sets a variable of the program's environment, for the next start; NULL as @value removes it. */
void
veto_driver_set_env (VetoDriver *driver, const char *name, const char *value)
{
  driver->environment = value != NULL ? g_environ_setenv (driver->environment, name, value, TRUE)
                                      : g_environ_unsetenv (driver->environment, name);
}

/**
 * veto_driver_set_language:
 * @language: "en" or "de"
 *
 * What language the person reads, from the next start on. A real locale is needed for any but English, because C.UTF-8 takes
 * no notice of LANGUAGE from glibc 2.39 on.
 * Returns: FALSE when there is no locale for it here; ./check makes the German one
 */
gboolean
veto_driver_set_language (VetoDriver *driver, const char *language)
{
  const char *name = g_str_equal (language, "de") ? "de_DE.UTF-8" : "C.UTF-8";
  locale_t    locale = newlocale (LC_ALL_MASK, name, (locale_t) 0);

  if (locale == (locale_t) 0)
    return FALSE;
  freelocale (locale);
  veto_driver_set_env (driver, "LC_ALL", name);
  veto_driver_set_env (driver, "LANGUAGE", language);
  return TRUE;
}

/* How long a thing is waited for before the test fails; 20 s in a new driver. Only for tests of failing. */
void
veto_driver_set_patience (VetoDriver *driver, guint wait_ms)
{
  driver->patience_ms = wait_ms;
}

/* Keeps a line for the words of a failure. */
void
veto_driver_note (VetoDriver *driver, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (driver->deeds, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  if (driver->deeds->len > MOST_DEEDS)
    g_ptr_array_remove_index (driver->deeds, 0);
}

/* Takes note of the end of the program, and waits for it. Returns: the status of waitpid() */
static int
reap (VetoDriver *driver)
{
  int status = 0;

  waitpid (driver->pid, &status, 0);
  veto_driver_wait_off_bus (driver->pid);
  g_clear_object (&driver->application);
  driver->pid = 0;
  return status;
}

/* A picture of the failure, where VETO_TEST_PICTURES names a folder for it */
static void
picture_failure (VetoDriver *driver)
{
  const char      *folder = g_getenv ("VETO_TEST_PICTURES");
  g_autofree char *name = g_strconcat ("failed", g_test_get_path (), ".png", NULL);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  g_strdelimit (name, "/", '-');
  path = g_build_filename (folder, name, NULL);
  veto_driver_save_picture (driver, path);
  g_printerr ("Picture: %s\n", path);
}

/* Ends the test with what was seen and done until then; the reason comes last, where it is looked for. */
void
veto_driver_fail (VetoDriver *driver, const char *format, ...)
{
  g_autofree char *reason = NULL, *tree = NULL, *complaints = NULL;
  va_list          arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  complaints = veto_driver_dup_stderr (driver);
  if (veto_driver_is_running (driver))
    {
      tree = veto_driver_dup_tree (driver);
      picture_failure (driver);
    }
  if (driver->pid != 0)
    {
      kill (driver->pid, SIGKILL);
      reap (driver); /* or the next test finds it on the bus */
    }
  g_printerr ("What is there:\n%s\n", tree != NULL ? tree : "the program is not running");
  g_printerr ("What the program said:\n%s\n", complaints);
  for (guint i = 0; i < driver->deeds->len; i++)
    g_printerr ("done: %s\n", (const char *) g_ptr_array_index (driver->deeds, i));
  g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, g_test_get_path (), reason);
  abort ();
}

/* Starts the program without waiting for a window; it must not be running. */
void
veto_driver_spawn (VetoDriver *driver, const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  int output;

  g_assert_cmpint (driver->pid, ==, 0);
  veto_driver_note (driver, "started %s", argv[0]);
  output = open (driver->stderr_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  g_assert_cmpint (output, >=, 0);
  g_spawn_async_with_fds (NULL, (char **) argv, driver->environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                          &driver->pid, -1, output, output, &error);
  close (output);
  if (error != NULL)
    veto_driver_fail (driver, "the program cannot be started: %s", error->message);
}

static gboolean
has_window (VetoDriver *driver, gpointer data)
{
  g_autoptr(VetoNode) node = NULL;
  VetoWindow window;

  if (!veto_driver_get_window (driver, NULL, &window))
    return FALSE;
  node = veto_driver_find (driver, VETO_KIND_WINDOW, NULL);
  return node != NULL;
}

/**
 * veto_driver_start:
 * @argv: program and arguments, NULL at the end
 *
 * Starts the program, also once more after it has ended or was killed: with the same home. Waits until its window is there
 * and gives it the keyboard.
 */
void
veto_driver_start (VetoDriver *driver, const char *const *argv)
{
  veto_driver_spawn (driver, argv);
  veto_driver_wait_until (driver, "a window of the program", has_window, NULL);
  veto_driver_focus_window (driver);
}

gboolean
veto_driver_is_running (VetoDriver *driver)
{
  siginfo_t info = { 0 };

  /* only asked, so that the exit status stays for whoever wants it */
  return driver->pid != 0
         && (waitid (P_PID, (id_t) driver->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0);
}

/* Ends the program with SIGKILL, as a power cut would; nothing happens when it does not run. */
void
veto_driver_kill (VetoDriver *driver)
{
  if (driver->pid != 0)
    {
      veto_driver_note (driver, "killed it");
      kill (driver->pid, SIGKILL);
      reap (driver);
    }
  veto_driver_check_stderr (driver);
}

/* Asks the program to end, as a session does that ends; veto_driver_wait_exit() says how it did. */
void
veto_driver_terminate (VetoDriver *driver)
{
  g_assert_cmpint (driver->pid, !=, 0);
  veto_driver_note (driver, "sent it SIGTERM");
  kill (driver->pid, SIGTERM);
}

static gboolean
has_ended (VetoDriver *driver, gpointer data)
{
  return !veto_driver_is_running (driver);
}

/* Waits for the end of the program. Returns: its exit status; 128 and the signal's number when it crashed */
int
veto_driver_wait_exit (VetoDriver *driver)
{
  int status;

  g_assert_cmpint (driver->pid, !=, 0);
  veto_driver_wait_until (driver, "the end of the program", has_ended, NULL);
  status = reap (driver);
  veto_driver_check_stderr (driver);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

/* Closes the window as a window manager does, and waits for the end. Returns: as veto_driver_wait_exit() */
int
veto_driver_quit (VetoDriver *driver)
{
  VetoWindow window;
  XEvent     event = { 0 };

  veto_driver_note (driver, "closed the window");
  if (!veto_driver_get_window (driver, NULL, &window))
    veto_driver_fail (driver, "there is no window to close");
  event.xclient.type = ClientMessage;
  event.xclient.window = window.window;
  event.xclient.message_type = XInternAtom (driver->display, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) XInternAtom (driver->display, "WM_DELETE_WINDOW", False);
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent (driver->display, window.window, False, NoEventMask, &event);
  XSync (driver->display, False);
  return veto_driver_wait_exit (driver);
}

/* Starts another program of the same person, beside the one that is driven. Returns: (transfer full): what it writes to stdout
 * and stderr is one pipe, and does not count as a complaint */
GSubprocess *
veto_driver_start_beside (VetoDriver *driver, const char *const *argv)
{
  g_autoptr(GSubprocessLauncher) launcher =
               g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr(GError) error = NULL;
  GSubprocess *program;

  veto_driver_note (driver, "started %s beside it", argv[0]);
  g_subprocess_launcher_set_environ (launcher, driver->environment);
  program = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  return program;
}

/* Runs another program of the same person to its end. @out_words: (transfer full): what it wrote
 * Returns: its exit status; 128 and the signal's number when it crashed */
int
veto_driver_run_beside (VetoDriver *driver, const char *const *argv, char **out_words)
{
  g_autoptr(GSubprocess) program = veto_driver_start_beside (driver, argv);
  g_autoptr(GError) error = NULL;

  g_subprocess_communicate_utf8 (program, NULL, NULL, out_words, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_if_exited (program) ? g_subprocess_get_exit_status (program)
                                              : 128 + g_subprocess_get_term_sig (program);
}

/* Returns: (transfer full): what all starts of the program have written to stdout and stderr until now */
char *
veto_driver_dup_stderr (VetoDriver *driver)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (driver->stderr_path, &text, NULL, NULL))
    return g_strdup ("");
  return g_utf8_make_valid (text, -1);
}

/* Fails the test when there is a warning since the last look. */
void
veto_driver_check_stderr (VetoDriver *driver)
{
  g_autofree char *text = veto_driver_dup_stderr (driver);
  gsize            n_bytes = strlen (text);
  g_auto(GStrv) lines = g_strsplit (text + MIN (driver->n_checked_bytes, n_bytes), "\n", -1);

  driver->n_checked_bytes = n_bytes;
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match_simple (COMPLAINT, lines[i], 0, 0))
      veto_driver_fail (driver, "the program complained: %s", lines[i]);
}
