/* What is kept comes back, and belongs together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "store-fixture.h"
#include "veto-store.h"

static const char *const values[] = {
  "account.login",   "profile.name",     "profile.address", "profile.born",
  "profile.country", "profile.language", "profile.phone",   "reason",
};

static void
test_values (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 0);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf ("'; DROP TABLE cases; -- ä 😀 %s", values[i]);
      g_autofree char *line = g_strdup_printf ("  %s = %s\n", values[i], text);
      g_autofree char *with = NULL, *without = NULL;

      g_assert_true (veto_store_set_value (store, id, values[i], "first", &error));
      g_assert_true (veto_store_set_value (store, id, values[i], text, &error));
      fixture_close (store);
      store = fixture_open (folder, VETO_STORE_WINDOW);
      with = fixture_dump (store);
      g_assert_nonnull (strstr (with, line));

      g_assert_true (veto_store_set_value (store, id, values[i], i % 2 == 0 ? "" : NULL, &error));
      without = fixture_dump (store);
      g_assert_null (strstr (without, values[i]));
    }
  fixture_close (store);
  fixture_remove (folder);
}

static void
test_password_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 0);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = fixture_dump (store), *after = NULL;

  g_assert_false (veto_store_set_value (store, id, "account.password", "hunter2", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_assert_null (strstr (error->message, "hunter2"));
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  fixture_close (store);
  fixture_remove (folder);
}

/* One person has one name, and one account one login, whatever the case. */
static void
test_cases_share_account_and_person (void)
{
  char      *folder = fixture_make_folder ();
  VetoStore *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(VetoStoreCase) first = veto_store_add_case (store, "one", "object", "form", NULL);
  g_autoptr(VetoStoreCase) same_account = veto_store_add_case (store, "one", "opt-out", "form", NULL);
  g_autoptr(VetoStoreCase) other = veto_store_add_case (store, "two", "object", "form", NULL);
  g_autoptr(VetoStoreCase) again = veto_store_add_case (store, "one", "object", "menus", NULL);

  g_assert_cmpstr (first->account, ==, same_account->account);
  g_assert_cmpstr (first->account, !=, other->account);
  g_assert_cmpstr (first->person, ==, other->person);
  g_assert_cmpstr (first->id, !=, same_account->id);
  g_assert_cmpstr (first->id, ==, again->id);
  g_assert_cmpstr (again->guide, ==, "form");
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT count(*) FROM cases", "3");
  fixture_assert_sql (folder, "SELECT count(*) FROM accounts", "2");
  fixture_assert_sql (folder, "SELECT count(*) FROM people", "1");
  fixture_remove (folder);
}

static gboolean
set_step (VetoStore *store, const char *id, GError **error)
{
  VetoStoreStep step = { (char *) "form", (char *) "send", FALSE, (char *) "r", 1 };

  return veto_store_set_step (store, id, &step, error);
}

static gboolean
set_steps (VetoStore *store, const char *id, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);
  VetoStoreStep step = { (char *) "form", (char *) "send", FALSE, (char *) "r", 1 };

  g_ptr_array_add (steps, veto_store_step_copy (&step));
  return veto_store_set_steps (store, id, steps, error);
}

static gboolean
set_guide (VetoStore *store, const char *id, GError **error)
{
  return veto_store_set_guide (store, id, "menus", error);
}

static gboolean
set_login (VetoStore *store, const char *id, GError **error)
{
  return veto_store_set_value (store, id, "account.login", "me", error);
}

static gboolean
set_reason (VetoStore *store, const char *id, GError **error)
{
  return veto_store_set_value (store, id, "reason", "mine", error);
}

static const struct
{
  const char *name;
  gboolean (*act) (VetoStore *store, const char *id, GError **error);
} gone[] = {
  { "/rows/case-is-gone/step", set_step },     { "/rows/case-is-gone/steps", set_steps },
  { "/rows/case-is-gone/guide", set_guide },   { "/rows/case-is-gone/login", set_login },
  { "/rows/case-is-gone/reason", set_reason },
};

/* Never "saved" for a case that another process has taken away. */
static void
test_case_is_gone (gconstpointer data)
{
  gboolean (*act) (VetoStore * store, const char *id, GError **error) = gone[GPOINTER_TO_UINT (data)].act;
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 0);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = fixture_dump (store), *after = NULL;

  g_assert_false (act (store, "no-such-case", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  after = fixture_dump (store); /* would fail, were a transaction still open */
  g_assert_cmpstr (before, ==, after);
  fixture_close (store);
  fixture_remove (folder);
}

typedef struct
{
  const char *folder, *id;
} Place;

static void
write_from_elsewhere (gpointer data)
{
  const Place *place = data;
  VetoStore   *store = fixture_open (place->folder, VETO_STORE_TOOL);

  fixture_do_step (store, place->id, "from-elsewhere");
  fixture_close (store);
}

static void
test_has_changed (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 0), *dump = NULL;
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  Place            place = { folder, id };

  g_free (fixture_dump (store));
  g_assert_false (veto_store_has_changed (store));
  fixture_do_step (store, id, "by-ourselves");
  g_assert_false (veto_store_has_changed (store));

  fixture_run_in_child (write_from_elsewhere, &place);
  g_assert_true (veto_store_has_changed (store));
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "from-elsewhere"));
  g_assert_false (veto_store_has_changed (store));
  fixture_close (store);
  fixture_remove (folder);
}

/* A text that is no UTF-8, written by whatever, does not reach a label. */
static void
test_text_is_always_text (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *id = fixture_make_database (folder, 1), *dump = NULL;
  VetoStore       *store;

  fixture_run_sql (path, "UPDATE accounts SET login = CAST (x'61ff62' AS TEXT)");
  store = fixture_open (folder, VETO_STORE_WINDOW);
  dump = fixture_dump (store);
  g_assert_true (g_utf8_validate (dump, -1, NULL));
  g_assert_nonnull (strstr (dump, "a\xef\xbf\xbd"
                                  "b"));
  fixture_close (store);
  fixture_remove (folder);
}

/* What a hostile file brings along does nothing: the person's step is kept, and the case is still there. */
static void
test_trigger_does_nothing (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *id = fixture_make_database (folder, 1), *dump = NULL;
  VetoStore       *store;

  fixture_run_sql (path, "CREATE TRIGGER evil AFTER INSERT ON steps BEGIN DELETE FROM steps; END");
  store = fixture_open (folder, VETO_STORE_WINDOW);
  fixture_do_step (store, id, "another");
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "step-0 done"));
  g_assert_nonnull (strstr (dump, "another done"));
  fixture_close (store);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/values", test_values);
  g_test_add_func ("/rows/password-is-refused", test_password_is_refused);
  g_test_add_func ("/rows/cases-share-account-and-person", test_cases_share_account_and_person);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_test_add_data_func (gone[i].name, GUINT_TO_POINTER (i), test_case_is_gone);
  g_test_add_func ("/rows/has-changed", test_has_changed);
  g_test_add_func ("/rows/text-is-always-text", test_text_is_always_text);
  g_test_add_func ("/rows/trigger-does-nothing", test_trigger_does_nothing);
  return g_test_run ();
}
