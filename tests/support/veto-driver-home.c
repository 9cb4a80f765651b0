/* The home of the person in front of the program: folders, settings, and a browser that only writes down what it was given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "veto-config.h"

#include "veto-driver-private.h"

static const char *const handled_schemes[] = { "https", "http", "mailto" };

static char *
make_folder (VetoDriver *driver, const char *name)
{
  char *path = g_build_filename (driver->home, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return path;
}

/* Puts a folder in front of XDG_DATA_DIRS's place that has all of the machine's shared data but its applications: so no
 * browser of the machine is started, and "there is no browser" can be had. */
static char *
make_shared_data (VetoDriver *driver)
{
  const char *given = g_getenv ("XDG_DATA_DIRS");
  g_auto(GStrv) folders =
            g_strsplit (given != NULL && given[0] != '\0' ? given : "/usr/local/share:/usr/share", ":", -1);
  g_autoptr(GString) result = g_string_new (NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("share-%u", i);
      g_autofree char *copy = make_folder (driver, name);
      g_autoptr(GDir) folder = g_dir_open (folders[i], 0, NULL);
      const char *entry;

      while (folder != NULL && (entry = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *target = g_build_filename (folders[i], entry, NULL);
          g_autofree char *link = g_build_filename (copy, entry, NULL);

          if (!g_str_equal (entry, "applications"))
            g_assert_cmpint (symlink (target, link), ==, 0);
        }
      g_string_append_printf (result, "%s%s", i > 0 ? ":" : "", copy);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static void
write_file (const char *folder, const char *name, const char *content, int mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode, &error);
  g_assert_no_error (error);
}

/**
 * veto_driver_set_browser:
 * @is_there: FALSE for a person who has no program that opens links
 *
 * A new driver has a browser stand-in. Can be called while the program runs: it is looked for at each link.
 */
void
veto_driver_set_browser (VetoDriver *driver, gboolean is_there)
{
  g_autofree char *applications = g_build_filename (driver->data_folder, "applications", NULL);
  g_autofree char *entry = g_build_filename (applications, "veto-test-browser.desktop", NULL);
  g_autofree char *defaults = g_build_filename (driver->home, "config", "mimeapps.list", NULL);
  g_autoptr(GKeyFile) desktop = g_key_file_new ();
  g_autoptr(GKeyFile) mimeapps = g_key_file_new ();
  g_autoptr(GString) types = g_string_new (NULL);
  g_autofree char *command = g_strdup_printf ("\"%s/browser\" %%u", driver->home);

  if (!is_there)
    {
      g_unlink (entry);
      g_unlink (defaults);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (handled_schemes); i++)
    {
      g_autofree char *type = g_strconcat ("x-scheme-handler/", handled_schemes[i], NULL);

      g_string_append_printf (types, "%s;", type);
      g_key_file_set_string (mimeapps, "Default Applications", type, "veto-test-browser.desktop");
    }
  g_key_file_set_string (desktop, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (desktop, "Desktop Entry", "Name", "Browser stand-in");
  g_key_file_set_string (desktop, "Desktop Entry", "Exec", command);
  g_key_file_set_string (desktop, "Desktop Entry", "MimeType", types->str);
  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_true (g_key_file_save_to_file (desktop, entry, NULL));
  g_assert_true (g_key_file_save_to_file (mimeapps, defaults, NULL));
}

/**
 * veto_driver_set_setting:
 * @key: of Veto's own settings
 * @value: (nullable): as GVariant writes it, "true"; NULL: as it is at first
 *
 * For the next start. The program keeps its settings in the home of this person, so a later start has them.
 */
void
veto_driver_set_setting (VetoDriver *driver, const char *key, const char *value)
{
  g_autofree char *folder = make_folder (driver, "config/glib-2.0/settings");
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *group = g_strdelimit (g_strdup (VETO_APP_ID), ".", '/');
  g_autoptr(GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  if (value != NULL)
    g_key_file_set_value (file, group, key, value);
  else
    g_key_file_remove_key (file, group, key, NULL);
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
}

/* Sets the folders of the person in the environment of the program; no animation and no blinking, so that pictures are alike */
void
veto_driver_make_home (VetoDriver *driver)
{
  static const char *const folders[][2] = { { "XDG_CONFIG_HOME", "config" },
                                            { "XDG_CACHE_HOME", "cache" },
                                            { "XDG_STATE_HOME", "state" },
                                            { "XDG_DATA_HOME", "data" } };
  g_autofree char         *gtk = NULL, *shared = NULL, *script = NULL, *quoted = NULL;

  driver->home =
    g_build_filename (g_getenv ("HOME"), "person-XXXXXX", NULL); /* goes with the desktop at the latest */
  g_assert_nonnull (g_mkdtemp (driver->home));
  driver->data_folder = make_folder (driver, "data");
  driver->opened_path = g_build_filename (driver->home, "opened", NULL);
  driver->stderr_path = g_build_filename (driver->home, "stderr", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = make_folder (driver, folders[i][1]);
      veto_driver_set_env (driver, folders[i][0], path);
    }
  veto_driver_set_env (driver, "HOME", driver->home);
  shared = make_shared_data (driver);
  veto_driver_set_env (driver, "XDG_DATA_DIRS", shared);

  gtk = make_folder (driver, "config/gtk-4.0");
  /* A test presses the same row again sooner than a person can: no double click, which a list takes as one press. */
  write_file (gtk, "settings.ini",
              "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-double-click-time=1\n",
              0600);
  quoted = g_shell_quote (driver->opened_path);
  script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$1\" >>%s\n", quoted);
  write_file (driver->home, "browser", script, 0700);
  veto_driver_set_browser (driver, TRUE);
  veto_driver_set_env (driver, "GSETTINGS_BACKEND", "keyfile");
  veto_driver_set_setting (driver, "first-run-done", "true"); /* most tests are not about the introduction */
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
veto_driver_remove_home (VetoDriver *driver)
{
  remove_tree (driver->home);
}

static char **
read_opened (VetoDriver *driver)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (driver->opened_path, &text, NULL, NULL))
    return g_new0 (char *, 1);
  g_strchomp (text);
  return g_strsplit (text, "\n", -1);
}

/* Returns: how many addresses were opened until now, in all starts of the program */
guint
veto_driver_count_opened (VetoDriver *driver)
{
  g_auto(GStrv) opened = read_opened (driver);

  return g_strv_length (opened);
}

static gboolean
are_opened (VetoDriver *driver, gpointer n)
{
  return veto_driver_count_opened (driver) >= *(guint *) n;
}

/**
 * veto_driver_wait_opened:
 * @n: which, counted from 1
 *
 * Waits until the browser stand-in was given its @n th address.
 * Returns: (transfer full): that address
 */
char *
veto_driver_wait_opened (VetoDriver *driver, guint n)
{
  g_auto(GStrv) opened = NULL;

  g_return_val_if_fail (n > 0, NULL);
  if (!veto_driver_poll_until (driver, driver->patience_ms, are_opened, &n))
    veto_driver_fail (driver, "%u addresses were opened, not %u", veto_driver_count_opened (driver), n);
  opened = read_opened (driver);
  return g_strdup (opened[n - 1]);
}

const char *
veto_driver_get_data_folder (VetoDriver *driver)
{
  return driver->data_folder;
}

/* Returns: the HOME of the person; goes with the driver */
const char *
veto_driver_get_home (VetoDriver *driver)
{
  return driver->home;
}
