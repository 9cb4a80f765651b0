/* Something is said where the keyboard is, and nothing of it stays there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-announce.h"

typedef struct
{
  GtkWidget *window, *first, *second, *entry;
} Fixture;

static void
open_window (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->first = gtk_button_new_with_label ("One");
  fixture->second = gtk_button_new_with_label ("Two");
  fixture->entry = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (fixture->first), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  "What it does", -1);
  gtk_box_append (GTK_BOX (box), fixture->first);
  gtk_box_append (GTK_BOX (box), fixture->second);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Returns: whether this GTK needs descriptions at all */
static gboolean
open_window_with_descriptions (Fixture *fixture)
{
  if (GTK_CHECK_VERSION (4, 14, 0))
    {
      g_test_skip ("this GTK has a message for it, and needs no description");
      return FALSE;
    }
  open_window (fixture);
  return TRUE;
}

static gboolean
is_described (GtkWidget *widget, const char *words)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return words == NULL;
  other = words != NULL ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words)
                        : g_strdup ("something");
  return other == NULL;
}

static void
wait_described (GtkWidget *widget, const char *words)
{
  while (!is_described (widget, words))
    g_main_context_iteration (NULL, TRUE);
}

/* What had a description has it again once the keyboard is elsewhere, and what had none has none. */
static void
test_put_back (void)
{
  Fixture fixture;

  if (!open_window_with_descriptions (&fixture))
    return;
  gtk_widget_grab_focus (fixture.first);
  veto_announce (fixture.second, "It is done.");
  wait_described (fixture.first, "It is done.");
  veto_announce (fixture.second, "It is done again.");
  wait_described (fixture.first, "It is done again.");
  gtk_widget_grab_focus (fixture.second);
  wait_described (fixture.first, "What it does");

  veto_announce (fixture.first, "The other is done.");
  wait_described (fixture.second, "The other is done.");
  gtk_widget_grab_focus (fixture.entry);
  wait_described (fixture.second, NULL);

  veto_announce (fixture.first, "Saved."); /* said by the entry, not by the part that is written in */
  wait_described (fixture.entry, "Saved.");
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* The words that a widget got meanwhile are newer than those that it had. */
static void
test_changed_meanwhile (void)
{
  Fixture fixture;

  if (!open_window_with_descriptions (&fixture))
    return;
  gtk_widget_grab_focus (fixture.first);
  veto_announce (fixture.first, "It is done.");
  wait_described (fixture.first, "It is done.");
  gtk_accessible_update_property (GTK_ACCESSIBLE (fixture.first), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  "What it does now", -1);
  gtk_widget_grab_focus (fixture.second);
  veto_announce (fixture.first, "Next."); /* comes behind the putting back */
  wait_described (fixture.second, "Next.");
  g_assert_true (is_described (fixture.first, "What it does now"));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

/* Nothing is said into a window that is gone, or by nothing. */
static void
test_nobody (void)
{
  Fixture fixture;
  g_autoptr(GtkWidget) loose = g_object_ref_sink (gtk_button_new ());

  veto_announce (loose, "Nobody hears this.");
  open_window (&fixture);
  gtk_widget_grab_focus (fixture.first);
  veto_announce (fixture.first, "");
  veto_announce (fixture.first, "Too late.");
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/announced/put-back", test_put_back);
  g_test_add_func ("/announced/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/announced/nobody", test_nobody);
  return g_test_run ();
}
