/* State, deadline and what is next, on days that are given, with the guidance that Veto comes with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-day.h"

#define PLATFORM "facebook"

/* Ireland in these days: 25 and 26 December 2026 are holidays, a Friday and a Saturday, the latter without a substitute; so
 * is 1 January 2027, a Friday. */
typedef struct
{
  const char *name;
  const char *steps_day; /* nullable: all of the guide's steps but waiting and keeping were done then */
  const char *waited;    /* nullable: a step that waits, and is done */
  const char *country;   /* nullable: of the person */
  const char
    *events; /* "DAY KIND DETAIL, …": a detail is a channel, an answer, or a letter: post/access/gdpr */
  const char   *today;
  VetoCaseState state;
  const char   *due;  /* nullable: there is no deadline */
  const char   *next; /* "ACTION DETAIL": a day, a step, a branch or a letter */
} Sample;

#define OBJECTION "2026-11-26 sent post/objection/gdpr"
#define REMINDED "2026-11-26 sent form, 2027-01-04 sent post/reminder/gdpr"

static const Sample samples[] = {
  { "/next/nothing", NULL, NULL, NULL, "", "2026-11-26", VETO_CASE_NOT_STARTED, NULL, "continue open-form" },
  { "/next/opened", NULL, NULL, NULL, "2026-11-26 opened", "2026-11-26", VETO_CASE_IN_PROGRESS, NULL,
    "continue open-form" },
  { "/next/note", NULL, NULL, NULL, "2026-11-26 note", "2026-11-26", VETO_CASE_NOT_STARTED, NULL,
    "continue open-form" },
  { "/next/of-a-newer-veto", NULL, NULL, NULL, "2026-11-26 telegram", "2026-11-26", VETO_CASE_NOT_STARTED,
    NULL, "continue open-form" },

  /* by the steps */
  { "/next/form/same-day", "2026-11-26", NULL, NULL, "", "2026-11-26", VETO_CASE_SENT, "2026-12-28",
    "wait 2026-11-28" },
  { "/next/form/second-day", "2026-11-26", NULL, NULL, "", "2026-11-28", VETO_CASE_SENT, "2026-12-28",
    "wait 2026-11-28" },
  { "/next/form/no-mail", "2026-11-26", NULL, NULL, "", "2026-11-29", VETO_CASE_SENT, "2026-12-28",
    "no-mail no-mail" },
  { "/next/form/clock-set-back", "2026-11-26", NULL, NULL, "", "2026-11-01", VETO_CASE_SENT, "2026-12-28",
    "wait 2026-11-28" },
  { "/next/form/confirmed", "2026-11-26", NULL, NULL, "2026-11-27 confirmation", "2026-11-29",
    VETO_CASE_CONFIRMED, "2026-12-28", "wait 2026-12-28" },
  { "/next/form/last-day", "2026-11-26", NULL, NULL, "2026-11-27 confirmation", "2026-12-28",
    VETO_CASE_CONFIRMED, "2026-12-28", "wait 2026-12-28" },
  { "/next/form/overdue", "2026-11-26", NULL, NULL, "2026-11-27 confirmation", "2026-12-29",
    VETO_CASE_OVERDUE, "2026-12-28", "reminder reminder" },
  { "/next/form/mail-came", "2026-11-26", "mail", NULL, "", "2027-02-01", VETO_CASE_SENT, NULL,
    "continue proof" },
  { "/next/form/a-letter-too", "2026-11-26", NULL, NULL, "2026-12-10 sent email", "2026-12-11",
    VETO_CASE_SENT, "2027-01-11", "wait 2027-01-11" },

  /* longer */
  { "/next/extension", "2026-11-26", NULL, NULL, "2026-12-20 extension", "2026-12-29", VETO_CASE_SENT,
    "2027-02-26", "no-mail no-mail" },
  { "/next/extension/letter", NULL, NULL, NULL, "2026-11-26 sent form, 2026-12-28 extension", "2026-12-29",
    VETO_CASE_SENT, "2027-02-26", "wait 2027-02-26" },
  { "/next/extension/over", NULL, NULL, NULL, "2026-11-26 sent form, 2026-12-28 extension", "2027-02-27",
    VETO_CASE_OVERDUE, "2027-02-26", "reminder reminder" },
  { "/next/extension/too-late", NULL, NULL, NULL, "2026-11-26 sent form, 2026-12-29 extension", "2026-12-30",
    VETO_CASE_OVERDUE, "2026-12-28", "reminder reminder" },

  /* the day of receipt */
  { "/next/sent/post", NULL, NULL, NULL, OBJECTION, "2026-11-26", VETO_CASE_SENT, "2027-01-04",
    "wait 2027-01-04" },
  { "/next/sent/email", NULL, NULL, NULL, "2026-11-27 sent email/objection/gdpr", "2026-11-27",
    VETO_CASE_SENT, "2026-12-30", "wait 2026-12-30" },
  { "/next/sent/fax", NULL, NULL, NULL, "2026-11-27 sent fax", "2026-11-27", VETO_CASE_SENT, "2026-12-30",
    "wait 2026-12-30" },
  { "/next/sent/by-hand", NULL, NULL, NULL, "2026-11-27 sent hand", "2026-11-27", VETO_CASE_SENT,
    "2026-12-28", "wait 2026-12-28" },
  { "/next/sent/nobody-knows-how", NULL, NULL, NULL, "2026-11-26 sent", "2026-11-26", VETO_CASE_SENT,
    "2027-01-04", "wait 2027-01-04" },
  { "/next/sent/receipt-known", NULL, NULL, NULL, "2026-11-26 sent post received 2026-12-01", "2026-12-02",
    VETO_CASE_SENT, "2027-01-04", "wait 2027-01-04" },
  { "/next/sent/receipt-before-sending", NULL, NULL, NULL, "2026-11-26 sent form received 2026-11-01",
    "2026-12-02", VETO_CASE_SENT, "2026-12-28", "wait 2026-12-28" },
  { "/next/sent/twice", NULL, NULL, NULL, "2026-11-26 sent form, 2026-12-10 sent form", "2026-12-29",
    VETO_CASE_OVERDUE, "2026-12-28", "reminder reminder" },

  /* another law, another end */
  { "/next/law/letter-under-another", NULL, NULL, NULL, "2026-11-26 sent post/objection/ch", "2027-02-01",
    VETO_CASE_SENT, NULL, "wait" },
  { "/next/law/lives-elsewhere", "2026-11-26", "mail", "CH", "", "2027-02-01", VETO_CASE_SENT, NULL,
    "continue proof" },
  { "/next/law/lives-elsewhere-form", NULL, NULL, "CH", "2026-11-26 sent form", "2027-02-01", VETO_CASE_SENT,
    NULL, "wait" },
  { "/next/law/lives-here", NULL, NULL, "de", "2026-11-26 sent form", "2026-11-26", VETO_CASE_SENT,
    "2026-12-28", "wait 2026-12-28" },
  { "/next/law/lives-elsewhere-letter-here", NULL, NULL, "CH", OBJECTION, "2026-11-26", VETO_CASE_SENT,
    "2027-01-04", "wait 2027-01-04" },
  { "/next/another-goal", NULL, NULL, NULL, "2026-11-26 sent post/access/gdpr", "2027-02-01",
    VETO_CASE_NOT_STARTED, NULL, "continue open-form" },
  { "/next/letter-is-gone", NULL, NULL, NULL, "2026-11-26 sent post/no-such-letter/gdpr", "2027-02-01",
    VETO_CASE_NOT_STARTED, NULL, "continue open-form" },

  /* answers */
  { "/next/answer/granted", NULL, NULL, NULL, OBJECTION ", 2026-12-10 answer granted", "2027-02-01",
    VETO_CASE_DONE, NULL, "done" },
  { "/next/answer/refused", NULL, NULL, NULL, OBJECTION ", 2026-12-10 answer refused", "2026-12-10",
    VETO_CASE_REFUSED, NULL, "complaint complaint" },
  { "/next/answer/refused-after-steps", "2026-11-26", "mail", NULL, "2026-12-10 answer refused", "2026-12-10",
    VETO_CASE_REFUSED, NULL, "complaint complaint" },
  { "/next/answer/asks-id", NULL, NULL, NULL, OBJECTION ", 2026-12-10 answer asks-id", "2027-02-01",
    VETO_CASE_ANSWERED, NULL, "answer answer-id-copy" },
  { "/next/answer/asks-more", NULL, NULL, NULL, OBJECTION ", 2026-12-10 answer asks-more", "2027-02-01",
    VETO_CASE_ANSWERED, NULL, "answer" },
  { "/next/answer/something-else", NULL, NULL, NULL, OBJECTION ", 2026-12-10 answer", "2027-02-01",
    VETO_CASE_ANSWERED, NULL, "answer" },
  { "/next/answer/written-back", NULL, NULL, NULL,
    OBJECTION ", 2026-12-10 answer asks-id, 2026-12-10 sent email/answer-id-copy/gdpr", "2026-12-24",
    VETO_CASE_ANSWERED, "2026-12-24", "wait 2026-12-24" },
  { "/next/answer/written-back-in-vain", NULL, NULL, NULL,
    OBJECTION ", 2026-12-10 answer asks-id, 2026-12-10 sent email/answer-id-copy/gdpr", "2026-12-25",
    VETO_CASE_ANSWERED, "2026-12-24", "complaint complaint" },
  { "/next/answer/refused-then-granted", NULL, NULL, NULL,
    OBJECTION ", 2026-12-10 answer refused, 2026-12-15 answer granted", "2026-12-15", VETO_CASE_DONE, NULL,
    "done" },
  { "/next/answer/refused-then-sent-again", NULL, NULL, NULL,
    OBJECTION ", 2026-12-10 answer refused, 2027-01-11 sent email/objection/gdpr", "2027-01-12",
    VETO_CASE_SENT, "2027-02-12", "wait 2027-02-12" },

  /* reminder and complaint */
  { "/next/reminder/running", NULL, NULL, NULL, REMINDED, "2027-01-18", VETO_CASE_OVERDUE, "2027-01-18",
    "wait 2027-01-18" },
  { "/next/reminder/over", NULL, NULL, NULL, REMINDED, "2027-01-19", VETO_CASE_OVERDUE, "2027-01-18",
    "complaint complaint" },
  { "/next/reminder/too-early", NULL, NULL, NULL, "2026-11-26 sent form, 2026-11-27 sent email/reminder/gdpr",
    "2026-12-20", VETO_CASE_SENT, "2026-12-28", "wait 2026-12-28" },
  { "/next/reminder/answered", NULL, NULL, NULL, REMINDED ", 2027-01-10 answer granted", "2027-02-01",
    VETO_CASE_DONE, NULL, "done" },
  { "/next/complaint/letter", NULL, NULL, NULL, REMINDED ", 2027-01-19 sent post/complaint/gdpr",
    "2027-01-20", VETO_CASE_COMPLAINED, NULL, "wait" },
  { "/next/complaint/on-the-web", NULL, NULL, NULL, REMINDED ", 2027-01-19 complaint", "2027-01-20",
    VETO_CASE_COMPLAINED, NULL, "wait" },
  { "/next/complaint/then-refused", NULL, NULL, NULL,
    REMINDED ", 2027-01-19 complaint, 2027-01-25 answer refused", "2027-01-26", VETO_CASE_COMPLAINED, NULL,
    "wait" },
  { "/next/complaint/then-granted", NULL, NULL, NULL,
    REMINDED ", 2027-01-19 complaint, 2027-01-25 answer granted", "2027-01-26", VETO_CASE_DONE, NULL,
    "done" },
};

static VetoGuideSet *guides; /* built in, English */

/* Writes the data that Veto itself would write. Returns: (transfer full) */
static char *
write_data (char **words)
{
  g_auto(GStrv) detail = g_strsplit (words[1] != NULL && words[2] != NULL ? words[2] : "", "/", 3);
  gboolean        is_letter = g_strv_length (detail) == 3;
  VetoLetterKind *kind = is_letter ? veto_guide_set_find_letter (guides, detail[1]) : NULL;

  if (g_str_equal (words[1], "answer"))
    return g_strdup_printf ("{\"reply\":\"%s\"}", words[2] != NULL ? words[2] : "what-comes-later");
  if (!g_str_equal (words[1], "sent"))
    return NULL;
  if (is_letter)
    return g_strdup_printf ("{\"channel\":\"%s\",\"letter\":\"%s\",\"goal\":\"%s\",\"regime\":\"%s\"}",
                            detail[0], detail[1], kind != NULL ? veto_letter_kind_get_goal (kind) : "gone",
                            detail[2]);
  if (words[2] != NULL && words[3] != NULL)
    return g_strdup_printf ("{\"channel\":\"%s\",\"goal\":\"object\",\"received\":\"%s\"}", words[2],
                            words[4]);
  return words[2] != NULL ? g_strdup_printf ("{\"channel\":\"%s\",\"goal\":\"object\"}", words[2])
                          : g_strdup ("{\"goal\":\"object\"}");
}

static void
write_events (VetoStore *store, const char *case_id, const char *events)
{
  g_auto(GStrv) lines = g_strsplit (events, ", ", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *data = write_data (words);
      VetoStoreEvent   event = {
          .id = id, .case_id = (char *) case_id, .day = words[0], .kind = words[1], .data = data, .created = i
      };

      g_assert_true (veto_store_set_event (store, &event, NULL));
    }
}

static void
write_step (VetoStore *store, const char *case_id, const char *path, const char *day)
{
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00", day);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (noon, zone);
  VetoStoreStep step = { (char *) "form", (char *) path, FALSE, (char *) "none", g_date_time_to_unix (time) };

  g_assert_true (veto_store_set_step (store, case_id, &step, NULL));
}

static void
write_case (VetoStore *store, const Sample *sample)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = veto_store_add_case (store, PLATFORM, "object", "form", &error);
  const VetoGuide *guide = veto_platform_find_guide (veto_guide_set_find_platform (guides, PLATFORM), "form");

  g_assert_no_error (error);
  for (guint i = 0; sample->steps_day != NULL && i < guide->n_steps; i++)
    if (guide->steps[i].kind != VETO_STEP_WAIT && guide->steps[i].kind != VETO_STEP_KEEP)
      write_step (store, row->id, guide->steps[i].path, sample->steps_day);
  if (sample->waited != NULL)
    write_step (store, row->id, sample->waited, sample->steps_day);
  if (sample->country != NULL)
    g_assert_true (veto_store_set_value (store, row->id, "profile.country", sample->country, NULL));
  write_events (store, row->id, sample->events);
}

static char *
describe_next (const VetoNext *next)
{
  g_autofree char *day = g_date_valid (&next->day) ? veto_day_dup_iso (&next->day) : NULL;
  const char      *detail = next->letter;

  if (detail == NULL && next->action != VETO_NEXT_WAIT)
    detail = next->branch != NULL ? next->branch : next->step;
  if (detail == NULL)
    detail = day;
  return g_strconcat (veto_next_action_get_id (next->action), detail != NULL ? " " : NULL, detail, NULL);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  char      *folder = fixture_make_folder ();
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (guides);
  g_autoptr(VetoCaseBook) book = NULL;
  VetoCase        *item;
  GDate            today;
  g_autofree char *words = NULL, *due = NULL;

  g_assert_true (veto_day_parse (sample->today, &today));
  write_case (store, sample);
  book = veto_case_book_new (store, guidance, &error);
  g_assert_no_error (error);
  item = veto_case_book_find (book, PLATFORM, NULL);
  {
    g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (item);
    g_autoptr(VetoNext) next = veto_case_compute_next (item, &today);

    due = deadline != NULL ? veto_day_dup_iso (&deadline->sum->due) : NULL;
    words = describe_next (next);
    g_assert_cmpstr (veto_case_state_get_id (veto_case_compute_state (item, &today)), ==,
                     veto_case_state_get_id (sample->state));
    g_assert_cmpstr (due, ==, sample->due);
    g_assert_cmpstr (words, ==, sample->next);
    g_assert_cmpint (strlen (next->sentence), >, 4);
  }
  g_clear_object (&book);
  fixture_close (store);
  fixture_remove (folder);
}

typedef struct
{
  const char *name;
  const char *events;
  const char *expected;
} Sum;

static const Sum sums[] = {
  { "/sum/form", "2026-11-26 sent form",
    "Counted from Thursday, 26 November 2026, the day on which you sent the form. "
    "Received on 26 November 2026, plus 1 month: 26 December 2026. "
    "That is a Saturday, so the time ends on the next working day: Monday, 28 December 2026. "
    "This is a calculation, not legal advice." },
  { "/sum/receipt-known", "2026-11-26 sent post received 2026-12-03",
    "Counted from Thursday, 3 December 2026, the day of receipt that you entered. "
    "Received on 3 December 2026, plus 1 month: 3 January 2027. "
    "That is a Sunday, so the time ends on the next working day: Monday, 4 January 2027. "
    "This is a calculation, not legal advice." },
  { "/sum/reminder", REMINDED,
    "Counted from Monday, 4 January 2027, the day of your last letter. "
    "You gave them 14 days, or until the next working day: Monday, 18 January 2027. "
    "This is a calculation, not legal advice." },
};

static void
test_sum (gconstpointer data)
{
  const Sum   *sum = data;
  const Sample sample = { .events = sum->events };
  char        *folder = fixture_make_folder ();
  VetoStore   *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (guides);
  g_autoptr(VetoCaseBook) book = NULL;

  write_case (store, &sample);
  book = veto_case_book_new (store, guidance, NULL);
  {
    g_autoptr(VetoCaseDeadline)
                 deadline = veto_case_compute_deadline (veto_case_book_find (book, PLATFORM, NULL));
    g_autofree char *words = veto_case_deadline_dup_words (deadline);

    g_assert_cmpstr (words, ==, sum->expected);
  }
  g_clear_object (&book);
  fixture_close (store);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  guides = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    g_test_add_data_func (sums[i].name, &sums[i], test_sum);
  result = g_test_run ();
  g_object_unref (guides);
  return result;
}
