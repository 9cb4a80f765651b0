/* What is told when: once, whatever the clock, other programs and the person do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "case-fixture.h"
#include "veto-day.h"
#include "veto-reminders.h"

typedef struct
{
  const char *name;
  const char *script; /* what happens one after the other; see run_word() */
} Sample;

/* A form of 26 November 2026 has until 26 December, a Saturday; there are no holidays in this guidance. */
#define SENT "sent:2026-11-26"

static const Sample samples[] = {
  { "/reminders/nothing", "2026-12-29=0" },
  { "/reminders/not-yet", SENT " 2026-11-26=0 2026-12-28=0" },
  { "/reminders/once", SENT " 2026-12-29=1 2026-12-29=0 2026-12-30=0 2027-06-01=0" },
  { "/reminders/late", SENT " 2027-06-01=1 2027-06-02=0" },
  { "/reminders/after-a-restart", SENT " 2026-12-29=1 restart 2026-12-29=0 2026-12-30=0" },
  { "/reminders/another-program-was-quicker", SENT " elsewhere:2026-12-29=1 2026-12-29=0" },
  { "/reminders/another-program-comes-later", SENT " 2026-12-29=1 elsewhere:2026-12-29=0" },

  /* the clock */
  { "/reminders/clock/back-and-forth", SENT " 2026-12-29=1 2026-12-01=0 2026-12-29=0 2026-12-30=0" },
  { "/reminders/clock/battery", SENT " 2026-12-29=1 1970-01-01=0 restart 2026-12-29=0" },
  { "/reminders/clock/back-before-it-was-due", SENT " 2026-12-20=0 2026-12-10=0 2026-12-11=0 2026-12-29=1" },
  { "/reminders/clock/next-time-is-not-lost",
    SENT " 2040-01-01=1 2026-12-10=0 answer:2026-12-10/refused sent:2027-01-11 2027-02-10=0 2027-02-12=1" },

  /* the person */
  { "/reminders/answered-in-time", SENT " answer:2026-12-20/granted 2026-12-29=0" },
  { "/reminders/answered-just-now", SENT " answer:2026-12-20/refused 2026-12-20=0 2026-12-29=0" },
  { "/reminders/asked-back-just-now", SENT " answer:2026-12-20/asks-id 2026-12-20=0" },
  { "/reminders/answer-taken-back", SENT " answer:2026-12-20/granted 2026-12-29=0 undo 2026-12-29=1" },
  { "/reminders/told-answered-taken-back",
    SENT " 2026-12-29=1 answer:2026-12-29/granted 2026-12-29=0 undo 2026-12-29=0" },
  { "/reminders/sending-taken-back", SENT " undo 2026-12-29=0" },
  { "/reminders/sending-corrected-to-earlier",
    SENT " 2026-12-29=1 undo sent:2026-11-20 2026-12-29=0 2027-01-05=0" },
  { "/reminders/longer-after-it-was-told",
    SENT " 2026-12-29=1 extension:2026-12-20 2026-12-29=0 2027-02-27=1" },
  { "/reminders/a-second-round",
    SENT " 2026-12-29=1 answer:2026-12-30/refused sent:2027-01-11 2027-01-12=0 2027-02-12=1 2027-02-13=0" },

  /* several */
  { "/reminders/several", SENT " other:2026-11-26 2026-12-29=2 2026-12-30=0" },
  { "/reminders/one-of-several", SENT " other:2026-12-10 2026-12-29=1 2027-01-12=1 2027-01-13=0" },
};

typedef struct
{
  Desk      desk;
  VetoCase *item;
  GVariant *undo; /* of what was entered last */
} Person;

static GDate
parse (const char *text)
{
  GDate day;

  g_date_clear (&day, 1);
  if (!veto_day_parse (text, &day))
    g_error ("%s is no day", text);
  return day;
}

static void
enter (Person *person, VetoCase *item, VetoEventKind kind, VetoReply reply, const char *day)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .reply = reply, .day = parse (day), .channel = "form" };

  g_clear_pointer (&person->undo, g_variant_unref);
  veto_timeline_add (veto_case_get_timeline (item), &draft, &person->undo, &error);
  g_assert_no_error (error);
}

static void
restart (Person *person)
{
  fixture_reopen_desk (&person->desk, NULL, NULL);
  person->item = veto_case_book_find (person->desk.book, FIXTURE_PLATFORM, FIXTURE_GOAL);
}

/* "DAY=N": on that day so many are told */
static void
look (VetoCaseBook *book, VetoStore *store, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strndup (word, strcspn (word, "="));
  GDate            today = parse (text);
  g_autoptr(GPtrArray) told = NULL;

  told = veto_reminders_claim (G_LIST_MODEL (book), store, &today, &error);
  g_assert_no_error (error);
  g_test_message ("%s", word);
  g_assert_cmpint (told->len, ==, atoi (strchr (word, '=') + 1));
  g_assert_cmpuint (veto_reminders_count (G_LIST_MODEL (book), &today), >=, told->len);
}

/* The same by a program of its own, such as the one that looks when the window is closed */
static void
look_elsewhere (Person *person, const char *word)
{
  g_autoptr(GError) error = NULL;
  VetoStore    *store = fixture_open (person->desk.folder, VETO_STORE_TOOL);
  VetoCaseBook *book = veto_case_book_new (store, person->desk.guidance, &error);

  g_assert_no_error (error);
  look (book, store, word);
  g_object_unref (book);
  fixture_close (store);
}

/* The same objection with another account. Returns: (transfer none) */
static VetoCase *
start_other (Person *person)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_dup_path (person->desk.folder, "");

  fixture_run_sql (path, "INSERT INTO accounts (id, person, platform, created)"
                         " SELECT 'another', person, platform, created + 1 FROM accounts;"
                         "INSERT INTO cases (id, account, platform, goal, guide, created)"
                         " SELECT 'another', 'another', platform, goal, guide, created + 1 FROM cases;");
  veto_case_book_refresh (person->desk.book, &error);
  g_assert_no_error (error);
  {
    g_autoptr(VetoCase) other = g_list_model_get_item (G_LIST_MODEL (person->desk.book), 1);
    return other;
  }
}

static void
run_word (Person *person, const char *word)
{
  const char *detail = strchr (word, ':') != NULL ? strchr (word, ':') + 1 : "";
  g_auto(GStrv) parts = g_strsplit (detail, "/", 2);

  if (g_str_has_prefix (word, "sent:"))
    enter (person, person->item, VETO_EVENT_SENT, VETO_REPLY_OTHER, parts[0]);
  else if (g_str_has_prefix (word, "other:"))
    enter (person, start_other (person), VETO_EVENT_SENT, VETO_REPLY_OTHER, parts[0]);
  else if (g_str_has_prefix (word, "extension:"))
    enter (person, person->item, VETO_EVENT_EXTENSION, VETO_REPLY_OTHER, parts[0]);
  else if (g_str_has_prefix (word, "answer:"))
    enter (person, person->item, VETO_EVENT_ANSWER,
           g_str_equal (parts[1], "granted")   ? VETO_REPLY_GRANTED
           : g_str_equal (parts[1], "refused") ? VETO_REPLY_REFUSED
                                               : VETO_REPLY_ASKS_ID,
           parts[0]);
  else if (g_str_equal (word, "undo"))
    g_assert_true (veto_timeline_undo (veto_case_get_timeline (person->item), person->undo, NULL));
  else if (g_str_equal (word, "restart"))
    restart (person);
  else if (g_str_has_prefix (word, "elsewhere:"))
    look_elsewhere (person, detail);
  else
    look (person->desk.book, person->desk.store, word);
}

static void
test_script (gconstpointer data)
{
  const Sample *sample = data;
  Person        person = { .desk = fixture_open_desk (NULL, NULL, NULL) };
  g_auto(GStrv) words = g_strsplit (sample->script, " ", -1);

  person.item = fixture_start_case (&person.desk);
  for (guint i = 0; words[i] != NULL; i++)
    run_word (&person, words[i]);
  g_clear_pointer (&person.undo, g_variant_unref);
  fixture_clear_desk (&person.desk);
}

/* What cannot be written down is not told: it would be told again and again. */
static void
test_unwritable (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) told = NULL;
  Person     person = { .desk = fixture_open_desk (NULL, NULL, NULL) };
  VetoStore *looker;
  GDate      today = parse ("2026-12-29");

  person.item = fixture_start_case (&person.desk);
  enter (&person, person.item, VETO_EVENT_SENT, VETO_REPLY_OTHER, "2026-11-26");
  looker = fixture_open (person.desk.folder, VETO_STORE_LOOK);
  told = veto_reminders_claim (G_LIST_MODEL (person.desk.book), looker, &today, &error);
  g_assert_null (told);
  g_assert_nonnull (error);
  fixture_close (looker);
  look (person.desk.book, person.desk.store, "2026-12-29=1");
  g_clear_pointer (&person.undo, g_variant_unref);
  fixture_clear_desk (&person.desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_script);
  g_test_add_func ("/reminders/unwritable", test_unwritable);
  return g_test_run ();
}
