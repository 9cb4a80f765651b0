/* The page of all accounts, with a keyring that does what it is asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-desk.h"

#include "veto-account-dialog.h"
#include "veto-account-edit.h"
#include "veto-accounts-page.h"

#define PLATFORM "facebook"
#define OTHER "instagram"                   /* of the same company */
#define COMPANY VETO_STORE_COMPANY "openai" /* has no guide */
#define STRAY "ffeeddccbbaa99887766554433221100"

/* Neither the start nor the pages before touch the keyring. */
static void
test_untouched (void)
{
  KeyringDesk desk;

  keyring_open (&desk, TRUE);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, KEYRING_WORDS);
  scene_act (&desk.scene, "win.platform", "s", PLATFORM);
  scene_settle (&desk.scene);
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_cmpuint (secret_service_mock_get_n_calls (desk.mock), ==, 0);
  keyring_show (&desk);
  keyring_wait (&desk, "A password is stored in your keyring.");
  g_assert_cmpuint (secret_service_mock_get_n_prompts (desk.mock), ==, 0);
  keyring_close (&desk);
}

static void
test_add (void)
{
  KeyringDesk  desk;
  GtkWidget   *dialog;
  const char  *id;
  VetoAccount *account;

  keyring_open (&desk, TRUE);
  keyring_show (&desk);
  keyring_wait (&desk, "No accounts yet");
  keyring_press (&desk, "Add an account");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_DIALOG);
  keyring_wait_in (dialog, "Veto does not need this.");
  keyring_type (dialog, "E-mail address or user name", KEYRING_LOGIN);
  keyring_type (dialog, "Note", "the old one");
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Add");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_DIALOG);

  account = keyring_get_only (&desk);
  id = veto_account_get_secret_id (account);
  g_assert_true (veto_account_has_secret (account));
  g_assert_cmpstr (secret_service_mock_get_secret (desk.mock, id), ==, KEYRING_WORDS);
  g_assert_true (g_str_has_prefix (secret_service_mock_get_label (desk.mock, id), "Veto: "));
  g_assert_true (g_str_has_suffix (secret_service_mock_get_label (desk.mock, id), ", mine"));
  keyring_wait (&desk, "mine · " KEYRING_LOGIN);
  keyring_wait (&desk, "the old one");
  keyring_wait (&desk, "A password is stored in your keyring.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.scene.services.book)), ==, 0); /* no case */
  keyring_close (&desk);
}

static void
test_change (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;

  keyring_open (&desk, TRUE);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  dialog = keyring_ask_change (&desk);
  keyring_wait_in (dialog, "No password is stored.");
  keyring_type (dialog, "What do you want to call it?", "at work");
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  keyring_wait (&desk, "at work · " KEYRING_LOGIN);
  keyring_wait (&desk, "A password is stored in your keyring.");

  dialog = keyring_ask_change (&desk);
  keyring_wait_in (dialog, "A password is stored in your keyring.");
  keyring_press_in (dialog, "Forget the password");
  keyring_wait_in (dialog, "No password is stored.");
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 0);
  g_assert_null (veto_account_get_secret_id (keyring_get_only (&desk)));
  gtk_window_close (GTK_WINDOW (dialog));
  keyring_wait_gone (&desk, "A password is stored in your keyring.");
  keyring_close (&desk);
}

static void
test_bad_password (void)
{
  KeyringDesk desk;
  GtkWidget  *dialog;

  keyring_open (&desk, TRUE);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  dialog = keyring_ask_change (&desk);
  keyring_type_password (dialog, "two\033lines");
  keyring_press_in (dialog, "Save");
  keyring_wait_in (dialog, "A password is one line, without line breaks.");
  g_assert_null (veto_account_get_secret_id (keyring_get_only (&desk)));
  gtk_window_close (GTK_WINDOW (dialog));
  keyring_close (&desk);
}

/* As long as there is a way back, the keyring keeps it, and nobody calls it a stray. */
static void
test_remove (void)
{
  KeyringDesk      desk;
  g_autofree char *debts = NULL;

  keyring_open (&desk, TRUE);
  keyring_add (&desk, PLATFORM, KEYRING_LOGIN, KEYRING_WORDS);
  keyring_show (&desk);
  keyring_press (&desk, "Remove");
  keyring_wait (&desk, "No accounts yet");
  scene_act (&desk.scene, "win.overview", NULL);
  keyring_show (&desk);
  g_assert_false (keyring_shows (&desk, "In your keyring there is 1 password"));
  keyring_press (&desk, "Undo");
  keyring_wait (&desk, "mine · " KEYRING_LOGIN);
  keyring_end_notes (&desk);
  keyring_wait (&desk, "A password is stored in your keyring.");
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 1);

  keyring_press (&desk, "Remove");
  keyring_wait (&desk, "No accounts yet");
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 1);
  keyring_end_notes (&desk);
  keyring_wait_for_count (&desk, 0);
  debts = keyring_dup_debts ();
  while (*debts != '\0')
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (debts);
      debts = keyring_dup_debts ();
    }
  keyring_close (&desk);
}

/* On both sides something is left over: it is offered to tidy up, and nothing happens before the click. */
static void
test_tidy (void)
{
  KeyringDesk  desk;
  VetoAccount *account;

  keyring_open (&desk, TRUE);
  account = keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  g_assert_true (veto_account_book_set_secret (desk.scene.services.accounts, account,
                                               "00112233445566778899aabbccddeeff", VETO_SECRET_STORED, NULL));
  secret_service_mock_add (desk.mock, STRAY, "Veto: what is left", "an orphan");
  secret_service_mock_add (desk.mock, NULL, "Another program", "its own");
  keyring_show (&desk);
  keyring_wait (&desk, "In your keyring there is 1 password of Veto that belongs to no account");
  keyring_wait (&desk, "The password is not in the keyring any more.");
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 2);
  g_assert_true (veto_account_has_secret (account));
  keyring_press (&desk, "Tidy up the keyring");
  keyring_wait (&desk, "The keyring is tidy.");
  keyring_wait_gone (&desk, "The password is not in the keyring any more.");
  keyring_wait_gone (&desk, "Tidy up the keyring");
  g_assert_null (veto_account_get_secret_id (account));
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 1);
  keyring_close (&desk);
}

/* Returns: the place of @name in the list of services, or GTK_INVALID_LIST_POSITION */
static guint
find_place (GtkWidget *dialog, const char *name)
{
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (scene_find (dialog, GTK_TYPE_DROP_DOWN)));

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr(GtkStringObject) each = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (each), name))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* A company that has no guide, and was added by its letter, has accounts as well. */
static void
test_company (void)
{
  KeyringDesk    desk;
  GtkWidget     *dialog;
  VetoObjection *item;
  const char    *name;
  g_autoptr(GError) error = NULL;

  keyring_open (&desk, TRUE);
  item = veto_objections_find (desk.scene.services.objections, COMPANY);
  name = veto_objection_get_name (item);
  keyring_show (&desk);
  keyring_press (&desk, "Add an account");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_DIALOG);
  g_assert_cmpuint (find_place (dialog, name), ==, GTK_INVALID_LIST_POSITION);
  gtk_window_close (GTK_WINDOW (dialog));
  keyring_wait_closed (VETO_TYPE_ACCOUNT_DIALOG);

  g_assert_nonnull (veto_objection_start (item, desk.scene.services.book, NULL, &error));
  keyring_press (&desk, "Add an account");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_DIALOG);
  g_assert_cmpuint (find_place (dialog, name), !=, GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scene_find (dialog, GTK_TYPE_DROP_DOWN)),
                              find_place (dialog, name));
  keyring_type (dialog, "E-mail address or user name", KEYRING_LOGIN);
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Add");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_DIALOG);
  keyring_wait (&desk, "mine · " KEYRING_LOGIN);
  keyring_wait (&desk, name);
  keyring_wait (&desk, "A password is stored in your keyring.");
  keyring_close (&desk);
}

static void
test_linked (void)
{
  KeyringDesk  desk;
  VetoAccount *first, *second;
  GtkWidget   *dialog;

  keyring_open (&desk, TRUE);
  first = keyring_add (&desk, PLATFORM, KEYRING_LOGIN, NULL);
  keyring_show (&desk);
  dialog = keyring_ask_change (&desk);
  g_assert_null (scene_find_label (dialog, "Is it in the same Accounts Centre")); /* there is no other */
  gtk_window_close (GTK_WINDOW (dialog));
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);

  second = keyring_add (&desk, OTHER, "@ada", NULL);
  keyring_wait (&desk, "mine · @ada");
  dialog = keyring_ask_change (&desk);
  keyring_press_in (dialog, "Instagram, mine · @ada");
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  g_assert_cmpstr (veto_account_get_linked_to (first), ==, veto_account_get_id (second));
  keyring_wait (&desk, "In the same Accounts Centre as Instagram, mine");
  keyring_close (&desk);
}

static void
add_many (KeyringDesk *desk)
{
  VetoPerson *person = NULL;

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *login = g_strdup_printf ("ada%u@example.org", i);

      keyring_add (desk, PLATFORM, login, NULL);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      VetoAccountDraft draft = {
        .platform = PLATFORM, .person = person, .name = "Mia", .login = i == 0 ? "@mia0" : "@mia1"
      };
      VetoAccount *account = veto_account_book_add (desk->scene.services.accounts, &draft, &error);

      g_assert_no_error (error);
      person = veto_account_get_person (account);
    }
}

/* Rows come from frame to frame, also when the page comes back: in the end all of them are there, each under the name of its group. */
static void
test_many (void)
{
  KeyringDesk desk;
  GtkWidget  *page;

  keyring_open (&desk, TRUE);
  add_many (&desk);
  for (guint round = 0; round < 3; round++)
    {
      keyring_show (&desk);
      page = scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_ACCOUNTS_PAGE);
      keyring_wait_in (page, "Mia · @mia1");
      keyring_wait_in (page, "Mia · @mia0");
      keyring_wait_in (page, "mine · ada0@");
      keyring_wait_in (page, "mine · ada24@");
      keyring_wait_in (page, "My accounts");
      scene_act (&desk.scene, "win.overview", NULL);
      scene_settle (&desk.scene);
    }
  keyring_close (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/account-page/untouched", test_untouched);
  g_test_add_func ("/account-page/add", test_add);
  g_test_add_func ("/account-page/change", test_change);
  g_test_add_func ("/account-page/bad-password", test_bad_password);
  g_test_add_func ("/account-page/remove", test_remove);
  g_test_add_func ("/account-page/tidy", test_tidy);
  g_test_add_func ("/account-page/company", test_company);
  g_test_add_func ("/account-page/linked", test_linked);
  g_test_add_func ("/account-page/many", test_many);
  return g_test_run ();
}
