/* The words are the product: every letter that Veto ships, as text, for each law and each answer, so that a change is seen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/support/letters-golden BUILD writes the files anew. */
#include <string.h>

#include "letter-fixture.h"

#define WIDTH 72
#define COMMAND "tests/support/letters-golden build"

/* One kind in one language, while its text is made */
typedef struct
{
  VetoGuideSet *set;
  const char   *kind;
  const char   *regime;
  GHashTable   *least; /* paragraphs that stand in the letter anyway: id to text */
  GHashTable   *shown; /* ids of all that have been seen */
  GString      *out;
} Book;

static const char *const languages[] = { "en", "de" };

static VetoLetter *
make_letter (const Book *book)
{
  VetoLetter *letter = letter_fixture_new (book->set, book->kind);

  letter_fixture_answer_required (letter);
  g_assert_true (veto_letter_set_regime (letter, book->regime, NULL));
  return letter;
}

static void
add_whole (Book *book, VetoLetter *letter, const char *about)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_letter_to_document (letter, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = veto_document_to_text (document, WIDTH);
  g_string_append_printf (book->out, "======== %s: %s\n\n%s\n", book->regime, about, text);
}

static void
see_paragraphs (Book *book, VetoLetter *letter, GHashTable *texts)
{
  g_autoptr(GPtrArray) paragraphs = veto_letter_dup_paragraphs (letter);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];

      g_assert_cmpuint (paragraph->n_missing, ==, 0);
      g_assert_false (paragraph->is_own);
      g_hash_table_add (book->shown, g_strdup (paragraph->id));
      if (texts != NULL)
        g_hash_table_insert (texts, g_strdup (paragraph->id), g_strdup (paragraph->text));
    }
}

static gboolean
stands (const GPtrArray *paragraphs, const char *id)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (g_str_equal (((const VetoLetterParagraph *) paragraphs->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
add_gone (Book *book, VetoLetter *letter, const GPtrArray *paragraphs)
{
  guint                n_described;
  const VetoParagraph *described =
    veto_letter_kind_get_paragraphs (veto_letter_get_kind (letter), &n_described);

  for (guint i = 0; i < n_described; i++)
    if (g_hash_table_contains (book->least, described[i].id) && !stands (paragraphs, described[i].id))
      g_string_append_printf (book->out, "%s: gone\n", described[i].id);
}

/* What one answer more changes */
static void
add_change (Book *book, const char *field, const char *answer, const char *about)
{
  g_autoptr(VetoLetter) letter = make_letter (book);
  g_autoptr(GPtrArray) paragraphs = NULL;

  letter_fixture_answer (letter, field, answer);
  see_paragraphs (book, letter, NULL);
  paragraphs = veto_letter_dup_paragraphs (letter);
  g_string_append_printf (book->out, "-------- %s: with %s\n", book->regime, about);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];

      if (g_strcmp0 (g_hash_table_lookup (book->least, paragraph->id), paragraph->text) != 0)
        g_string_append_printf (book->out, "%s: %s\n", paragraph->id, paragraph->text);
    }
  add_gone (book, letter, paragraphs);
  g_string_append_c (book->out, '\n');
}

static void
add_changes (Book *book, const VetoField *field)
{
  if (field->kind != VETO_FIELD_CHOICES)
    {
      if (!field->required)
        add_change (book, field->id, letter_fixture_get_answer (field), field->id);
      return;
    }
  for (guint i = 0; i < field->n_choices; i++)
    {
      g_autofree char *about = g_strdup_printf ("%s.%s", field->id, field->choices[i].id);
      add_change (book, field->id, field->choices[i].id, about);
    }
}

static void
answer_all (VetoLetter *letter, const VetoField *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr(GString) ids = g_string_new (NULL);

      for (guint k = 0; k < fields[i].n_choices; k++)
        g_string_append_printf (ids, "%s,", fields[i].choices[k].id);
      letter_fixture_answer (letter, fields[i].id,
                             fields[i].n_choices > 0 ? ids->str : letter_fixture_get_answer (&fields[i]));
    }
}

static void
add_regime (Book *book, const VetoField *fields, guint n_fields)
{
  g_autoptr(VetoLetter) least = make_letter (book);
  g_autoptr(VetoLetter) most = make_letter (book);

  g_hash_table_remove_all (book->least);
  see_paragraphs (book, least, book->least);
  add_whole (book, least, "nothing but what is needed");
  answer_all (most, fields, n_fields);
  see_paragraphs (book, most, NULL);
  add_whole (book, most, "everything");
  for (guint i = 0; i < n_fields; i++)
    add_changes (book, &fields[i]);
}

static char *
make_text (VetoGuideSet *set, VetoLetterKind *kind)
{
  Book  book = { .set = set, .kind = veto_letter_kind_get_id (kind), .out = g_string_new (NULL) };
  guint n_regimes, n_fields, n_paragraphs;
  const VetoLetterRegime *regimes = veto_letter_kind_get_regimes (kind, &n_regimes);
  const VetoField        *fields = veto_letter_kind_get_fields (kind, &n_fields);
  const VetoParagraph    *paragraphs = veto_letter_kind_get_paragraphs (kind, &n_paragraphs);

  book.least = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_regimes; i++)
    {
      book.regime = regimes[i].id;
      add_regime (&book, fields, n_fields);
    }
  for (guint i = 0; i < n_paragraphs; i++)
    if (!g_hash_table_contains (book.shown, paragraphs[i].id))
      g_error ("%s: no answer of the test shows the paragraph %s; add one to test-golden.c", book.kind,
               paragraphs[i].id);
  g_hash_table_unref (book.least);
  g_hash_table_unref (book.shown);
  return g_string_free (book.out, FALSE);
}

static void
show_difference (const char *golden, const char *text)
{
  g_autoptr(Folder) folder = guidance_trees_make_folder ();
  g_autofree char *actual = g_build_filename (folder, "now.txt", NULL);
  g_autofree char *difference = NULL;
  const char      *command[] = { "diff", "-u", golden, actual, NULL };

  g_assert_true (g_file_set_contents (actual, text, -1, NULL));
  if (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &difference, NULL, NULL,
                    NULL))
    g_test_message ("%s\nIf this is meant, run " COMMAND " and review what it changed.", difference);
}

static void
test_kind (gconstpointer data)
{
  g_auto(GStrv) parts = g_strsplit (data, " ", 2); /* kind and language */
  g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, parts[1]);
  VetoLetterKind  *kind = veto_guide_set_find_letter (set, parts[0]);
  g_autofree char *name = g_strdup_printf ("%s.%s.txt", parts[0], parts[1]);
  g_autofree char *golden = g_build_filename (g_getenv ("VETO_TEST_LETTERS"), name, NULL);
  g_autofree char *text = make_text (set, kind);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (veto_letter_kind_get_language (kind), ==, parts[1]);
  if (g_getenv ("VETO_WRITE_LETTERS") != NULL)
    g_assert_true (g_file_set_contents (golden, text, -1, NULL));
  if (!g_file_get_contents (golden, &expected, NULL, NULL))
    g_error ("%s is missing: run " COMMAND, golden);
  if (!g_str_equal (text, expected))
    {
      show_difference (golden, text);
      g_test_fail_printf ("%s is not what the letter says now", name);
    }
}

/* A file of a letter that is gone would look as if it were tested. */
static void
test_no_other_files (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, "en");
  g_autoptr(GDir) dir = g_dir_open (g_getenv ("VETO_TEST_LETTERS"), 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (name, ".", -1);

      g_test_message ("%s", name);
      g_assert_nonnull (veto_guide_set_find_letter (set, parts[0]));
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr(VetoGuideSet) set = NULL;

  g_test_init (&argc, &argv, NULL);
  set = letter_fixture_load (TRUE, "en");
  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        const char      *id = veto_letter_kind_get_id (veto_guide_set_get_letter (set, i));
        g_autofree char *name = g_strdup_printf ("/letters/golden/%s/%s", id, languages[k]);

        g_test_add_data_func_full (name, g_strdup_printf ("%s %s", id, languages[k]), test_kind, g_free);
      }
  g_test_add_func ("/letters/golden/no-other-files", test_no_other_files);
  return g_test_run ();
}
