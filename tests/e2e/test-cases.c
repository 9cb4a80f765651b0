/* From the overview to a case: an answer is noted, what is next follows from it, and what was noted can be taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-day.h"
#include "veto-driver.h"
#include "veto-store-rows.h"

#define PLATFORM "facebook"
#define NAME "Facebook"

/* Somebody who sent an e-mail so many days ago */
static void
make_case (VetoDriver *driver, guint n_days)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (driver), "veto", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open (folder, VETO_STORE_WINDOW, &error);
  g_autoptr(VetoStoreCase) row = NULL;
  g_autofree char *text = NULL;
  VetoStoreEvent   event = { .id = (char *) "sent", .kind = (char *) "sent", .created = 1 };
  GDate            day;

  g_assert_no_error (error);
  row = veto_store_add_case (store, PLATFORM, "object", "form", &error);
  g_assert_no_error (error);
  veto_day_today (&day);
  g_date_subtract_days (&day, n_days);
  event.day = text = veto_day_dup_iso (&day);
  event.case_id = row->id;
  event.data = (char *) "{\"channel\":\"email\",\"goal\":\"object\"}";
  veto_store_set_event (store, &event, &error);
  g_assert_no_error (error);
}

static VetoDriver *
start (guint n_days)
{
  VetoDriver *driver = veto_driver_new ();

  make_case (driver, n_days);
  veto_driver_start (driver, (const char *[]){ g_getenv ("VETO_TEST_PROGRAM"), NULL });
  return driver;
}

static void
open_case (VetoDriver *driver, const char *state)
{
  g_autofree char *prefix = g_strdup_printf ("%s: %s", NAME, state);
  g_autoptr(VetoNode) row = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, prefix);

  veto_driver_press (driver, VETO_KIND_ROW, row->name);
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_HEADING, "What is next"));
}

/* The whole way, by what a screen reader says; the keyboard is at the blue button afterwards. */
static void
test_refused (void)
{
  g_autoptr(VetoDriver) driver = start (5);
  g_autofree char *day = NULL, *row = NULL;
  GDate            today;

  veto_day_today (&today);
  day = veto_day_dup_display (&today);
  row = g_strdup_printf ("They said no. %s. By e-mail, without a reason", day);
  open_case (driver, "Sent");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Something happened…");
  veto_driver_press (driver, VETO_KIND_CHECK, "They answered");
  veto_driver_press (driver, VETO_KIND_CHECK, "They said no");
  veto_driver_tab_to (driver, VETO_KIND_ENTRY, "Note (optional)"); /* the window follows the keyboard */
  veto_driver_fill (driver, "Note (optional)", "By e-mail, without a reason");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_driver_wait_gone (driver, VETO_KIND_ENTRY, "Note (optional)");
  veto_driver_key (driver, "Shift_L"); /* gives the window the keyboard, as a desktop would */
  veto_driver_wait_focus (driver, VETO_KIND_BUTTON, "Write the complaint");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_ROW, row));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Write the complaint");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "Objection: no use of my data for AI", ATSPI_STATE_CHECKED,
                          TRUE);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Back");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Write the complaint"));
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

/* What was noted by mistake is gone with one press, also from the disk. */
static void
test_undo (void)
{
  g_autoptr(VetoDriver) driver = start (5);

  open_case (driver, "Sent");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Something happened…");
  veto_driver_press (driver, VETO_KIND_CHECK, "They confirmed that they got it");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_node_free (veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "They confirmed that they got it. "));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Undo");
  veto_driver_wait_gone (driver, VETO_KIND_LABEL, "They confirmed that they got it");
  veto_driver_kill (driver);
  veto_driver_start (driver, (const char *[]){ g_getenv ("VETO_TEST_PROGRAM"), NULL });
  open_case (driver, "Sent");
  g_assert_null (veto_driver_find_prefix (driver, VETO_KIND_ROW, "They confirmed that they got it. "));
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

/* The day of receipt, typed by keyboard, moves the last day. */
static void
test_receipt (void)
{
  g_autoptr(VetoDriver) driver = start (12);
  g_autoptr(VetoNode) before = NULL, after = NULL;
  g_autofree char *text = NULL;
  GDate            day;

  open_case (driver, "Sent");
  before = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "Last day for their answer: ");
  veto_day_today (&day);
  text = veto_day_dup_iso (&day);
  veto_driver_press (driver, VETO_KIND_BUTTON, "They got it on another day?");
  veto_driver_fill (driver, "On which day did they get it?", text);
  veto_driver_key (driver, "Return");
  veto_driver_wait_gone (driver, VETO_KIND_ROW, before->name);
  after = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "Last day for their answer: ");
  g_assert_nonnull (strstr (after->name, "the day of receipt that you entered"));
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

/* By Tab and Return alone, from the first control of the page to its last; a small window takes the keyboard, and gives it
 * back to the button that opened it. */
static void
test_keyboard (void)
{
  static const struct
  {
    VetoKind    kind;
    const char *name;
  } controls[] = {
    { VETO_KIND_BUTTON, "Something happened…" },
    { VETO_KIND_BUTTON, "Add to calendar" },
    { VETO_KIND_BUTTON, "They got it on another day?" },
    { VETO_KIND_BUTTON, "Remove: Request sent" },
    { VETO_KIND_BUTTON, "Add a file…" },
    { VETO_KIND_BUTTON, "Paste a picture" },
    { VETO_KIND_BUTTON, "Save the file for an authority…" },
    { VETO_KIND_BUTTON, "Delete this objection from Veto" },
  };
  static const struct
  {
    const char *button;
    const char *entry;
  } dialogs[] = {
    { "Something happened…", "Note (optional)" },
    { "They got it on another day?", "On which day did they get it?" },
  };
  g_autoptr(VetoDriver) driver = start (12);

  open_case (driver, "Sent");
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    veto_driver_tab_to (driver, controls[i].kind, controls[i].name);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      veto_driver_tab_to (driver, VETO_KIND_BUTTON, dialogs[i].button); /* round the window: no trap */
      veto_driver_key (driver, "Return");
      veto_node_free (veto_driver_wait_for (driver, VETO_KIND_ENTRY, dialogs[i].entry));
      veto_driver_tab_to (driver, VETO_KIND_ENTRY, dialogs[i].entry);
      veto_driver_key (driver, "Escape");
      veto_driver_wait_gone (driver, VETO_KIND_ENTRY, dialogs[i].entry);
      veto_driver_key (driver,
                       "Shift_L"); /* does nothing but to give the window the keyboard, as a desktop would */
      veto_driver_wait_focus (driver, VETO_KIND_BUTTON, dialogs[i].button);
    }
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/refused", test_refused);
  g_test_add_func ("/cases/keyboard", test_keyboard);
  g_test_add_func ("/cases/undo", test_undo);
  g_test_add_func ("/cases/receipt", test_receipt);
  return g_test_run ();
}
