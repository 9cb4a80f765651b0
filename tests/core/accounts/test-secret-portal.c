/* Passwords in a sandbox: libsecret's file, opened with the secret that the desktop's portal gives through a pipe.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret asks the portal where it finds /.flatpak-info or SNAP_NAME: the second can be set here. */
#include <libsecret/secret.h>
#include <unistd.h>

#include "secret-portal.h"
#include "secrets-sync.h"

#define CANARY "Kanarienvogel-7f3a"
#define PATIENCE 500                               /* milliseconds */
#define LONGEST_STANDSTILL_US (5 * G_USEC_PER_SEC) /* a busy machine */

static char *home;

/* As a new start of the program: the portal is asked again. */
static void
start_again (void)
{
  secret_service_disconnect ();
}

static void
forget_file (void)
{
  g_autofree char *path = g_build_filename (home, "keyrings", "default.keyring", NULL);

  unlink (path);
  start_again ();
}

static void
test_gives (void)
{
  SecretPortal *portal = secret_portal_new ();

  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  g_assert_cmpint (sync_store ("the first one"), ==, -1);
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_AVAILABLE);
  g_assert_cmpint (sync_count (), ==, 1);
  start_again ();
  sync_assert_look_up (CANARY, -1);
  g_assert_cmpuint (secret_portal_get_n_asked (portal), ==, 2); /* once a start */
  sync_assert_nowhere (home, CANARY);
  g_assert_cmpint (sync_clear (), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  g_assert_cmpint (sync_count (), ==, 0);
  secret_portal_free (portal);
  forget_file ();
}

/* The desktop forgot it, or the file came from another computer: what is in it is lost, and told; new passwords can be stored. */
static void
test_another_secret (void)
{
  SecretPortal *portal = secret_portal_new ();

  g_assert_cmpint (sync_store ("of before"), ==, -1);
  secret_portal_set_secret (portal, 'b');
  start_again ();
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_GONE);
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  sync_assert_look_up (CANARY, -1);
  secret_portal_free (portal);
  forget_file ();
}

static void
test_missing (void)
{
  g_assert_cmpint (sync_probe (), ==, -1 - VETO_SECRETS_ERROR_NO_SERVICE);
  g_assert_cmpint (sync_store (CANARY), ==, VETO_SECRETS_ERROR_NO_SERVICE);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_NO_SERVICE);
  sync_assert_nowhere (home, CANARY); /* nor anywhere else instead */
}

static void
test_says_no (void)
{
  SecretPortal *portal = secret_portal_new ();

  secret_portal_set_manner (portal, SECRET_PORTAL_SAYS_NO);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_LOCKED);
  secret_portal_set_manner (portal, SECRET_PORTAL_GIVES);
  g_assert_cmpint (sync_store (CANARY), ==, -1); /* the next click asks again */
  sync_assert_look_up (CANARY, -1);
  secret_portal_free (portal);
  forget_file ();
}

static void
test_never_answers (void)
{
  SecretPortal *portal = secret_portal_new ();

  secret_portal_set_manner (portal, SECRET_PORTAL_SILENT);
  sync_set_patience (PATIENCE);
  g_assert_cmpint (sync_probe (), ==, -1 - VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_cmpint (sync_store (CANARY), ==, VETO_SECRETS_ERROR_NO_ANSWER);
  sync_set_patience (VETO_SECRETS_PATIENCE);
  secret_portal_set_manner (portal, SECRET_PORTAL_GIVES);
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  secret_portal_free (portal);
  forget_file ();
}

typedef struct
{
  gint64 last_us;
  gint64 longest_us; /* between two turns of the main loop */
} Turns;

static gboolean
turn_cb (gpointer data)
{
  Turns *turns = data;
  gint64 now_us = g_get_monotonic_time ();

  turns->longest_us = MAX (turns->longest_us, now_us - turns->last_us);
  turns->last_us = now_us;
  return G_SOURCE_CONTINUE;
}

/* Nobody answers at all: the window goes on meanwhile, and the sentence comes when the time is up. libsecret by itself stands still for
 * the 25 seconds of D-Bus. */
static void
test_hangs (void)
{
  SecretPortal *portal = secret_portal_new ();
  Turns         turns = { .last_us = g_get_monotonic_time () };
  guint         id = g_timeout_add (10, turn_cb, &turns);

  secret_portal_set_manner (portal, SECRET_PORTAL_HANGS);
  sync_set_patience (PATIENCE);
  g_assert_cmpint (sync_probe (), ==, -1 - VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_cmpint (sync_store (CANARY), ==, VETO_SECRETS_ERROR_NO_ANSWER);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_cmpint (sync_clear (), ==, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_cmpint (sync_count (), ==, -1 - VETO_SECRETS_ERROR_NO_ANSWER);
  turn_cb (&turns);
  g_source_remove (id);
  g_test_message ("the longest standstill: %d ms", (int) (turns.longest_us / 1000));
  g_assert_cmpint (turns.longest_us, <, LONGEST_STANDSTILL_US);
  g_assert_cmpuint (secret_portal_get_n_asked (portal), ==, 0);
  sync_assert_nowhere (home, CANARY);

  sync_set_patience (VETO_SECRETS_PATIENCE);
  secret_portal_set_manner (portal, SECRET_PORTAL_GIVES);
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  sync_assert_look_up (CANARY, -1);
  secret_portal_free (portal);
  forget_file ();
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  GTestDBus *bus;
  int        status;

  g_test_init (&argc, &argv, NULL);
  home = g_dir_make_tmp ("portal-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SNAP_NAME", "veto", TRUE);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add_func ("/portal/gives", test_gives);
  g_test_add_func ("/portal/another-secret", test_another_secret);
  g_test_add_func ("/portal/missing", test_missing);
  g_test_add_func ("/portal/says-no", test_says_no);
  g_test_add_func ("/portal/never-answers", test_never_answers);
  g_test_add_func ("/portal/hangs", test_hangs);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
