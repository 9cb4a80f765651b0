/* Accounts and their passwords: the page, the small windows, the step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "gallery-pages.h"
#include "secret-service.h"
#include "veto-account-dialog.h"
#include "veto-account-edit.h"
#include "veto-keyring-box.h"
#include "veto-password-offer.h"
#include "veto-secret-clip.h"
#include "veto-shown-password.h"

#define STRAY "ffeeddccbbaa99887766554433221100"
#define KEPT "00112233445566778899aabbccddeeff"
#define LOGIN "maximiliane.mustermann-beispiel@post.example.org"
#define PASSWORD "Wir-fahren-mit-dem-Zug-nach-Wuppertal-und-zurück-7!"

/* What nobody sees before the keyring has answered */
static void
wait_for (Gallery *gallery, const char *words)
{
  while (scene_find_label (GTK_WIDGET (gallery->scene.window), words) == NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&gallery->scene);
}

static void
look_at_dialog (Gallery *gallery, GType type, const char *words, const char *name)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GtkWidget *dialog = NULL;

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type))
      dialog = at->data;
  g_assert_nonnull (dialog);
  while (scene_find_label (dialog, words) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (dialog);
  gallery_look_at (gallery, dialog, TRUE, "%s", name);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Returns: (transfer none) */
static VetoAccount *
add (Gallery *gallery, const char *platform, const char *name, const char *secret_id)
{
  VetoAccountBook *accounts = gallery->scene.services.accounts;
  VetoAccountDraft draft = { .platform = platform, .name = name, .login = LOGIN };
  g_autoptr(GError) error = NULL;
  VetoAccount *account = veto_account_book_add (accounts, &draft, &error);

  g_assert_no_error (error);
  g_assert_true (
    veto_account_book_change (accounts, account, NULL, LOGIN, _ ("For example: work, old account"), &error));
  if (secret_id != NULL)
    g_assert_true (veto_account_book_set_secret (accounts, account, secret_id, VETO_SECRET_STORED, &error));
  return account;
}

static void
show_page (Gallery *gallery)
{
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
  scene_act (&gallery->scene, "win.accounts", NULL);
  scene_settle (&gallery->scene);
}

static void
show_step (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  const char *step = NULL;
  GtkWidget  *shown, *window = GTK_WIDGET (gallery->scene.window);

  for (guint i = 0; i < guide->n_steps && step == NULL; i++)
    if (g_strcmp0 (guide->steps[i].value, "account.login") == 0)
      step = guide->steps[i].path;
  pages_start_case (gallery, platform, guide);
  scene_act (&gallery->scene, "win.walk", "(sss)", platform, guide->id, step);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "accounts-step");
  shown =
    gtk_widget_get_next_sibling (gtk_widget_get_first_child (scene_find (window, VETO_TYPE_PASSWORD_OFFER)));
  veto_shown_password_show (VETO_SHOWN_PASSWORD (shown), veto_password_new (PASSWORD));
  veto_secret_clip_copy (shown, veto_password_new (PASSWORD));
  scene_settle (&gallery->scene);
  gallery_look (gallery, "accounts-step-copied");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), NULL);
  while (scene_find (window, g_type_from_name ("AdwToastWidget")) != NULL) /* it is empty: the note goes */
    g_main_context_iteration (NULL, TRUE);
  scene_act (&gallery->scene, "win.close-walk", NULL);
}

void
pages_show_accounts (Gallery *gallery)
{
  const VetoGuide   *guide;
  const char        *id = pages_get_first (gallery, &guide);
  SecretServiceMock *mock;
  VetoAccount       *account;

  show_page (gallery);
  gallery_look (gallery, "accounts-none");
  mock = secret_service_mock_new ();
  scene_act (&gallery->scene, "win.new-account", NULL);
  look_at_dialog (gallery, VETO_TYPE_ACCOUNT_DIALOG, _ ("No password is stored."), "accounts-add");

  account = add (gallery, id, NULL, KEPT);
  add (gallery, id, "Mia Mustermann-Beispiel", "11112233445566778899aabbccddeeff");
  secret_service_mock_add (mock, KEPT, "Veto", PASSWORD);
  secret_service_mock_add (mock, STRAY, "Veto", PASSWORD);
  secret_service_mock_set_locked (mock, TRUE);
  show_page (gallery);
  wait_for (gallery,
            _ ("A password is stored. Your keyring is locked, and will ask for its own password first."));
  gallery_look (gallery, "accounts");
  veto_account_edit_show (GTK_WIDGET (gallery->scene.window), &gallery->scene.services, account, FALSE);
  look_at_dialog (gallery, VETO_TYPE_ACCOUNT_EDIT,
                  _ (
                    "A password is stored. Your keyring is locked, and will ask for its own password first."),
                  "accounts-change");
  show_step (gallery, id, guide);
  secret_service_mock_free (mock);
  show_page (gallery);
  wait_for (gallery, _ ("Look again"));
  gallery_look (gallery, "accounts-no-keyring");
  scene_act (&gallery->scene, "win.overview", NULL);
}
