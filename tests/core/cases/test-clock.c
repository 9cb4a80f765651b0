/* The clock is set back or forward, the person travels, summer time begins: order, states and dates stay sane.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"
#include "set-clock.h"
#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-day.h"

#define HOUR 3600
#define DAY (24 * HOUR)
#define NOON 1795694400 /* 2026-11-26 12:00 UTC */

static void
add_event (VetoCase *item, const char *day, VetoEventKind kind, VetoReply reply, const char *note)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .reply = reply, .channel = "form", .note = note };

  if (day != NULL)
    g_assert_true (veto_day_parse (day, &draft.day));
  else
    veto_day_today (&draft.day);
  veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error);
  g_assert_no_error (error);
}

/* (transfer full): the notes of all events, in their order */
static char *
list_notes (VetoCase *item)
{
  GListModel *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (timeline); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (timeline, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", veto_event_get_note (event));
    }
  return g_string_free (text, FALSE);
}

static void
assert_order (Desk *desk, VetoCase *item, const char *expected)
{
  g_autofree char *notes = list_notes (item), *read = NULL;

  g_assert_cmpstr (notes, ==, expected);
  fixture_reopen_desk (desk, NULL, NULL);
  read = list_notes (veto_case_book_find (desk->book, FIXTURE_PLATFORM, NULL));
  g_assert_cmpstr (read, ==, expected);
}

/* Sent, then refused, on one day; the clock was put right in between. */
static void
test_order_of_a_day (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  clock_set (NOON);
  add_event (item, "2026-11-26", VETO_EVENT_SENT, VETO_REPLY_OTHER, "1");
  clock_add (-6 * HOUR);
  add_event (item, "2026-11-26", VETO_EVENT_ANSWER, VETO_REPLY_ASKS_ID, "2");
  clock_add (-400 * DAY);
  add_event (item, "2026-11-26", VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, "3");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  assert_order (&desk, item, "1 2 3");
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  fixture_clear_desk (&desk);
}

/* Quicker than the clock ticks. */
static void
test_order_of_a_second (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  g_autoptr(GString) expected = g_string_new (NULL);

  clock_set (NOON);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);

      add_event (item, "2026-11-26", VETO_EVENT_NOTE, VETO_REPLY_OTHER, note);
      g_string_append_printf (expected, "%s%u", i > 0 ? " " : "", i);
    }
  assert_order (&desk, item, expected->str);
  fixture_clear_desk (&desk);
}

/* What is taken out and put back stands where it stood. */
static void
test_order_after_undo (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  g_autoptr(VetoEvent) first = NULL;
  g_autoptr(GVariant) undo = NULL;
  VetoTimeline *timeline = veto_case_get_timeline (item);

  clock_set (NOON);
  add_event (item, "2026-11-26", VETO_EVENT_SENT, VETO_REPLY_OTHER, "1");
  clock_add (-DAY);
  add_event (item, "2026-11-26", VETO_EVENT_CONFIRMATION, VETO_REPLY_OTHER, "2");
  first = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_true (veto_timeline_remove (timeline, veto_event_get_id (first), &undo, NULL));
  g_assert_true (veto_timeline_undo (timeline, undo, NULL));
  assert_order (&desk, item, "1 2");
  fixture_clear_desk (&desk);
}

/* A letter that goes out after the clock was set back comes after what was entered on its day before. */
static void
test_order_of_a_letter (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", veto_case_get_id (item));
  g_autoptr(VetoEvent) last = NULL;

  clock_set (NOON);
  add_event (item, "2026-11-26", VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, "1");
  letter->sent_day = g_strdup ("2026-11-26");
  letter->channel = g_strdup ("post");
  letter->changed = NOON - DAY;
  g_assert_true (veto_store_mark_letter_sent (desk.store, letter, NULL, "{\"goal\":\"object\"}", NULL, NULL));
  last = g_list_model_get_item (G_LIST_MODEL (veto_case_get_timeline (item)), 1);
  g_assert_cmpint (veto_event_get_kind (last), ==, VETO_EVENT_SENT);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_SENT); /* begun anew, not refused */
  fixture_clear_desk (&desk);
}

static void
test_order_of_cases (void)
{
  static const char *const platforms[] = { "first", "second", "third" };
  Desk                     desk = fixture_open_desk (NULL, NULL, NULL);

  clock_set (NOON);
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_assert_nonnull (veto_case_book_start (desk.book, platforms[i], "object", "form", NULL));
      clock_add (-100 * DAY);
    }
  fixture_reopen_desk (&desk, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (desk.book), i);

      g_assert_cmpstr (veto_case_get_platform (item), ==, platforms[i]);
    }
  fixture_clear_desk (&desk);
}

/* The day on which something was done is that of the person's calendar where the person is. */
typedef struct
{
  const char *name;
  const char *zone;
  gint64      at;  /* when all deeds were done */
  const char *due; /* one month later; see test-next.c and core/base for how it is counted */
} Place;

static const Place places[] = {
  { "/clock/day/utc", "UTC", 1795478399, "2026-12-23" }, /* 23 November, 23:59:59 UTC */
  { "/clock/day/berlin", "Europe/Berlin", 1795478399, "2026-12-24" },
  { "/clock/day/east", "Pacific/Kiritimati", 1795478399, "2026-12-24" },
  { "/clock/day/west", "America/Los_Angeles", 1795478399, "2026-12-23" },
  { "/clock/day/winter-time", "Europe/Berlin", 1792891800,
    "2026-11-25" }, /* 25 October, 02:30, the second one */
  { "/clock/day/before-winter-time", "Europe/Berlin", 1792879199,
    "2026-11-24" },                                                        /* 24 October, 23:59:59 +02 */
  { "/clock/day/summer-time", "Europe/Berlin", 1774745999, "2026-04-29" }, /* 29 March, 01:59:59 +01 */
};

static void
test_day_of_a_place (gconstpointer data)
{
  const Place *place = data;
  Desk         desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase    *item = fixture_start_case (&desk);
  g_autoptr(VetoCaseDeadline) deadline = NULL;
  g_autofree char *due = NULL;

  clock_set_zone (place->zone);
  clock_set (place->at);
  fixture_walk (&desk, item, "form", "open-form email -reason send");
  deadline = veto_case_compute_deadline (item);
  g_assert_nonnull (deadline);
  due = veto_day_dup_iso (&deadline->sum->due);
  g_assert_cmpstr (due, ==, place->due);
  fixture_clear_desk (&desk);
  clock_set_zone ("UTC");
}

/* Overdue in the east is not yet overdue in the west; the book notices when it is looked at. */
static void
test_travelling (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  clock_set (NOON);
  add_event (item, "2026-11-26", VETO_EVENT_SENT, VETO_REPLY_OTHER, NULL);
  clock_set (1798452000); /* 28 December, 10:00 UTC */
  clock_set_zone ("Pacific/Kiritimati");
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_OVERDUE);
  clock_set_zone ("America/Los_Angeles");
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_SENT);
  clock_set_zone ("UTC");
  fixture_clear_desk (&desk);
}

static void
assert_sane (VetoCase *item)
{
  g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (item);
  g_autoptr(VetoNext) next = NULL;
  GListModel *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  GDate       today, before;

  veto_day_today (&today);
  next = veto_case_compute_next (item, &today);
  g_assert_cmpint (veto_case_get_state (item), ==, veto_case_compute_state (item, &today));
  if (veto_case_get_state (item) == VETO_CASE_OVERDUE)
    g_assert_cmpint (g_date_compare (&deadline->sum->due, &today), <, 0);
  if (next->action == VETO_NEXT_WAIT && g_date_valid (&next->day))
    g_assert_cmpint (veto_day_age (&today, &next->day), >=, 0); /* nobody waits for yesterday */
  for (guint i = 0; i < g_list_model_get_n_items (timeline); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (timeline, i);

      if (i > 0)
        g_assert_cmpint (g_date_compare (&before, veto_event_get_day (event)), <=, 0);
      before = *veto_event_get_day (event);
    }
}

static void
jump (void)
{
  static const char *const zones[] = { "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles",
                                       "Pacific/Kiritimati", "UTC" };
  static const gint64 jumps[] = { 1, HOUR, DAY, 40 * DAY, 500 * DAY, -1, -HOUR, -DAY, -40 * DAY, -500 * DAY };

  clock_add (jumps[g_test_rand_int_range (0, G_N_ELEMENTS (jumps))]);
  clock_set_zone (zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]);
}

static void
write_something (Desk *desk, VetoCase *item)
{
  static const char *const steps[] = { "open-form", "email", "-reason", "send",
                                       "mail",      "?send", "?email",  "?mail" };

  if (g_test_rand_int_range (0, 2) == 0)
    fixture_walk (desk, item, "form", steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))]);
  else
    add_event (item, NULL, (VetoEventKind) g_test_rand_int_range (VETO_EVENT_OPENED, VETO_EVENT_N_KINDS),
               (VetoReply) g_test_rand_int_range (0, VETO_REPLY_N_KINDS), "x");
}

static void
test_any_clock (void)
{
  for (guint round = 0; round < 20; round++)
    {
      Desk      desk = fixture_open_desk (NULL, NULL, NULL);
      VetoCase *item = fixture_start_case (&desk);

      clock_set (NOON);
      for (guint i = 0; i < 40; i++)
        {
          jump ();
          write_something (&desk, item);
          g_assert_true (veto_case_book_refresh (desk.book, NULL));
          assert_sane (item);
        }
      fixture_clear_desk (&desk);
    }
  clock_set_zone ("UTC");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  clock_set_zone ("UTC");
  g_test_add_func ("/clock/order/day", test_order_of_a_day);
  g_test_add_func ("/clock/order/second", test_order_of_a_second);
  g_test_add_func ("/clock/order/undo", test_order_after_undo);
  g_test_add_func ("/clock/order/letter", test_order_of_a_letter);
  g_test_add_func ("/clock/order/cases", test_order_of_cases);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_test_add_data_func (places[i].name, &places[i], test_day_of_a_place);
  g_test_add_func ("/clock/travelling", test_travelling);
  g_test_add_func ("/clock/any", test_any_clock);
  return g_test_run ();
}
