/* Passwords in a real keyring: gnome-keyring on a bus of its own, and libsecret's file in the place of a sandbox.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "secrets-sync.h"
#include "veto-secrets-private.h"

#define CANARY "Kanarienvogel-7f3a"

static GTestDBus *bus;
static char      *home;
static GPid       daemon_pid;

/* @password: (nullable): %NULL: it stays locked, as after a login without a password */
static void
start_daemon (const char *password)
{
  const char *argv[] = { "gnome-keyring-daemon", "--foreground", "--components=secrets",
                         password != NULL ? "--unlock" : NULL, NULL };
  g_autoptr(GError) error = NULL;
  int in;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                            G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                              | G_SPAWN_STDERR_TO_DEV_NULL,
                            NULL, NULL, &daemon_pid, &in, NULL, NULL, &error);
  g_assert_no_error (error);
  if (password != NULL)
    g_assert_cmpint (write (in, password, strlen (password)), ==, (gssize) strlen (password));
  close (in);
  sync_wait_for_service (TRUE);
}

static void
stop_daemon (void)
{
  kill (daemon_pid, SIGKILL);
  waitpid (daemon_pid, NULL, 0);
  g_spawn_close_pid (daemon_pid);
  sync_wait_for_service (FALSE);
}

static void
lock (void)
{
  g_autoptr(GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *paths[] = { "/org/freedesktop/secrets/collection/login", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply =
               g_dbus_connection_call_sync (connection, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                            "org.freedesktop.Secret.Service", "Lock",
                                            g_variant_new ("(^ao)", paths), NULL, 0, -1, NULL, &error);

  g_assert_no_error (error);
}

static gboolean
have_daemon (void)
{
  g_autofree char *path = g_find_program_in_path ("gnome-keyring-daemon");

  if (path == NULL)
    g_test_skip ("there is no gnome-keyring-daemon here; ./check installs it");
  return path != NULL;
}

static void
test_real (void)
{
  if (!have_daemon ())
    return;
  g_assert_cmpint (sync_store (CANARY), ==, VETO_SECRETS_ERROR_NO_SERVICE);
  start_daemon ("a password of its own");
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_AVAILABLE);
  sync_assert_look_up (CANARY, -1);

  lock ();
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_LOCKED);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_LOCKED); /* nobody is here to answer its question */
  sync_assert_nowhere (home, CANARY);
  sync_assert_nowhere (home, "Chirper"); /* the label is not in the clear either */

  stop_daemon ();
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_NO_SERVICE);
  start_daemon (NULL); /* locked since the start */
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_LOCKED);
  stop_daemon ();
  start_daemon ("a password of its own");
  sync_assert_look_up (CANARY, -1);
  stop_daemon ();
}

static const struct
{
  const char *name;
  gsize       n_bytes; /* that are left */
} cuts[] = {
  { "/keyring/file/empty", 0 },
  { "/keyring/file/cut-in-header", 10 },
  { "/keyring/file/cut-in-salt", 100 },
  { "/keyring/file/cut-at-the-end", G_MAXSIZE },
};

/* libsecret ends the whole program over such a file, so ours must not get there. */
static void
test_damaged_file (gconstpointer data)
{
  gsize            n_left = cuts[GPOINTER_TO_UINT (data)].n_bytes, n_bytes;
  const char      *path = g_getenv ("SECRET_FILE_TEST_PATH");
  g_autofree char *folder = g_path_get_dirname (path), *content = NULL;
  g_autofree char *aside = g_build_filename (folder, "damaged", NULL);
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (sync_store (CANARY), ==, -1);
  g_assert_true (veto_secrets_check_file (path, &error));
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) MIN (n_left, n_bytes - 1), NULL));
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_GONE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  dir = g_dir_open (aside, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_dir_read_name (dir)); /* put aside, not thrown away */
  sync_assert_nowhere (folder, CANARY);
}

static void
test_file (void)
{
  const char      *path = g_getenv ("SECRET_FILE_TEST_PATH");
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (sync_store (CANARY), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_AVAILABLE);
  sync_assert_look_up (CANARY, -1);
  sync_assert_nowhere (folder, CANARY);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What libsecret was told about its file counts for a process: each of those tests runs in its own. */
static void
in_child (const char *test)
{
  g_autofree char *path = g_build_filename (home, "file.keyring", NULL);

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a password of its own", TRUE);
  g_test_trap_subprocess (test, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_unsetenv ("SECRET_BACKEND");
}

static void
test_file_in_child (gconstpointer data)
{
  in_child (data);
}

static void
add_file_tests (void)
{
  g_test_add_data_func ("/keyring/file/round-trip", "/keyring/file/round-trip/subprocess",
                        test_file_in_child);
  g_test_add_func ("/keyring/file/round-trip/subprocess", test_file);
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      char *child = g_strconcat (cuts[i].name, "/subprocess", NULL); /* kept: the tests' own */

      g_test_add_data_func (cuts[i].name, child, test_file_in_child);
      g_test_add_data_func (child, GUINT_TO_POINTER (i), test_damaged_file);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  home = g_dir_make_tmp ("keyring-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", home, TRUE);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add_func ("/keyring/gnome", test_real);
  add_file_tests ();
  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
