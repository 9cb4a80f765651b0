/* Where a password is left once it was stored and its window closed: in this process's own memory, and in files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With a real keyring, because a stand-in in this process would have the password itself, and the protocol's encryption keeps it
 * out of the buffers of D-Bus. Known to copy, and not tried here: what shows a password (Pango's layout, GTK's picture of it), the
 * clipboard and whoever reads it, an input method that composes it. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keyring-desk.h"
#include "veto-account-edit.h"

#define CHUNK (1 << 20)
#define LENGTH 24

/* Never in memory as it is: each letter is hidden by MASK. */
#define MASK 0x55
static guchar hidden[LENGTH];

static void
make_canary (void)
{
  for (guint i = 0; i < LENGTH; i++)
    hidden[i] = (guchar) (g_random_int_range ('a', 'z' + 1) ^ MASK);
}

/* @step: 1 for UTF-8, 2 for UTF-16 of either order */
static guint
count (const guchar *bytes, gsize n_bytes, guint step)
{
  guint n = 0;

  for (gsize at = 0; at + LENGTH * step <= n_bytes; at++)
    {
      guint i = 0;

      while (i < LENGTH && (bytes[at + i * step] ^ MASK) == hidden[i])
        i++;
      n += i == LENGTH;
    }
  return n;
}

/* Whatever can be read in this process, but for @chunk itself. */
static guint
count_in_memory (guchar *chunk)
{
  g_autofree char *maps = NULL;
  g_auto(GStrv) lines = NULL;
  int   memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint n = 0;

  g_assert_cmpint (memory, >=, 0);
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char   *end;
      guint64 from = g_ascii_strtoull (lines[i], &end, 16), to = g_ascii_strtoull (end + 1, &end, 16);

      for (guint64 at = from; end[1] == 'r' && at < to; at += CHUNK - 2 * LENGTH)
        {
          gssize got = at <= (gsize) chunk && (gsize) chunk < MIN (to, at + CHUNK)
                         ? 0
                         : pread (memory, chunk, MIN (CHUNK, to - at), (off_t) at);

          n += got > 0 ? count (chunk, (gsize) got, 1) + count (chunk, (gsize) got, 2) : 0;
          explicit_bzero (chunk, CHUNK);
        }
    }
  close (memory);
  return n;
}

static guint
count_in_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        n += count_in_files (path);
      else if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_file_get_contents (path, &text, &length, NULL))
        n += count ((const guchar *) text, length, 1) + count ((const guchar *) text, length, 2);
    }
  return n;
}

static GPid
start_keyring (void)
{
  const char *argv[] = { "gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock", NULL };
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GPid pid;
  int  in;

  if (!g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                                   | G_SPAWN_STDERR_TO_DEV_NULL,
                                 NULL, NULL, &pid, &in, NULL, NULL, NULL))
    return 0;
  g_assert_cmpint (write (in, "x", 1), ==, 1);
  close (in);
  for (gboolean is_there = FALSE; !is_there;)
    {
      g_autoptr(GVariant)
                   reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/",
                                                        "org.freedesktop.DBus", "NameHasOwner",
                                                        g_variant_new ("(s)", "org.freedesktop.secrets"),
                                                        NULL, 0, -1, NULL, NULL);

      g_variant_get (reply, "(b)", &is_there);
    }
  return pid;
}

/* As keys do: letter by letter, and no letter beside the one before. */
static void
type_canary (GtkWidget *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (scene_find (dialog, GTK_TYPE_PASSWORD_ENTRY));

  for (int i = 0; i < LENGTH; i++)
    {
      char letter[] = { (char) (hidden[i] ^ MASK), '\0' };
      int  at = i;

      gtk_editable_insert_text (entry, letter, 1, &at);
    }
}

static void
test_canary (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;
  guchar     *chunk = mmap (NULL, CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  GPid        pid = start_keyring ();

  if (pid == 0)
    {
      g_test_skip ("gnome-keyring-daemon is not installed");
      return;
    }
  make_canary ();
  keyring_open (&desk, FALSE);
  g_clear_object (&desk.scene.services.secrets);
  keyring_add (&desk, "facebook", KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  keyring_press (&desk, "Change…");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait_in (dialog, "No password is stored.");
  type_canary (dialog);
  g_assert_cmpuint (count_in_memory (chunk), >, 0); /* it would be found */
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait (&desk, "A password is stored in your keyring.");
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_cmpuint (count_in_memory (chunk), ==, 0);
  g_assert_cmpuint (count_in_files (g_get_home_dir ()), ==, 0);
  g_assert_cmpuint (count_in_files (g_get_user_runtime_dir ()), ==, 0);
  keyring_close (&desk);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  munmap (chunk, CHUNK);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/canary/stored", test_canary);
  return g_test_run ();
}
