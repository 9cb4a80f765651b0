/* What a person types: kept without a button, never lost when it cannot be kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-platforms.h"
#include "scene.h"
#include "veto-store-private.h"
#include "veto-value-box.h"

#define ID "p01"
#define LOGIN "ada@example.org"

/* Kept half a second after the last key; a busy machine gets more, but not so much that nobody would wait. */
#define LONGEST_WAIT_MS 5000

typedef struct
{
  Scene        scene;
  VetoWalk    *walk;
  GtkWidget   *box;
  GtkEditable *entry;
} Desk;

static void
open_desk (Desk *desk)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, 1, "en");

  scene_open (&desk->scene, set, 400, 300);
  desk->walk = veto_walk_new (desk->scene.services.objections, desk->scene.services.book, ID, NULL, NULL);
  desk->box = g_object_ref_sink (veto_value_box_new (desk->walk, "account.login", FALSE));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), desk->box);
  scene_settle (&desk->scene);
  desk->entry = GTK_EDITABLE (scene_find (desk->box, GTK_TYPE_ENTRY));
  g_assert_nonnull (desk->entry);
}

static void
close_desk (Desk *desk)
{
  gtk_window_set_focus (GTK_WINDOW (desk->scene.window), NULL); /* GTK does not let go of what has it */
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), NULL);
  g_assert_finalize_object (desk->box);
  g_assert_finalize_object (desk->walk);
  scene_close (&desk->scene);
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Returns: milliseconds until the value is kept */
static gint64
wait_until_kept (Desk *desk, const char *expected)
{
  gint64   start = g_get_monotonic_time ();
  gboolean late = FALSE;
  guint    timeout = g_timeout_add (LONGEST_WAIT_MS, give_up_cb, &late);

  while (g_strcmp0 (veto_walk_get_value (desk->walk, "account.login"), expected) != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (late);
    }
  g_source_remove (timeout);
  return (g_get_monotonic_time () - start) / 1000;
}

static void
test_kept_by_itself (void)
{
  Desk desk;

  open_desk (&desk);
  gtk_editable_set_text (desk.entry, "  " LOGIN " ");
  g_assert_null (veto_walk_get_value (desk.walk, "account.login")); /* not with each key */
  g_assert_cmpint (wait_until_kept (&desk, LOGIN), >=, 400);
  gtk_editable_set_text (desk.entry, "");
  wait_until_kept (&desk, NULL);
  close_desk (&desk);
}

static void
test_kept_at_once (void)
{
  g_autoptr(GError) error = NULL;
  Desk desk;

  open_desk (&desk);
  gtk_editable_set_text (desk.entry, LOGIN);
  g_assert_true (veto_value_box_save (VETO_VALUE_BOX (desk.box), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (veto_walk_get_value (desk.walk, "account.login"), ==, LOGIN);
  close_desk (&desk);
}

/* Whoever only looks starts no case. */
static void
test_nothing_typed (void)
{
  g_autoptr(GError) error = NULL;
  Desk desk;

  open_desk (&desk);
  g_assert_true (veto_value_box_save (VETO_VALUE_BOX (desk.box), &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.scene.services.book)), ==, 0);
  close_desk (&desk);
}

static void
failed_cb (VetoValueBox *box, GError *error, GError **out_error)
{
  g_assert_null (*out_error);
  *out_error = g_error_copy (error);
}

static void
forbid_writing (Desk *desk, gboolean forbidden)
{
  sqlite3 *db = veto_store_get_db (desk->scene.services.store);

  g_assert_cmpint (sqlite3_exec (db, forbidden ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
}

/* What cannot be kept still stands there, and is kept as soon as that is possible. */
static void
test_failure (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = NULL;
  Desk             desk;

  open_desk (&desk);
  g_signal_connect (desk.box, "failed", G_CALLBACK (failed_cb), &error);
  forbid_writing (&desk, TRUE);
  gtk_editable_set_text (desk.entry, LOGIN);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (gtk_editable_get_text (desk.entry), ==, LOGIN);
  g_object_get (desk.box, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, LOGIN);

  forbid_writing (&desk, FALSE);
  g_assert_true (veto_value_box_save (VETO_VALUE_BOX (desk.box), NULL));
  g_assert_cmpstr (veto_walk_get_value (desk.walk, "account.login"), ==, LOGIN);
  close_desk (&desk);
}

/* There is nothing to copy in an empty field. */
static void
test_copy (void)
{
  Desk       desk;
  GtkWidget *button;

  open_desk (&desk);
  button = scene_find (desk.box, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Copy");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (desk.entry, LOGIN);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (desk.entry, "   ");
  g_assert_false (gtk_widget_get_sensitive (button));
  close_desk (&desk);
}

/* The empty field wants the focus, and says what it is asked for; a full one leaves it to the step. */
static void
test_focus (void)
{
  Desk desk;

  open_desk (&desk);
  g_assert_true (veto_value_box_focus (VETO_VALUE_BOX (desk.box), "Enter your address."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk.entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Enter your address.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk.entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Your e-mail address");
  gtk_editable_set_text (desk.entry, LOGIN);
  g_assert_false (veto_value_box_focus (VETO_VALUE_BOX (desk.box), "Enter your address."));
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/values/kept-by-itself", test_kept_by_itself);
  g_test_add_func ("/values/kept-at-once", test_kept_at_once);
  g_test_add_func ("/values/nothing-typed", test_nothing_typed);
  g_test_add_func ("/values/failure", test_failure);
  g_test_add_func ("/values/copy", test_copy);
  g_test_add_func ("/values/focus", test_focus);
  return g_test_run ();
}
