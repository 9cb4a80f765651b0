/* How long it takes to read all cases, and to know what is next in each, in a data folder of many-cases.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   book-time FOLDER      as for many-cases */
#include "veto-config.h"

#include "bench-times.h"
#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-day.h"

#define ROUNDS 20

static void
print_median (const char *name, GArray *times)
{
  g_print ("  %-32s %7.2f ms\n", name, bench_times_get_median (times));
}

static void
ask_each (GListModel *book, GArray *next_times, GArray *deadline_times)
{
  double start_ms = bench_times_get_now_ms (), took_ms;
  GDate  today;

  veto_day_today (&today);
  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (book, i);
      g_autoptr(VetoNext) next = veto_case_compute_next (item, &today);
    }
  took_ms = bench_times_get_now_ms () - start_ms;
  g_array_append_val (next_times, took_ms);

  start_ms = bench_times_get_now_ms ();
  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (book, i);
      g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (item);
    }
  took_ms = bench_times_get_now_ms () - start_ms;
  g_array_append_val (deadline_times, took_ms);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoGuidance) guidance = NULL;
  g_autoptr(GArray) opens = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) reads = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) nexts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) deadlines = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *folder = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: book-time FOLDER\n");
      return 2;
    }
  folder = g_build_filename (argv[1], "veto", NULL);
  set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);
  g_assert_no_error (error);
  guidance = veto_guidance_new (set);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double        start_ms = bench_times_get_now_ms (), took_ms;
      VetoStore    *store = fixture_open (folder, VETO_STORE_WINDOW);
      VetoCaseBook *book;

      took_ms = bench_times_get_now_ms () - start_ms;
      g_array_append_val (opens, took_ms);
      start_ms = bench_times_get_now_ms ();
      book = veto_case_book_new (store, guidance, &error);
      g_assert_no_error (error);
      took_ms = bench_times_get_now_ms () - start_ms;
      g_array_append_val (reads, took_ms);
      ask_each (G_LIST_MODEL (book), nexts, deadlines);
      g_object_unref (book);
      fixture_close (store);
    }
  print_median ("the file is opened and checked", opens);
  print_median ("all cases are read", reads);
  print_median ("what is next in each", nexts);
  print_median ("until when in each", deadlines);
  return 0;
}
