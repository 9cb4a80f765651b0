/* Letters that are kept, when things go wrong: damaged rows, guidance that is gone, passwords, kill -9, a thousand of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "book-fixture.h"

static const char *const damages[] = {
  "answers = '{\"name\": \"Ada\"'",    "answers = '[]'",
  "answers = '{\"name\": 1}'",         "answers = ''",
  "own_text = '{\"a\": null}'",        "own_text = 'Ada {}'",
  "recipient = '{\"controller\": 3}'", "recipient = '{\"authority\": {\"name\": \"A\", \"lines\": [4]}}'",
};

/* One damaged letter says so; the others work, and it can still be found, looked at and deleted. */
static void
test_damaged (Desk *desk, gconstpointer data)
{
  const char      *damage = data;
  g_autofree char *path = fixture_dup_path (desk->folder, ""), *sql = NULL, *typed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoLetter) letter = NULL;
  VetoSavedLetter *saved;

  desk_write_letter (desk, "Ada", NULL);
  sql = g_strdup_printf ("UPDATE letters SET %s", damage);
  desk_close (desk);
  fixture_run_sql (path, sql);
  desk_open (desk);
  desk_write_letter (desk, "Bob", NULL);
  saved = desk_get (desk, 1);
  g_assert_false (veto_saved_letter_is_readable (saved));
  g_assert_null (
    veto_letter_book_open (desk->book, saved, veto_guide_set_find_letter (desk->set, KIND), NULL, &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (veto_letter_book_duplicate (desk->book, saved, &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  typed = veto_letter_book_dup_typed (desk->book, saved);
  g_assert_true (strstr (typed, "I say no.") != NULL || strstr (typed, "Ada") != NULL);

  g_assert_true (veto_saved_letter_is_readable (desk_get (desk, 0)));
  desk_assert_written (desk, desk_get (desk, 0), "Bob");
  g_assert_true (veto_letter_book_delete (desk->book, saved, NULL));
}

/* A letter of a kind that the guidance no longer has is there, and its words too. */
static void
test_kind_is_gone (Desk *desk, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (desk->folder, ""), *typed = NULL;

  desk_write_letter (desk, "Ada", NULL);
  desk_close (desk);
  fixture_run_sql (path, "UPDATE letters SET kind = 'forgotten'");
  desk_open (desk);
  g_assert_cmpstr (veto_saved_letter_get_title (desk_get (desk, 0)), ==, "forgotten");
  g_assert_true (veto_saved_letter_is_readable (desk_get (desk, 0)));
  typed = veto_letter_book_dup_typed (desk->book, desk_get (desk, 0));
  g_assert_nonnull (strstr (typed, "Chirper Ltd\n"));
  g_assert_nonnull (strstr (typed, "I say no."));
  g_assert_nonnull (strstr (typed, "not an address@@"));
}

/* An answer to a question that is gone is carried along. */
static void
test_question_is_gone (Desk *desk, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (desk->folder, ""), *dump = NULL;
  g_autoptr(VetoLetter) letter = NULL;

  desk_write_letter (desk, "Ada", NULL);
  desk_close (desk);
  fixture_run_sql (path, "UPDATE letters SET answers = json_set (answers, '$.gone', 'words')");
  desk_open (desk);
  letter = desk_open_letter (desk, desk_get (desk, 0));
  letter_fixture_answer (letter, "name", "Bob");
  desk_save (desk, desk_get (desk, 0), letter);
  dump = fixture_dump (desk->store);
  g_assert_nonnull (strstr (dump, "\"gone\":\"words\""));
}

/* Passwords live in the keyring alone: not by a question's name, and not from a file that somebody brought. */
static void
test_password (Desk *desk, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (desk->folder, ""), *dump = NULL;
  VetoSavedLetter *saved = desk_write_letter (desk, "Ada", NULL);
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);

  veto_saved_letter_set_draft (saved, "account.password", "hunter2");
  letter_fixture_answer (letter, "number", "1");
  desk_save (desk, saved, letter);
  g_assert_false (veto_letter_set_answer (letter, "account.password", "hunter2", NULL));
  dump = fixture_dump (desk->store);
  g_assert_null (strstr (dump, "hunter2"));
  g_clear_pointer (&dump, g_free);
  g_clear_object (&letter);

  desk_close (desk);
  fixture_run_sql (path,
                   "UPDATE letters SET answers = json_set (answers, '$.\"account.password\"', 'hunter2')");
  desk_open (desk);
  letter = desk_open_letter (desk, desk_get (desk, 0));
  letter_fixture_answer (letter, "number", "2");
  desk_save (desk, desk_get (desk, 0), letter);
  dump = fixture_dump (desk->store);
  g_assert_null (strstr (dump, "hunter2"));
}

static void
type_on (Desk *desk, int report)
{
  Desk             own = *desk;
  VetoSavedLetter *saved;
  g_autoptr(VetoLetter) letter = NULL;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  desk_open (&own);
  saved = desk_get (&own, 0);
  letter = desk_open_letter (&own, saved);
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strnfill (1 + i % 150, 'x');

      letter_fixture_answer (letter, "name", name);
      desk_save (&own, saved, letter);
      g_assert_cmpint (write (report, &i, sizeof i), ==, sizeof i);
    }
}

/* Killed at any moment: the letter and the person's name are those of the last desk_save, or both of the one after. */
static void
test_killed (Desk *desk, gconstpointer data)
{
  desk_write_letter (desk, "Ada", NULL);
  desk_close (desk);
  for (guint round = 0; round < 40; round++)
    {
      int   ends[2], status;
      guint last = 0;
      gsize n_letters;
      GPid  pid;
      g_autoptr(VetoLetter) letter = NULL;
      g_autoptr(GHashTable) person = NULL;

      g_assert_cmpint (pipe (ends), ==, 0);
      pid = fork ();
      if (pid == 0)
        type_on (desk, ends[1]);
      close (ends[1]);
      g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
      g_usleep ((gulong) g_test_rand_int_range (0, 5000)); /* the moment is meant to be any */
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      while (read (ends[0], &last, sizeof last) == sizeof last)
        continue;
      close (ends[0]);

      desk_open (desk);
      letter = desk_open_letter (desk, desk_get (desk, 0));
      n_letters = strlen (veto_letter_get_answer (letter, "name"));
      g_assert_true (n_letters == 1 + last % 150 || n_letters == 1 + (last + 1) % 150);
      person = veto_store_read_person (desk->store, NULL);
      g_assert_cmpstr (g_hash_table_lookup (person, "profile.name"), ==,
                       veto_letter_get_answer (letter, "name"));
      desk_close (desk);
    }
  desk_open (desk);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

static void
test_thousand (Desk *desk, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (desk->folder, "");
  g_autoptr(VetoStoreLetter) row = NULL;
  VetoSavedLetter *saved;
  double           best = G_MAXDOUBLE;
  guint            n_told = 0;

  desk_write_letter (desk, "Ada", NULL);
  desk_close (desk);
  fixture_run_sql (path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                         " INSERT INTO letters SELECT id || i, case_id, kind, language, regime, recipient,"
                         " answers, own_text, day, created + i, changed, '2026-11-26', 'post',"
                         " randomblob (40000) FROM letters, n");
  for (guint i = 0; i < 10; i++)
    {
      clock_t start;

      desk->store = fixture_open (desk->folder, VETO_STORE_TOOL);
      start = clock (); /* of the processor: others may be busy on this machine */
      desk->book = veto_letter_book_new (desk->store, desk->guidance, NULL);
      best = MIN (best, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC);
      g_assert_cmpuint (desk_count (desk), ==, 1000);
      desk_close (desk);
    }
  g_test_message ("1,000 letters with 40 MB of PDFs: %.2f ms", best);
  g_assert_cmpfloat (best, <, 5 * (g_getenv ("VETO_SANITIZED") != NULL ? 10 : 1));

  desk_open (desk);
  g_signal_connect_swapped (desk->book, "items-changed", G_CALLBACK (count_cb), &n_told);
  saved = desk_write_letter (desk, "Bob", NULL);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (veto_letter_book_find (desk->book, veto_saved_letter_get_id (saved)) == saved);
}

#define ADD(name, test) g_test_add ("/kept/" name, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/kept/damaged/%" G_GSIZE_FORMAT, i);
      g_test_add (path, Desk, damages[i], desk_set_up, test_damaged, desk_tear_down);
    }
  ADD ("kind-is-gone", test_kind_is_gone);
  ADD ("question-is-gone", test_question_is_gone);
  ADD ("password", test_password);
  ADD ("killed", test_killed);
  ADD ("thousand", test_thousand);
  return g_test_run ();
}
