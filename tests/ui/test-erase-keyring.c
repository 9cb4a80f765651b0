/* "Delete everything" through the window, with a real keyring: nothing is left in it; one that is locked stops it, and says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <libsecret/secret.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keyring-desk.h"
#include "veto-data-work.h"
#include "veto-secret-debts.h"
#include "veto-store-copies.h"

#define KEYRING_PASSWORD "its own"
#define N_ACCOUNTS 2

static const char *const ids[] = { "00112233445566778899aabbccddeeff", "102132435465768798a9bacbdcedfe0f",
                                   "ffeeddccbbaa99887766554433221100" };
#define OF_REMOVED 2 /* the last one is of an account that was removed while the keyring was locked */

static GPid daemon_pid;

/* --- The keyring --- */

static void
start_keyring (void)
{
  const char *argv[] = { "gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock", NULL };
  g_autoptr(GError) error = NULL;
  int in;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                            G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                              | G_SPAWN_STDERR_TO_DEV_NULL,
                            NULL, NULL, &daemon_pid, &in, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (in, KEYRING_PASSWORD, strlen (KEYRING_PASSWORD)), ==, strlen (KEYRING_PASSWORD));
  close (in);
}

static void
wait_for_keyring (gboolean is_there)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  gboolean is_now = !is_there;

  while (is_now != is_there)
    {
      g_autoptr(GVariant)
                   reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/",
                                                        "org.freedesktop.DBus", "NameHasOwner",
                                                        g_variant_new ("(s)", "org.freedesktop.secrets"),
                                                        NULL, 0, -1, NULL, NULL);

      g_variant_get (reply, "(b)", &is_now);
    }
}

static void
stop_keyring (void)
{
  kill (daemon_pid, SIGKILL);
  waitpid (daemon_pid, NULL, 0);
  g_spawn_close_pid (daemon_pid);
  wait_for_keyring (FALSE);
  while (g_main_context_iteration (NULL, FALSE)) /* libsecret hears of it */
    ;
  secret_service_disconnect ();
}

static GHashTable *
make_attributes (const char *name, const char *value)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (gpointer) name, (gpointer) value);
  return attributes;
}

static void
put (const char *name, const char *value)
{
  g_autoptr(GHashTable) attributes = make_attributes (name, value);
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (attributes, (gpointer) "xdg:schema",
                       (gpointer) (g_str_equal (name, "veto-item") ? VETO_APP_ID ".Secret" : "org.example"));
  secret_password_storev_sync (NULL, attributes, NULL, "Veto: a test", KEYRING_WORDS, NULL, &error);
  g_assert_no_error (error);
}

static guint
count (const char *name, const char *value)
{
  g_autoptr(GHashTable) attributes = make_attributes (name, value);
  g_autoptr(GError) error = NULL;
  GList *items = secret_password_searchv_sync (NULL, attributes, SECRET_SEARCH_ALL, NULL, &error);
  guint  n = g_list_length (items);

  g_assert_no_error (error);
  g_list_free_full (items, g_object_unref);
  return n;
}

static guint
count_ours (void)
{
  return count ("xdg:schema", VETO_APP_ID ".Secret");
}

static void
lock_keyring (void)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *paths[] = { "/org/freedesktop/secrets/collection/login", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply =
               g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                            "org.freedesktop.Secret.Service", "Lock",
                                            g_variant_new ("(^ao)", paths), NULL, 0, -1, NULL, &error);

  g_assert_no_error (error);
}

/* --- The window --- */

static gboolean
open_desk (KeyringDesk *desk)
{
  g_autofree char *path = g_find_program_in_path ("gnome-keyring-daemon");
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  Scene *scene = &desk->scene;

  if (path == NULL)
    {
      g_test_skip ("gnome-keyring-daemon is not installed; ./check installs it");
      return FALSE;
    }
  start_keyring ();
  wait_for_keyring (TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    put ("veto-item", ids[i]);
  put ("other-item", "of another program");
  *desk = (KeyringDesk){ .scene.services.guidance = veto_guidance_new (set) };
  veto_services_open (&scene->services, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      VetoAccount *account = keyring_add (desk, "facebook", i == 0 ? "ada" : "grace", NULL);

      g_assert_true (
        veto_account_book_set_secret (scene->services.accounts, account, ids[i], VETO_SECRET_STORED, NULL));
    }
  g_assert_true (veto_secret_debts_add (ids[OF_REMOVED], NULL));
  scene->services.forget_secrets = veto_services_forget_secrets;
  scene_show (scene, 1000, 700);
  return TRUE;
}

static void
close_desk (KeyringDesk *desk)
{
  keyring_close (desk);
  g_assert_true (veto_store_erase (NULL, NULL));
  stop_keyring ();
}

/* Waits until there is a window above the other. */
static GtkWidget *
find_question (KeyringDesk *desk)
{
  for (;;)
    {
      g_autoptr(GList) windows = gtk_window_list_toplevels ();

      for (GList *at = windows; at != NULL; at = at->next)
        if (gtk_window_get_transient_for (at->data) == GTK_WINDOW (desk->scene.window)
            && gtk_widget_get_mapped (at->data))
          return at->data;
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
press_delete (KeyringDesk *desk)
{
  scene_act (&desk->scene, "win.data", NULL);
  scene_settle (&desk->scene);
  keyring_press (desk, "Delete everything…");
  return find_question (desk);
}

/* Which window it is in is not asked: one question comes after the other. */
static void
wait_for_words (const char *words)
{
  for (gboolean is_there = FALSE; !is_there;)
    {
      g_autoptr(GList) windows = gtk_window_list_toplevels ();

      for (GList *at = windows; at != NULL; at = at->next)
        is_there = is_there
                   || (gtk_widget_get_mapped (at->data) && scene_find_label (at->data, words) != NULL);
      g_main_context_iteration (NULL, FALSE);
    }
}

static guint
count_accounts (KeyringDesk *desk)
{
  return g_list_model_get_n_items (G_LIST_MODEL (desk->scene.services.accounts));
}

static void
test_erased (void)
{
  KeyringDesk      desk;
  g_autofree char *debts = NULL;

  if (!open_desk (&desk))
    return;
  g_assert_cmpuint (count_ours (), ==, G_N_ELEMENTS (ids));
  keyring_press_in (press_delete (&desk), "Delete everything");
  keyring_wait (&desk, "Everything was deleted.");
  g_assert_cmpuint (count_accounts (&desk), ==, 0);
  g_assert_cmpuint (count_ours (), ==, 0); /* those of accounts, and that of the removed one */
  g_assert_cmpuint (count ("other-item", "of another program"), ==, 1);
  debts = keyring_dup_debts ();
  g_assert_cmpstr (debts, ==, "");
  close_desk (&desk);
}

/* Nobody can open it here, as if the person closed the question. */
static void
test_locked (void)
{
  KeyringDesk      desk;
  g_autofree char *debts = NULL, *after = NULL;

  if (!open_desk (&desk))
    return;
  lock_keyring ();
  keyring_press_in (press_delete (&desk), "Delete everything");
  wait_for_words ("Veto could not open the keyring with your passwords");
  g_assert_cmpuint (count_accounts (&desk), ==, N_ACCOUNTS); /* nothing was deleted, as it says */
  debts = keyring_dup_debts ();
  g_assert_cmpstr (debts, ==, ids[OF_REMOVED]); /* what had to go still has to, and nothing more */
  gtk_window_close (GTK_WINDOW (find_question (&desk)));

  stop_keyring (); /* the next login opens it */
  start_keyring ();
  wait_for_keyring (TRUE);
  g_assert_cmpuint (count_ours (), ==, G_N_ELEMENTS (ids));
  keyring_show (&desk);
  keyring_wait (&desk, "A password is stored in your keyring.");
  while (count_ours () != N_ACCOUNTS) /* that of the removed account goes, without a question */
    g_main_context_iteration (NULL, FALSE);
  while (after == NULL || *after != '\0')
    {
      g_free (after);
      g_main_context_iteration (NULL, FALSE);
      after = keyring_dup_debts ();
    }
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/erase-keyring/locked", test_locked);
  g_test_add_func ("/erase-keyring/erased", test_erased);
  return g_test_run ();
}
