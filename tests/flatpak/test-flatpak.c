/* The installed Flatpak in its sandbox, used from outside as a person would; only portals lead out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/flatpak/run starts this on a desktop of its own; each row has a person of its own there, with the portals of this machine
 * and its keyring. */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "veto-walker.h"

#define PROGRAM "veto"                         /* what it calls itself on the accessibility bus */
#define PORTAL_DIALOG "xdg-desktop-portal-gtk" /* and what the portal does */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PASSWORD "Zug nach Wuppertal 7!"

/* "x11" is how a Flatpak says "fallback-x11" to programs that know only that. */
#define RIGHTS "[Context]\nshared=network;ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;"

/* What a session of GNOME would have started, in this order: a portal asks those before it when it starts. */
static const struct
{
  const char *name;
  const char *command;
} services[] = {
  { "org.freedesktop.impl.portal.PermissionStore", "exec /usr/libexec/xdg-permission-store" },
  { "org.freedesktop.portal.Documents", "exec /usr/libexec/xdg-document-portal" },
  { "org.freedesktop.secrets",
    "exec gnome-keyring-daemon --foreground --unlock --components=secrets <<END\nopened\nEND\n" },
  { "org.freedesktop.portal.Flatpak", "exec /usr/libexec/flatpak-portal" },
  { "org.freedesktop.impl.portal.desktop.gtk", "exec /usr/libexec/xdg-desktop-portal-gtk" },
  { PORTAL_NAME, "exec /usr/libexec/xdg-desktop-portal" },
};

typedef struct
{
  VetoWalker  *walker;
  VetoDriver  *driver; /* that of @walker */
  GSubprocess *running[G_N_ELEMENTS (services)];
} Session;

static gboolean
has_owner (GDBusConnection *bus, const char *name)
{
  g_autoptr(GVariant) reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus",
                                                            "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                            "NameHasOwner", g_variant_new ("(s)", name), NULL,
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean is_there = FALSE;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &is_there);
  return is_there;
}

/* The driver waits only while its program runs; this is for the time before and after. */
static void
wait_for_owner (const char *name, gboolean wanted)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  g_assert_nonnull (bus);
  while (has_owner (bus, name) != wanted)
    {
      if (g_get_monotonic_time () >= end)
        g_error ("%s %s", name, wanted ? "did not come" : "did not go");
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
}

/* In what the sandbox has for the person's settings */
static void
write_settings (VetoDriver *driver, const char *folder_name, const char *name, const char *settings)
{
  g_autofree char *folder =
    g_build_filename (veto_driver_get_home (driver), ".var", "app", VETO_APP_ID, "config", folder_name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, settings, -1, NULL));
}

/* As somebody who knows Veto: without the introduction */
static void
start (Session *session)
{
  g_autofree char *group = g_strdelimit (g_strdup (VETO_APP_ID), ".", '/');
  g_autofree char *settings = g_strdup_printf ("[%s]\nfirst-run-done=true\n", group);

  write_settings (session->driver, "glib-2.0/settings", "keyfile", settings);
  veto_walker_start (session->walker, NULL);
}

static void
set_up (Session *session, gconstpointer data)
{
  session->walker = veto_walker_new ("en");
  session->driver = session->walker->driver;
  veto_driver_look_into (session->driver, PROGRAM);
  write_settings (session->driver, "gtk-4.0", "settings.ini",
                  "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n");
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      const char *const argv[] = { "sh", "-c", services[i].command, NULL };

      session->running[i] = veto_driver_start_beside (session->driver, argv);
      wait_for_owner (services[i].name, TRUE);
    }
}

/* A sandboxed program is on the session bus by a proxy, which the end of the program has to reach first. */
static void
wait_ended (void)
{
  wait_for_owner (VETO_APP_ID, FALSE);
}

static void
tear_down (Session *session, gconstpointer data)
{
  veto_driver_kill (session->driver);
  wait_ended ();
  for (gsize i = G_N_ELEMENTS (services); i > 0; i--)
    {
      g_subprocess_send_signal (session->running[i - 1], SIGTERM);
      g_subprocess_wait (session->running[i - 1], NULL, NULL);
      g_object_unref (session->running[i - 1]);
      wait_for_owner (services[i - 1].name, FALSE);
    }
  veto_walker_free (session->walker);
}

/* The introduction comes once: what the sandbox keeps is there at the next start. */
static void
test_start (Session *session, gconstpointer data)
{
  VetoWalker *walker = session->walker;

  veto_walker_start (walker, NULL);
  veto_node_free (veto_driver_wait_for (session->driver, VETO_KIND_HEADING, "Which services do you use?"));
  veto_driver_key (session->driver, "Escape");
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
  veto_driver_quit (session->driver);
  wait_ended ();
  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

/* Through the secret portal: libsecret then keeps a file of its own in the sandbox, locked with a key from the keyring. */
static void
test_password (Session *session, gconstpointer data)
{
  VetoWalker      *walker = session->walker;
  VetoDriver      *driver = session->driver;
  g_autofree char *keyring = g_build_filename (veto_driver_get_home (driver), ".var", "app", VETO_APP_ID,
                                               "data", "keyrings", "default.keyring", NULL);
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  start (session);
  veto_walker_walk_to (walker, 1);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Store the password for this account…");
  veto_driver_fill (driver, "Password there (optional)", PASSWORD);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Copy the password"));
  veto_driver_kill (driver);
  wait_ended ();

  g_assert_true (g_file_get_contents (keyring, &bytes, &n_bytes, NULL));
  g_assert_null (memmem (bytes, n_bytes, PASSWORD, strlen (PASSWORD)));

  start (session);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Copy the password");
  veto_driver_wait_clipboard (driver, PASSWORD);
}

/* The whole way through the form. Its address is opened by the desktop's browser, whom the portal asks. */
static void
test_walk (Session *session, gconstpointer data)
{
  VetoWalker      *walker = session->walker;
  const WalkStep  *form = walk_steps_get (walker->guide->steps, 0);
  g_autofree char *opened = NULL;

  start (session);
  veto_walker_walk_to (walker, 1);
  opened = veto_driver_wait_opened (session->driver, 1);
  g_assert_cmpstr (opened, ==, form->links[0]);
  for (guint i = 1; i < walker->guide->steps->len; i++)
    veto_walker_do_step (walker, walk_steps_get (walker->guide->steps, i));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  veto_walker_press (walker, WORD_FINISH, NULL);
  veto_walker_expect_finished (walker);
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
test_save_pdf (Session *session, gconstpointer data)
{
  VetoDriver      *driver = session->driver;
  g_autofree char *folder = g_build_filename (veto_driver_get_home (driver), "Papers", NULL);
  g_autofree char *path = g_build_filename (folder, "objection.pdf", NULL);
  g_autofree char *head = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  start (session);
  veto_walker_write_letter (session->walker);
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
}

/* Puts a file of the feed's folder in the place of its index. */
static void
serve (const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("VETO_TEST_FEED"), name, NULL);
  g_autofree char *to = g_build_filename (g_getenv ("VETO_TEST_FEED"), "served", "index.json", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_bytes;

  g_file_get_contents (from, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, bytes, (gssize) n_bytes, &error);
  g_assert_no_error (error);
}

/* From a feed on this computer: what the wrong keys signed is refused, what the right ones signed is in use at once. */
static void
test_update (Session *session, gconstpointer data)
{
  VetoDriver *driver = session->driver;
  g_autoptr(VetoNode) number = NULL;
  g_autoptr(VetoNode) words = NULL;

  serve ("strange.json");
  start (session);
  veto_driver_press (driver, VETO_KIND_ROW, "Guidance and sources");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Check now");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "New guidance was refused"));

  serve ("release/index.json");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Check now");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "You have the newest guidance"));
  number =
    veto_driver_wait_for_prefix (driver, VETO_KIND_LABEL, "Your guidance has the number 1 and was made on ");
  veto_walker_open_platform (session->walker);
  words = veto_driver_wait_for_prefix (driver, VETO_KIND_LABEL, "Anew: ");
}

static void
test_rights (Session *session, gconstpointer data)
{
  const char *const argv[] = { "flatpak", "--user", "info", "--show-permissions", VETO_APP_ID, NULL };
  g_autofree char  *said = NULL;

  g_assert_cmpint (veto_driver_run_beside (session->driver, argv, &said), ==, 0);
  g_assert_cmpstr (g_strstrip (said), ==, RIGHTS);
}

/* Reads a file of the person from inside. @more: (nullable): a right that the Flatpak does not have */
static int
read_inside (Session *session, const char *path, const char *more, char **out_said)
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
  return veto_driver_run_beside (session->driver, (const char *const *) argv->pdata, out_said);
}

/* With that right the same attempt succeeds, so it is the sandbox that it fails on. */
static void
test_home (Session *session, gconstpointer data)
{
  static const char words[] = "nobody's business";
  g_autofree char  *path = g_build_filename (veto_driver_get_home (session->driver), "diary.txt", NULL);
  g_autofree char  *said = NULL, *with_right = NULL;

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  g_assert_cmpint (read_inside (session, path, NULL, &said), !=, 0);
  g_assert_null (strstr (said, words));
  g_assert_cmpint (read_inside (session, path, "--filesystem=home", &with_right), ==, 0);
  g_assert_nonnull (strstr (with_right, words));
}

static const struct
{
  const char *name;
  void (*run) (Session *session, gconstpointer data);
} rows[] = {
  { "/flatpak/rights", test_rights }, { "/flatpak/home", test_home },
  { "/flatpak/start", test_start },   { "/flatpak/password", test_password },
  { "/flatpak/walk", test_walk },     { "/flatpak/save-pdf", test_save_pdf },
  { "/flatpak/update", test_update },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].name, Session, NULL, set_up, rows[i].run, tear_down);
  return g_test_run ();
}
