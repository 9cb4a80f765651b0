/* Accounts and a stand-in for the keyring in the real window, and hands for both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-desk.h"

#include "veto-account-edit.h"
#include "veto-accounts-page.h"
#include "veto-peek.h"
#include "veto-secret-debts.h"
#include "veto-toasts.h"
#include "veto-typed-box.h"

#define LONGEST_WAIT_US (20 * G_USEC_PER_SEC) /* a busy machine; nothing here takes as long */

void
keyring_open (KeyringDesk *self, gboolean has_keyring)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  self->mock = has_keyring ? secret_service_mock_new () : NULL;
  veto_peek_set_second (KEYRING_SECOND);
  scene_open (&self->scene, set, 1000, 700);
  self->scene.services.secrets = veto_secrets_new (KEYRING_PATIENCE);
}

void
keyring_close (KeyringDesk *self)
{
  scene_close (&self->scene);
  g_clear_pointer (&self->mock, secret_service_mock_free);
}

VetoAccount *
keyring_add (KeyringDesk *self, const char *platform, const char *login, const char *words)
{
  VetoAccountDraft draft = { .platform = platform, .login = login };
  g_autoptr(GError) error = NULL;
  VetoAccount     *account = veto_account_book_add (self->scene.services.accounts, &draft, &error);
  g_autofree char *id = veto_secrets_make_id ();

  g_assert_no_error (error);
  if (words == NULL)
    return account;
  secret_service_mock_add (self->mock, id, "Veto: a test", words);
  g_assert_true (
    veto_account_book_set_secret (self->scene.services.accounts, account, id, VETO_SECRET_STORED, &error));
  return account;
}

void
keyring_show (KeyringDesk *self)
{
  scene_act (&self->scene, "win.accounts", NULL);
  scene_settle (&self->scene);
  g_assert_nonnull (scene_find (GTK_WIDGET (self->scene.window), VETO_TYPE_ACCOUNTS_PAGE));
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer none) (nullable): what begins with @words, or %NULL, whichever @is_there asks for */
static GtkWidget *
wait_until (GtkWidget *root, const char *words, gboolean is_there)
{
  gint64     end = g_get_monotonic_time () + LONGEST_WAIT_US;
  guint      id = g_timeout_add (10, wake_cb, NULL);
  GtkWidget *found;

  while (((found = scene_find_label (root, words)) != NULL) != is_there)
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” %s", words, is_there ? "does not come" : "does not go");
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
  return found;
}

GtkWidget *
keyring_wait_in (GtkWidget *root, const char *words)
{
  return wait_until (root, words, TRUE);
}

GtkWidget *
keyring_wait (KeyringDesk *self, const char *words)
{
  return wait_until (GTK_WIDGET (self->scene.window), words, TRUE);
}

void
keyring_wait_gone (KeyringDesk *self, const char *words)
{
  wait_until (GTK_WIDGET (self->scene.window), words, FALSE);
}

gboolean
keyring_shows (KeyringDesk *self, const char *words)
{
  return scene_find_label (GTK_WIDGET (self->scene.window), words) != NULL;
}

typedef struct
{
  const char *words;
  GtkWidget  *found;
} Search;

static void
compare (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
      && scene_find_label (widget, search->words) != NULL)
    search->found = widget;
}

void
keyring_press_in (GtkWidget *root, const char *words)
{
  Search search = { words, NULL };

  keyring_wait_in (root, words);
  scene_for_each (root, compare, &search);
  if (search.found == NULL)
    g_error ("“%s” is no button", words);
  while (!gtk_widget_is_sensitive (search.found)) /* a call is under way */
    g_main_context_iteration (NULL, TRUE);
  if (GTK_IS_CHECK_BUTTON (search.found))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (search.found), TRUE);
  else
    g_signal_emit_by_name (search.found, "clicked");
}

void
keyring_press (KeyringDesk *self, const char *words)
{
  keyring_press_in (GTK_WIDGET (self->scene.window), words);
}

/* (nullable) */
static GtkWidget *
find_dialog (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type) && gtk_widget_get_mapped (at->data))
      return at->data;
  return NULL;
}

GtkWidget *
keyring_wait_dialog (GType type)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT_US;

  while (find_dialog (type) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_test_widget_wait_for_draw (find_dialog (type));
  return find_dialog (type);
}

void
keyring_wait_closed (GType type)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT_US;

  while (find_dialog (type) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

void
keyring_type (GtkWidget *root, const char *question, const char *text)
{
  GtkWidget *box = keyring_wait_in (root, question);

  while (!VETO_IS_TYPED_BOX (box))
    box = gtk_widget_get_parent (box);
  veto_typed_box_set_text (VETO_TYPED_BOX (box), text);
}

void
keyring_type_password (GtkWidget *root, const char *text)
{
  GtkWidget *entry = scene_find (root, GTK_TYPE_PASSWORD_ENTRY);

  g_assert_true (gtk_widget_is_sensitive (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

char *
keyring_dup_debts (void)
{
  g_autoptr(GPtrArray) ids = veto_secret_debts_read ();

  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

VetoAccount *
keyring_get_only (KeyringDesk *self)
{
  GListModel *accounts = G_LIST_MODEL (self->scene.services.accounts);
  g_autoptr(VetoAccount) account = g_list_model_get_item (accounts, 0);

  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  return account; /* the book holds it */
}

void
keyring_end_notes (KeyringDesk *self)
{
  veto_toasts_forget (veto_window_get_notes (self->scene.window));
}

void
keyring_wait_for_count (KeyringDesk *self, guint n)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT_US;

  while (secret_service_mock_count (self->mock) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

GtkWidget *
keyring_ask_change (KeyringDesk *self)
{
  keyring_press (self, "Change…");
  return keyring_wait_dialog (VETO_TYPE_ACCOUNT_EDIT);
}
