/* The file is damaged while Veto has it open: it is said, and what is still whole stays as it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "damage.h"
#include "store-fixture.h"
#include "veto-store.h"
#include "write-actions.h"

#define N_STEPS 300 /* several pages */

typedef struct
{
  const char *table;
  char       *folder;
} Place;

static void
assert_said (const GError *error, const char *folder)
{
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, folder));
}

/* Whatever is tried, the database and its journal stay byte for byte. */
static void
assert_nothing_is_written (VetoStore *store, const char *folder, const char *id)
{
  g_autofree char *before = fixture_describe_folder (folder, "veto.db-shm"), *after = NULL;

  for (const WriteAction *action = write_actions; action->name != NULL; action++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", action->name);
      g_assert_false (action->act (store, id, &error));
      assert_said (error, folder);
    }
  fixture_close (store);
  after = fixture_describe_folder (folder, "veto.db-shm");
  g_assert_cmpstr (after, ==, before);
}

static void
assert_next_start_tells (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  g_assert_null (veto_store_open (folder, VETO_STORE_WINDOW, &error));
  assert_said (error, folder);
  g_assert_true (veto_store_set_aside (folder, &place, NULL));
}

static void
damage (gpointer data)
{
  const Place *place = data;

  damage_table (place->folder, place->table);
}

/* The table is damaged when all of it was read already; by another process, because in this one SQLite would take away the
 * store's locks. */
static VetoStore *
make_damaged (Place *place, char **out_id)
{
  VetoStore *store;

  place->folder = fixture_make_folder ();
  *out_id = fixture_make_database (place->folder, N_STEPS);
  store = fixture_open (place->folder, VETO_STORE_WINDOW);
  write_actions_prepare (store, *out_id);
  g_ptr_array_unref (veto_store_read_cases (store, NULL));
  fixture_run_in_child (damage, place);
  return store;
}

static void
test_reading (gconstpointer table)
{
  Place            place = { table, NULL };
  g_autofree char *id = NULL;
  VetoStore       *store = make_damaged (&place, &id);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_store_read_cases (store, &error));
  assert_said (error, place.folder);
  assert_nothing_is_written (store, place.folder, id);
  assert_next_start_tells (place.folder);
  fixture_remove (place.folder);
}

static void
test_writing (gconstpointer table)
{
  Place            place = { table, NULL };
  g_autofree char *id = NULL;
  VetoStore       *store = make_damaged (&place, &id);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_store_delete_steps (store, id, NULL, &error));
  assert_said (error, place.folder);
  assert_nothing_is_written (store, place.folder, id);
  assert_next_start_tells (place.folder);
  fixture_remove (place.folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/damaged/reading/steps", "steps", test_reading);
  g_test_add_data_func ("/damaged/reading/cases", "cases", test_reading);
  g_test_add_data_func ("/damaged/reading/events", "events", test_reading);
  g_test_add_data_func ("/damaged/writing/steps", "steps", test_writing);
  return g_test_run ();
}
