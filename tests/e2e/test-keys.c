/* The window that lists the keys tells the truth: each key in it is pressed on each page, and does what it should there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-hands.h"

/* What one sees after a key, on every page */
typedef enum {
  SEES_WINDOW,    /* the window is called so */
  SEES_THING,     /* that is there, and goes with Escape */
  SEES_OTHER,     /* another page, or the overview, which stays */
  SEES_END,       /* the program has ended */
  SEES_IN_A_STEP, /* only there: that is what tests/e2e/test-walk-keyboard.c and test-takeaway.c are about */
} Sees;

typedef struct
{
  const char *accelerator; /* as in the file */
  const char *key;         /* as it is pressed */
  Sees        sees;
  VetoKind    kind;
  const char *name;
} Key;

static const Key keys[] = {
  { "F1", "F1", SEES_WINDOW, VETO_KIND_WINDOW, "Help – Veto" },
  { "<Control>f", "Control+f", SEES_WINDOW, VETO_KIND_WINDOW, "Search – Veto" },
  { "<Control>n", "Control+n", SEES_WINDOW, VETO_KIND_WINDOW, "Write a letter – Veto" },
  { "<Control>comma", "Control+comma", SEES_WINDOW, VETO_KIND_WINDOW, "Preferences – Veto" },
  { "<Alt>Left", "Alt+Left", SEES_OTHER, VETO_KIND_ANY, NULL },
  { "Escape", "Escape", SEES_OTHER, VETO_KIND_ANY, NULL },
  { "F10", "F10", SEES_THING, VETO_KIND_MENU_ITEM, "Keyboard Shortcuts" },
  { "<Control>question", "Control+question", SEES_THING, VETO_KIND_ANY, "Press the blue button" },
  { "<Control>w", "Control+w", SEES_END, VETO_KIND_ANY, NULL },
  { "<Control>q", "Control+q", SEES_END, VETO_KIND_ANY, NULL },
  { "Return", "Return", SEES_IN_A_STEP, VETO_KIND_ANY, NULL },
  { "<Control>p", "Control+p", SEES_IN_A_STEP, VETO_KIND_ANY, NULL },
};

/* A page, and by which key or row one comes to it from the overview; a step by the blue button */
typedef struct
{
  const char *name;
  const char *key;    /* nullable */
  const char *window; /* what the window is called there */
  const char *row;    /* nullable: of the sidebar */
} Page;

static const Page pages[] = {
  { "/keys/overview", NULL, "Overview – Veto" },
  { "/keys/help", "F1", "Help – Veto" },
  { "/keys/search", "Control+f", "Search – Veto" },
  { "/keys/kinds-of-letters", "Control+n", "Write a letter – Veto" },
  { "/keys/preferences", "Control+comma", "Preferences – Veto" },
  { "/keys/step", "Return", "Facebook – Veto" },
  { "/keys/letters", NULL, "Letters – Veto", "Letters" },
  { "/keys/accounts", NULL, "Accounts – Veto", "Accounts" },
  { "/keys/sources", NULL, "Guidance and sources – Veto", "Guidance and sources" },
  { "/keys/service", NULL, "Facebook – Veto", "Facebook: Not started" },
};

#define HOME pages[0].window

static void
wait_window (VetoHands *hands, const char *name)
{
  veto_node_free (veto_driver_wait_for (hands->walker->driver, VETO_KIND_WINDOW, name));
}

static void
go_to (VetoHands *hands, const Page *page)
{
  wait_window (hands, HOME);
  if (page->row != NULL)
    {
      veto_driver_press (hands->walker->driver, VETO_KIND_ROW, page->row);
      wait_window (hands, page->window);
    }
  if (page->key == NULL)
    return;
  if (g_str_equal (page->key, "Return"))
    veto_hands_expect_focus (hands, WORD_START);
  veto_hands_press (hands, page->key);
  wait_window (hands, page->window);
}

/* Whether the window is another one than it was */
static gboolean
is_left (VetoDriver *driver, gpointer before)
{
  return !veto_driver_shows (driver, VETO_KIND_WINDOW, before);
}

/* Each way leads back to the overview in the end, whatever is between. */
static void
go_home (VetoHands *hands)
{
  VetoDriver *driver = hands->walker->driver;

  for (guint i = 0; i < 5 && !veto_driver_shows (driver, VETO_KIND_WINDOW, HOME); i++)
    {
      g_autoptr(VetoNode) window = veto_driver_find (driver, VETO_KIND_WINDOW, NULL);

      g_assert_nonnull (window);
      veto_hands_press (hands, "Alt+Left");
      veto_driver_wait_until (driver, "another page", is_left, window->name);
    }
  wait_window (hands, HOME);
}

static void
press_on (VetoHands *hands, const Page *page, const Key *key)
{
  VetoDriver *driver = hands->walker->driver;

  g_test_message ("%s: %s", page->name, key->key);
  go_to (hands, page);
  veto_hands_press (hands, key->key);
  if (key->sees == SEES_WINDOW)
    wait_window (hands, key->name);
  else if (key->sees == SEES_THING)
    {
      veto_node_free (veto_driver_wait_for_prefix (driver, key->kind, key->name));
      veto_hands_press (hands, "Escape");
      veto_driver_wait_gone (driver, key->kind, key->name);
      wait_window (hands, page->window);
    }
  else if (page != &pages[0])
    veto_driver_wait_until (driver, "another page", is_left, (gpointer) page->window);
  else
    wait_window (hands, HOME);
  go_home (hands);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  VetoHands  *hands = veto_hands_new ("en", NULL, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].sees != SEES_END && keys[i].sees != SEES_IN_A_STEP)
      press_on (hands, page, &keys[i]);
  veto_hands_free (hands);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].sees == SEES_END)
      {
        hands = veto_hands_new ("en", NULL, 0, 0);
        go_to (hands, page);
        veto_hands_press (hands, keys[i].key);
        g_assert_cmpint (veto_driver_wait_exit (hands->walker->driver), ==, 0);
        veto_hands_free (hands);
      }
}

/* The page about a file that cannot be used: the manual and the keys can be read there, and what needs the file is not offered. */
static void
test_problem (gconstpointer data)
{
  const char *language = data;
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  VetoHands        hands = { .walker = walker };
  gboolean         german = g_str_equal (language, "de");
  const char      *help = german ? "Hilfe – Veto" : "Help – Veto", *search = german ? "Suche" : "Search";
  const char      *same = german ? "Es ist noch genauso." : "It is still the same.";
  const char      *question = german ? "Was möchten Sie wissen?" : "What would you like to know?";
  g_autofree char *folder = NULL, *path = NULL;

  if (walker == NULL)
    return;
  folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  path = g_build_filename (folder, "veto.db", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "not a database", -1, NULL));
  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PROBLEM_NOT_OURS, NULL, NULL);

  veto_hands_press (&hands, "Return"); /* the blue button, wherever the keyboard is */
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_ANY, same));
  veto_driver_wait_gone (walker->driver, VETO_KIND_ANY, same); /* Escape would close the note */
  veto_hands_press (&hands, "F10");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_MENU_ITEM, german ? "Hilfe" : "Help"));
  g_assert_false (veto_driver_shows (walker->driver, VETO_KIND_MENU_ITEM, german ? "Suchen …" : "Search…"));
  veto_hands_press (&hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_MENU_ITEM, german ? "Hilfe" : "Help");
  veto_hands_press (&hands, "Control+question");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, german ? "Beenden" : "Quit"));
  /* A label: GTK 4.18 has a button of its own there, to search in the list. */
  g_assert_false (veto_driver_shows (walker->driver, VETO_KIND_LABEL, search));
  veto_hands_press (&hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_ANY, german ? "Beenden" : "Quit");
  veto_hands_press (&hands, "Control+f");
  veto_hands_press (&hands, "F1");
  wait_window (&hands, help);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, question));
  veto_hands_press (&hands, "Return"); /* the first topic */
  veto_driver_wait_gone (walker->driver, VETO_KIND_LABEL, question);
  veto_hands_press (&hands, "Escape");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, question));
  veto_hands_press (&hands, "Alt+Left");
  wait_window (&hands, "Veto");
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PROBLEM_NOT_OURS, NULL, NULL);
  veto_hands_press (&hands, "Control+q");
  g_assert_cmpint (veto_driver_wait_exit (walker->driver), ==, 0);
}

static gboolean
is_known (const char *accelerator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].accelerator, accelerator))
      return TRUE;
  return FALSE;
}

/* What the window lists is what is pressed here, no more and no less. */
static void
test_list (void)
{
  g_autofree char *text = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("name=\"accelerator\">([^<]*)<", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;

  g_file_get_contents (g_getenv ("VETO_TEST_SHORTCUTS"), &text, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *escaped = g_match_info_fetch (match, 1);
      g_auto(GStrv) halves = g_strsplit (escaped, "&lt;", -1);
      g_autofree char *opened = g_strjoinv ("<", halves);
      g_auto(GStrv) parts = g_strsplit (opened, "&gt;", -1);
      g_autofree char *whole = g_strjoinv (">", parts);
      g_auto(GStrv) each = g_strsplit (whole, " ", -1);

      for (guint i = 0; each[i] != NULL; i++)
        {
          g_hash_table_add (listed, g_strdup (each[i]));
          if (!is_known (each[i]))
            g_test_fail_printf ("nobody presses %s", each[i]);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_hash_table_contains (listed, keys[i].accelerator))
      g_test_fail_printf ("%s is not in the window that lists the keys", keys[i].accelerator);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keys/list", test_list);
  g_test_add_data_func ("/keys/problem/english", "en", test_problem);
  g_test_add_data_func ("/keys/problem/german", "de", test_problem);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_test_add_data_func (pages[i].name, &pages[i], test_page);
  return g_test_run ();
}
