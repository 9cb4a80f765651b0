/* Events are read when somebody asks for them; what follows from them is known before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"

static void
assert_is (VetoCase *item, const char *expected)
{
  g_autofree char *text = fixture_describe_timeline (item);

  g_assert_cmpstr (text, ==, expected);
}

/* A sending, a note and another letter between them, and the answer. */
static const char four[] =
  "2026-11-26 sent; 2026-11-27 note “Called them.”; 2026-11-28 letter fax; 2026-12-10 answer/refused";

/* (transfer none): the case with these four, in a program that was started again */
static VetoCase *
open_four (Desk *desk)
{
  VetoCase      *item;
  VetoEventDraft sent = fixture_draft ("2026-11-26", VETO_EVENT_SENT),
                 note = fixture_draft ("2026-11-27", VETO_EVENT_NOTE),
                 letter = fixture_draft ("2026-11-28", VETO_EVENT_LETTER),
                 answer = fixture_draft ("2026-12-10", VETO_EVENT_ANSWER);

  *desk = fixture_open_desk (NULL, NULL, NULL);
  item = fixture_start_case (desk);
  note.note = "Called them.";
  letter.channel = "fax";
  answer.reply = VETO_REPLY_REFUSED;
  g_variant_unref (fixture_add_event (item, &answer));
  g_variant_unref (fixture_add_event (item, &letter));
  g_variant_unref (fixture_add_event (item, &note));
  g_variant_unref (fixture_add_event (item, &sent));
  fixture_reopen_desk (desk, NULL, NULL);
  return veto_case_book_find (desk->book, FIXTURE_PLATFORM, NULL);
}

/* What nothing follows from is read only when somebody asks; the state is the same before that. */
static void
test_read_when_asked (void)
{
  Desk      desk;
  VetoCase *item = open_four (&desk);

  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  assert_is (item, four);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  fixture_clear_desk (&desk);
}

static void
write_elsewhere (Desk *desk, VetoCase *item, const char *id, const char *kind)
{
  VetoStore     *other = fixture_open (desk->folder, VETO_STORE_TOOL);
  VetoStoreEvent event = {
    (char *) id, (char *) veto_case_get_id (item), (char *) "2026-12-24", (char *) kind, NULL, NULL,
    1800000000
  };

  g_assert_true (veto_store_set_event (other, &event, NULL));
  fixture_close (other);
  g_assert_true (veto_case_book_refresh (desk->book, NULL));
}

/* Another process writes: whoever shows the events hears of each; whoever does not, of what something follows from. */
static void
test_told_elsewhere (void)
{
  Desk             desk;
  VetoCase        *item = open_four (&desk);
  VetoTimeline    *timeline = veto_case_get_timeline (item);
  guint           *n_changed = fixture_count_signal (timeline, "changed");
  guint           *n_items_changed = fixture_count_signal (timeline, "items-changed");
  g_autofree char *all = g_strconcat (four, "; 2026-12-24 note; 2026-12-24 confirmation", NULL);

  write_elsewhere (&desk, item, "e1", "note");
  g_assert_cmpuint (*n_changed, ==, 0);
  write_elsewhere (&desk, item, "e2", "confirmation");
  g_assert_cmpuint (*n_changed, ==, 1);
  g_assert_cmpuint (*n_items_changed, ==, 0);
  assert_is (item, all);
  g_assert_cmpuint (*n_items_changed, ==, 0);
  write_elsewhere (&desk, item, "e3", "note");
  g_assert_cmpuint (*n_changed, ==, 2);
  g_assert_cmpuint (*n_items_changed, ==, 1);
  g_assert_nonnull (veto_timeline_find (timeline, "e3"));
  fixture_clear_desk (&desk);
}

/* Whoever must have all of it hears why not; what is known stays, and the rest comes when it can be read. */
static void
test_cannot_be_read (void)
{
  Desk             desk;
  VetoCase        *item = open_four (&desk);
  VetoTimeline    *timeline = veto_case_get_timeline (item);
  VetoEventDraft   note = fixture_draft ("2026-12-11", VETO_EVENT_NOTE);
  g_autofree char *path = fixture_dup_path (desk.folder, "");
  g_autoptr(GError) error = NULL;

  fixture_run_sql (path, "ALTER TABLE events RENAME TO gone");
  g_assert_false (veto_timeline_load (timeline, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (veto_timeline_add (timeline, &note, NULL, &error));
  g_assert_nonnull (error);
  assert_is (item, "2026-11-26 sent; 2026-12-10 answer/refused");
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_REFUSED);
  fixture_run_sql (path, "ALTER TABLE gone RENAME TO events");
  g_assert_true (veto_timeline_load (timeline, NULL));
  assert_is (item, four);
  fixture_clear_desk (&desk);
}

/* Of no kind does anything follow that is seen only once all events are read. */
static void
test_each_kind (void)
{
  for (VetoEventKind kind = VETO_EVENT_OPENED; kind < VETO_EVENT_N_KINDS; kind++)
    {
      Desk           desk = fixture_open_desk (NULL, NULL, NULL);
      VetoCase      *item = fixture_start_case (&desk);
      VetoEventDraft sent = fixture_draft ("2026-11-26", VETO_EVENT_SENT),
                     other = fixture_draft ("2026-11-27", kind);
      VetoCaseState state;

      if (kind != VETO_EVENT_OPENED)
        g_variant_unref (fixture_add_event (item, &sent));
      g_variant_unref (fixture_add_event (item, &other));
      state = veto_case_get_state (item);
      fixture_reopen_desk (&desk, NULL, NULL);
      item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
      g_assert_cmpint (veto_case_get_state (item), ==, state);
      g_assert_true (veto_timeline_load (veto_case_get_timeline (item), NULL));
      g_assert_cmpint (veto_case_get_state (item), ==, state);
      fixture_clear_desk (&desk);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/read-when-asked", test_read_when_asked);
  g_test_add_func ("/timeline/told-elsewhere", test_told_elsewhere);
  g_test_add_func ("/timeline/cannot-be-read", test_cannot_be_read);
  g_test_add_func ("/timeline/each-kind", test_each_kind);
  return g_test_run ();
}
