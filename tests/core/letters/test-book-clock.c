/* The newest letter comes first, whatever the clock says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "set-clock.h"

#define N_LETTERS 4

static void
test_newest_first (Desk *desk, gconstpointer data)
{
  static const gint64 seconds[N_LETTERS] = { 1795694400, 1795694400, 1700000000, 1795694399 };
  char               *ids[N_LETTERS];

  for (guint i = 0; i < N_LETTERS - 1; i++)
    {
      clock_set (seconds[i]);
      ids[i] = g_strdup (veto_saved_letter_get_id (desk_write_letter (desk, "Ada", NULL)));
    }
  clock_set (seconds[N_LETTERS - 1]);
  ids[N_LETTERS - 1] =
    g_strdup (veto_saved_letter_get_id (veto_letter_book_duplicate (desk->book, desk_get (desk, 0), NULL)));

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < N_LETTERS; i++)
        g_assert_cmpstr (veto_saved_letter_get_id (desk_get (desk, i)), ==, ids[N_LETTERS - 1 - i]);
      desk_reopen (desk);
    }
  for (guint i = 0; i < N_LETTERS; i++)
    g_free (ids[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/book-clock/newest-first", Desk, NULL, desk_set_up, test_newest_first, desk_tear_down);
  return g_test_run ();
}
