/* People and accounts are kept apart, and come back after they were removed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "veto-store-accounts.h"
#include "veto-store-letters.h"
#include "veto-store-removal.h"

#define OTHER "other-account"
#define MIA "mia"

typedef struct
{
  char      *folder;
  VetoStore *store;
  char      *case_id; /* the own case on the fixture's platform */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->case_id = fixture_make_database (fixture->folder, 2);
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store);
  fixture_remove (fixture->folder);
  g_free (fixture->case_id);
}

/* @name: (nullable): of somebody new whose account it is; else it is the own person's */
static void
add_account (VetoStore *store, const char *id, const char *name, gboolean is_ward)
{
  g_autoptr(GError) error = NULL;
  VetoStorePerson  person = { .id = (char *) MIA, .name = (char *) name, .born = (char *) "2014-03-05" };
  VetoStoreAccount account = { .id = (char *) id,
                               .platform = (char *) FIXTURE_PLATFORM,
                               .label = (char *) "second",
                               .created = g_get_real_time () / G_USEC_PER_SEC };

  veto_store_add_account (store, name != NULL ? &person : NULL, is_ward, &account, FIXTURE_GOAL,
                          FIXTURE_GUIDE, &error);
  g_assert_no_error (error);
}

/* (transfer full): the case of the account */
static VetoStoreCase *
read_case (VetoStore *store, const char *account)
{
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      VetoStoreCase *row = rows->pdata[i];

      if (g_str_equal (row->account, account))
        return veto_store_read_case (store, row->id, NULL);
    }
  g_assert_not_reached ();
}

static const char *
get_value (const VetoStoreCase *row, const char *name)
{
  return g_hash_table_lookup (row->values, name);
}

/* Neither gets the other's name, address or login, whoever writes. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr(VetoStoreCase) own = NULL, hers = NULL;
  g_autoptr(GHashTable) person = NULL;

  add_account (fixture->store, OTHER, "Mia", TRUE);
  hers = read_case (fixture->store, OTHER);
  g_assert_true (veto_store_set_value (fixture->store, hers->id, "account.login", "@mia", NULL));
  g_assert_true (veto_store_set_value (fixture->store, fixture->case_id, "profile.name", "Ada", NULL));
  g_clear_pointer (&hers, veto_store_case_free);
  hers = read_case (fixture->store, OTHER);
  own = veto_store_read_case (fixture->store, fixture->case_id, NULL);
  person = veto_store_read_person (fixture->store, NULL);

  g_assert_cmpstr (get_value (hers, "profile.name"), ==, "Mia");
  g_assert_cmpstr (get_value (hers, "profile.born"), ==, "2014-03-05");
  g_assert_cmpstr (get_value (hers, "account.login"), ==, "@mia");
  g_assert_cmpstr (hers->guardian, ==, own->person);
  g_assert_false (hers->is_own);
  g_assert_cmpstr (get_value (own, "profile.name"), ==, "Ada");
  g_assert_null (get_value (own, "profile.born"));
  g_assert_cmpstr (get_value (own, "account.login"), ==, "me@example.org");
  g_assert_true (own->is_own && own->is_first);
  g_assert_cmpstr (g_hash_table_lookup (person, "profile.name"), ==, "Ada");
}

static void
write_letter (VetoStore *store, const char *case_id, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter (id, case_id);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) name, (gpointer) text);
  veto_store_set_letter (store, letter, values, &error);
  g_assert_no_error (error);
}

/* Nobody knows whose name a letter without a case bears, once there are several people. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr(VetoStoreCase) hers = NULL, own = NULL;

  write_letter (fixture->store, NULL, "profile.name", "Ada");
  write_letter (fixture->store, NULL, "profile.name", "Ada L."); /* alone, what was typed last counts */
  add_account (fixture->store, OTHER, "Mia", TRUE);
  write_letter (fixture->store, NULL, "profile.name", "Mia");
  write_letter (fixture->store, NULL, "profile.place", "Berlin"); /* not known yet */
  hers = read_case (fixture->store, OTHER);
  write_letter (fixture->store, hers->id, VETO_STORE_GUARDIAN "address", "1 Main St");
  write_letter (fixture->store, hers->id, "profile.email", "mia@example.org");

  g_clear_pointer (&hers, veto_store_case_free);
  hers = read_case (fixture->store, OTHER);
  own = veto_store_read_case (fixture->store, fixture->case_id, NULL);
  g_assert_cmpstr (get_value (own, "profile.name"), ==, "Ada L.");
  g_assert_cmpstr (get_value (own, "profile.place"), ==, "Berlin");
  g_assert_cmpstr (get_value (own, "profile.address"), ==, "1 Main St");
  g_assert_null (get_value (own, "profile.email"));
  g_assert_null (get_value (hers, "profile.address"));
  g_assert_cmpstr (get_value (hers, "profile.email"), ==, "mia@example.org");
}

/* The one in front of the program is the first, also when somebody else's account is the first that is entered; and a
 * further account of one's own is none that the platform's own case uses. */
static void
test_first (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open_in_memory (&error);
  g_autoptr(GPtrArray) people = NULL, accounts = NULL;
  g_autoptr(VetoStoreCase) own = NULL, further = NULL;

  add_account (store, OTHER, "Mia", TRUE);
  add_account (store, "mine", NULL, FALSE);
  own = veto_store_add_case (store, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error);
  further = read_case (store, "mine");
  g_assert_true (veto_store_read_accounts (store, &people, &accounts, &error));

  g_assert_cmpuint (people->len, ==, 2);
  g_assert_true (((VetoStorePerson *) people->pdata[0])->is_own);
  g_assert_cmpstr (((VetoStorePerson *) people->pdata[1])->name, ==, "Mia");
  g_assert_cmpuint (accounts->len, ==, 3);
  g_assert_true (own->is_first);
  g_assert_cmpstr (own->account, !=, "mine");
  g_assert_true (further->is_own && !further->is_first);
  g_assert_cmpstr (further->person, ==, own->person);
}

static void
add_all (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) hers = NULL;
  g_autoptr(VetoStoreLetter) letter = NULL;
  VetoStoreEvent event = {
    (char *) "e1", NULL, (char *) "2026-11-26", (char *) "note", (char *) "hm", NULL, 1
  };

  add_account (fixture->store, OTHER, "Mia", TRUE);
  hers = read_case (fixture->store, OTHER);
  fixture_do_step (fixture->store, hers->id, "send");
  g_assert_true (veto_store_set_value (fixture->store, hers->id, "reason", "mine", &error));
  event.case_id = hers->id;
  g_assert_true (veto_store_set_event (fixture->store, &event, &error));
  letter = fixture_describe_letter ("l1", hers->id);
  g_assert_true (veto_store_set_letter (fixture->store, letter, NULL, &error));
}

static const char all_rows[] =
  "SELECT group_concat (x, ';') FROM (SELECT id || ifnull (name, '') || ifnull (guardian, '') AS x FROM "
  "people"
  " UNION ALL SELECT id || person || ifnull (label, '') || ifnull (linked_to, '') FROM accounts"
  " UNION ALL SELECT id || account FROM cases UNION ALL SELECT case_id || step || revision FROM steps"
  " UNION ALL SELECT case_id || text FROM answers UNION ALL SELECT case_id || id || note FROM events"
  " UNION ALL SELECT case_id || sha256 || hex (bytes) FROM proof"
  " UNION ALL SELECT id || ifnull (case_id, '') FROM letters ORDER BY x)";

/* Everything of it goes, but letters; and all of that comes back, proof byte for byte. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreUndo) removed = NULL;
  g_autofree char *before = NULL, *after = NULL, *path = fixture_dup_path (fixture->folder, "");

  add_all (fixture);
  fixture_close (fixture->store);
  fixture_run_sql (path, "INSERT INTO proof SELECT 'p1', id, 'a.png', 'image/png', 'abc', 4, 1, x'00ff0a00'"
                         " FROM cases WHERE account = '" OTHER "';"
                         "UPDATE accounts SET linked_to = '" OTHER "' WHERE id <> '" OTHER "'");
  before = fixture_ask_sql (fixture->folder, all_rows);
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);

  removed = veto_store_remove_account (fixture->store, OTHER, &error);
  g_assert_no_error (error);
  fixture_close (fixture->store);
  fixture_assert_sql (fixture->folder, "SELECT count(*) FROM people", "1");
  fixture_assert_sql (fixture->folder, "SELECT count(*) FROM cases", "1");
  fixture_assert_sql (fixture->folder, "SELECT count(*) FROM proof", "0");
  fixture_assert_sql (fixture->folder, "SELECT count(*) FROM events", "0");
  fixture_assert_sql (fixture->folder, "SELECT count(*) FROM letters WHERE case_id IS NULL", "1");
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);

  g_assert_true (veto_store_undo (fixture->store, removed, &error));
  fixture_close (fixture->store);
  after = fixture_ask_sql (fixture->folder, all_rows);
  g_assert_cmpstr (before, ==, after);
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
}

/* The one in front of the program stays, without any account. */
static void
test_last_account (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) people = NULL, accounts = NULL, again = NULL, none = NULL;
  g_autoptr(VetoStoreUndo) removed = NULL;

  g_assert_true (veto_store_read_accounts (fixture->store, &people, &accounts, NULL));
  removed = veto_store_remove_account (fixture->store, ((VetoStoreAccount *) accounts->pdata[0])->id, NULL);
  g_assert_nonnull (removed);
  g_assert_true (veto_store_read_accounts (fixture->store, &again, &none, NULL));
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/accounts/apart", test_apart },
    { "/accounts/letters", test_letters },
    { "/accounts/remove", test_remove },
    { "/accounts/last-account", test_last_account },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/accounts/first", test_first);
  return g_test_run ();
}
