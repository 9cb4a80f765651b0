/* A letter from the overview to the end, in German, as a person with a screen reader and a keyboard writes it; and kill -9, and
 * the end of the session, in the middle of typing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-driver.h"

#define SEARCH "Dienst oder Firma suchen"
#define SERVICE "Facebook, Instagram, Threads, Messenger, Meta AI, Meta Platforms Ireland Limited"
#define KIND "Widerspruch gegen KI-Training"
#define REASON "Auf meinen Fotos sind meine Kinder zu sehen"

static VetoDriver *
start (void)
{
  VetoDriver *driver = veto_driver_new ();

  if (!veto_driver_set_language (driver, "de"))
    {
      g_test_skip ("there is no German locale here");
      veto_driver_free (driver);
      return NULL;
    }
  veto_driver_start (driver, (const char *[]){ g_getenv ("VETO_TEST_PROGRAM"), NULL });
  return driver;
}

static void
begin_letter (VetoDriver *driver)
{
  g_autoptr(VetoNode) row = NULL;

  veto_driver_press (driver, VETO_KIND_ROW, "Briefe");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Brief schreiben");
  row = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, KIND);
  veto_driver_press (driver, VETO_KIND_ROW, row->name);
}

static void
choose_company (VetoDriver *driver)
{
  veto_driver_fill (driver, SEARCH, "facebook");
  veto_driver_press (driver, VETO_KIND_ROW, SERVICE);
  veto_driver_wait_for (driver, VETO_KIND_LABEL, "Meta Platforms Ireland Limited");
}

/* By keyboard alone: the page follows the focus. */
static void
fill (VetoDriver *driver, const char *entry, const char *text)
{
  veto_driver_tab_to (driver, VETO_KIND_ENTRY, entry);
  veto_driver_fill (driver, entry, text);
}

static void
tick (VetoDriver *driver, const char *name)
{
  veto_driver_tab_to (driver, VETO_KIND_CHECK, name);
  veto_driver_key (driver, "space");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, name, ATSPI_STATE_CHECKED, TRUE);
}

/* Tab leads to what is chosen in a group, the arrow keys to the others. */
static void
choose_german (VetoDriver *driver)
{
  veto_driver_tab_to (driver, VETO_KIND_CHECK, "English");
  veto_driver_key (driver, "Up");
  veto_driver_wait_focus (driver, VETO_KIND_CHECK, "Deutsch");
  veto_driver_key (driver, "space");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "Deutsch", ATSPI_STATE_CHECKED, TRUE);
}

static void
fill_in (VetoDriver *driver)
{
  fill (driver, "Ihr Name", "Erika Mustermann");
  fill (driver, "Ihre Anschrift", "Musterweg 1, 40210 Düsseldorf");
  fill (driver, "Ihr Konto", "erika@example.org");
}

static gboolean
says_letter (VetoDriver *driver, gpointer words)
{
  g_autoptr(VetoNode) page = veto_driver_find (driver, VETO_KIND_ANY, "Der Brief");
  g_autofree char *text = page != NULL ? veto_node_dup_description (page) : NULL;

  return text != NULL && strstr (text, words) != NULL;
}

static void
wait_letter (VetoDriver *driver, const char *words)
{
  veto_driver_wait_until (driver, words, says_letter, (gpointer) words);
}

/* From the overview to a letter that can be sent, and to the question how. */
static void
test_objection (void)
{
  g_autoptr(VetoDriver) driver = start ();

  if (driver == NULL)
    return;
  begin_letter (driver);
  veto_driver_wait_state (driver, VETO_KIND_BUTTON, "Verschicken …", ATSPI_STATE_SENSITIVE, FALSE);
  choose_company (driver);
  fill_in (driver);
  tick (driver, REASON);
  choose_german (driver);
  wait_letter (driver, "Widerspruch nach Art. 21");
  wait_letter (driver, "Meta Platforms Ireland Limited");
  wait_letter (driver, "Auf Fotos, die ich veröffentlicht habe, sind meine Kinder zu sehen.");
  wait_letter (driver, "Erika Mustermann");
  veto_driver_wait_state (driver, VETO_KIND_BUTTON, "Verschicken …", ATSPI_STATE_SENSITIVE, TRUE);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Zurück");
  veto_driver_wait_for (driver, VETO_KIND_ROW, KIND ", Meta Platforms Ireland Limited. Entwurf");
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

/* Whether the database, or its journal, has these words already */
static gboolean
is_stored (VetoDriver *driver, gpointer words)
{
  static const char *const names[] = { "veto.db", "veto.db-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (veto_driver_get_data_folder (driver), "veto", names[i], NULL);
      g_autofree char *bytes = NULL;
      gsize            n_bytes;

      if (g_file_get_contents (path, &bytes, &n_bytes, NULL)
          && memmem (bytes, n_bytes, words, strlen (words)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is closed, nothing is asked: what was typed is there a quarter of a second after the key. */
static void
test_killed (void)
{
  g_autoptr(VetoDriver) driver = start ();

  if (driver == NULL)
    return;
  begin_letter (driver);
  choose_company (driver);
  fill_in (driver);
  tick (driver, REASON);
  fill (driver, "Ihre E-Mail-Adresse (freiwillig)", "erika@");
  veto_driver_wait_until (driver, "the last words in the store", is_stored, (gpointer) "erika@\"");
  veto_driver_kill (driver);

  veto_driver_start (driver, (const char *[]){ g_getenv ("VETO_TEST_PROGRAM"), NULL });
  veto_driver_press (driver, VETO_KIND_ROW, "Briefe");
  veto_driver_press (driver, VETO_KIND_ROW, KIND ", Meta Platforms Ireland Limited. Entwurf");
  veto_driver_wait_text (driver, "Ihr Name", "Erika Mustermann");
  veto_driver_wait_text (driver, "Ihre Anschrift", "Musterweg 1, 40210 Düsseldorf");
  veto_driver_wait_text (driver, "Ihr Konto", "erika@example.org");
  veto_driver_wait_text (driver, "Ihre E-Mail-Adresse (freiwillig)", "erika@");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, REASON, ATSPI_STATE_CHECKED, TRUE);
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

/* The session ends in the middle of a word. The program ends by itself and not by the signal, and the last key is kept. */
static void
test_terminated (void)
{
  static const char words[] = "Erika Mustermann von und zu der Wiese";
  g_autoptr(VetoDriver) driver = start ();

  if (driver == NULL)
    return;
  begin_letter (driver);
  veto_driver_tab_to (driver, VETO_KIND_ENTRY, "Ihr Name");
  veto_driver_type (driver, words);
  veto_driver_wait_text (driver, "Ihr Name", words);
  veto_driver_terminate (driver);
  g_assert_cmpint (veto_driver_wait_exit (driver), ==, 0);

  veto_driver_start (driver, (const char *[]){ g_getenv ("VETO_TEST_PROGRAM"), NULL });
  veto_driver_press (driver, VETO_KIND_ROW, "Briefe");
  veto_driver_press (driver, VETO_KIND_ROW, KIND ", Noch kein Empfänger. Entwurf");
  veto_driver_wait_text (driver, "Ihr Name", words);
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/objection", test_objection);
  g_test_add_func ("/letter/killed", test_killed);
  g_test_add_func ("/letter/terminated", test_terminated);
  return g_test_run ();
}
