/* Where a password is left once it was stored and its window closed: in this process's own memory, in its core image, and in files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With a real keyring, because a stand-in in this process would have the password itself, and the protocol's encryption keeps it
 * out of the buffers of D-Bus. The copies that are known and not tried here: docs/security.md, "Copies of a password". */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "canary.h"
#include "keyring-desk.h"
#include "veto-account-edit.h"

/* That what is looked for would be found, and is not found by chance. */
static const struct
{
  const char  *name;
  CoreImageWay way;
  guint        step; /* bytes a letter */
  guint        at;   /* where in them */
} planted[] = {
  { "/canary/planted/kernel/utf-8", CORE_IMAGE_KERNEL, 1, 0 },
  { "/canary/planted/kernel/utf-16-le", CORE_IMAGE_KERNEL, 2, 0 },
  { "/canary/planted/kernel/utf-16-be", CORE_IMAGE_KERNEL, 2, 1 },
  { "/canary/planted/copy/utf-8", CORE_IMAGE_COPY, 1, 0 },
  { "/canary/planted/copy/utf-16-le", CORE_IMAGE_COPY, 2, 0 },
  { "/canary/planted/copy/utf-16-be", CORE_IMAGE_COPY, 2, 1 },
};

static void
test_planted (gconstpointer data)
{
  gsize   row = GPOINTER_TO_SIZE (data), n_bytes = CANARY_LENGTH * planted[row].step;
  guchar *place = g_malloc0 (n_bytes);
  int     n;

  canary_make ();
  for (guint i = 0; i < CANARY_LENGTH; i++)
    place[i * planted[row].step + planted[row].at] = (guchar) canary_get_letter (i);
  n = canary_count_in_image (planted[row].way);
  if (n < 0)
    {
      g_test_skip ("core images go elsewhere here, or are not allowed");
      g_free (place);
      return;
    }
  g_assert_cmpint (n, >, 0);
  g_assert_cmpuint (canary_count_in_memory (), >, 0);
  explicit_bzero (place, n_bytes);
  g_assert_cmpint (canary_count_in_image (planted[row].way), ==, 0);
  g_assert_cmpuint (canary_count_in_memory (), ==, 0);
  g_free (place);
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

  for (guint i = 0; i < CANARY_LENGTH; i++)
    {
      char letter[] = { canary_get_letter (i), '\0' };
      int  at = (int) i;

      gtk_editable_insert_text (entry, letter, 1, &at);
    }
}

static void
assert_nowhere (void)
{
  g_assert_cmpuint (canary_count_in_memory (), ==, 0);
  for (CoreImageWay way = CORE_IMAGE_KERNEL; way <= CORE_IMAGE_COPY; way++)
    g_assert_cmpint (canary_count_in_image (way), <=, 0);
  g_assert_cmpuint (canary_count_in_folder (g_get_home_dir ()), ==, 0);
  g_assert_cmpuint (canary_count_in_folder (g_get_user_runtime_dir ()), ==, 0);
}

/* The page is closed without that the password was shown or copied. */
static void
leave_page (KeyringDesk *desk)
{
  scene_act (&desk->scene, "win.overview", NULL);
  scene_settle (&desk->scene);
}

static void
test_stored (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;
  GPid        pid = start_keyring ();

  if (pid == 0)
    {
      g_test_skip ("gnome-keyring-daemon is not installed");
      return;
    }
  canary_make ();
  keyring_open (&desk, FALSE);
  g_clear_object (&desk.scene.services.secrets);
  keyring_add (&desk, "facebook", KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  keyring_press (&desk, "Change…");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait_in (dialog, "No password is stored.");
  type_canary (dialog);
  g_assert_cmpuint (canary_count_in_memory (), >, 0); /* the field has it: it would be found */
  g_assert_cmpint (canary_count_in_image (CORE_IMAGE_COPY), >, 0);
  g_assert_cmpint (canary_count_in_image (CORE_IMAGE_KERNEL), <=, 0); /* GTK keeps that memory out of it */
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait (&desk, "A password is stored in your keyring.");
  leave_page (&desk);
  assert_nowhere ();
  keyring_show (&desk); /* the keyring is asked what it has, and not for the password */
  keyring_wait (&desk, "A password is stored in your keyring.");
  leave_page (&desk);
  assert_nowhere ();
  keyring_close (&desk);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    g_test_add_data_func (planted[i].name, GSIZE_TO_POINTER (i), test_planted);
  g_test_add_func ("/canary/stored", test_stored);
  return g_test_run ();
}
