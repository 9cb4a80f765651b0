/* A letter as a document: what stands where. How it looks is for paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-config.h"

#include "veto-letter-private.h"

#include <glib/gi18n-lib.h>

static void
free_paragraph (gpointer data)
{
  VetoLetterParagraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph);
}

/* Returns: (transfer full) (nullable): %NULL when it is left out, or its words cannot be filled */
static VetoLetterParagraph *
dup_paragraph (VetoLetter *self, const VetoParagraph *described)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new ();
  const char          *own = g_hash_table_lookup (self->own_texts, described->id);
  char                *text = own != NULL ? g_strdup (own) : veto_letter_fill (self, described, missing);
  VetoLetterParagraph *paragraph;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return NULL;
    }
  paragraph = g_new0 (VetoLetterParagraph, 1);
  paragraph->id = described->id;
  paragraph->kind = described->kind;
  paragraph->text = text;
  paragraph->is_own = own != NULL;
  paragraph->n_missing = missing->len;
  return paragraph;
}

GPtrArray *
veto_letter_dup_paragraphs (VetoLetter *self)
{
  GPtrArray           *result = g_ptr_array_new_with_free_func (free_paragraph);
  guint                n_paragraphs;
  const VetoParagraph *paragraphs = veto_letter_kind_get_paragraphs (self->kind, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    if (veto_letter_shows (self, &paragraphs[i]))
      {
        VetoLetterParagraph *paragraph = dup_paragraph (self, &paragraphs[i]);
        if (paragraph != NULL)
          g_ptr_array_add (result, paragraph);
      }
  return result;
}

static const char *
find_subject (const GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];
      if (paragraph->kind == VETO_PARAGRAPH_SUBJECT)
        return paragraph->text;
    }
  return NULL;
}

char *
veto_letter_dup_subject (VetoLetter *self)
{
  g_autoptr(GPtrArray) paragraphs = NULL;

  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  paragraphs = veto_letter_dup_paragraphs (self);
  return g_strdup (find_subject (paragraphs));
}

/* The answer, or a mark where a required one is missing. Returns: (transfer full) (nullable) */
static char *
dup_head_value (VetoLetter *self, const char *id)
{
  const VetoField *field = veto_letter_kind_find_field (self->kind, id);
  const char      *answer = g_hash_table_lookup (self->answers, id);

  if (answer != NULL)
    return g_strdup (answer);
  return field != NULL && field->required ? g_strdup_printf ("[%s]", field->blank) : NULL;
}

/* @last: (nullable): behind them. Returns: (transfer full): the lines of @text, with @between */
static char *
join_lines (const char *first, const char *text, const char *last, const char *between)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  GString *out = g_string_new (first);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? between : "", lines[i]);
  if (last != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? between : "", last);
  return g_string_free (out, FALSE);
}

static void
add_sender (VetoLetter *self, VetoDocument *document)
{
  g_autofree char *name = dup_head_value (self, "name");
  g_autofree char *address = dup_head_value (self, "address");
  g_autofree char *email = dup_head_value (self, "email");
  g_autofree char *lines = join_lines (NULL, address, email, "\n");
  g_autofree char *return_line = join_lines (name, address, NULL, " · ");

  veto_document_set_sender (document, name, lines);
  if (address != NULL)
    veto_document_set_return_line (document, return_line);
}

/* Returns: (transfer full): street, town, and the country where the post has to know it */
static char *
dup_street (VetoLetter *self, const VetoRecipient *recipient)
{
  g_auto(GStrv) lines = g_strdupv (recipient->lines);
  guint n_lines = g_strv_length (lines);

  if (recipient->country != NULL && g_strcmp0 (recipient->country, self->country) == 0 && n_lines > 0)
    g_clear_pointer (&lines[n_lines - 1], g_free);
  return g_strjoinv ("\n", lines);
}

static void
add_recipient (VetoLetter *self, VetoDocument *document)
{
  const VetoRecipient   *recipient = veto_letter_get_recipient (self);
  const VetoLetterWords *words = veto_letter_kind_get_words (self->kind);
  gboolean               to_authority = veto_letter_kind_get_to (self->kind) == VETO_LETTER_TO_AUTHORITY;
  g_autofree char       *text = NULL;
  g_autofree char       *street = NULL;

  if (recipient == NULL)
    text = g_strdup_printf ("[%s]", to_authority ? words->blank_authority : words->blank_controller);
  else
    {
      street = dup_street (self, recipient);
      text = join_lines (recipient->name, street, *street == '\0' ? recipient->email : NULL, "\n");
    }
  veto_document_set_recipient (document, text);
}

static void
add_references (VetoLetter *self, VetoDocument *document)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (self->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *answer = g_hash_table_lookup (self->answers, fields[i].id);

      if (fields[i].kind == VETO_FIELD_REFERENCE && answer != NULL)
        veto_document_add_reference (document, fields[i].label, answer);
    }
}

static void
add_body (VetoDocument *document, const GPtrArray *paragraphs)
{
  guint n_items = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];
      g_autofree char           *marker = NULL;

      n_items = paragraph->kind == VETO_PARAGRAPH_ITEM ? n_items + 1 : 0;
      marker = g_strdup_printf ("%u.", n_items);
      if (paragraph->kind == VETO_PARAGRAPH_ITEM)
        veto_document_add_item (document, marker, paragraph->text);
      else if (paragraph->kind == VETO_PARAGRAPH_HEADING)
        veto_document_add_heading (document, 2, paragraph->text);
      else if (paragraph->kind == VETO_PARAGRAPH_TEXT)
        veto_document_add_paragraph (document, paragraph->text);
    }
}

static void
add_enclosures (VetoDocument *document, const GPtrArray *paragraphs, const char *title)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->kind != VETO_PARAGRAPH_ENCLOSURE)
        continue;
      if (!titled)
        veto_document_add_note (document, title);
      titled = TRUE;
      veto_document_add_note (document, paragraph->text);
    }
}

VetoDocument *
veto_letter_to_preview (VetoLetter *self)
{
  const VetoLetterWords *words;
  g_autoptr(GPtrArray) paragraphs = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  VetoDocument    *document;
  const char      *subject;

  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  words = veto_letter_kind_get_words (self->kind);
  paragraphs = veto_letter_dup_paragraphs (self);
  day = veto_letter_dup_place_day (self);
  name = dup_head_value (self, "name");
  subject = find_subject (paragraphs);

  document = veto_document_new (subject != NULL ? subject : veto_letter_kind_get_title (self->kind),
                                veto_letter_kind_get_language (self->kind));
  veto_document_set_page_words (document, words->page);
  add_sender (self, document);
  add_recipient (self, document);
  add_references (self, document);
  veto_document_set_date_line (document, day);
  veto_document_set_subject (document, subject);
  veto_document_add_paragraph (document, words->salutation);
  add_body (document, paragraphs);
  veto_document_add_signature (document, words->closing, name);
  add_enclosures (document, paragraphs, words->enclosures);
  return document;
}

/* Words with a placeholder that nothing can fill must not be left out in silence, and never be sent as they are. */
static gboolean
check_words (VetoLetter *self, GError **error)
{
  guint                n_paragraphs;
  const VetoParagraph *paragraphs = veto_letter_kind_get_paragraphs (self->kind, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *text = veto_letter_fill (self, &paragraphs[i], NULL);

      if (text == NULL)
        {
          g_set_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_WORDS,
                       "letters/%s/%s.text: a placeholder that cannot be filled",
                       veto_letter_kind_get_id (self->kind), paragraphs[i].id);
          return FALSE;
        }
    }
  return TRUE;
}

VetoDocument *
veto_letter_to_document (VetoLetter *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);

  if (!veto_letter_is_complete (self))
    {
      g_auto(GStrv) missing = veto_letter_dup_missing (self);
      g_autofree char *list = g_strjoinv (", ", missing);

      /* Translators: %s is a list of questions, such as "Your name, Your account" */
      g_set_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_MISSING, _ ("The letter still needs: %s."),
                   list);
      return NULL;
    }
  return check_words (self, error) ? veto_letter_to_preview (self) : NULL;
}

VetoPaperStyle
veto_letter_get_style (const char *language)
{
  return g_str_has_prefix (language, "de") ? VETO_PAPER_DIN_5008 : VETO_PAPER_LETTER;
}
