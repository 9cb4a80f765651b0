/* A dossier as others read it: poppler, qpdf, sha256sum; and what hostile, damaged and very many files do to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier-fixture.h"
#include "paper-fixture.h"
#include "veto-day.h"
#include "veto-store-accounts.h"

static void
assert_says (const char *words, const char *expected)
{
  if (strstr (words, expected) == NULL)
    g_error ("“%s” is not in: %s", expected, words);
}

static void
assert_sums (const char *folder, guint n_files)
{
  g_autofree char *path = g_build_filename (folder, "SHA256SUMS", NULL), *sums = NULL, *script = NULL,
                  *said = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &sums, NULL, NULL));
  lines = g_strsplit (sums, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_files + 1); /* the last one is empty */
  script =
    g_strdup_printf ("cd '%s' && sha256sum --strict --quiet -c SHA256SUMS && find . -type f | wc -l", folder);
  said = paper_run ("sh", "-c", script, NULL);
  if (said != NULL)
    g_assert_cmpuint (g_ascii_strtoull (said, NULL, 10), ==, n_files + 1); /* and the list itself */
}

static void
assert_readable (const char *folder)
{
  g_autofree char *path = desk_dup_pdf (folder), *said = paper_run ("qpdf", "--check", path, NULL);

  if (said != NULL)
    assert_says (said, "No syntax or stream encoding errors found");
}

static void
fill (Desk *desk)
{
  static const char mail[] =
    "From: Help <help@example.org>\r\nTo: erika@example.org\r\n"
    "Subject: =?UTF-8?Q?We_got_it=2C_Erika?=\r\nDate: Wed, 07 Oct 2026 10:00:00 +0000\r\n"
    "X-Spam: no\r\n\r\nHello\r\n";

  desk_send_letter (desk, "objection", "2026-10-05", NULL);
  desk_add_event (desk, VETO_EVENT_NOTE, "2026-10-21", "Nobody picks up the telephone.");
  desk_add_proof (desk, "screen.png", "image/png", picture_make_screenshot (540, 1200, 1));
  desk_add_proof (desk, "letter.jpg", "image/jpeg", picture_make_photo (800, 600, 1));
  desk_add_proof (desk, "answer.eml", "message/rfc822", g_bytes_new_static (mail, strlen (mail)));
  desk_add_proof (desk, "notes.txt", "text/plain",
                  g_bytes_new_static ("caf\xe9 at ten", 11)); /* of Windows */
  desk_add_proof (desk, "form.pdf", "application/pdf", g_bytes_new_static ("%PDF-1.4\n", 9));
}

static void
test_words (Desk *desk, gconstpointer data)
{
  static const char *const expected[] = {
    "File for the authority: Facebook",
    "Person concerned Erika Muster Musterweg 5 50667 Köln",
    "Company Meta Platforms Ireland",
    "Account erika.example",
    "Request Objection to the use of personal data for AI",
    "Last day for the answer 6 November 2026",
    "State Overdue",
    "5 October 2026 Request sent",
    "By e-mail",
    "21 October 2026 Note Nobody picks up the telephone.",
    "plus 1 month",
    "not legal advice",
    "1. Objection",
    "As it was sent: Letters/01 Objection",
    "Subject: We got it, Erika",
    "From: Help <help@example.org>",
    "café at ten",
    "Proof/5 form.pdf",
    "Page 1 of",
    "Added on",
  };
  g_autofree char *folder = NULL, *words = NULL;

  fill (desk);
  folder = desk_save (desk);
  words = desk_read_words (folder);
  for (gsize i = 0; words != NULL && i < G_N_ELEMENTS (expected); i++)
    assert_says (words, expected[i]);
  if (words != NULL)
    g_assert_null (strstr (words, "X-Spam"));
  assert_readable (folder);
  assert_sums (folder, 7);
}

/* A child is named as the person concerned, and who acts for it beside it; the time that the law gave stays in it when an
 * authority has the case. */
static void
test_child (Desk *desk, gconstpointer data)
{
  static const char *const expected[] = {
    "Person concerned (a child) Mia Example Born on 5 March 2014",
    "Acting for the child (parent or guardian) Erika Example Heath Street 17 50667 Köln",
    "Account @mia",
    "Sent on 5 October 2026",
    "Last day for the answer 5 November 2026",
    "State Complained",
    "plus 1 month",
  };
  const VetoStorePerson  person = { .id = (char *) "mia",
                                    .name = (char *) "Mia Example",
                                    .born = (char *) "2014-03-05" };
  const VetoStoreAccount account = { .id = (char *) "of-mia",
                                     .platform = (char *) "facebook",
                                     .login = (char *) "@mia" };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL, *words = NULL;

  veto_store_add_account (desk->store, &person, TRUE, &account, "object", "form", &error);
  g_assert_no_error (error);
  veto_case_book_refresh (desk->book, &error);
  g_assert_no_error (error);
  desk->item = veto_case_book_start_for (desk->book, "of-mia", "object", "form", &error);
  g_assert_no_error (error);
  desk_add_event (desk, VETO_EVENT_SENT, "2026-10-05", NULL);
  desk_add_event (desk, VETO_EVENT_COMPLAINT, "2026-11-20", NULL);
  folder = desk_save (desk);
  words = desk_read_words (folder);
  for (gsize i = 0; words != NULL && i < G_N_ELEMENTS (expected); i++)
    assert_says (words, expected[i]);
}

/* What a screen reader gets: headings, labels with their texts, pictures with their descriptions. */
static void
test_structure (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = NULL, *pdf = NULL, *structure = NULL, *objects = NULL, *info = NULL,
                  *images = NULL;

  fill (desk);
  folder = desk_save (desk);
  pdf = desk_dup_pdf (folder);
  structure = paper_run ("pdfinfo", "-struct-text", pdf, NULL);
  objects = paper_run ("qpdf", "--qdf", "--object-streams=disable", pdf, "-", NULL);
  info = paper_run ("pdfinfo", pdf, NULL);
  images = paper_run ("pdfimages", "-list", pdf, NULL);
  if (structure == NULL || objects == NULL || info == NULL || images == NULL)
    return;
  assert_says (structure, "  H1 (block)\n    \"File for the authority: Facebook\"");
  assert_says (structure, "      Lbl (block)\n        \"Service\"\n"
                          "      LBody (block)\n        P (block)\n          \"Facebook\"");
  g_assert_true (g_regex_match_simple ("Figure.*Figure", structure, G_REGEX_DOTALL, 0));
  assert_says (info, "Tagged:          yes");
  g_assert_null (strstr (info, "Author"));
  g_assert_true (
    g_regex_match_simple ("\\n +[0-9]+ +0 image +[0-9]+ +[0-9]+ +rgb +3 +8 +jpeg", images, 0, 0));
}

/* Each file byte for byte, under a name that says its number. */
static void
test_originals (Desk *desk, gconstpointer data)
{
  static const char *const names[] = { "1 screen.png", "2 letter.jpg", "3 answer.eml", "4 notes.txt",
                                       "5 form.pdf" };
  g_autofree char         *folder = NULL;

  fill (desk);
  folder = desk_save (desk);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, "Proof", names[i], NULL), *content = NULL;
      g_autofree char *id = g_strdup_printf ("proof-%u", i);
      g_autoptr(GBytes) expected = veto_store_read_proof_bytes (desk->store, id, NULL), bytes = NULL;
      struct stat there;
      gsize       n_bytes;

      g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
      bytes = g_bytes_new_take (g_steal_pointer (&content), n_bytes);
      g_assert_true (g_bytes_equal (bytes, expected));
      g_assert_cmpint (stat (path, &there), ==, 0);
      g_assert_cmpint (there.st_mode & 0777, ==, 0600);
    }
}

static GBytes *
make_bomb (void)
{
  /* A PNG of 60,000 times 60,000 pixels, in 33 bytes of head */
  static const guint8 head[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0,    0,    0,
                                 13,   'I',  'H', 'D', 'R',  0,    0,    0xea, 0x60, 0,    0,
                                 0xea, 0x60, 8,   2,   0,    0,    0,    0x6b, 0x5e, 0x5b, 0x0d };
  return g_bytes_new_static (head, sizeof head);
}

static void
test_bad_pictures (Desk *desk, gconstpointer data)
{
  g_autoptr(GBytes) whole = picture_make_screenshot (300, 600, 1);
  g_autofree char *folder = NULL, *words = NULL;

  desk_add_proof (desk, "cut.png", "image/png",
                  g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2));
  desk_add_proof (desk, "bomb.png", "image/png", make_bomb ());
  desk_add_proof (desk, "good.png", "image/png", picture_make_screenshot (300, 600, 2));
  folder = desk_save (desk);
  words = desk_read_words (folder);
  if (words != NULL)
    {
      assert_says (words, "Proof/1 cut.png");
      assert_says (words, "This picture is damaged, so Veto cannot show it here.");
      assert_says (words, "Proof/2 bomb.png");
      assert_says (words, "3. good.png");
    }
  assert_readable (folder);
  assert_sums (folder, 4);
}

/* Names from anybody stay in the folder, and are all there. */
static void
test_hostile_names (Desk *desk, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (300, 'x');
  const char      *names[] = { "../../x",  "CON",         longest,          "a\u202egnp.exe",  "same.txt",
                               "SAME.txt", "/etc/passwd", ".bashrc",        "line\nbreak",     "\\back\\slash",
                               " ",        "-rf",         "\U0001F980.txt", "\u4e2d\u6587.txt" };
  g_autofree char *folder = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    desk_add_proof (desk, names[i], "text/plain", g_bytes_new_static ("x", 1));
  desk_add_event (desk, VETO_EVENT_NOTE, "2026-10-21", "\U0001F980 \u202e\u2066\u12000 \U000e0041");
  folder = desk_save (desk);
  g_assert_cmpuint (desk_count_out (desk), ==, 1);
  assert_readable (folder);
  assert_sums (folder, G_N_ELEMENTS (names) + 1);
}

static void
add_very_many (Desk *desk)
{
  g_autofree char *path = fixture_dup_path (desk->folder, "");
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", 1);
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) INSERT INTO proof "
    "SELECT 'p' || i, '%s', 'note ' || i || '.txt', 'text/plain', '%s', 1, 1793000000 + i, x'78' FROM n",
    veto_case_get_id (desk->item), sha256);

  fixture_run_sql (path, sql);
}

/* 10,000 files: all in the folder, and a sentence on paper instead of most. Rule: security design, 11 (51). */
static void
test_very_many (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = NULL, *words = NULL;

  add_very_many (desk);
  folder = desk_save (desk);
  words = desk_read_words (folder);
  if (words != NULL)
    {
      assert_says (words, "9500 more files are in the folder; SHA256SUMS lists them all.");
      assert_says (words, "Not shown here, because there are too many; it is in the folder.");
    }
  assert_sums (folder, 10001);
}

/* A letter of which another page was kept than Veto writes today: said, not hidden. And a proof that changed, or is gone. */
static void
test_changed (Desk *desk, gconstpointer data)
{
  g_autoptr(GBytes) page = g_bytes_new_static ("%PDF-1.4 another", 16);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_dup_path (desk->folder, ""), *folder = NULL, *words = NULL;
  VetoDossier     *dossier;

  desk_send_letter (desk, "objection", "2026-10-05", page);
  desk_add_proof (desk, "changed.txt", "text/plain", g_bytes_new_static ("x", 1));
  desk_add_proof (desk, "gone.txt", "text/plain", g_bytes_new_static ("x", 1));
  fixture_run_sql (path, "UPDATE proof SET bytes = x'79' WHERE name = 'changed.txt'");
  dossier = desk_describe (desk);
  g_assert_true (veto_store_delete_proof (desk->store, "proof-1", NULL));
  desk_write (desk, dossier, "dossier", 2, &error);
  g_assert_no_error (error);
  folder = g_build_filename (desk->out, "dossier", NULL);
  words = desk_read_words (folder);
  if (words != NULL)
    {
      assert_says (words, "What was sent is the page in the file Letters/01");
      assert_says (words, "these are no longer the bytes that were added");
      assert_says (words, "this file could not be read, so it is missing");
    }
  assert_sums (folder, 3);
}

/* What a complaint asks for stands in the summary, and only then. */
static void
test_wishes (Desk *desk, gconstpointer data)
{
  g_autofree char *first = desk_save (desk), *before = desk_read_words (first), *after = NULL, *folder = NULL;
  g_autoptr(GError) error = NULL;

  desk_send_letter (desk, "complaint", "2026-11-20", NULL);
  desk_write (desk, desk_describe (desk), "second", 2, &error);
  g_assert_no_error (error);
  folder = g_build_filename (desk->out, "second", NULL);
  after = desk_read_words (folder);
  if (before == NULL || after == NULL)
    return;
  g_assert_null (strstr (before, "What the authority is asked for"));
  assert_says (after, "What the authority is asked for");
  assert_says (after, "• to investigate this case");
}

static void
test_cancelled (Desk *desk, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    desk_add_proof (desk, "screen.png", "image/png", picture_make_screenshot (400, 800, i));
  for (guint i = 0; i <= 9; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (desk_write (desk, desk_describe (desk), "dossier", i / 10.0, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (desk_count_out (desk), ==, 0);
    }
}

/* A file for an authority has all of what happened, or is not made. */
static void
test_unread (Desk *desk, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (desk->folder, "");
  VetoStore       *store = fixture_open (desk->folder, VETO_STORE_TOOL);
  g_autoptr(VetoCaseBook) book = veto_case_book_new (store, desk->guidance, NULL);
  g_autoptr(VetoDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  GDate today;

  desk_add_event (desk, VETO_EVENT_NOTE, "2026-11-24", "Called them.");
  fixture_run_sql (path, "ALTER TABLE events RENAME TO gone");
  veto_day_today (&today);
  dossier = veto_dossier_new (veto_case_book_find_id (book, veto_case_get_id (desk->item)), desk->set,
                              desk->store, desk->letters, NULL, NULL, &today, &error);
  g_assert_null (dossier);
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_object (&book);
  fixture_close (store);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer out_pdf)
{
  g_autoptr(GError) error = NULL;

  *(GBytes **) out_pdf = veto_dossier_make_pdf_finish (result, &error);
  g_assert_no_error (error);
}

/* For an e-mail: one file that does not speak of files beside it, and nothing is written. */
static void
test_alone (Desk *desk, gconstpointer data)
{
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *words = NULL, *folder = g_build_filename (desk->out, "alone", NULL);
  g_autofree char *path = g_build_filename (folder, "File for the authority.pdf", NULL);

  desk_add_proof (desk, "screen.png", "image/png", picture_make_screenshot (400, 800, 1));
  veto_dossier_make_pdf_async (desk_describe (desk), NULL, taken_cb, &pdf);
  while (pdf == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (desk_count_out (desk), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (
    g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  words = desk_read_words (folder);
  if (words == NULL)
    return;
  assert_says (words, "The files are not part of this PDF.");
  assert_says (words, "screen.png");
  g_assert_null (strstr (words, "beside this page"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/dossier/words", test_words },
    { "/dossier/child", test_child },
    { "/dossier/structure", test_structure },
    { "/dossier/originals", test_originals },
    { "/dossier/bad-pictures", test_bad_pictures },
    { "/dossier/hostile-names", test_hostile_names },
    { "/dossier/very-many", test_very_many },
    { "/dossier/changed", test_changed },
    { "/dossier/wishes", test_wishes },
    { "/dossier/cancelled", test_cancelled },
    { "/dossier/unread", test_unread },
    { "/dossier/alone", test_alone },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Desk, NULL, desk_set_up, tests[i].test, desk_tear_down);
  return g_test_run ();
}
