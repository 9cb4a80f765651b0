/* What a keyring can do to the page of all accounts: what is said, and that the rest goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-desk.h"

#include "veto-account-edit.h"

#define PLATFORM "facebook"

/* What the keyring does not let go of is remembered, the person is told, and the next look clears it without a question. */
static void
test_remove_refused (void)
{
  KeyringDesk      desk;
  g_autofree char *id = NULL, *debts = NULL;

  keyring_open (&desk, TRUE);
  id = g_strdup (veto_account_get_secret_id (keyring_add (&desk, PLATFORM, KEYRING_LOGIN, KEYRING_WORDS)));
  keyring_show (&desk);
  keyring_wait (&desk, "A password is stored in your keyring.");
  secret_service_mock_set_locked (desk.mock, TRUE);
  secret_service_mock_set_manner (desk.mock, SECRET_MANNER_DISMISS);
  keyring_press (&desk, "Remove");
  keyring_end_notes (&desk);
  keyring_wait_in (keyring_wait_dialog (ADW_TYPE_WINDOW), "The keyring is locked.");
  debts = keyring_dup_debts ();
  g_assert_cmpstr (debts, ==, id);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (desk.mock), ==, 1);
  gtk_window_close (GTK_WINDOW (keyring_wait_dialog (ADW_TYPE_WINDOW)));

  secret_service_mock_set_locked (desk.mock, FALSE);
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  keyring_show (&desk);
  keyring_wait_for_count (&desk, 0);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (desk.mock), ==, 1);
  keyring_close (&desk);
}

/* A question that was closed: the sentence, what was typed is still there, and the next click asks again. */
static void
test_dismissed (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;

  keyring_open (&desk, TRUE);
  secret_service_mock_set_locked (desk.mock, TRUE);
  secret_service_mock_set_manner (desk.mock, SECRET_MANNER_DISMISS);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  dialog = keyring_ask_change (&desk);
  keyring_type (dialog, "What do you want to call it?", "at work");
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Save");
  keyring_wait_in (dialog, "The keyring is locked.");
  g_assert_cmpuint (secret_service_mock_get_n_prompts (desk.mock), ==, 1);
  g_assert_cmpstr (veto_account_get_label (keyring_get_only (&desk)), ==,
                   "at work"); /* the rest does not wait for it */
  g_assert_false (veto_account_has_secret (keyring_get_only (&desk)));
  secret_service_mock_set_manner (desk.mock, SECRET_MANNER_KIND);
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 1);
  keyring_close (&desk);
}

/* A question that stays open goes when the person closes the window that wanted it. */
static void
test_question_closed (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;

  keyring_open (&desk, TRUE);
  secret_service_mock_set_locked (desk.mock, TRUE);
  secret_service_mock_set_manner (desk.mock, SECRET_MANNER_WAIT);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  dialog = keyring_ask_change (&desk);
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Save");
  while (secret_service_mock_get_n_prompts (desk.mock) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (GTK_WINDOW (dialog));
  while (secret_service_mock_get_n_dismissed (desk.mock) == 0)
    g_main_context_iteration (NULL, TRUE);
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  keyring_close (&desk);
}

/* What goes wrong while a page is looked at, or a password is stored: what is said, and that the login is kept all the same. */
static const struct
{
  const char  *name;
  SecretManner manner;
  gboolean     has_keyring;
  const char  *on_page; /* nullable */
  const char  *on_save; /* nullable: nothing can be typed */
} faults[] = {
  { "/account-faults/no-keyring", SECRET_MANNER_KIND, FALSE, "There is no keyring on this system", NULL },
  { "/account-faults/never-answers", SECRET_MANNER_SILENT, TRUE, "The keyring does not answer.",
    "The keyring does not answer." },
  { "/account-faults/vanishes", SECRET_MANNER_VANISH, TRUE, NULL, "The" },
  { "/account-faults/no-collection", SECRET_MANNER_NO_CHEST, TRUE, NULL, "The keyring could not do this." },
};

static void
test_fault (gconstpointer data)
{
  gsize       row = GPOINTER_TO_SIZE (data);
  KeyringDesk desk;
  GtkWidget  *dialog, *entry;

  keyring_open (&desk, faults[row].has_keyring);
  if (desk.mock != NULL)
    secret_service_mock_set_manner (desk.mock, faults[row].manner);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  g_assert_true (keyring_shows (&desk, "mine · " KEYRING_LOGIN)); /* whatever the keyring does */
  if (faults[row].on_page != NULL)
    keyring_wait (&desk, faults[row].on_page);
  dialog = keyring_ask_change (&desk);
  keyring_type (dialog, "What do you want to call it?", "at work");
  if (faults[row].on_page != NULL)
    keyring_wait_in (dialog, faults[row].on_page);
  entry = scene_find (dialog, GTK_TYPE_PASSWORD_ENTRY);
  g_assert_cmpint (gtk_widget_is_sensitive (entry), ==, faults[row].on_save != NULL);
  if (faults[row].on_save != NULL)
    {
      keyring_type_password (dialog, KEYRING_WORDS);
      keyring_press_in (dialog, "Save");
      while (!gtk_widget_is_visible (scene_find_label (dialog, "Save")))
        g_main_context_iteration (NULL, TRUE);
      keyring_wait_in (dialog, faults[row].on_save);
      gtk_editable_set_text (GTK_EDITABLE (entry), "");
    }
  keyring_press_in (dialog, "Save"); /* without it */
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait (&desk, "at work · " KEYRING_LOGIN);
  g_assert_false (veto_account_has_secret (keyring_get_only (&desk)));
  keyring_close (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/account-faults/remove-refused", test_remove_refused);
  g_test_add_func ("/account-faults/dismissed", test_dismissed);
  g_test_add_func ("/account-faults/question-closed", test_question_closed);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, GSIZE_TO_POINTER (i), test_fault);
  return g_test_run ();
}
