/* Passwords in the keyring: against a stand-in that speaks the protocol, for each thing that can go wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "secret-service.h"
#include "veto-secrets.h"

#define ID "00112233445566778899aabbccddeeff"
#define WORDS "correct horse battery"
#define PATIENCE 400 /* milliseconds */

typedef struct
{
  SecretServiceMock *mock;
  VetoSecrets       *secrets;
  GCancellable      *cancellable;
  GAsyncResult      *result; /* of the last call */
  GError            *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->secrets = veto_secrets_new (PATIENCE);
  fixture->cancellable = g_cancellable_new ();
  if (data == NULL)
    fixture->mock = secret_service_mock_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->mock, secret_service_mock_free);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->cancellable);
  g_object_unref (fixture->secrets);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_end (Fixture *fixture)
{
  GAsyncResult *result;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = fixture->result;
  fixture->result = NULL;
  g_clear_error (&fixture->error);
  return result;
}

static gboolean
store (Fixture *fixture, const char *password)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_secrets_store_async (fixture->secrets, ID, "Veto: Chirper, mine", password, fixture->cancellable,
                            ended_cb, fixture);
  result = wait_for_end (fixture);
  return veto_secrets_store_finish (fixture->secrets, result, &fixture->error);
}

static VetoPassword *
look_up (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_secrets_look_up_async (fixture->secrets, ID, fixture->cancellable, ended_cb, fixture);
  result = wait_for_end (fixture);
  return veto_secrets_look_up_finish (fixture->secrets, result, &fixture->error);
}

static gboolean
probe (Fixture *fixture, VetoSecretState *out_state)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_secrets_probe_async (fixture->secrets, ID, fixture->cancellable, ended_cb, fixture);
  result = wait_for_end (fixture);
  return veto_secrets_probe_finish (fixture->secrets, result, out_state, &fixture->error);
}

static gboolean
clear (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_secrets_clear_async (fixture->secrets, ID, fixture->cancellable, ended_cb, fixture);
  result = wait_for_end (fixture);
  return veto_secrets_clear_finish (fixture->secrets, result, &fixture->error);
}

static void
assert_state (Fixture *fixture, VetoSecretState expected)
{
  VetoSecretState state;

  g_assert_true (probe (fixture, &state));
  g_assert_cmpint (state, ==, expected);
}

static void
assert_password (Fixture *fixture)
{
  g_autoptr(VetoPassword) password = look_up (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpstr (veto_password_get_text (password), ==, WORDS);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *attributes = NULL;

  assert_state (fixture, VETO_SECRET_GONE);
  g_assert_true (store (fixture, "the first one"));
  g_assert_true (store (fixture, WORDS));
  g_assert_cmpuint (secret_service_mock_count (fixture->mock), ==, 1); /* replaced */
  assert_state (fixture, VETO_SECRET_AVAILABLE);
  assert_password (fixture);
  g_assert_cmpstr (secret_service_mock_get_label (fixture->mock, ID), ==, "Veto: Chirper, mine");
  attributes = secret_service_mock_dup_attributes (fixture->mock);
  g_assert_cmpstr (attributes, ==, "veto-item xdg:schema"); /* keyrings keep these in the clear */
  g_assert_true (clear (fixture));
  g_assert_cmpuint (secret_service_mock_count (fixture->mock), ==, 0);
  g_assert_true (clear (fixture)); /* what is gone is as good as taken out */
  assert_state (fixture, VETO_SECRET_GONE);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 0);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_locked (fixture->mock, TRUE);
  assert_state (fixture, VETO_SECRET_LOCKED);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 0); /* looking asks nobody */

  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_DISMISS);
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 1); /* and not again by itself */
  g_assert_false (store (fixture, "another"));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED);
  g_assert_cmpstr (secret_service_mock_get_secret (fixture->mock, ID), ==, WORDS);

  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_KIND);
  assert_password (fixture);
}

/* libsecret alone passes over what is locked, and says that it was not there. */
static void
test_clear_locked (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_locked (fixture->mock, TRUE);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_DISMISS);
  g_assert_false (clear (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 1);
  g_assert_cmpuint (secret_service_mock_count (fixture->mock), ==, 1);

  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_KIND);
  g_assert_true (clear (fixture));
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 2);
  g_assert_cmpuint (secret_service_mock_count (fixture->mock), ==, 0);
}

/* As one of GNOME that is locked since login, asked with the name of a schema (libsecret's issue 7), and as KeePassXC. */
static void
test_locked_lists_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;

  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_locked (fixture->mock, TRUE);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_HIDE);
  assert_state (fixture, VETO_SECRET_LOCKED); /* not gone */
  veto_secrets_list_async (fixture->secrets, NULL, ended_cb, fixture);
  result = wait_for_end (fixture);
  g_assert_null (veto_secrets_list_finish (fixture->secrets, result, &fixture->error));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_LOCKED);
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 0);
  assert_password (fixture); /* the click opens it, and finds it then */
  g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==, 1);
}

/* Longer than the patience: a person who types has all the time in the world, and may think otherwise. */
static void
test_cancelled_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;

  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_locked (fixture->mock, TRUE);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_WAIT);
  veto_secrets_look_up_async (fixture->secrets, ID, fixture->cancellable, ended_cb, fixture);
  while (secret_service_mock_get_n_prompts (fixture->mock) == 0)
    g_main_context_iteration (NULL, TRUE);

  {
    g_autoptr(GAsyncResult) other = NULL;
    GAsyncResult *first = fixture->result;

    g_assert_null (first);
    veto_secrets_look_up_async (fixture->secrets, ID, NULL, ended_cb, fixture);
    other = wait_for_end (fixture);
    g_assert_null (veto_secrets_look_up_finish (fixture->secrets, other, &fixture->error));
    g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_BUSY);
    g_assert_cmpuint (secret_service_mock_get_n_prompts (fixture->mock), ==,
                      1); /* never two questions at once */
  }

  g_cancellable_cancel (fixture->cancellable);
  result = wait_for_end (fixture);
  g_assert_null (veto_secrets_look_up_finish (fixture->secrets, result, &fixture->error));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (secret_service_mock_get_n_dismissed (fixture->mock) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_reset (fixture->cancellable);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_KIND);
  assert_password (fixture);
}

static void
test_no_answer (Fixture *fixture, gconstpointer data)
{
  VetoSecretState state;
  gint64          before = g_get_monotonic_time ();

  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_SILENT);
  g_assert_false (probe (fixture, &state));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_false (store (fixture, WORDS));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_false (clear (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC); /* GDBus alone: 25 s for each */
}

static void
test_slow (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_delay (fixture->mock, PATIENCE / 8);
  assert_password (fixture);
}

static void
test_no_service (Fixture *fixture, gconstpointer data)
{
  VetoSecretState state;

  g_assert_false (probe (fixture, &state));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_SERVICE);
  g_assert_false (store (fixture, WORDS));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_SERVICE);
  g_assert_null (strstr (fixture->error->message, WORDS));
  fixture->mock = secret_service_mock_new (); /* it was installed meanwhile */
  g_assert_true (store (fixture, WORDS));
  assert_password (fixture);
}

static void
test_vanishes (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_VANISH);
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_ANSWER);
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_SERVICE);

  secret_service_mock_free (fixture->mock); /* it is started again, with what it had */
  fixture->mock = secret_service_mock_new ();
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  assert_password (fixture);
}

/* libsecret 0.20.5 alone ends the program over this. */
static void
test_started_again (Fixture *fixture, gconstpointer data)
{
  assert_state (fixture, VETO_SECRET_GONE);
  assert_state (fixture,
                VETO_SECRET_GONE); /* from the second call on it has a proxy that it never lets go of */
  secret_service_mock_free (fixture->mock);
  fixture->mock = secret_service_mock_new ();
  secret_service_mock_tell_created (fixture->mock);
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  assert_password (fixture);
}

static void
test_deleted_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE);
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_NOTHING);
  g_assert_null (look_up (fixture));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE);
}

/* libsecret leaves out the zeros at the front of its key, and KWallet takes none that is shorter. */
static void
test_key_refused (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_NO_KEY);
  g_assert_true (store (fixture, WORDS));
  assert_password (fixture);
}

/* KWallet was seen to do so on a busy machine; nobody is to notice. */
static void
test_session_forgotten (Fixture *fixture, gconstpointer data)
{
  g_assert_true (store (fixture, "the first one"));
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_FORGET);
  g_assert_true (store (fixture, WORDS));
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_FORGET);
  assert_password (fixture);
  g_assert_cmpuint (secret_service_mock_count (fixture->mock), ==, 1);
}

static void
test_no_collection (Fixture *fixture, gconstpointer data)
{
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_NO_CHEST);
  g_assert_false (store (fixture, WORDS));
  g_assert_error (fixture->error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_FAILED);
  secret_service_mock_set_manner (fixture->mock, SECRET_MANNER_KIND);
  g_assert_true (store (fixture, WORDS));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) ids = NULL;

  for (guint i = 0; i < 10000; i++)
    secret_service_mock_add (fixture->mock, NULL, "Another program", "its own");
  secret_service_mock_add (fixture->mock, ID, "Veto", WORDS);
  secret_service_mock_add (fixture->mock, "ffeeddccbbaa99887766554433221100", "Veto", "an orphan");
  assert_password (fixture);
  veto_secrets_list_async (fixture->secrets, NULL, ended_cb, fixture);
  result = wait_for_end (fixture);
  ids = veto_secrets_list_finish (fixture->secrets, result, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);
  g_assert_true (g_hash_table_contains (ids, ID));
}

static const struct
{
  const char *name;
  const char *password;
} bad_passwords[] = {
  { "/secrets/value/empty", "" },
  { "/secrets/value/two-lines", "one\ntwo" }, /* made a keyring of GNOME unreadable */
  { "/secrets/value/carriage-return", "one\rtwo" },
  { "/secrets/value/escape", "one\033two" },
  { "/secrets/value/next-line", "one\302\205two" },
  { "/secrets/value/line-separator", "one\342\200\250two" },
  { "/secrets/value/not-utf8", "one\377two" },
  { "/secrets/value/too-long", NULL },
};

static void
test_bad_password (gconstpointer data)
{
  const char      *password = data;
  g_autofree char *long_one = g_strnfill (VETO_PASSWORD_MAX_BYTES + 1, 'a');
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_password_check (password != NULL ? password : long_one, &error));
  g_assert_error (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_VALUE);
  g_assert_null (strstr (error->message, "two"));
}

static void
test_good_passwords (void)
{
  static const char *const passwords[] = { " ", "pässwörd 🦊", "{{x}} <b>&amp;", "%s%n" };

  for (guint i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autoptr(VetoPassword) password = veto_password_new (passwords[i]);

      g_assert_true (veto_password_check (passwords[i], NULL));
      g_assert_cmpstr (veto_password_get_text (password), ==, passwords[i]);
    }
}

static void
test_ids (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = veto_secrets_make_id ();

      g_assert_cmpuint (strlen (id), ==, 32);
      g_assert_cmpuint (strspn (id, "0123456789abcdef"), ==, 32);
      g_assert_true (g_hash_table_add (ids, id));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/secrets/round-trip", test_round_trip },
    { "/secrets/locked", test_locked },
    { "/secrets/clear-locked", test_clear_locked },
    { "/secrets/locked-lists-nothing", test_locked_lists_nothing },
    { "/secrets/question-cancelled", test_cancelled_question },
    { "/secrets/no-answer", test_no_answer },
    { "/secrets/slow", test_slow },
    { "/secrets/vanishes", test_vanishes },
    { "/secrets/started-again", test_started_again },
    { "/secrets/deleted-meanwhile", test_deleted_meanwhile },
    { "/secrets/key-refused", test_key_refused },
    { "/secrets/session-forgotten", test_session_forgotten },
    { "/secrets/no-collection", test_no_collection },
    { "/secrets/ten-thousand-others", test_many },
  };

  GTestDBus *bus;
  int        status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE); /* one for all, as libsecret keeps its connection */
  g_test_dbus_up (bus);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add ("/secrets/no-service", Fixture, "without", set_up, test_no_service, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad_passwords); i++)
    g_test_add_data_func (bad_passwords[i].name, bad_passwords[i].password, test_bad_password);
  g_test_add_func ("/secrets/value/good", test_good_passwords);
  g_test_add_func ("/secrets/ids", test_ids);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
