/* A database of an older Veto becomes one of today: with nothing lost, at once or not at all, and a copy beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store.h"

#define COPY ".before-2"

static const char ask_schema[] = "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema"
                                 " WHERE sql IS NOT NULL ORDER BY name)";

static const char content_1[] =
  "11111111-1111-4111-8111-111111111111 of 22222222-2222-4222-8222-222222222222 of"
  " 33333333-3333-4333-8333-333333333333: chirper object menus 1760000000\n"
  "  account.login = ada@example.org\n"
  "  profile.country = DE\n"
  "  profile.name = Ada Löwe\n"
  "  reason = It is mine.\n"
  "  form/login-loop/sign-in-first skipped r0 1760000200\n"
  "  form/open-form done r0 1760000100\n";

static void
assert_content_1 (VetoStore *store)
{
  g_autofree char *dump = fixture_dump (store);

  g_assert_cmpstr (dump, ==, content_1);
}

/* The copy is a database of its own, of version 1, whole, and nobody else's to read. */
static void
assert_copy (const char *folder)
{
  char            *other = fixture_make_folder ();
  g_autofree char *copy = fixture_dup_path (folder, COPY), *path = fixture_dup_path (other, "");
  g_autofree char *content = NULL;
  gsize            n_bytes;
  GStatBuf         status;

  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (copy, &content, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) n_bytes, NULL));
  fixture_assert_sql (other, "PRAGMA user_version", "1");
  fixture_assert_sql (other, "PRAGMA integrity_check", "ok");
  fixture_assert_sql (other, "SELECT name || reason FROM people, (SELECT text AS reason FROM answers)",
                      "Ada LöweIt is mine.");
  fixture_assert_sql (other, "SELECT count (*) FROM steps", "2");
  fixture_remove (other);
}

static void
test_nothing_is_lost (gconstpointer data)
{
  VetoStoreMode    mode = (VetoStoreMode) GPOINTER_TO_INT (data);
  char            *folder = fixture_make_folder ();
  g_autofree char *names = NULL;
  VetoStore       *store;

  fixture_make_version (folder, 1);
  store = fixture_open (folder, mode);
  assert_content_1 (store);
  fixture_close (store);
  fixture_assert_sql (folder, "PRAGMA user_version", "3");
  fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
  fixture_assert_sql (folder, "SELECT count (*) FROM pragma_foreign_key_check", "0");
  assert_copy (folder);
  store = fixture_open (folder, mode);
  assert_content_1 (store);
  fixture_close (store);
  fixture_remove (folder);
}

/* A migration that was released is never changed: the tables of a fresh database, and those of one that was migrated, are,
 * text for text, those of the fixture. */
static void
test_tables (gconstpointer data)
{
  guint            version = GPOINTER_TO_UINT (data); /* to begin with; 0: none */
  char            *folder = fixture_make_folder (), *other = fixture_make_folder ();
  g_autofree char *expected = NULL;

  if (version > 0)
    fixture_make_version (folder, version);
  fixture_close (fixture_open (folder, VETO_STORE_WINDOW));
  fixture_make_version (other, 3);
  expected = fixture_ask_sql (other, ask_schema);
  fixture_assert_sql (folder, ask_schema, expected);
  fixture_remove (folder);
  fixture_remove (other);
}

/* Version 2 gets its copy and its new tables; version 3 is today's, so nothing is migrated. */
static void
test_opens_version (gconstpointer data)
{
  guint            version = GPOINTER_TO_UINT (data);
  char            *folder = fixture_make_folder ();
  g_autofree char *copy = fixture_dup_path (folder, ".before-3"), *dump = NULL, *expected = NULL;
  VetoStore       *store;

  fixture_make_version (folder, version);
  store = fixture_open (folder, VETO_STORE_WINDOW);
  dump = fixture_dump (store);
  expected =
    g_strconcat ("11111111-1111-4111-8111-111111111111 of 22222222-2222-4222-8222-222222222222 of"
                 " 33333333-3333-4333-8333-333333333333: chirper object menus 1760000000\n"
                 "  account.login = ada@example.org\n"
                 "  profile.email = ada@example.org\n"
                 "  profile.name = Ada Löwe\n"
                 "  event 44444444-4444-4444-8444-444444444444 2026-11-26 sent (null) {\"goal\":\"object\"}\n"
                 "letter 44444444-4444-4444-8444-444444444444 of 11111111-1111-4111-8111-111111111111: "
                 "objection de gdpr"
                 " {} {\"name\":\"Ada Löwe\"} {} 2026-11-26 1760000300 2026-11-26 post"
                 " f6c21611a855ce116943c15c49e963957775fb67595b54435a956610eefd231f\n",
                 version < 3 ? NULL : "told 11111111-1111-4111-8111-111111111111 due 2026-12-28\n", NULL);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpint (g_file_test (copy, G_FILE_TEST_EXISTS), ==, version < 3);
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT count (*) FROM proof", version < 3 ? "0" : "1");
  fixture_remove (folder);
}

/* What cases kept for themselves before belongs to the person now, the newest of each. */
static void
test_email_moves (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, ""), *dump = NULL;
  VetoStore       *store;

  fixture_make_version (folder, 1);
  fixture_run_sql (path, "INSERT INTO cases VALUES ('newer', '22222222-2222-4222-8222-222222222222', 'other',"
                         " 'object', 'form', 1770000000);"
                         "INSERT INTO answers VALUES ('newer', 'profile.email', 'new@example.org'),"
                         " ('11111111-1111-4111-8111-111111111111', 'profile.email', 'old@example.org')");
  store = fixture_open (folder, VETO_STORE_WINDOW);
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "  profile.email = new@example.org\n  profile.name"));
  g_assert_null (strstr (dump, "old@example.org"));
  g_assert_nonnull (strstr (dump, "  reason = It is mine.\n"));
  fixture_close (store);
  fixture_remove (folder);
}

/* Whoever only looks changes nothing, and sees the same. */
static void
test_looking (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *before = NULL, *after = NULL;
  VetoStore       *store;

  fixture_make_version (folder, 1);
  before = fixture_describe_folder (folder, NULL);
  store = fixture_open (folder, VETO_STORE_LOOK);
  assert_content_1 (store);
  fixture_close (store);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

/* Returns: whether the write number @n was reached */
static gboolean
fail_once (int result, VetoStoreError expected, guint n)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, ""), *before = NULL, *after = NULL;
  gsize            n_before, n_after;
  VetoStore       *store;
  gboolean         failed;

  fixture_make_version (folder, 1);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  faulty_disk_fail (n, result);
  store = veto_store_open (folder, VETO_STORE_WINDOW, &error);
  failed = faulty_disk_rest ();
  if (store == NULL)
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) expected);
      g_assert_nonnull (strstr (error->message, folder));
      g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
      store = fixture_open (folder, VETO_STORE_WINDOW); /* there is room again */
    }
  assert_content_1 (store);
  fixture_close (store);
  fixture_assert_sql (folder, "PRAGMA user_version", "3");
  assert_copy (folder);
  fixture_remove (folder);
  return failed;
}

static const struct
{
  const char    *name;
  int            result;
  VetoStoreError expected;
} faults[] = {
  { "/migrate/fault/full", SQLITE_FULL, VETO_STORE_ERROR_FULL },
  { "/migrate/fault/read-only", SQLITE_READONLY, VETO_STORE_ERROR_READ_ONLY },
  { "/migrate/fault/broken", SQLITE_IOERR_WRITE, VETO_STORE_ERROR_FAILED },
};

static void
test_each_write_fails (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), n = 1;

  while (fail_once (faults[i].result, faults[i].expected, n))
    n++;
  g_assert_cmpuint (n, >=, 8); /* the copy's pages, and the journal's */
}

/* No copy is left half, and no name of a draft. */
static void
test_failed_copy_leaves_nothing (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = fixture_make_folder ();
  g_autoptr(GDir) dir = NULL;
  const char *name;

  fixture_make_version (folder, 1);
  faulty_disk_fail (4, SQLITE_FULL);
  g_assert_null (veto_store_open (folder, VETO_STORE_TOOL, &error));
  g_assert_true (faulty_disk_rest ());
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "before"));
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  g_test_add_data_func ("/migrate/nothing-is-lost/window", GINT_TO_POINTER (VETO_STORE_WINDOW),
                        test_nothing_is_lost);
  g_test_add_data_func ("/migrate/nothing-is-lost/tool", GINT_TO_POINTER (VETO_STORE_TOOL),
                        test_nothing_is_lost);
  g_test_add_data_func ("/migrate/tables/fresh", GUINT_TO_POINTER (0), test_tables);
  g_test_add_data_func ("/migrate/tables/from-1", GUINT_TO_POINTER (1), test_tables);
  g_test_add_data_func ("/migrate/tables/from-2", GUINT_TO_POINTER (2), test_tables);
  g_test_add_data_func ("/migrate/opens-version-2", GUINT_TO_POINTER (2), test_opens_version);
  g_test_add_data_func ("/migrate/opens-version-3", GUINT_TO_POINTER (3), test_opens_version);
  g_test_add_func ("/migrate/email-moves-to-the-person", test_email_moves);
  g_test_add_func ("/migrate/looking", test_looking);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, GUINT_TO_POINTER (i), test_each_write_fails);
  g_test_add_func ("/migrate/failed-copy-leaves-nothing", test_failed_copy_leaves_nothing);
  return g_test_run ();
}
