/* How long it takes until a step that is done is on the disk, in a database as a busy person has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "bench-times.h"
#include "store-fixture.h"
#include "veto-store.h"

#define N_CASES 500
#define N_STEPS 10
#define N_COMMITS 300

static char *
fill_database (const char *folder)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);
  char      *id = NULL;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *platform = g_strdup_printf ("platform-%u", i);
      g_autoptr(VetoStoreCase) row = veto_store_add_case (store, platform, "object", FIXTURE_GUIDE, NULL);
      g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);

      for (guint j = 0; j < N_STEPS; j++)
        {
          g_autofree char *name = g_strdup_printf ("step-%u", j);
          VetoStoreStep    step = { (char *) FIXTURE_GUIDE, name, FALSE, (char *) "r", 1700000000 };

          g_ptr_array_add (steps, veto_store_step_copy (&step));
        }
      if (!veto_store_set_steps (store, row->id, steps, NULL))
        g_assert_not_reached ();
      g_free (id);
      id = g_strdup (row->id);
    }
  fixture_close (store);
  return id;
}

static void
measure_commits (VetoStore *store, const char *id)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_COMMITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("measured-%u", i);
      double           before = bench_times_get_now_ms (), took;

      fixture_do_step (store, id, name);
      took = bench_times_get_now_ms () - before;
      g_array_append_val (times, took);
    }
  g_print ("  a step is on the disk:\n  ");
  bench_times_print (times);
  g_print ("    99 of 100 within %.2f ms\n", g_array_index (times, double, N_COMMITS * 99 / 100));
}

static void
measure_start (const char *folder)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 20; i++)
    {
      double     before = bench_times_get_now_ms (), took;
      VetoStore *store = fixture_open (folder, VETO_STORE_WINDOW);

      g_ptr_array_unref (veto_store_read_cases (store, NULL));
      took = bench_times_get_now_ms () - before;
      g_array_append_val (times, took);
      fixture_close (store);
    }
  g_print ("  opened, checked and read:\n  ");
  bench_times_print (times);
}

int
main (int argc, char *argv[])
{
  char            *folder;
  g_autofree char *id = NULL;
  VetoStore       *store;

  /* On the disk where the program was built: a temporary folder may be in memory. */
  if (g_getenv ("TMPDIR") == NULL)
    {
      g_autofree char *here = g_path_get_dirname (argv[0]);
      g_setenv ("TMPDIR", here, TRUE);
    }
  folder = fixture_make_folder ();
  id = fill_database (folder);
  g_print ("  %d cases of %d steps\n", N_CASES, N_STEPS);
  measure_start (folder);
  store = fixture_open (folder, VETO_STORE_WINDOW);
  measure_commits (store, id);
  fixture_close (store);
  fixture_remove (folder);
  return 0;
}
