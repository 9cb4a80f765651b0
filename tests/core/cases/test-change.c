/* What newer guidance means for who objected before, and what is counted when something has to be sent again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"
#include "veto-agenda.h"
#include "veto-case-change.h"
#include "veto-case-next.h"
#include "veto-case-sending.h"
#include "veto-day.h"

#define DEEDS "open-form email reason send"
#define ALL DEEDS " mail proof"
#define EMAIL "\"id\": \"email\", \"kind\": \"fill\""
#define OTHER_EMAIL "\"id\": \"email\", \"kind\": \"fill\", \"optional\": true"
#define FORM "\"id\": \"form\", \"goal\""
#define REDO "\"id\": \"form\", \"redo_from\": \"2026-06-01\", \"goal\""
#define REDO_WORDS "Chirper dropped the old objections. Please send the form once more."
#define LONG_AGO "1767225600" /* 1 January 2026, 00:00 UTC */

typedef struct
{
  const char *name;
  const char *steps;     /* done before the guidance changed */
  const char *events;    /* "DAY KIND REPLY, …" */
  const char *from, *to; /* in the guidance */
  const char *change;    /* nullable: the id of its kind */
  const char *words;     /* nullable: that stand in the sentence */
} Sample;

static const Sample samples[] = {
  { "/change/none", DEEDS, "", NULL, NULL, NULL, NULL },
  { "/change/nothing-done", "", "", EMAIL, OTHER_EMAIL, NULL, NULL },
  { "/change/step-still-ahead", "open-form", "", EMAIL, OTHER_EMAIL, NULL, NULL },
  { "/change/before-sending", "open-form email", "", EMAIL, OTHER_EMAIL, "look", "Look at it again" },
  { "/change/sent", DEEDS, "", EMAIL, OTHER_EMAIL, "harmless", "What you sent counts" },
  { "/change/all-done", ALL, "", EMAIL, OTHER_EMAIL, "harmless", "What you sent counts" },
  { "/change/letter-besides", "open-form email", "2026-01-05 sent", EMAIL, OTHER_EMAIL, "harmless",
    "What you sent counts" },
  { "/change/answered", DEEDS, "2026-01-20 answer granted", EMAIL, OTHER_EMAIL, "harmless", NULL },
  { "/change/redo/not-sent", "open-form", "", FORM, REDO, NULL, NULL },
  { "/change/redo/sent", DEEDS, "", FORM, REDO, "redo", REDO_WORDS },
  { "/change/redo/all-done", ALL, "", FORM, REDO, "redo", REDO_WORDS },
  { "/change/redo/letter", "", "2026-01-05 sent", FORM, REDO, "redo", REDO_WORDS },
  { "/change/redo/last-day-before", "", "2026-05-31 sent", FORM, REDO, "redo", REDO_WORDS },
  { "/change/redo/on-the-day", "", "2026-06-01 sent", FORM, REDO, NULL, NULL },
  { "/change/redo/sent-again", DEEDS, "2026-06-10 sent", FORM, REDO, NULL, NULL },
  { "/change/redo/yes-before", DEEDS, "2026-01-20 answer granted", FORM, REDO, "redo", REDO_WORDS },
  { "/change/redo/yes-since", DEEDS, "2026-06-20 answer granted", FORM, REDO, NULL, NULL },
  { "/change/redo/no-since", DEEDS, "2026-06-20 answer refused", FORM, REDO, "redo", REDO_WORDS },
};

static void
add_events (VetoCase *item, const char *events)
{
  g_auto(GStrv) lines = g_strsplit (events, ", ", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", 3);
      VetoEventDraft draft = { .channel = "form" };
      g_autoptr(GError) error = NULL;

      g_assert_true (veto_day_parse (words[0], &draft.day));
      draft.kind = g_str_equal (words[1], "sent") ? VETO_EVENT_SENT : VETO_EVENT_ANSWER;
      if (g_strcmp0 (words[2], "granted") == 0)
        draft.reply = VETO_REPLY_GRANTED;
      else if (g_strcmp0 (words[2], "refused") == 0)
        draft.reply = VETO_REPLY_REFUSED;
      veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error);
      g_assert_no_error (error);
    }
}

/* Does that in January, then opens the program again with newer guidance. */
static VetoCase *
live (Desk *desk, const Sample *sample)
{
  VetoCase        *item = fixture_start_case (desk);
  g_autofree char *path = fixture_dup_path (desk->folder, "");

  if (*sample->steps != '\0')
    fixture_walk (desk, item, "form", sample->steps);
  add_events (item, sample->events);
  fixture_run_sql (path, "UPDATE steps SET at = " LONG_AGO);
  fixture_reopen_desk (desk, sample->from, sample->to);
  return veto_case_book_find (desk->book, FIXTURE_PLATFORM, NULL);
}

static void
assert_change (VetoCase *item, const char *kind, const char *words)
{
  g_autoptr(VetoCaseChange) change = veto_case_compute_change (item);

  g_assert_cmpstr (change != NULL ? veto_case_change_kind_get_id (change->kind) : NULL, ==, kind);
  if (words != NULL)
    g_assert_nonnull (strstr (change->sentence, words));
}

/* Only what does not count any more is a thing to do. */
static void
assert_best (Desk *desk, gboolean is_redo)
{
  g_autoptr(VetoObjections) objections = veto_objections_new (desk->guidance, desk->book);
  g_autoptr(VetoAgendaItem) best = NULL;
  GDate today;

  veto_day_today (&today);
  best = veto_agenda_find_best (G_LIST_MODEL (objections), &today);
  g_assert_true ((best->urgency == VETO_AGENDA_REDO) == is_redo);
  if (is_redo)
    g_assert_cmpstr (best->next->sentence, ==, REDO_WORDS);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  Desk          desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase     *item = live (&desk, sample);
  gboolean      is_redo = g_strcmp0 (sample->change, "redo") == 0;

  assert_change (item, sample->change, sample->words);
  g_assert_true (veto_case_has_to_redo (item) == is_redo);
  assert_best (&desk, is_redo);
  fixture_clear_desk (&desk);
}

/* Who has read it is not told again, and what was done keeps its day. */
static void
test_accept (void)
{
  const Sample sample = { NULL, ALL, "", EMAIL, OTHER_EMAIL, NULL, NULL };
  Desk         desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase    *item = live (&desk, &sample);
  gint64       before = veto_progress_get_last_change (veto_case_get_progress (item));
  g_autoptr(GError) error = NULL;

  assert_change (item, "harmless", "“Enter your address”");
  g_assert_true (veto_case_accept_change (item, &error));
  g_assert_no_error (error);
  assert_change (item, NULL, NULL);
  g_assert_cmpint (veto_progress_get_last_change (veto_case_get_progress (item)), ==, before);
  fixture_assert_done (&desk, item, "form: " ALL "; menus:");
  fixture_clear_desk (&desk);
}

static void
assert_next (VetoCase *item, VetoNextAction action, const char *step)
{
  g_autoptr(VetoNext) next = NULL;
  GDate today;

  veto_day_today (&today);
  next = veto_case_compute_next (item, &today);
  g_assert_cmpint (next->action, ==, action);
  g_assert_cmpstr (next->step, ==, step);
}

/* From the sentence to the second sending: the first stays in the timeline, the second is counted from. */
static void
test_begin_again (void)
{
  const Sample    sample = { NULL, ALL, "", FORM, REDO, NULL, NULL };
  Desk            desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase       *item = live (&desk, &sample);
  GListModel     *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  VetoCaseSending sending;
  GDate           today;
  g_autoptr(GError) error = NULL;

  assert_next (item, VETO_NEXT_CONTINUE, "open-form");
  g_assert_true (veto_case_begin_again (item, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (timeline), ==, 1);
  fixture_assert_done (&desk, item, "form:; menus:");
  fixture_walk (&desk, item, "form", "open-form");
  assert_next (item, VETO_NEXT_CONTINUE, "email");
  g_assert_true (veto_case_begin_again (item, &error)); /* one is on the way: nothing is lost */
  fixture_assert_done (&desk, item, "form: open-form; menus:");

  fixture_walk (&desk, item, "form", "email reason send");
  assert_change (item, NULL, NULL);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_SENT);
  veto_day_today (&today);
  g_assert_true (veto_case_compute_sending (item, &sending));
  g_assert_cmpint (g_date_compare (&sending.day, &today), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (timeline), ==, 1);
  fixture_clear_desk (&desk);
}

/* A confirmation or an answer to what counts no more is none to the second sending. */
static void
test_old_answer (void)
{
  const Sample sample = { NULL, "",   "2026-01-05 sent, 2026-01-20 answer granted, 2026-07-01 sent",
                          FORM, REDO, NULL,
                          NULL };
  Desk         desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase    *item = live (&desk, &sample);
  GDate        day;

  g_assert_true (veto_day_parse ("2026-07-02", &day));
  g_assert_cmpint (veto_case_compute_state (item, &day), ==, VETO_CASE_SENT);
  fixture_clear_desk (&desk);
}

/* A case is found by its id; one that is not there is not. */
static void
test_find_id (void)
{
  Desk             desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase        *item = fixture_start_case (&desk);
  g_autofree char *id = g_strdup (veto_case_get_id (item));

  g_assert_true (veto_case_book_find_id (desk.book, id) == item);
  g_assert_null (veto_case_book_find_id (desk.book, "no-such-case"));
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/change/accept", test_accept);
  g_test_add_func ("/change/begin-again", test_begin_again);
  g_test_add_func ("/change/old-answer", test_old_answer);
  g_test_add_func ("/change/find-id", test_find_id);
  return g_test_run ();
}
