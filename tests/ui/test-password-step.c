/* A stored password at the step that needs it: copied for half a minute, shown for a moment, stored there and then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-desk.h"

#include <string.h>

#include "veto-account-edit.h"
#include "veto-password-offer.h"
#include "veto-secret-content.h"
#include "veto-shown-password.h"

#define PLATFORM "facebook"

/* Returns: (transfer none): the path of the first step that asks for the login */
static const char *
find_step (KeyringDesk *desk, const char **out_guide)
{
  VetoPlatform    *platform = veto_guidance_find (desk->scene.services.guidance, PLATFORM);
  guint            n;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < guides[i].n_steps; j++)
      if (g_strcmp0 (guides[i].steps[j].value, "account.login") == 0)
        {
          *out_guide = guides[i].id;
          return guides[i].steps[j].path;
        }
  g_assert_not_reached ();
}

static void
walk (KeyringDesk *desk)
{
  const char *guide, *step = find_step (desk, &guide);

  scene_act (&desk->scene, "win.walk", "(sss)", PLATFORM, guide, step);
  scene_settle (&desk->scene);
  g_assert_nonnull (scene_find (GTK_WIDGET (desk->scene.window), VETO_TYPE_PASSWORD_OFFER));
}

/* With a case, whose account has a password; at the step. */
static void
open_with_password (KeyringDesk *desk)
{
  VetoObjection *item;
  g_autoptr(GError) error = NULL;

  keyring_open (desk, TRUE);
  keyring_add (desk, PLATFORM, KEYRING_LOGIN, KEYRING_WORDS);
  item = veto_objections_find (desk->scene.services.objections, PLATFORM);
  g_assert_nonnull (veto_objection_start (item, desk->scene.services.book, NULL, &error));
  walk (desk);
}

static GdkClipboard *
get_clipboard (KeyringDesk *desk)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (desk->scene.window));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Returns: (transfer full) (nullable): what another program gets of that type */
static char *
dup_content (GdkClipboard *clipboard, const char *type)
{
  const char *types[] = { type, NULL };
  g_autoptr(GAsyncResult) result = NULL, end = NULL;
  g_autoptr(GInputStream) stream = NULL;
  char        text[200];
  gsize       n = 0;
  const char *got;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  stream = gdk_clipboard_read_finish (clipboard, result, &got, NULL);
  if (stream == NULL)
    return NULL;
  g_input_stream_read_all_async (stream, text, sizeof text, G_PRIORITY_DEFAULT, NULL, read_cb, &end);
  while (end == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_input_stream_read_all_finish (stream, end, &n, NULL);
  return g_strndup (text, n);
}

static void
test_copy (void)
{
  KeyringDesk      desk;
  GdkClipboard    *clipboard, *primary;
  g_autofree char *text = NULL, *hint = NULL;
  gint64           start;

  open_with_password (&desk);
  clipboard = get_clipboard (&desk);
  primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (desk.scene.window));
  g_assert_cmpuint (secret_service_mock_get_n_calls (desk.mock), ==, 0); /* only a click asks the keyring */
  start = g_get_monotonic_time ();
  keyring_press (&desk, "Copy the password");
  keyring_wait (&desk, "The password is copied. It leaves the clipboard in ");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "text/plain;charset=utf-8"));
  text = dup_content (clipboard, "text/plain;charset=utf-8");
  hint = dup_content (clipboard, VETO_SECRET_CONTENT_HINT);
  g_assert_cmpstr (text, ==, KEYRING_WORDS);
  g_assert_cmpstr (hint, ==, "secret");
  g_assert_false (VETO_IS_SECRET_CONTENT (gdk_clipboard_get_content (primary)));
  keyring_wait (&desk, "The password is copied. It leaves the clipboard in 2");
  keyring_wait_gone (&desk, "The password is copied.");
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 29 * KEYRING_SECOND * 1000);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  keyring_close (&desk);
}

/* What somebody else put there meanwhile is not ours to clear. */
static void
test_copied_over (void)
{
  KeyringDesk      desk;
  g_autofree char *text = NULL;

  open_with_password (&desk);
  keyring_press (&desk, "Copy the password");
  keyring_wait (&desk, "The password is copied.");
  gdk_clipboard_set_text (get_clipboard (&desk), "something else");
  keyring_wait_gone (&desk, "The password is copied.");
  text = dup_content (get_clipboard (&desk), "text/plain;charset=utf-8");
  g_assert_cmpstr (text, ==, "something else");
  keyring_close (&desk);
}

/* The clipboard is handed over when a program ends: by then it has to be empty. */
static void
test_quit (void)
{
  KeyringDesk desk;
  g_autoptr(GdkClipboard) clipboard = NULL;

  open_with_password (&desk);
  clipboard = g_object_ref (get_clipboard (&desk));
  keyring_press (&desk, "Copy the password");
  keyring_wait (&desk, "The password is copied.");
  g_assert_true (VETO_IS_SECRET_CONTENT (gdk_clipboard_get_content (clipboard)));
  keyring_close (&desk);
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

/* Hidden by itself; nothing that screen readers or labels could tell. */
static void
test_show (void)
{
  KeyringDesk desk;

  open_with_password (&desk);
  g_assert_null (scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_SHOWN_PASSWORD));
  keyring_press (&desk, "Show");
  keyring_wait (&desk, "Hide");
  g_assert_nonnull (scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_SHOWN_PASSWORD));
  g_assert_null (scene_find_label (GTK_WIDGET (desk.scene.window), KEYRING_WORDS));
  keyring_wait (&desk, "Show");
  g_assert_null (scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_SHOWN_PASSWORD));
  keyring_press (&desk, "Show");
  keyring_wait (&desk, "Hide");
  keyring_press (&desk, "Hide");
  keyring_wait (&desk, "Show");
  g_assert_null (scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_SHOWN_PASSWORD));
  keyring_close (&desk);
}

static const struct
{
  const char  *name;
  SecretManner manner;
  const char  *words;
} faults[] = {
  { "/password-step/dismissed", SECRET_MANNER_DISMISS, "The keyring is locked." },
  { "/password-step/never-answers", SECRET_MANNER_SILENT, "The keyring does not answer." },
  { "/password-step/vanishes", SECRET_MANNER_VANISH, "The" },
};

/* A sentence, and the step goes on. */
static void
test_fault (gconstpointer data)
{
  gsize       row = GPOINTER_TO_SIZE (data);
  KeyringDesk desk;
  GtkWidget  *offer;

  open_with_password (&desk);
  secret_service_mock_set_locked (desk.mock, faults[row].manner == SECRET_MANNER_DISMISS);
  secret_service_mock_set_manner (desk.mock, faults[row].manner);
  keyring_press (&desk, "Copy the password");
  offer = scene_find (GTK_WIDGET (desk.scene.window), VETO_TYPE_PASSWORD_OFFER);
  keyring_wait_in (offer, faults[row].words);
  g_assert_null (gdk_clipboard_get_content (get_clipboard (&desk)));
  g_assert_cmpuint (secret_service_mock_get_n_prompts (desk.mock), <=, 1);
  if (faults[row].manner == SECRET_MANNER_DISMISS)
    {
      secret_service_mock_set_manner (desk.mock, SECRET_MANNER_KIND);
      keyring_press (&desk, "Copy the password");
      keyring_wait (&desk, "The password is copied.");
    }
  scene_act (&desk.scene, "win.close-walk", NULL);
  scene_settle (&desk.scene);
  keyring_close (&desk);
}

/* Deleted with another program: it can be stored again there and then. */
static void
test_gone (void)
{
  KeyringDesk  desk;
  VetoAccount *account;
  GtkWidget   *dialog;

  keyring_open (&desk, TRUE);
  walk (&desk);
  g_assert_null (scene_find_label (GTK_WIDGET (desk.scene.window), "Copy the password"));
  keyring_press (&desk, "Store the password for this account…");
  dialog = keyring_wait_dialog (VETO_TYPE_ACCOUNT_EDIT);
  keyring_type_password (dialog, KEYRING_WORDS);
  keyring_press_in (dialog, "Save");
  keyring_wait_closed (VETO_TYPE_ACCOUNT_EDIT);
  g_assert_cmpuint (secret_service_mock_count (desk.mock), ==, 1);

  account = g_list_model_get_item (G_LIST_MODEL (desk.scene.services.accounts), 0);
  g_assert_true (veto_account_book_set_secret (desk.scene.services.accounts, account,
                                               "00112233445566778899aabbccddeeff", VETO_SECRET_STORED, NULL));
  g_object_unref (account);
  keyring_press (&desk, "Copy the password");
  keyring_wait (&desk, "The password is not in the keyring any more.");
  keyring_wait (&desk, "Store the password for this account…");
  keyring_close (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/password-step/copy", test_copy);
  g_test_add_func ("/password-step/copied-over", test_copied_over);
  g_test_add_func ("/password-step/quit", test_quit);
  g_test_add_func ("/password-step/show", test_show);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, GSIZE_TO_POINTER (i), test_fault);
  g_test_add_func ("/password-step/gone", test_gone);
  return g_test_run ();
}
