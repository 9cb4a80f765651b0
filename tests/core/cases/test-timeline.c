/* The timeline: added to, corrected, taken out of, and each of it taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "case-fixture.h"
#include "veto-day.h"
#include "veto-objections.h"

static void
assert_is (Desk *desk, VetoCase *item, const char *expected)
{
  g_autofree char *text = fixture_describe_timeline (item);

  g_assert_cmpstr (text, ==, expected);
}

/* (transfer none): the id of the event at @position */
static const char *
get_id (VetoCase *item, guint position)
{
  g_autoptr(VetoEvent)
               event = g_list_model_get_item (G_LIST_MODEL (veto_case_get_timeline (item)), position);

  return veto_event_get_id (event);
}

static void
undo_and_free (VetoCase *item, GVariant *undo)
{
  g_autoptr(GVariant) taken = undo;
  g_autoptr(GError) error = NULL;

  veto_timeline_undo (veto_case_get_timeline (item), undo, &error);
  g_assert_no_error (error);
}

/* By day and not as they were entered; still so after the program was closed. */
static void
test_add (void)
{
  Desk           desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase      *item = fixture_start_case (&desk);
  VetoEventDraft answer = fixture_draft ("2026-12-10", VETO_EVENT_ANSWER),
                 sent = fixture_draft ("2026-11-26", VETO_EVENT_SENT);
  static const char all[] = "2026-11-26 sent post>2026-12-01 “by registered post”; 2026-12-10 answer/asks-id";

  answer.reply = VETO_REPLY_ASKS_ID;
  sent.channel = "post";
  sent.note = "by registered post";
  g_assert_true (veto_day_parse ("2026-12-01", &sent.received));
  g_variant_unref (fixture_add_event (item, &answer));
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_ANSWERED);
  g_variant_unref (fixture_add_event (item, &sent));
  assert_is (&desk, item, all);
  g_assert_true (veto_case_has_sent_letter (item));
  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  assert_is (&desk, item, all);
  fixture_clear_desk (&desk);
}

static void
test_undo (void)
{
  Desk           desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase      *item = fixture_start_case (&desk);
  VetoTimeline  *timeline = veto_case_get_timeline (item);
  VetoEventDraft sent = fixture_draft ("2026-11-26", VETO_EVENT_SENT),
                 refused = fixture_draft ("2026-12-10", VETO_EVENT_ANSWER);
  GVariant *undo = NULL, *corrected = NULL;
  g_autoptr(GError) error = NULL;

  undo = fixture_add_event (item, &sent);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_SENT);
  undo_and_free (item, undo);
  assert_is (&desk, item, "");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_NOT_STARTED);

  refused.reply = VETO_REPLY_REFUSED;
  refused.note = "no";
  g_variant_unref (fixture_add_event (item, &refused));
  refused.reply = VETO_REPLY_GRANTED;
  refused.note = "";
  g_assert_true (veto_timeline_correct (timeline, get_id (item, 0), &refused, &corrected, &error));
  assert_is (&desk, item, "2026-12-10 answer/granted");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_DONE);
  undo_and_free (item, corrected);
  assert_is (&desk, item, "2026-12-10 answer/refused “no”");

  g_assert_true (veto_timeline_remove (timeline, get_id (item, 0), &undo, &error));
  assert_is (&desk, item, "");
  undo_and_free (item, undo);
  assert_is (&desk, item, "2026-12-10 answer/refused “no”");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  fixture_clear_desk (&desk);
}

/* Who corrects the day of a letter does not take from it what it was for, nor what a newer Veto wrote. */
static void
test_correct_keeps (void)
{
  static const char data[] = "{\"channel\":\"post\",\"goal\":\"object\",\"letter\":\"objection\",\"regime\":"
                             "\"gdpr\",\"tracking\":\"RR1\"}";
  Desk              desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase         *item = fixture_start_case (&desk);
  g_autofree char  *case_id = g_strdup (veto_case_get_id (item));
  VetoStoreEvent    row = { (char *) "one", case_id, (char *) "2026-11-26", (char *) "sent", NULL,
                            (char *) data,  1 };
  VetoEventDraft    changed;
  VetoEvent        *event;

  g_assert_true (veto_store_set_event (desk.store, &row, NULL));
  event = veto_timeline_find (veto_case_get_timeline (item), "one");
  veto_event_get_draft (event, &changed);
  g_assert_cmpstr (changed.channel, ==, "post");
  changed.channel = "email";
  g_date_set_dmy (&changed.day, 27, G_DATE_NOVEMBER, 2026);
  g_assert_true (veto_timeline_correct (veto_case_get_timeline (item), "one", &changed, NULL, NULL));
  event = veto_timeline_find (veto_case_get_timeline (item), "one");
  g_assert_cmpstr (veto_event_get_channel (event), ==, "email");
  g_assert_cmpstr (veto_event_get_letter (event), ==, "objection");
  g_assert_cmpstr (veto_event_get_regime (event), ==, "gdpr");
  g_assert_true (veto_case_has_sent_letter (item));
  {
    g_autoptr(VetoStoreCase) kept = veto_store_read_case (desk.store, case_id, NULL);
    const VetoStoreEvent *stored = g_ptr_array_index (kept->events, 0);

    g_assert_cmpstr (stored->day, ==, "2026-11-27");
    g_assert_nonnull (strstr (stored->data, "\"tracking\":\"RR1\""));
  }
  fixture_clear_desk (&desk);
}

static void
note_change_cb (GListModel *model, guint position, guint n_removed, guint n_added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, n_removed, n_added);
}

/* A row of the window goes or comes alone. */
static void
test_tells_what_changed (void)
{
  Desk          desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase     *item = fixture_start_case (&desk);
  VetoTimeline *timeline = veto_case_get_timeline (item);
  g_autoptr(GString) changes = g_string_new (NULL);
  VetoEventDraft first = fixture_draft ("2026-11-01", VETO_EVENT_OPENED),
                 last = fixture_draft ("2026-11-30", VETO_EVENT_NOTE),
                 between = fixture_draft ("2026-11-15", VETO_EVENT_SENT);

  g_signal_connect (timeline, "items-changed", G_CALLBACK (note_change_cb), changes);
  g_variant_unref (fixture_add_event (item, &first));
  g_variant_unref (fixture_add_event (item, &last));
  g_variant_unref (fixture_add_event (item, &between));
  g_assert_true (veto_timeline_correct (timeline, get_id (item, 2), &last, NULL, NULL));
  g_assert_true (veto_timeline_remove (timeline, get_id (item, 0), NULL, NULL));
  g_assert_cmpstr (changes->str, ==, "0-0+1 1-0+1 1-0+1 0-1+0 ");
  fixture_clear_desk (&desk);
}

/* Whoever shows the case in a list hears of it, also when the state is the same; and somebody who was refused is shown. */
static void
test_is_told (void)
{
  Desk            desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase       *item = fixture_start_case (&desk);
  VetoObjections *objections = veto_objections_new (desk.guidance, desk.book);
  VetoObjection  *row = veto_objections_find (objections, FIXTURE_PLATFORM);
  guint          *n_changed = fixture_count_signal (row, "changed"), before;
  VetoEventDraft  refused = fixture_draft ("2026-12-10", VETO_EVENT_ANSWER),
                 note = fixture_draft ("2026-12-11", VETO_EVENT_NOTE);

  refused.reply = VETO_REPLY_REFUSED;
  g_variant_unref (fixture_add_event (item, &refused));
  g_assert_cmpuint (*n_changed, >, 0);
  g_assert_cmpint (veto_objection_get_state (row), ==, VETO_CASE_REFUSED);
  g_assert_true (fixture_find_best (objections) == row);
  before = *n_changed;
  g_variant_unref (fixture_add_event (item, &note));
  g_assert_cmpuint (*n_changed, >, before);
  g_assert_cmpint (veto_objection_get_state (row), ==, VETO_CASE_REFUSED);
  g_assert_finalize_object (objections);
  fixture_clear_desk (&desk);
}

/* An event of a case that the book has not heard of yet brings the case with it; other cases stay as they are. */
static void
test_of_another_process (void)
{
  Desk       desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase  *item = fixture_start_case (&desk);
  VetoStore *other = fixture_open (desk.folder, VETO_STORE_TOOL);
  g_autoptr(VetoStoreCase) row = veto_store_add_case (other, "another", "object", "form", NULL);
  VetoStoreEvent event = { (char *) "e", row->id,   (char *) "2026-11-26", (char *) "note", NULL,
                           NULL,         1700000000 };
  VetoCase      *found;

  g_assert_true (veto_store_set_value (other, veto_case_get_id (item), "reason", "It is mine.", NULL));
  fixture_close (other);
  g_assert_true (veto_store_set_event (desk.store, &event, NULL));
  found = veto_case_book_find (desk.book, "another", NULL);
  g_assert_nonnull (found);
  g_assert_nonnull (veto_timeline_find (veto_case_get_timeline (found), "e"));
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_cmpstr (veto_case_get_value (item, "reason"), ==, "It is mine.");
  fixture_clear_desk (&desk);
}

/* What another process wrote is not taken for read when an event is entered here. */
static void
test_beside_another_process (void)
{
  Desk           desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase      *item = fixture_start_case (&desk), *second;
  VetoStore     *other;
  VetoEventDraft note = fixture_draft ("2026-12-11", VETO_EVENT_NOTE);

  second = veto_case_book_start (desk.book, "another", "object", "form", NULL);
  other = fixture_open (desk.folder, VETO_STORE_TOOL);
  g_assert_true (veto_store_set_value (other, veto_case_get_id (second), "reason", "It is mine.", NULL));
  fixture_close (other);
  g_variant_unref (fixture_add_event (item, &note));
  g_assert_null (veto_case_get_value (second, "reason")); /* one case was read, not all */
  g_assert_true (veto_case_book_refresh (desk.book, NULL));
  g_assert_cmpstr (veto_case_get_value (second, "reason"), ==, "It is mine.");
  fixture_clear_desk (&desk);
}

/* What is no event of ours is no reason to fail, and stays where it is. */
static void
test_odd_rows (void)
{
  static const struct
  {
    const char *day, *kind, *data;
  } odd[] = {
    { "2026-11-26", "telegram", "{\"words\":3}" },
    { "2026-11-27", "sent", "{\"goal\":7}" },
    { "2026-11-28", "answer", "[]" },
    { "2026-11-29", "sent", "{" },
  };
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *id = g_strdup_printf ("odd-%u", i);
      VetoStoreEvent   row = { id,
                               (char *) veto_case_get_id (item),
                               (char *) odd[i].day,
                               (char *) odd[i].kind,
                               NULL,
                               (char *) odd[i].data,
                               i };

      g_assert_true (veto_store_set_event (desk.store, &row, NULL));
    }
  assert_is (&desk, item, "2026-11-26 other; 2026-11-27 sent; 2026-11-28 answer/other; 2026-11-29 sent");
  g_assert_false (veto_case_has_sent_letter (item));
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/add", test_add);
  g_test_add_func ("/timeline/undo", test_undo);
  g_test_add_func ("/timeline/correct-keeps", test_correct_keeps);
  g_test_add_func ("/timeline/tells-what-changed", test_tells_what_changed);
  g_test_add_func ("/timeline/is-told", test_is_told);
  g_test_add_func ("/timeline/of-another-process", test_of_another_process);
  g_test_add_func ("/timeline/beside-another-process", test_beside_another_process);
  g_test_add_func ("/timeline/odd-rows", test_odd_rows);
  return g_test_run ();
}
