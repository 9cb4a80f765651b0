/* One Veto at a time, and what its options say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "veto-walker.h"

/* Starts Veto once more; it tells the one that runs, and ends. */
static void
start_again (VetoWalker *walker, const char *option, const char *argument)
{
  const char *const argv[] = { veto_walker_get_program (), option, argument, NULL };
  g_autofree char  *said = NULL;

  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &said), ==, 0);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (veto_driver_is_running (walker->driver));
}

static void
expect_platform (VetoWalker *walker)
{
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, walker->platform->name));
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_STEP_BY_STEP, NULL, NULL);
}

static void
expect_overview (VetoWalker *walker)
{
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

static void
test_platform (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_walker_start (walker, NULL);
  expect_overview (walker);
  start_again (walker, "--platform", walker->platform->id);
  expect_platform (walker);
  start_again (walker, "--platform", "nonsense");
  expect_overview (walker);
  start_again (walker, "--platform", walker->platform->id);
  expect_platform (walker);
  start_again (walker, NULL, NULL); /* only comes to the front */
  expect_platform (walker);
}

static void
test_first (gconstpointer option)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_walker_start (walker, option);
  if (g_str_has_suffix (option, walker->platform->id))
    expect_platform (walker);
  else
    expect_overview (walker);
}

/* Whoever is in the middle of something loses nothing. */
static void
test_in_walk (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkStep  *step = walk_steps_get (walker->guide->steps, 1);
  g_autofree char *login = walker_dup_words ("en", WORD_LOGIN, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  veto_driver_fill (walker->driver, login, WALKER_LOGIN);
  start_again (walker, NULL, NULL);
  veto_walker_expect_step (walker, step);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);

  start_again (walker, "--platform", walker->platform->id);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_THIS_IS_NEXT, N_WORDS);
  veto_driver_wait_focus (walker->driver, VETO_KIND_BUTTON, "Continue");
  veto_driver_kill (walker->driver);
  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
}

typedef struct
{
  const char *action;
  const char *command; /* for a desktop that does not start programs by D-Bus */
  VetoKind    kind;    /* of what is there afterwards, by its name */
  const char *name;
} Launch;

/* In the order in which the launcher's menu has them */
static const Launch launches[] = {
  { "platform-facebook", "veto --platform facebook", VETO_KIND_HEADING, "Facebook" },
  { "letters", "veto --letters", VETO_KIND_BUTTON, "Write a letter" },
};

static void
test_launcher_menu (void)
{
  g_autoptr(GKeyFile) launcher = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) actions = NULL;

  g_key_file_load_from_file (launcher, g_getenv ("VETO_TEST_LAUNCHER"), G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  actions = g_key_file_get_string_list (launcher, "Desktop Entry", "Actions", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (actions), ==, G_N_ELEMENTS (launches));
  for (gsize i = 0; i < G_N_ELEMENTS (launches); i++)
    {
      g_autofree char *group = g_strconcat ("Desktop Action ", actions[i], NULL);
      g_autofree char *command = g_key_file_get_string (launcher, group, "Exec", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (actions[i], ==, launches[i].action);
      g_assert_cmpstr (command, ==, launches[i].command);
    }
}

/* Asks as a desktop does. Returns: FALSE as long as nobody is there to be asked */
static gboolean
ask_for_action (VetoDriver *driver, gpointer action)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *path = g_strconcat ("/", VETO_APP_ID, NULL);
  g_autoptr(GVariant) reply = NULL;

  g_assert_nonnull (bus);
  g_strdelimit (path, ".", '/');
  reply = g_dbus_connection_call_sync (bus, VETO_APP_ID, path, "org.freedesktop.Application",
                                       "ActivateAction", g_variant_new ("(sava{sv})", action, NULL, NULL),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  return reply != NULL;
}

/* The desktop starts it without a window, and asks for the action; the same when it runs already. */
static void
test_launched_by_bus (gconstpointer data)
{
  const Launch *launch = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const char *const argv[] = { veto_walker_get_program (), "--gapplication-service", NULL };

  veto_driver_spawn (walker->driver, argv);
  for (guint i = 0; i < 2; i++)
    {
      veto_driver_wait_until (walker->driver, "a program that takes the action", ask_for_action,
                              (gpointer) launch->action);
      veto_node_free (veto_driver_wait_for (walker->driver, launch->kind, launch->name));
      veto_walker_open_overview (walker);
      expect_overview (walker);
    }
}

static void
test_launched_by_command (gconstpointer data)
{
  const Launch *launch = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_auto(GStrv) words = g_strsplit (launch->command, " ", -1);
  const char *const argv[] = { veto_walker_get_program (), words[1], words[2], NULL };

  veto_driver_start (walker->driver, argv);
  veto_node_free (veto_driver_wait_for (walker->driver, launch->kind, launch->name));
  veto_walker_open_overview (walker);
  expect_overview (walker);
  start_again (walker, words[1], words[2]);
  veto_node_free (veto_driver_wait_for (walker->driver, launch->kind, launch->name));
}

typedef struct
{
  const char *name;
  const char *option;
  int         status;
  const char *word; /* in what is said */
} Option;

static const Option options[] = {
  { "/instance/version", "--version", 0, "Veto " },
  { "/instance/help", "--help", 0, "--platform=" },
  { "/instance/wrong", "--nonsense", 1, "--nonsense" },
};

/* Needs no window, and so no display, unless it is wrong; leaves nothing behind. */
static void
test_option (gconstpointer data)
{
  const Option *option = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const char *const argv[] = { veto_walker_get_program (), option->option, NULL };
  g_autofree char  *said = NULL;
  g_autofree char  *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);

  if (option->status == 0)
    veto_driver_set_env (walker->driver, "DISPLAY", NULL);
  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &said), ==, option->status);
  g_assert_nonnull (strstr (said, option->word));
  g_assert_null (strstr (said, "WARNING"));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instance/platform", test_platform);
  g_test_add_data_func ("/instance/first/platform", "--platform=facebook", test_first);
  g_test_add_data_func ("/instance/first/nonsense", "--platform=nonsense", test_first);
  g_test_add_func ("/instance/in-walk", test_in_walk);
  g_test_add_func ("/instance/launcher/menu", test_launcher_menu);
  for (gsize i = 0; i < G_N_ELEMENTS (launches); i++)
    {
      g_autofree char *bus = g_strconcat ("/instance/launcher/bus/", launches[i].action, NULL);
      g_autofree char *command = g_strconcat ("/instance/launcher/command/", launches[i].action, NULL);

      g_test_add_data_func (bus, &launches[i], test_launched_by_bus);
      g_test_add_data_func (command, &launches[i], test_launched_by_command);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    g_test_add_data_func (options[i].name, &options[i], test_option);
  return g_test_run ();
}
