/* A passphrase that is typed in a terminal: asked for twice, never shown, and the terminal is as before, however it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

#define MAX_WAIT_MS 30000

typedef struct
{
  const char *name;
  const char *typed[3]; /* one after each question */
  int         code;
  const char *words; /* that are said */
} Sample;

static const Sample samples[] = {
  { "/ctl/feed/terminal/same-twice", { "long horse phrase\n", "long horse phrase\n" }, 0, "The same again:" },
  { "/ctl/feed/terminal/not-the-same",
    { "long horse phrase\n", "long horses phrase\n" },
    1,
    "are not the same" },
  { "/ctl/feed/terminal/too-short", { "horse\n", "horse\n" }, 1, "The passphrase does not fit" },
  { "/ctl/feed/terminal/interrupted", { "long horse\003" }, 1, "There is no passphrase" },
  { "/ctl/feed/terminal/interrupted-later", { "long horse phrase\n", "\003" }, 1, "There is no passphrase" },
};

/* Adds what comes next to @out. Returns: %FALSE at the end */
static gboolean
hear (int fd, GString *out)
{
  GPollFD ready = { .fd = fd, .events = G_IO_IN };
  char    buffer[1024];
  gssize  n_read;

  g_assert_cmpint (g_poll (&ready, 1, MAX_WAIT_MS), ==, 1);
  n_read = read (fd, buffer, sizeof buffer);
  if (n_read < 0)
    g_assert_cmpint (errno, ==, EIO); /* that is how a terminal says that nobody is left */
  if (n_read <= 0)
    return FALSE;
  g_string_append_len (out, buffer, n_read);
  return TRUE;
}

static gboolean
shows_what_is_typed (int fd)
{
  struct termios terminal;

  g_assert_cmpint (tcgetattr (fd, &terminal), ==, 0);
  return (terminal.c_lflag & ECHO) != 0 && (terminal.c_lflag & ISIG) != 0;
}

static void
type (int fd, const char *text, GString *out)
{
  gsize n_before = out->len;

  while (!g_str_has_suffix (out->str + n_before, ":\r\n"))
    g_assert_true (hear (fd, out));
  g_assert_false (shows_what_is_typed (fd));
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
}

static void
test_typed (gconstpointer data)
{
  const Sample    *sample = data;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "key.pem", NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  int   fd, status;
  pid_t pid = forkpty (&fd, NULL, NULL, NULL);

  if (pid == 0)
    {
      execl (g_getenv ("VETOCTL"), "vetoctl", "feed", "key", path, NULL);
      _exit (127);
    }
  g_assert_cmpint (pid, >, 0);
  for (guint i = 0; sample->typed[i] != NULL; i++)
    type (fd, sample->typed[i], out);
  while (hear (fd, out))
    ;
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_test_message ("%s", out->str);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, sample->code);
  g_assert_nonnull (strstr (out->str, sample->words));
  g_assert_null (strstr (out->str, "horse"));
  g_assert_true (shows_what_is_typed (fd));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (sample->code == 0));
  close (fd);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("LANGUAGE");
  ctl_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_typed);
  return ctl_test_run ();
}
