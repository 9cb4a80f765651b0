/* The letters of a case, copied for a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-dossier-private.h"

#define TWO_DIGITS                                                                                           \
  10 /* for the numbers of letters; there are hardly more than 99, and then they have three */

void
veto_dossier_letter_free (gpointer data)
{
  VetoDossierLetter *letter = data;

  g_free (letter->title);
  g_free (letter->words);
  g_clear_object (&letter->document);
  g_free (letter->typed);
  g_clear_pointer (&letter->pdf, g_bytes_unref);
  g_free (letter->file);
  g_free (letter);
}

/* "To Example Ltd · By post · 3 November 2026" */
static char *
dup_words (VetoSavedLetter *saved, const GDate *day)
{
  const char      *recipient = veto_saved_letter_get_recipient (saved);
  const char      *channel = veto_dossier_get_channel_name (veto_saved_letter_get_channel (saved));
  g_autofree char *when = veto_day_dup_display (day);
  GString         *words = g_string_new (NULL);

  if (recipient != NULL)
    /* Translators: %s is who gets the letter */
    g_string_append_printf (words, _ ("To: %s"), recipient);
  g_string_append_c (words, '\n');
  /* Translators: %s is a day */
  g_string_append_printf (words, _ ("Sent on %s"), when);
  if (channel != NULL)
    g_string_append_printf (words, " · %s", channel);
  return g_string_free (words, FALSE);
}

/* What a letter to an authority asks for stands in the list at its end. */
static void
take_wishes (VetoDossier *self, VetoLetter *letter)
{
  g_autoptr(GPtrArray) paragraphs = veto_letter_dup_paragraphs (letter);

  if (veto_letter_kind_get_to (veto_letter_get_kind (letter)) != VETO_LETTER_TO_AUTHORITY)
    return;
  g_ptr_array_set_size (self->wishes, 0); /* the last complaint counts */
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->kind == VETO_PARAGRAPH_HEADING)
        g_ptr_array_set_size (self->wishes, 0);
      else if (paragraph->kind == VETO_PARAGRAPH_ITEM)
        g_ptr_array_add (self->wishes, g_strdup (paragraph->text));
    }
}

static void
take_text (VetoDossier        *self,
           VetoDossierLetter  *letter,
           VetoLetterBook     *book,
           VetoSavedLetter    *saved,
           VetoDossierFindKind find_kind,
           gpointer            data)
{
  g_autoptr(VetoLetterKind) kind =
               find_kind (veto_saved_letter_get_kind (saved), veto_saved_letter_get_language (saved), data);
  g_autoptr(VetoLetter) open = kind != NULL ? veto_letter_book_open (book, saved, kind, NULL, NULL) : NULL;

  if (open != NULL)
    {
      letter->document = veto_letter_is_complete (open) ? veto_letter_to_document (open, NULL) : NULL;
      take_wishes (self, open);
    }
  if (letter->document == NULL)
    letter->typed = veto_letter_book_dup_typed (book, saved);
}

static gboolean
add_letter (VetoDossier        *self,
            VetoLetterBook     *book,
            VetoSavedLetter    *saved,
            VetoDossierFindKind find_kind,
            gpointer            data,
            GError            **error)
{
  VetoDossierLetter *letter = g_new0 (VetoDossierLetter, 1);
  GDate              day;

  g_ptr_array_add (self->letters, letter);
  letter->title = g_strdup (veto_saved_letter_get_title (saved));
  if (!veto_day_parse (veto_saved_letter_get_sent_day (saved), &day))
    veto_day_today (&day); /* the database lets no other than a day in */
  letter->words = dup_words (saved, &day);
  take_text (self, letter, book, saved, find_kind, data);
  if (!veto_saved_letter_has_pdf (saved))
    return TRUE;
  letter->pdf = veto_letter_book_read_pdf (book, saved, error);
  if (letter->pdf != NULL)
    {
      const char      *recipient = veto_saved_letter_get_recipient (saved);
      g_autofree char *name =
        g_strdup_printf ("%s %s %s.pdf", letter->title, veto_saved_letter_get_sent_day (saved),
                         recipient != NULL ? recipient : ""); /* what is cut is the end */

      letter->file = veto_dossier_folder_dup_name (self->letter_folder, self->letters->len, TWO_DIGITS, name);
    }
  return letter->pdf != NULL;
}

static int
compare_sent (gconstpointer a, gconstpointer b)
{
  VetoSavedLetter *first = *(VetoSavedLetter *const *) a, *second = *(VetoSavedLetter *const *) b;

  return g_strcmp0 (veto_saved_letter_get_sent_day (first), veto_saved_letter_get_sent_day (second));
}

gboolean
veto_dossier_add_letters (VetoDossier        *self,
                          VetoLetterBook     *book,
                          const char         *case_id,
                          VetoDossierFindKind find_kind,
                          gpointer            data,
                          GError            **error)
{
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (book)); i > 0; i--) /* the newest is first there */
    {
      g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (book), i - 1);

      if (veto_saved_letter_get_sent_day (saved) != NULL
          && g_strcmp0 (veto_saved_letter_get_case_id (saved), case_id) == 0)
        g_ptr_array_add (sent, g_steal_pointer (&saved));
    }
  g_ptr_array_sort (sent, compare_sent);
  for (guint i = 0; i < sent->len; i++)
    if (!add_letter (self, book, g_ptr_array_index (sent, i), find_kind, data, error))
      return FALSE;
  return TRUE;
}
