/* Keyrings that people have beside that of GNOME.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * KeePassXC: keepassxc.ini, and the group that is offered is named in the database's own data (FdoSecrets in its sources). KWallet: opened
 * with a key at login as its PAM module does it (kwallet-pam's README): through a pipe, then the environment through a socket. */
#include "other-keyrings.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "secrets-sync.h"

#define LONGEST_START_US (30 * G_USEC_PER_SEC)
#define LONGEST_END_US (5 * G_USEC_PER_SEC)
#define N_KEY 56        /* bytes of the key of a wallet, and of the salt beside it */
#define EMPTY_WALLET 60 /* bytes of its file */
#define DATABASE_PASSWORD "pw"

static GPid     pid;
static gboolean has_fallen;

static const char *
get_program (OtherKind kind)
{
  return kind == OTHER_KEEPASSXC ? "keepassxc" : "kwalletd5";
}

const char *
other_keyring_find_obstacle (OtherKind kind)
{
  static const char *const needed[] = { "keepassxc", "keepassxc-cli", NULL };
  const char *const        wallet[] = { "kwalletd5", NULL };
  const char *const       *names = kind == OTHER_KEEPASSXC ? needed : wallet;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_find_program_in_path (names[i]);

      if (path == NULL)
        return kind == OTHER_KEEPASSXC ? "there is no KeePassXC here; ./check installs it where it is offered"
                                       : "there is no KWallet here; ./check installs it where it is offered";
    }
  return NULL;
}

/* @words has a line each */
static void
write_home_file (const char *name, const char *words, gssize length)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, words, length, &error);
  g_assert_no_error (error);
}

/* --- KeePassXC --- */

/* It saves when it ends: 2.7.4 may save at each change what it was only half told of, and then not again. */

static void
make_database (void)
{
  static const char xml[] =
    "<?xml version='1.0' encoding='UTF-8'?><KeePassFile><Meta><DatabaseName>Passwords</DatabaseName>"
    "<CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key>"
    "<Value>{00010203-0405-0607-0809-0a0b0c0d0e0f}</Value></Item></CustomData></Meta>"
    "<Root><Group><UUID>AAECAwQFBgcICQoLDA0ODw==</UUID><Name>Root</Name></Group></Root></KeePassFile>";
  g_autofree char *from = g_build_filename (g_get_home_dir (), "empty.xml", NULL);
  g_autofree char *to = g_build_filename (g_get_home_dir (), "keys.kdbx", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;

  write_home_file ("empty.xml", xml, -1);
  unlink (to);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, "keepassxc-cli", "import", "--set-password", from, to, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, DATABASE_PASSWORD "\n" DATABASE_PASSWORD "\n", NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (to, G_FILE_TEST_EXISTS));
}

static GPid
spawn (const char *const *argv, int *out_in)
{
  g_autoptr(GError) error = NULL;
  GPid child;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                            G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                              | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
                            NULL, NULL, &child, out_in, NULL, NULL, &error);
  g_assert_no_error (error);
  return child;
}

static void
start_keepassxc (OtherState state)
{
  g_autofree char *settings = g_build_filename (g_get_home_dir (), "keepassxc.ini", NULL);
  g_autofree char *database = g_build_filename (g_get_home_dir (), "keys.kdbx", NULL);
  g_autofree char *words =
    g_strdup_printf ("[General]\nConfigVersion=2\nOpenPreviousDatabasesOnStartup=false\n"
                     "UpdateCheckMessageShown=true\nAutoSaveAfterEveryChange=false\n"
                     "[GUI]\nCheckForUpdates=false\n"
                     "[FdoSecrets]\nEnabled=true\nShowNotification=false\nConfirmAccessItem=%s\n",
                     state == OTHER_ASKS ? "true" : "false");
  const char *argv[] = {
    "keepassxc", "--config", settings, database, state != OTHER_LOCKED ? "--pw-stdin" : NULL, NULL
  };
  int in;

  write_home_file ("keepassxc.ini", words, -1);
  pid = spawn (argv, &in);
  if (state != OTHER_LOCKED)
    g_assert_cmpint (write (in, DATABASE_PASSWORD "\n", 3), ==, 3);
  close (in);
}

/* --- KWallet --- */

static void
make_wallet (void)
{
  char salt[N_KEY];

  memset (salt, 's', sizeof (salt));
  write_home_file (".local/share/kwalletd/kdewallet.salt", salt, sizeof (salt));
  write_home_file (".config/kwalletrc",
                   "[Wallet]\nFirst Use=false\nEnabled=true\nDefault Wallet=kdewallet\n"
                   "Close When Idle=false\nLeave Open=true\n"
                   "[org.freedesktop.secrets]\napiEnabled=true\n",
                   -1);
}

/* As the script that a session of KDE starts with does it */
static void
send_environment (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  g_auto(GStrv) all = g_get_environ ();
  int out = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof (address.sun_path));
  g_assert_cmpint (connect (out, (struct sockaddr *) &address, sizeof (address)), ==, 0);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat (all[i], "\n", NULL);

      g_assert_cmpint (write (out, line, strlen (line)), ==, (gssize) strlen (line));
    }
  close (out);
}

static void
start_wallet_with_key (void)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  g_autofree char   *path = g_build_filename (g_get_user_runtime_dir (), "wallet", NULL);
  g_autofree char   *pipe_number = NULL, *socket_number = NULL;
  const char        *argv[] = { "kwalletd5", "--pam-login", NULL, NULL, NULL };
  char               key[N_KEY];
  int                ends[2], in, door = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (pipe (ends), ==, 0);
  g_strlcpy (address.sun_path, path, sizeof (address.sun_path));
  unlink (path);
  g_assert_cmpint (bind (door, (struct sockaddr *) &address, sizeof (address)), ==, 0);
  g_assert_cmpint (listen (door, 1), ==, 0);
  argv[2] = pipe_number = g_strdup_printf ("%d", ends[0]);
  argv[3] = socket_number = g_strdup_printf ("%d", door);
  g_setenv ("PAM_KWALLET5_LOGIN", path, TRUE);
  pid = spawn (argv, &in);
  g_unsetenv ("PAM_KWALLET5_LOGIN");
  close (in);
  close (ends[0]);
  close (door);
  memset (key, 'k', sizeof (key));
  g_assert_cmpint (write (ends[1], key, sizeof (key)), ==, sizeof (key));
  close (ends[1]);
  send_environment (path);
}

static void
start_kwallet (OtherState state)
{
  const char *argv[] = { "kwalletd5", NULL };
  int         in;

  if (state == OTHER_OPEN)
    {
      start_wallet_with_key ();
      return;
    }
  pid = spawn (argv, &in);
  close (in);
}

/* --- Both --- */

/* Returns: (transfer full) (nullable): the collection that new passwords go to */
static char *
dup_collection (void)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GVariant) reply =
               g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                            "org.freedesktop.Secret.Service", "ReadAlias",
                                            g_variant_new ("(s)", "default"), G_VARIANT_TYPE ("(o)"),
                                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);
  const char *path = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(&o)", &path);
  return path != NULL && !g_str_equal (path, "/") ? g_strdup (path) : NULL;
}

static gboolean
is_locked (const char *collection)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GVariant) reply =
      g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", collection,
                                   "org.freedesktop.DBus.Properties", "Get",
                                   g_variant_new ("(ss)", "org.freedesktop.Secret.Collection", "Locked"),
                                   G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);

  if (reply == NULL)
    return TRUE;
  g_variant_get (reply, "(v)", &value);
  return g_variant_get_boolean (value);
}

/* KeePassXC 2.7.4 ends itself over a search that comes while it opens its database: a person is not as fast. */
static gboolean
wait_for_collection (OtherKind kind, gboolean is_to_be_locked)
{
  gint64 end = g_get_monotonic_time () + LONGEST_START_US;
  int    status = 0;

  while (g_get_monotonic_time () < end)
    {
      g_autofree char *collection = dup_collection ();

      if (collection != NULL && (kind == OTHER_KWALLET || is_locked (collection) == is_to_be_locked))
        return TRUE;
      if (waitpid (pid, &status, WNOHANG) != 0)
        {
          has_fallen = WIFSIGNALED (status);
          g_assert_true (has_fallen);
          return FALSE;
        }
      g_usleep (20000); /* it has no signal for this that all versions send */
    }
  return FALSE;
}

static void
start_program (OtherKind kind, OtherState state)
{
  if (kind == OTHER_KEEPASSXC)
    start_keepassxc (state);
  else
    start_kwallet (state);
}

gboolean
other_keyring_start (OtherKind kind, OtherState state)
{
  start_program (kind, state);
  if (wait_for_collection (kind, state == OTHER_LOCKED))
    return TRUE;
  g_test_message ("%s offers no collection", get_program (kind));
  if (!has_fallen)
    other_keyring_stop ();
  return FALSE;
}

/* 2.7.10 of Debian 13 does at each database that it opens on a display without a desktop, whoever asks. */
gboolean
other_keyring_has_fallen (void)
{
  return has_fallen;
}

/* A program that ends, or takes for ever, fails the test by its name instead of by the time of all. @n_bytes: more than those */
static void
wait_for_wallet (gsize n_bytes)
{
  g_autofree char *wallet = g_build_filename (g_get_home_dir (), ".local/share/kwalletd/kdewallet.kwl", NULL);
  gint64           end = g_get_monotonic_time () + LONGEST_START_US;
  GStatBuf         status;

  while (g_stat (wallet, &status) != 0 || (gsize) status.st_size <= n_bytes)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_assert_cmpint (waitpid (pid, NULL, WNOHANG), ==, 0);
      g_usleep (20000); /* it has no signal for this */
    }
}

void
other_keyring_make (OtherKind kind)
{
  if (kind == OTHER_KEEPASSXC)
    {
      make_database ();
      return;
    }
  make_wallet ();
  start_kwallet (OTHER_OPEN); /* the one that is made at its first start is offered from the second one on */
  sync_wait_for_service (TRUE);
  wait_for_wallet (EMPTY_WALLET - 1); /* half a wallet never opens */
  other_keyring_stop ();
}

void
other_keyring_wait_written (OtherKind kind)
{
  if (kind == OTHER_KWALLET)
    wait_for_wallet (EMPTY_WALLET);
}

gboolean
other_keyring_asks (gpointer unused)
{
  static const char *const places[] = { "/org/freedesktop/secrets/prompt",
                                        "/org/freedesktop/secrets/prompts" };
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *xml = "";
      g_autoptr(GVariant)
                   reply = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", places[i],
                                                        "org.freedesktop.DBus.Introspectable", "Introspect",
                                                        NULL, G_VARIANT_TYPE ("(s)"),
                                                        G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);

      if (reply != NULL)
        g_variant_get (reply, "(&s)", &xml);
      if (strstr (xml, "<node name=") != NULL)
        return TRUE;
    }
  return FALSE;
}

void
other_keyring_stop (void)
{
  gint64 end = g_get_monotonic_time () + LONGEST_END_US;

  kill (pid, SIGTERM);
  while (waitpid (pid, NULL, WNOHANG) == 0)
    {
      if (g_get_monotonic_time () > end) /* KWallet, now and then */
        kill (pid, SIGKILL);
      g_usleep (20000);
    }
  g_spawn_close_pid (pid);
  sync_wait_for_service (FALSE);
}

void
other_keyring_lock (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &error);
  g_autoptr(SecretCollection) collection = NULL;
  g_autoptr(GList) one = NULL;
  g_autofree char *path = dup_collection ();

  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                                 NULL, &error);
  g_assert_no_error (error);
  one = g_list_append (NULL, collection);
  secret_service_lock_sync (service, one, NULL, NULL,
                            &error); /* answers the program's own question, if it has one */
  g_assert_no_error (error);
  while (!is_locked (path))
    g_usleep (20000);
}
