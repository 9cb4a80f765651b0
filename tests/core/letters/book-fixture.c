/* For tests of letters that are kept: a book on a database of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

void
desk_open (Desk *desk)
{
  g_autoptr(GError) error = NULL;

  desk->store = fixture_open (desk->folder, VETO_STORE_TOOL);
  desk->book = veto_letter_book_new (desk->store, desk->guidance, &error);
  g_assert_no_error (error);
}

void
desk_close (Desk *desk)
{
  g_assert_finalize_object (G_OBJECT (desk->book));
  fixture_close (desk->store);
}

void
desk_set_up (Desk *desk, gconstpointer data)
{
  desk->folder = fixture_make_folder ();
  desk->set = letter_fixture_load (FALSE, "en");
  desk->guidance = veto_guidance_new (desk->set);
  desk_open (desk);
}

void
desk_tear_down (Desk *desk, gconstpointer data)
{
  desk_close (desk);
  fixture_remove (desk->folder);
  g_object_unref (desk->guidance);
  g_object_unref (desk->set);
}

void
desk_reopen (Desk *desk)
{
  desk_close (desk);
  desk_open (desk);
}

guint
desk_count (Desk *desk)
{
  return g_list_model_get_n_items (G_LIST_MODEL (desk->book));
}

VetoSavedLetter *
desk_get (Desk *desk, guint position)
{
  g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (desk->book), position);

  g_assert_nonnull (saved);
  return saved; /* the book holds it */
}

VetoLetter *
desk_open_letter (Desk *desk, VetoSavedLetter *saved)
{
  g_autoptr(GError) error = NULL;
  VetoLetter *letter =
    veto_letter_book_open (desk->book, saved, veto_guide_set_find_letter (desk->set, KIND), NULL, &error);

  g_assert_no_error (error);
  return letter;
}

void
desk_save (Desk *desk, VetoSavedLetter *saved, VetoLetter *letter)
{
  g_autoptr(GError) error = NULL;

  veto_letter_book_save (desk->book, saved, letter, &error);
  g_assert_no_error (error);
}

VetoSavedLetter *
desk_write_letter (Desk *desk, const char *name, const char *case_id)
{
  g_autoptr(VetoSavedLetter) saved = veto_letter_book_start (desk->book, KIND, case_id);
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);
  g_autoptr(VetoRecipient) recipient = veto_recipient_new_typed ("Chirper Ltd\n1 Main St\nDublin", NULL);

  letter_fixture_answer (letter, "name", name);
  letter_fixture_answer (letter, "reasons", "children");
  veto_letter_set_controller (letter, recipient);
  g_assert_true (veto_letter_set_own_text (letter, "statement", "I say no.\nReally {{x}} \"\\ é😀", NULL));
  veto_saved_letter_set_draft (saved, "email", "not an address@@");
  veto_saved_letter_set_draft (saved, VETO_DRAFT_AUTHORITY, "\x01half");
  veto_saved_letter_set_draft (saved, VETO_DRAFT_PARAGRAPH "answer", "\x02");
  desk_save (desk, saved, letter);
  return saved;
}

void
desk_assert_written (Desk *desk, VetoSavedLetter *saved, const char *name)
{
  g_autoptr(VetoLetter) letter = desk_open_letter (desk, saved);

  g_assert_cmpstr (veto_letter_get_answer (letter, "name"), ==, name);
  g_assert_cmpstr (veto_letter_get_answer (letter, "reasons"), ==, "children");
  g_assert_cmpstr (veto_letter_get_recipient (letter)->name, ==, "Chirper Ltd");
  g_assert_cmpstr (veto_letter_get_recipient (letter)->lines[1], ==, "Dublin");
  g_assert_cmpstr (veto_letter_get_own_text (letter, "statement"), ==, "I say no.\nReally {{x}} \"\\ é😀");
  g_assert_null (veto_letter_get_answer (letter, "email"));
  g_assert_cmpstr (veto_saved_letter_get_draft (saved, "email"), ==, "not an address@@");
  g_assert_cmpstr (veto_saved_letter_get_draft (saved, VETO_DRAFT_AUTHORITY), ==, "\x01half");
  g_assert_cmpstr (veto_saved_letter_get_draft (saved, VETO_DRAFT_PARAGRAPH "answer"), ==, "\x02");
  g_assert_cmpstr (veto_saved_letter_get_recipient (saved), ==, "Chirper Ltd");
}
