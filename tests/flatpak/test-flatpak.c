/* The installed Flatpak in its sandbox, used from outside as a person would; only portals lead out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows are one person's morning, in this order: each begins where the one before it ended. tests/flatpak/run starts this
 * on a desktop of its own, with the portals of this machine and its keyring. */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "veto-walker.h"

#define PROGRAM "veto"                         /* what it calls itself on the accessibility bus */
#define PORTAL_DIALOG "xdg-desktop-portal-gtk" /* and what the portal does */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PASSWORD "Zug nach Wuppertal 7!"
#define RIGHTS "[Context]\nshared=network;ipc;\nsockets=wayland;fallback-x11;\ndevices=dri;"

/* What a session of GNOME would have started, in this order: a portal asks those before it when it starts. */
static const struct
{
  const char *name;
  const char *command;
} services[] = {
  { "org.freedesktop.impl.portal.PermissionStore", "exec /usr/libexec/xdg-permission-store" },
  { "org.freedesktop.portal.Documents", "exec /usr/libexec/xdg-document-portal" },
  { "org.freedesktop.secrets",
    "echo opened | exec gnome-keyring-daemon --foreground --unlock --components=secrets" },
  { "org.freedesktop.impl.portal.desktop.gtk", "exec /usr/libexec/xdg-desktop-portal-gtk" },
  { PORTAL_NAME, "exec /usr/libexec/xdg-desktop-portal" },
};

static VetoWalker  *walker;
static GSubprocess *running[G_N_ELEMENTS (services)];

static gboolean
has_owner (VetoDriver *driver, gpointer name)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GVariant) reply = NULL;
  gboolean is_there = FALSE;

  g_assert_nonnull (bus);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "NameHasOwner", g_variant_new ("(s)", name),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (reply != NULL)
    g_variant_get (reply, "(b)", &is_there);
  return is_there;
}

static gboolean
has_no_owner (VetoDriver *driver, gpointer name)
{
  return !has_owner (driver, name);
}

static void
start_session (void)
{
  walker = veto_walker_new ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      const char *const argv[] = { "sh", "-c", services[i].command, NULL };

      running[i] = veto_driver_start_beside (walker->driver, argv);
      veto_driver_wait_until (walker->driver, services[i].name, has_owner, (gpointer) services[i].name);
    }
}

static void
end_session (void)
{
  for (gsize i = G_N_ELEMENTS (services); i > 0; i--)
    if (running[i - 1] != NULL)
      {
        g_subprocess_send_signal (running[i - 1], SIGTERM);
        g_subprocess_wait (running[i - 1], NULL, NULL);
        g_clear_object (&running[i - 1]);
      }
  g_clear_pointer (&walker, veto_walker_free);
}

/* A sandboxed program is on the session bus by a proxy, which the end of the program has to reach first. */
static void
wait_ended (void)
{
  veto_driver_wait_until (walker->driver, "the end of the sandbox", has_no_owner, (gpointer) VETO_APP_ID);
}

static void
start (void)
{
  veto_driver_look_into (walker->driver, PROGRAM);
  veto_walker_start (walker, NULL);
}

static void
test_start (void)
{
  start ();
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
}

/* Through the secret portal: libsecret then keeps a file of its own in the sandbox, locked with a key from the keyring. */
static void
test_password (void)
{
  g_autofree char *keyring = g_build_filename (veto_driver_get_home (walker->driver), ".var", "app",
                                               VETO_APP_ID, "data", "keyrings", "default.keyring", NULL);
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  veto_walker_walk_to (walker, 1);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, "Store the password for this account…");
  veto_driver_fill (walker->driver, "Password there (optional)", PASSWORD);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, "Save");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_BUTTON, "Copy the password"));
  veto_driver_kill (walker->driver);
  wait_ended ();

  g_assert_true (g_file_get_contents (keyring, &bytes, &n_bytes, NULL));
  g_assert_null (memmem (bytes, n_bytes, PASSWORD, strlen (PASSWORD)));

  start ();
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, "Copy the password");
  veto_driver_wait_clipboard (walker->driver, PASSWORD);
}

/* The rest of the way through the form. Its address was opened by the desktop's browser, asked by the portal. */
static void
test_walk (void)
{
  const WalkStep  *form = walk_steps_get (walker->guide->steps, 0);
  g_autofree char *opened = veto_driver_wait_opened (walker->driver, 1);

  g_assert_cmpstr (opened, ==, form->links[0]);
  for (guint i = 1; i < walker->guide->steps->len; i++)
    veto_walker_do_step (walker, walk_steps_get (walker->guide->steps, i));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  veto_walker_press (walker, WORD_FINISH, NULL);
  veto_walker_expect_finished (walker);
}

static void
fill (const char *entry, const char *text)
{
  veto_driver_tab_to (walker->driver, VETO_KIND_ENTRY, entry);
  veto_driver_fill (walker->driver, entry, text);
}

static void
write_letter (void)
{
  g_autoptr(VetoNode) kind = NULL;
  g_autoptr(VetoNode) service = NULL;
  VetoDriver *driver = walker->driver;

  veto_driver_press (driver, VETO_KIND_ROW, "Letters");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Write a letter");
  kind = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "Objection to AI training");
  veto_driver_press (driver, VETO_KIND_ROW, kind->name);
  veto_driver_fill (driver, "Search for a service or company", "facebook");
  service = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "Facebook, ");
  veto_driver_press (driver, VETO_KIND_ROW, service->name);
  fill ("Your name", "Erika Mustermann");
  fill ("Your address", "Musterweg 1, 40210 Düsseldorf");
  fill ("Your account", "erika@example.org");
}

static gboolean
is_written (VetoDriver *driver, gpointer path)
{
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  return g_file_get_contents (path, &bytes, &n_bytes, NULL) && n_bytes > 1000
         && memmem (bytes + n_bytes - 10, 10, "%%EOF", 5) != NULL;
}

/* The dialog belongs to the portal, and the file to a folder that the sandbox does not have. */
static void
test_save_pdf (void)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_home (walker->driver), "Papers", NULL);
  g_autofree char *path = g_build_filename (folder, "objection.pdf", NULL);
  g_autofree char *head = NULL;
  VetoDriver      *driver = walker->driver;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_letter ();
  veto_driver_press (driver, VETO_KIND_BUTTON, "Send…");
  veto_driver_press (driver, VETO_KIND_ROW, "Save as PDF…");

  veto_driver_look_into (driver, PORTAL_DIALOG);
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Save"));
  veto_driver_fill (driver, "Name:", path);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_driver_wait_until (driver, "the whole PDF where it was to go", is_written, path);
  veto_driver_look_into (driver, PROGRAM);
  veto_node_free (veto_driver_wait_for_prefix (driver, VETO_KIND_LABEL, "Saved as"));
  g_assert_true (g_file_get_contents (path, &head, NULL, NULL));
  g_assert_true (g_str_has_prefix (head, "%PDF-"));
  veto_driver_terminate (driver);
  veto_driver_wait_exit (driver);
  wait_ended ();
}

static void
test_rights (void)
{
  const char *const argv[] = { "flatpak", "--user", "info", "--show-permissions", VETO_APP_ID, NULL };
  g_autofree char  *said = NULL;

  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &said), ==, 0);
  g_assert_cmpstr (g_strstrip (said), ==, RIGHTS);
}

/* Reads a file of the person from inside. @more: (nullable): a right that the Flatpak does not have */
static int
read_inside (const char *path, const char *more, char **out_said)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  const char *const head[] = { "flatpak", "--user", "run", "--command=cat" };

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    g_ptr_array_add (argv, (gpointer) head[i]);
  if (more != NULL)
    g_ptr_array_add (argv, (gpointer) more);
  g_ptr_array_add (argv, (gpointer) VETO_APP_ID);
  g_ptr_array_add (argv, (gpointer) path);
  g_ptr_array_add (argv, NULL);
  return veto_driver_run_beside (walker->driver, (const char *const *) argv->pdata, out_said);
}

/* With that right the same attempt succeeds, so it is the sandbox that it fails on. */
static void
test_home (void)
{
  static const char words[] = "nobody's business";
  g_autofree char  *path = g_build_filename (veto_driver_get_home (walker->driver), "diary.txt", NULL);
  g_autofree char  *said = NULL, *with_right = NULL;

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  g_assert_cmpint (read_inside (path, NULL, &said), !=, 0);
  g_assert_null (strstr (said, words));
  g_assert_cmpint (read_inside (path, "--filesystem=home", &with_right), ==, 0);
  g_assert_nonnull (strstr (with_right, words));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  start_session ();
  g_test_add_func ("/flatpak/rights", test_rights);
  g_test_add_func ("/flatpak/home", test_home);
  g_test_add_func ("/flatpak/start", test_start);
  g_test_add_func ("/flatpak/password", test_password);
  g_test_add_func ("/flatpak/walk", test_walk);
  g_test_add_func ("/flatpak/save-pdf", test_save_pdf);
  status = g_test_run ();
  end_session ();
  return status;
}
