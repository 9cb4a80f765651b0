/* How long a busy person's cases take: 500 of them with 20,000 events.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-times.h"
#include "busy-person.h"
#include "many-platforms.h"
#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-case-next.h"
#include "veto-day.h"
#include "veto-objections.h"

#define N_PLATFORMS 30
#define N_CASES 500
#define N_EVENTS 40 /* of each */
#define N_ROUNDS 15

typedef struct
{
  const char   *folder;
  VetoStore    *store;
  VetoGuidance *guidance;
  VetoCaseBook *book;
  guint         n;
} Bench;

static void
make_book (Bench *bench)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&bench->book);
  g_clear_object (&bench->store);
  bench->store = fixture_open (bench->folder, VETO_STORE_WINDOW);
  bench->book = veto_case_book_new (bench->store, bench->guidance, &error);
  g_assert_no_error (error);
}

/* (transfer none): one in the middle */
static VetoCase *
get_case (Bench *bench)
{
  g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (bench->book), N_CASES / 2);

  return item;
}

static void
refresh_after_other (Bench *bench)
{
  g_assert_true (veto_store_has_changed (bench->store));
  g_assert_true (veto_case_book_refresh (bench->book, NULL));
}

static void
change_elsewhere (Bench *bench)
{
  VetoStore       *other = fixture_open (bench->folder, VETO_STORE_TOOL);
  g_autofree char *name = g_strdup_printf ("other-%u", bench->n++);

  fixture_do_step (other, veto_case_get_id (get_case (bench)), name);
  fixture_close (other);
}

static void
refresh_unchanged (Bench *bench)
{
  g_assert_true (veto_case_book_refresh (bench->book, NULL));
}

static void
compute_all (Bench *bench)
{
  GDate today;

  veto_day_today (&today);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (bench->book), i);
      g_autoptr(VetoNext) next = veto_case_compute_next (item, &today);

      g_assert_nonnull (next);
    }
}

static void
add_event (Bench *bench)
{
  VetoEventDraft draft = { .kind = VETO_EVENT_NOTE, .note = "measured" };

  veto_day_today (&draft.day);
  g_assert_true (veto_timeline_add (veto_case_get_timeline (get_case (bench)), &draft, NULL, NULL));
}

static void
enter_name (Bench *bench)
{
  g_autofree char *name = g_strdup_printf ("Ada %u", bench->n++);

  g_assert_true (veto_case_set_value (get_case (bench), "profile.name", name, NULL));
}

static void
list_objections (Bench *bench)
{
  g_autoptr(VetoObjections) objections = veto_objections_new (bench->guidance, bench->book);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (objections)), >, 0);
}

static const struct
{
  const char *name;
  void (*prepare) (Bench *bench); /* nullable */
  void (*act) (Bench *bench);
} parts[] = {
  { "opened and read", NULL, make_book },
  { "looked at again", NULL, refresh_unchanged },
  { "read again after another program wrote", change_elsewhere, refresh_after_other },
  { "what to do next, of all", NULL, compute_all },
  { "an event entered", NULL, add_event },
  { "a name entered, which all cases have", NULL, enter_name },
  { "the list of objections", NULL, list_objections },
};

static void
measure (Bench *bench, guint part)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double before, took;

      if (parts[part].prepare != NULL)
        parts[part].prepare (bench);
      before = bench_times_get_now_ms ();
      parts[part].act (bench);
      took = bench_times_get_now_ms () - before;
      g_array_append_val (times, took);
    }
  g_print ("  %s:\n  ", parts[part].name);
  bench_times_print (times);
}

int
main (int argc, char *argv[])
{
  char *folder = fixture_make_folder ();
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, N_PLATFORMS, "en");
  Bench bench = { .folder = folder, .guidance = veto_guidance_new (set) };

  busy_person_fill (folder, set, N_CASES, N_EVENTS);
  g_print ("  %d cases with %d events\n", N_CASES, N_CASES * N_EVENTS);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    measure (&bench, i);
  g_clear_object (&bench.book);
  g_clear_object (&bench.store);
  g_object_unref (bench.guidance);
  fixture_remove (folder);
  return 0;
}
