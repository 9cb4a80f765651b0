/* Letters that are kept: nothing typed is lost, nothing is kept that nobody typed, and what was sent stays as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "book-fixture.h"
#include "veto-day.h"

static void
test_nothing_is_lost (Desk *desk, gconstpointer data)
{
  VetoSavedLetter *saved = desk_write_letter (desk, "Ada Löwe", NULL);

  g_assert_true (veto_saved_letter_is_kept (saved));
  desk_assert_written (desk, saved, "Ada Löwe");
  desk_reopen (desk);
  g_assert_cmpuint (desk_count (desk), ==, 1);
  g_assert_cmpstr (veto_saved_letter_get_title (desk_get (desk, 0)), ==,
                   veto_letter_kind_get_title (veto_guide_set_find_letter (desk->set, KIND)));
  desk_assert_written (desk, desk_get (desk, 0), "Ada Löwe");
}

static void
test_looked_at (Desk *desk, gconstpointer data)
{
  g_autofree char *id = NULL;

  desk_write_letter (desk, "Ada", NULL); /* so that there is something to fill in */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(VetoSavedLetter) saved = veto_letter_book_start (desk->book, KIND, NULL);
      g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);

      g_assert_cmpstr (veto_letter_get_answer (letter, "name"), ==, "Ada");
      desk_save (desk, saved, letter);
      g_assert_false (veto_saved_letter_is_kept (saved));
      g_assert_true (veto_letter_book_delete (desk->book, saved, NULL));
    }
  g_assert_cmpuint (desk_count (desk), ==, 1);
}

/* Asked once: what is typed into one letter is in the next, and in the case's steps; what it takes over is not rewritten. */
static void
test_prefill (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = veto_store_add_case (desk->store, PLATFORM, "object", "form", &error);
  g_autoptr(VetoStoreCase) after = NULL;
  g_autoptr(VetoSavedLetter) first = veto_letter_book_start (desk->book, KIND, row->id), second = NULL;
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, first), other = NULL;

  g_assert_cmpstr (veto_saved_letter_get_recipient_id (first, VETO_LETTER_TO_CONTROLLER), ==, "example-org");
  g_assert_nonnull (veto_letter_get_recipient (letter));
  letter_fixture_answer (letter, "name", "Ada");
  letter_fixture_answer (letter, "address", "1 Main St\nKöln");
  letter_fixture_answer (letter, "email", "ada@example.org");
  letter_fixture_answer (letter, "place", "Köln");
  desk_save (desk, first, letter);
  after = veto_store_read_case (desk->store, row->id, &error);
  g_assert_cmpstr (g_hash_table_lookup (after->values, "profile.name"), ==, "Ada");
  g_assert_cmpstr (g_hash_table_lookup (after->values, "profile.email"), ==, "ada@example.org");

  second = veto_letter_book_start (desk->book, KIND, NULL);
  other = desk_open_letter (desk, second);
  g_assert_cmpstr (veto_letter_get_answer (other, "address"), ==, "1 Main St\nKöln");
  g_assert_cmpstr (veto_letter_get_answer (other, "place"), ==, "Köln");
  letter_fixture_answer (other, "name", "Ada Löwe");
  desk_save (desk, second, other);
  letter_fixture_answer (letter, "number",
                         "AB 1"); /* the older letter keeps its name, and gives it to nobody */
  desk_save (desk, first, letter);
  g_clear_pointer (&after, veto_store_case_free);
  after = veto_store_read_case (desk->store, row->id, &error);
  g_assert_cmpstr (g_hash_table_lookup (after->values, "profile.name"), ==, "Ada Löwe");
}

/* Where somebody lives is asked once as well. */
static void
test_country (Desk *desk, gconstpointer data)
{
  g_autoptr(VetoSavedLetter) first = veto_letter_book_start (desk->book, KIND, NULL), second = NULL;
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, first), other = NULL;

  g_assert_null (veto_letter_get_country (letter));
  veto_letter_set_country (letter, "IE");
  desk_save (desk, first, letter);
  desk_reopen (desk);
  g_clear_object (&letter);
  letter = desk_open_letter (desk, desk_get (desk, 0));
  g_assert_cmpstr (veto_letter_get_country (letter), ==, "IE"); /* the letter's own */
  second = veto_letter_book_start (desk->book, KIND, NULL);
  other = desk_open_letter (desk, second);
  g_assert_cmpstr (veto_letter_get_country (other), ==, "IE"); /* the person's */
  g_assert_false (veto_saved_letter_is_kept (second));
}

static void
test_sent (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = veto_store_add_case (desk->store, PLATFORM, "object", "form", &error);
  VetoSavedLetter *saved = desk_write_letter (desk, "Ada", row->id), *copy;
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);
  g_autoptr(GBytes) pdf = g_bytes_new_static ("%PDF\0x", 6), kept = NULL;
  g_autofree char *dump = NULL;
  GDate            day;

  g_assert_true (veto_day_parse ("2026-11-20", &day));
  letter_fixture_answer (letter, "name", "Ada Löwe"); /* not saved before */
  g_assert_true (veto_letter_book_mark_sent (desk->book, saved, letter, &day, "post", pdf, &error));
  desk_reopen (desk);
  saved = desk_get (desk, 0);
  g_assert_cmpstr (veto_saved_letter_get_sent_day (saved), ==, "2026-11-20");
  g_assert_cmpstr (veto_saved_letter_get_channel (saved), ==, "post");
  kept = veto_letter_book_read_pdf (desk->book, saved, &error);
  g_assert_true (g_bytes_equal (kept, pdf));
  desk_assert_written (desk, saved, "Ada Löwe");
  dump = fixture_dump (desk->store);
  g_assert_nonnull (
    strstr (dump, "2026-11-20 sent (null) "
                  "{\"channel\":\"post\",\"goal\":\"object\",\"letter\":\"note\",\"regime\":\"gdpr\"}"));

  g_clear_object (&letter);
  letter = desk_open_letter (desk, saved);
  desk_save (desk, saved, letter); /* nothing is different */
  letter_fixture_answer (letter, "name", "Bob");
  g_assert_false (veto_letter_book_save (desk->book, saved, letter, &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  g_clear_error (&error);

  copy = veto_letter_book_duplicate (desk->book, saved, &error);
  g_assert_no_error (error);
  g_assert_true (desk_get (desk, 0) == copy);
  g_assert_null (veto_saved_letter_get_sent_day (copy));
  desk_assert_written (desk, copy, "Ada Löwe");

  g_assert_true (veto_letter_book_unmark_sent (desk->book, saved, &error));
  g_assert_false (veto_saved_letter_has_pdf (saved));
  desk_save (desk, saved, letter);
  g_assert_cmpuint (desk_count (desk), ==, 2);
}

static void
test_deleted_and_back (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSavedLetter) saved = g_object_ref (desk_write_letter (desk, "Ada", NULL));
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);
  g_autofree char *before = fixture_dump (desk->store), *after = NULL;

  g_assert_true (veto_letter_book_delete (desk->book, saved, &error));
  g_assert_cmpuint (desk_count (desk), ==, 0);
  letter_fixture_answer (letter, "name", "Late"); /* a pause in typing that comes too late */
  desk_save (desk, saved, letter);
  g_assert_cmpuint (desk_count (desk), ==, 0);
  g_assert_true (veto_letter_book_undelete (desk->book, saved, &error));
  g_assert_true (desk_get (desk, 0) == saved);
  after = fixture_dump (desk->store);
  g_assert_cmpstr (before, ==, after);
}

static void
write_from_elsewhere (gpointer data)
{
  Desk             other = *(Desk *) data;
  VetoSavedLetter *saved;
  g_autoptr(VetoLetter) letter = NULL;

  desk_open (&other);
  saved = desk_get (&other, 0);
  letter = desk_open_letter (&other, saved);
  letter_fixture_answer (letter, "name", "Elsewhere");
  desk_save (&other, saved, letter);
  desk_write_letter (&other, "Another", NULL);
  g_clear_object (&letter);
  g_object_unref (other.book);
  g_object_unref (other.store);
}

static void
delete_elsewhere (gpointer data)
{
  Desk other = *(Desk *) data;

  desk_open (&other);
  g_assert_true (veto_letter_book_delete (other.book, desk_get (&other, 0), NULL));
  g_object_unref (other.book);
  g_object_unref (other.store);
}

static void
test_two_processes (Desk *desk, gconstpointer data)
{
  VetoSavedLetter *saved = desk_write_letter (desk, "Ada", NULL);
  g_autoptr(VetoSavedLetter) held = g_object_ref (saved);
  g_autoptr(VetoLetter) letter = NULL;

  fixture_run_in_child (write_from_elsewhere, desk);
  g_assert_true (veto_letter_book_refresh (desk->book, NULL));
  g_assert_cmpuint (desk_count (desk), ==, 2);
  g_assert_true (veto_letter_book_find (desk->book, veto_saved_letter_get_id (saved)) == saved);
  desk_assert_written (desk, saved, "Elsewhere");

  fixture_run_in_child (delete_elsewhere, desk);
  fixture_run_in_child (delete_elsewhere, desk);
  letter = desk_open_letter (desk, held);
  g_assert_true (veto_letter_book_refresh (desk->book, NULL));
  g_assert_cmpuint (desk_count (desk), ==, 0);
  letter_fixture_answer (letter, "name", "Still typing");
  desk_save (desk, held, letter); /* nothing that is typed is lost */
  g_assert_true (desk_get (desk, 0) == held);
}

#define ADD(name, test) g_test_add ("/book/" name, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-lost", test_nothing_is_lost);
  ADD ("looked-at", test_looked_at);
  ADD ("prefill", test_prefill);
  ADD ("country", test_country);
  ADD ("sent", test_sent);
  ADD ("deleted-and-back", test_deleted_and_back);
  ADD ("two-processes", test_two_processes);
  return g_test_run ();
}
