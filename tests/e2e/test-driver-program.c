/* The driver of the end-to-end tests, tried on a small window: the program from start to end, its surroundings, and how a
 * test fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "veto-driver.h"

#define LINK "https://www.example.org/a?b=c&d=%C3%A4#e"

static void
start_sample (VetoDriver *driver)
{
  const char *const argv[] = { g_getenv ("VETO_TEST_SAMPLE"), NULL };

  veto_driver_start (driver, argv);
}

static void
test_close (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();

  g_assert_false (veto_driver_is_running (driver));
  start_sample (driver);
  g_assert_true (veto_driver_is_running (driver));
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
  g_assert_false (veto_driver_is_running (driver));
}

static void
test_exit_status (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  g_autofree char  *words = NULL;
  const char *const argv[] = { g_getenv ("VETO_TEST_SAMPLE"), "--fail", NULL };

  veto_driver_spawn (driver, argv);
  g_assert_cmpint (veto_driver_wait_exit (driver), ==, 3);
  words = veto_driver_dup_stderr (driver);
  g_assert_cmpstr (words, ==, "sample: there is nothing to show\n");
}

/* What the program kept is there at the next start, and a dead window is not taken for the new one. */
static void
test_kill_and_start_again (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  g_autofree char *kept = g_build_filename (veto_driver_get_data_folder (driver), "kept", NULL);

  start_sample (driver);
  veto_driver_fill (driver, "Name", "before");
  g_assert_true (g_file_set_contents (kept, "x", 1, NULL));
  veto_driver_kill (driver);
  g_assert_false (veto_driver_is_running (driver));
  g_assert_null (veto_driver_find (driver, VETO_KIND_ANY, "Name"));

  start_sample (driver);
  veto_driver_wait_text (driver, "Name", "");
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

static void
test_home_goes (void)
{
  VetoDriver      *driver = veto_driver_new ();
  g_autofree char *folder = g_strdup (veto_driver_get_data_folder (driver));

  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  veto_driver_free (driver);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_browser (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  g_autofree char *first = NULL, *second = NULL;

  start_sample (driver);
  g_assert_cmpuint (veto_driver_count_opened (driver), ==, 0);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Open a link");
  first = veto_driver_wait_opened (driver, 1);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Open a link");
  second = veto_driver_wait_opened (driver, 2);
  g_assert_cmpstr (first, ==, LINK);
  g_assert_cmpstr (second, ==, LINK);
  g_assert_cmpuint (veto_driver_count_opened (driver), ==, 2);
}

static void
test_no_browser (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();

  veto_driver_set_browser (driver, FALSE);
  start_sample (driver);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Open a link");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "There is no browser"));
  g_assert_cmpuint (veto_driver_count_opened (driver), ==, 0);
}

static void
test_clipboard (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  g_autofree char *nothing = NULL, *text = NULL;

  start_sample (driver);
  nothing = veto_driver_dup_clipboard (driver);
  g_assert_cmpstr (nothing, ==, "");
  veto_driver_fill (driver, "Name", "Grüße an 5 €");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Copy the name");
  veto_driver_wait_clipboard (driver, "Grüße an 5 €");
  text = veto_driver_dup_clipboard (driver);
  g_assert_cmpstr (text, ==, "Grüße an 5 €");
}

/* Reads the size of a PNG file: two numbers of 32 bits, the highest byte first, at byte 16. */
static void
assert_picture (const char *path, guint width, guint height)
{
  g_autofree char *content = NULL;
  guint32          size[2];
  gsize            n_bytes = 0;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_cmpuint (n_bytes, >, 1000);
  g_assert_cmpmem (content, 8, "\x89PNG\r\n\x1a\n", 8);
  memcpy (size, content + 16, sizeof size);
  g_assert_cmpuint (GUINT32_FROM_BE (size[0]), ==, width);
  g_assert_cmpuint (GUINT32_FROM_BE (size[1]), ==, height);
}

static void
test_picture (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  g_autofree char *path = g_build_filename (veto_driver_get_data_folder (driver), "picture.png", NULL);

  start_sample (driver);
  veto_driver_take_picture (driver, path);
  assert_picture (path, 900, 600);
  veto_driver_resize (driver, 360, 640);
  veto_driver_take_picture (driver, path);
  assert_picture (path, 360, 640);
  veto_driver_press (driver, VETO_KIND_ROW, "Forms"); /* found where it is now */
  veto_driver_wait_state (driver, VETO_KIND_ROW, "Forms", ATSPI_STATE_SELECTED, TRUE);
}

static void
test_language (void)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();

  if (!veto_driver_set_language (driver, "de"))
    {
      g_test_skip ("there is no German locale; ./check makes one");
      return;
    }
  start_sample (driver);
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Schließen")); /* GTK's own word */
}

/* How a test fails: each in a process of its own */
typedef struct
{
  const char *name;
  const char *expected[3]; /* patterns of its stderr */
} Failure;

static const Failure failures[] = {
  { "/driver/fails/not-there",
    { "*there is no button \"Nobody\"*", "*list \"Pages\"*", "*done: pressed button \"Bold\"*" } },
  { "/driver/fails/still-there", { "*the button \"Save\" is still there*" } },
  { "/driver/fails/insensitive", { "*the button \"Not now\" lacks sensitive*" } },
  { "/driver/fails/pointer-in-popover", { "*the pointer cannot find \"Greet\": a popover is open*" } },
  { "/driver/fails/complaint", { "*the program complained: *This is wrong on purpose*" } },
  { "/driver/fails/complaint-unread", { "*the program complained: *This is wrong on purpose*" } },
  { "/driver/fails/no-window",
    { "*there is nothing to show*", "*this did not come: a window of the program*" } },
  { "/driver/fails/no-program", { "*the program cannot be started*" } },
  { "/driver/fails/tab-comes-round", { "*Tab does not reach the heading \"What people write\"*" } },
};

static void
fail_in_window (const char *name)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();

  start_sample (driver);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Bold");
  if (g_str_has_suffix (name, "tab-comes-round"))
    veto_driver_tab_to (driver, VETO_KIND_HEADING, "What people write");
  if (g_str_has_suffix (name, "pointer-in-popover"))
    {
      veto_driver_press (driver, VETO_KIND_BUTTON, "Main menu");
      veto_driver_click (driver, VETO_KIND_MENU_ITEM, "Greet");
    }
  veto_driver_set_patience (driver, 100);
  if (g_str_has_suffix (name, "still-there"))
    veto_driver_wait_gone (driver, VETO_KIND_BUTTON, "Save");
  else if (g_str_has_suffix (name, "insensitive"))
    veto_driver_press (driver, VETO_KIND_BUTTON, "Not now");
  else
    veto_driver_press (driver, VETO_KIND_BUTTON, "Nobody");
}

static void
fail_of_program (const char *name)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  const char *const argv[] = { g_getenv ("VETO_TEST_SAMPLE"), "--fail", NULL };

  if (g_str_has_suffix (name, "no-window"))
    veto_driver_start (driver, argv);
  if (g_str_has_suffix (name, "no-program"))
    veto_driver_start (driver, (const char *const[]){ "/nowhere/veto", NULL });
  start_sample (driver);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Do something wrong");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "Something was wrong"));
  if (g_str_has_suffix (name, "complaint"))
    veto_driver_quit (driver);
}

static void
test_failure (gconstpointer data)
{
  const Failure *failure = data;

  if (g_test_subprocess ())
    {
      if (strstr (failure->name, "complaint") != NULL || strstr (failure->name, "no-") != NULL)
        fail_of_program (failure->name);
      else
        fail_in_window (failure->name);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  for (gsize i = 0; i < G_N_ELEMENTS (failure->expected) && failure->expected[i] != NULL; i++)
    g_test_trap_assert_stderr (failure->expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/driver/close", test_close);
  g_test_add_func ("/driver/exit-status", test_exit_status);
  g_test_add_func ("/driver/kill-and-start-again", test_kill_and_start_again);
  g_test_add_func ("/driver/home-goes", test_home_goes);
  g_test_add_func ("/driver/browser", test_browser);
  g_test_add_func ("/driver/no-browser", test_no_browser);
  g_test_add_func ("/driver/clipboard", test_clipboard);
  g_test_add_func ("/driver/picture", test_picture);
  g_test_add_func ("/driver/language", test_language);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    g_test_add_data_func (failures[i].name, &failures[i], test_failure);
  return g_test_run ();
}
