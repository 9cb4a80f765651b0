/* A dossier on paper: what it says, in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-dossier-private.h"
#include "veto-letter.h"
#include "veto-period.h"

#define MAX_LISTED 500               /* files in the list on paper; SHA256SUMS has all */
#define MAX_LETTER_CHARACTERS 300000 /* of all letters together */
#define BULLET "•"

/* How much there is on paper. Where all of it would be too much, the rest is in the folder. */
typedef enum {
  MEASURE_ALL,
  MEASURE_SHORT, /* without letters, texts and pictures */
} Measure;

static void
add_facts (VetoDocument *document, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const VetoDossierFact *fact = g_ptr_array_index (facts, i);

      veto_document_add_fact (document, fact->label, fact->text);
    }
}

static void
add_deadline (VetoDossier *self, VetoDocument *document)
{
  if (self->deadline == NULL)
    return;
  /* Translators: a heading in a file for an authority, above the sum of a deadline */
  veto_document_add_heading (document, 2, _ ("How the last day was counted"));
  veto_document_add_paragraph (document, self->deadline);
}

static void
add_wishes (VetoDossier *self, VetoDocument *document)
{
  if (self->wishes->len == 0)
    return;
  veto_document_add_heading (document, 2, _ ("What the authority is asked for"));
  for (guint i = 0; i < self->wishes->len; i++)
    veto_document_add_item (document, BULLET, g_ptr_array_index (self->wishes, i));
}

static void
add_timeline (VetoDossier *self, VetoDocument *document)
{
  veto_document_add_heading (document, 2, _ ("What happened"));
  if (self->events->len == 0)
    veto_document_add_paragraph (document, _ ("Nothing was entered yet."));
  add_facts (document, self->events);
  if (self->n_more_events > 0)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("%u more entry is not shown here.", "%u more entries are not shown here.",
                                   self->n_more_events),
                         self->n_more_events);

      veto_document_add_paragraph (document, more);
    }
}

/* Whether Veto writes the same page today, byte for byte: then these are the words that were sent. */
static gboolean
is_as_sent (const VetoDossierLetter *letter)
{
  const char *language = veto_document_get_language (letter->document);
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (letter->document, veto_letter_get_style (language), NULL);
  g_autoptr(GBytes) pdf = paper != NULL ? veto_paper_to_pdf (paper, NULL) : NULL;

  return pdf != NULL && g_bytes_equal (pdf, letter->pdf);
}

static char *
dup_letter_remark (const VetoDossierLetter *letter)
{
  if (letter->pdf == NULL)
    return g_strdup (
      _ ("Veto did not keep the page as it was sent. These are the words as Veto writes them today, from "
         "what was entered."));
  if (letter->document != NULL && is_as_sent (letter))
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("As it was sent: %s"), letter->file);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (_ ("What was sent is the page in the file %s. The words below are as Veto writes "
                             "them today, from "
                             "what was entered; single words can be others."),
                          letter->file);
}

static void
add_letter (VetoDocument *document, const VetoDossierLetter *letter, guint number, gboolean in_full)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, letter->title);
  g_autofree char *remark = dup_letter_remark (letter);

  if (in_full && number > 1)
    veto_document_add_page_break (document);
  veto_document_add_heading (document, 3, heading);
  veto_document_add_paragraph (document, letter->words);
  if (in_full)
    {
      veto_document_add_note (document, remark);
      veto_document_set_depth (document, 1);
      if (letter->document != NULL)
        veto_document_add_letter (document, letter->document);
      else
        veto_document_add_paragraph (document, letter->typed);
      veto_document_set_depth (document, 0);
    }
  else if (letter->file != NULL)
    veto_document_add_note (document, letter->file);
}

static gsize
measure_letter (const VetoDossierLetter *letter)
{
  g_autofree char *text = letter->document != NULL ? veto_document_to_text (letter->document, 80)
                                                   : g_strdup (letter->typed);

  return text != NULL ? strlen (text) : 0;
}

static void
add_letters (VetoDossier *self, VetoDocument *document, Measure measure)
{
  gsize n_characters = 0;

  if (self->letters->len == 0)
    return;
  veto_document_add_page_break (document);
  veto_document_add_heading (document, 2, _ ("Letters that were sent"));
  for (guint i = 0; i < self->letters->len; i++)
    {
      const VetoDossierLetter *letter = g_ptr_array_index (self->letters, i);

      n_characters += measure_letter (letter);
      add_letter (document, letter, i + 1, measure == MEASURE_ALL && n_characters < MAX_LETTER_CHARACTERS);
    }
}

static void
add_proof (VetoDocument *document, const VetoDossierProof *proof, guint number)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, proof->row->name);
  /* Translators: %s is a day */
  g_autofree char *added = g_strdup_printf (_ ("Added on %s"), proof->day);
  /* Translators: what is to be seen on a picture, for a screen reader; %s is the name of its file */
  g_autofree char *description = g_strdup_printf (_ ("Picture of the file %s"), proof->row->name);

  veto_document_add_heading (document, 3, heading);
  if (proof->picture != NULL)
    veto_document_add_picture (document, proof->picture, description);
  if (proof->text != NULL)
    {
      veto_document_set_depth (document, 1);
      veto_document_add_note (document, proof->text);
      veto_document_set_depth (document, 0);
    }
  veto_document_add_note (document, added);
  if (proof->remark != NULL)
    veto_document_add_note (document, proof->remark);
}

static gboolean
is_shown (const VetoDossierProof *proof, Measure measure)
{
  return measure == MEASURE_ALL && (proof->picture != NULL || proof->text != NULL);
}

static void
add_all_proof (VetoDossier *self, VetoDocument *document, Measure measure)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < self->proof->len; i++)
    {
      const VetoDossierProof *proof = g_ptr_array_index (self->proof, i);

      if (!is_shown (proof, measure))
        continue;
      if (!has_heading)
        {
          veto_document_add_page_break (document);
          veto_document_add_heading (document, 2, _ ("Proof"));
        }
      has_heading = TRUE;
      add_proof (document, proof, i + 1);
    }
}

/* In small type, where all of it fits on one line */
static void
add_sum (VetoDocument *document, const VetoDossierFile *file)
{
  g_autofree char *words = g_strdup_printf ("SHA-256: %s", file->sha256);

  veto_document_set_depth (document, 1);
  veto_document_add_note (document, words);
  veto_document_set_depth (document, 0);
}

/* What cannot be seen above says here why. */
static void
list_proof (VetoDossier *self, VetoDocument *document, GHashTable *files, Measure measure)
{
  for (guint i = 0; i < MIN (self->proof->len, MAX_LISTED); i++)
    {
      const VetoDossierProof *proof = g_ptr_array_index (self->proof, i);
      const VetoDossierFile  *file = proof->is_there ? g_hash_table_lookup (files, proof->file) : NULL;
      g_autofree char        *marker = g_strdup_printf ("%u.", i + 1);
      g_autofree char        *size =
        g_format_size (file != NULL ? (guint64) file->size : (guint64) proof->row->size);
      g_autoptr(GString) words = g_string_new (proof->file);

      g_string_append_c (words, '\n');
      /* Translators: of a file: how large it is, and the day on which it was added */
      g_string_append_printf (words, _ ("%1$s, added on %2$s"), size, proof->day);
      if (proof->remark != NULL && !is_shown (proof, measure))
        g_string_append_printf (words, "\n%s", proof->remark);
      veto_document_add_item (document, marker, words->str);
      if (file != NULL)
        add_sum (document, file);
    }
}

static void
list_letters (VetoDossier *self, VetoDocument *document, GHashTable *files)
{
  for (guint i = 0; i < MIN (self->letters->len, MAX_LISTED); i++)
    {
      const VetoDossierLetter *letter = g_ptr_array_index (self->letters, i);
      const VetoDossierFile   *file = letter->file != NULL ? g_hash_table_lookup (files, letter->file) : NULL;
      g_autofree char         *size = NULL, *words = NULL;

      if (file == NULL)
        continue;
      size = g_format_size ((guint64) file->size);
      words = g_strdup_printf ("%s\n%s", file->name, size);
      veto_document_add_item (document, BULLET, words);
      add_sum (document, file);
    }
}

static void
add_list (VetoDossier *self, VetoDocument *document, VetoDossierFolder *folder, Measure measure)
{
  g_autoptr(GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_more = self->proof->len - MIN (self->proof->len, MAX_LISTED);

  for (guint i = 0; i < folder->files->len; i++)
    {
      VetoDossierFile *file = g_ptr_array_index (folder->files, i);

      g_hash_table_insert (files, file->name, file);
    }
  veto_document_add_page_break (document);
  veto_document_add_heading (document, 2, _ ("List of all files"));
  if (folder->target != NULL)
    veto_document_add_paragraph (
      document,
      _ ("The files lie in the folder beside this page, as they were added. A file with the same SHA-256 "
         "is the same file, byte for byte. “sha256sum -c SHA256SUMS” compares all of them."));
  else
    veto_document_add_paragraph (
      document,
      _ ("The files are not part of this PDF. The person concerned has them as they were added, and can "
         "hand them in. A file with the same SHA-256 is the same file, byte for byte."));
  if (folder->files->len == 0)
    veto_document_add_paragraph (document, _ ("There are no other files."));
  list_letters (self, document, files);
  list_proof (self, document, files, measure);
  if (n_more > 0 && folder->target != NULL)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("%u more file is in the folder; SHA256SUMS lists it.",
                                   "%u more files are in the folder; SHA256SUMS lists them all.", n_more),
                         n_more);

      veto_document_add_paragraph (document, words);
    }
}

static VetoDocument *
write_document (VetoDossier *self, VetoDossierFolder *folder, Measure measure)
{
  VetoDocument *document = veto_document_new (self->title, self->language);

  veto_document_add_heading (document, 1, self->title);
  add_facts (document, self->facts);
  if (measure == MEASURE_SHORT)
    veto_document_add_paragraph (
      document, folder->target != NULL
                  ? _ ("There is too much in this case to print all of it. Letters, "
                       "pictures and texts "
                       "are in the folder beside this page.")
                  : _ ("There is too much in this case to print all of it. The person concerned "
                       "has letters, pictures and texts, and can hand them in."));
  add_wishes (self, document);
  add_timeline (self, document);
  add_deadline (self, document);
  add_letters (self, document, measure);
  add_all_proof (self, document, measure);
  add_list (self, document, folder, measure);
  return document;
}

GBytes *
veto_dossier_to_pdf (VetoDossier *self, VetoDossierFolder *folder, GError **error)
{
  g_autoptr(GError) too_long = NULL;
  g_autoptr(VetoDocument) document = write_document (self, folder, MEASURE_ALL);
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, VETO_PAPER_DOSSIER, &too_long);

  if (paper == NULL && g_error_matches (too_long, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG))
    {
      g_clear_object (&document);
      document = write_document (self, folder, MEASURE_SHORT);
      paper = veto_paper_lay_out (document, VETO_PAPER_DOSSIER, error);
    }
  else if (paper == NULL)
    g_propagate_error (error, g_steal_pointer (&too_long));
  return paper != NULL ? veto_paper_to_pdf (paper, error) : NULL;
}
