/* The book of letters writes: the store first, then the objects.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-book"

#include "veto-config.h"

#include "veto-letter-book-private.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-letter-prefill.h"

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The newest letter comes first, also after the clock was set back. */
static gint64
choose_created (VetoLetterBook *self)
{
  g_autoptr(VetoSavedLetter) newest = g_list_model_get_item (G_LIST_MODEL (self), 0);

  return newest != NULL ? MAX (get_now (), veto_saved_letter_get_created (newest) + 1) : get_now ();
}

VetoSavedLetter *
veto_letter_book_start (VetoLetterBook *self, const char *kind, const char *case_id)
{
  VetoStoreLetter *row;
  VetoGuideSet    *set;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && kind != NULL, NULL);

  set = veto_letter_book_get_set (self);
  row = g_new0 (VetoStoreLetter, 1);
  row->id = g_uuid_string_random ();
  row->case_id = g_strdup (case_id);
  row->kind = g_strdup (kind);
  row->language = g_strdup (veto_guide_set_get_language (set));
  row->recipient = g_strdup ("{}");
  row->answers = g_strdup ("{}");
  row->own_text = g_strdup ("{}");
  row->created = row->changed = choose_created (self);
  return veto_saved_letter_new (row, FALSE, set);
}

VetoLetter *
veto_letter_book_open (VetoLetterBook  *self,
                       VetoSavedLetter *saved,
                       VetoLetterKind  *kind,
                       VetoLetterKind  *labels,
                       GError         **error)
{
  g_autoptr(VetoLetter) letter = NULL;
  VetoGuideSet *set;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), NULL);
  g_return_val_if_fail (g_strcmp0 (veto_letter_kind_get_id (kind), veto_saved_letter_get_kind (saved)) == 0,
                        NULL);

  set = veto_letter_book_get_set (self);
  letter = veto_saved_letter_open (saved, kind, labels, set, error);
  if (letter == NULL || veto_saved_letter_is_kept (saved))
    return g_steal_pointer (&letter);
  if (!veto_letter_prefill (letter, saved, veto_letter_book_get_store (self), set, error))
    return NULL;
  veto_saved_letter_set_draft_row (saved, veto_saved_letter_describe (saved, letter));
  return g_steal_pointer (&letter);
}

void
veto_letter_book_fill (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter, GHashTable *answers)
{
  GHashTableIter iter;
  gpointer       field, answer;

  g_return_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_LETTER (letter));
  g_return_if_fail (VETO_IS_SAVED_LETTER (saved) && !veto_saved_letter_is_kept (saved));

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &field, &answer))
    if (veto_letter_kind_find_field (veto_letter_get_kind (letter), field) != NULL
        && veto_letter_get_answer (letter, field) == NULL)
      veto_letter_set_answer (letter, field, answer, NULL);
  veto_saved_letter_set_draft_row (saved, veto_saved_letter_describe (saved, letter));
}

static gboolean
refuse_sent (GError **error)
{
  g_set_error_literal (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE,
                       _ (
                         "This letter was sent. It stays as it was sent; make a copy to write another one."));
  return FALSE;
}

GHashTable *
veto_letter_book_collect (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter)
{
  const VetoStoreLetter *row = veto_saved_letter_get_row (saved);
  g_autoptr(GHashTable) before = veto_content_read_texts (row->answers, NULL);
  g_autofree char *country_before = veto_content_dup_country (row->recipient);
  g_autoptr(VetoStoreCase) known = NULL;

  if (row->case_id != NULL)
    known = veto_store_read_case (veto_letter_book_get_store (self), row->case_id, NULL);
  return veto_letter_collect_values (letter, before, country_before,
                                     known != NULL && veto_letter_is_for_ward (letter, known));
}

gboolean
veto_letter_book_save (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter, GError **error)
{
  g_autoptr(VetoStoreLetter) row = NULL;
  g_autoptr(GHashTable) values = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);
  g_return_val_if_fail (VETO_IS_LETTER (letter), FALSE);

  row = veto_saved_letter_describe (saved, letter);
  if (veto_saved_letter_is_deleted (saved)
      || veto_saved_letter_is_same (row, veto_saved_letter_get_row (saved)))
    return TRUE;
  if (veto_saved_letter_get_sent_day (saved) != NULL)
    return refuse_sent (error);
  if (!veto_saved_letter_check_readable (saved, error))
    return FALSE;

  values = veto_letter_book_collect (self, saved, letter);
  row->changed = get_now ();
  if (!veto_store_set_letter (veto_letter_book_get_store (self), row, values, error))
    return FALSE;
  veto_saved_letter_take_row (saved, g_steal_pointer (&row));
  veto_letter_book_insert (self, saved);
  return TRUE;
}

gboolean
veto_letter_book_has_news (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter)
{
  g_autoptr(VetoStoreLetter) row = NULL;

  g_return_val_if_fail (VETO_IS_SAVED_LETTER (saved) && VETO_IS_LETTER (letter), FALSE);

  row = veto_saved_letter_describe (saved, letter);
  return !veto_saved_letter_is_deleted (saved)
         && !veto_saved_letter_is_same (row, veto_saved_letter_get_row (saved));
}

void
veto_letter_book_forget_news (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter)
{
  g_return_if_fail (VETO_IS_SAVED_LETTER (saved) && VETO_IS_LETTER (letter));

  if (!veto_saved_letter_is_kept (saved))
    veto_saved_letter_set_draft_row (saved, veto_saved_letter_describe (saved, letter));
}

VetoSavedLetter *
veto_letter_book_duplicate (VetoLetterBook *self, VetoSavedLetter *saved, GError **error)
{
  g_autoptr(VetoStoreLetter) row = NULL;
  g_autoptr(VetoSavedLetter) copy = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), NULL);

  if (!veto_saved_letter_check_readable (saved, error))
    return NULL;
  row = veto_store_letter_copy (veto_saved_letter_get_row (saved));
  g_free (row->id);
  row->id = g_uuid_string_random ();
  g_clear_pointer (&row->day, g_free);
  g_clear_pointer (&row->sent_day, g_free);
  g_clear_pointer (&row->channel, g_free);
  row->has_pdf = FALSE;
  row->created = row->changed = choose_created (self);
  if (!veto_store_set_letter (veto_letter_book_get_store (self), row, NULL, error))
    return NULL;
  copy = veto_saved_letter_new (g_steal_pointer (&row), TRUE, veto_letter_book_get_set (self));
  veto_letter_book_insert (self, copy);
  return copy; /* the book holds it */
}

gboolean
veto_letter_book_delete (VetoLetterBook *self, VetoSavedLetter *saved, GError **error)
{
  g_autoptr(VetoSavedLetter) held = NULL;
  g_autoptr(GBytes) pdf = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);

  if (!veto_saved_letter_is_kept (saved))
    return TRUE;
  if (!veto_store_delete_letter (veto_letter_book_get_store (self), veto_saved_letter_get_id (saved), &pdf,
                                 error))
    return FALSE;
  held = g_object_ref (saved);
  veto_saved_letter_set_deleted (saved, TRUE, pdf);
  veto_letter_book_remove (self, saved);
  return TRUE;
}

gboolean
veto_letter_book_undelete (VetoLetterBook *self, VetoSavedLetter *saved, GError **error)
{
  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);

  if (!veto_saved_letter_is_deleted (saved))
    return TRUE;
  if (!veto_store_restore_letter (veto_letter_book_get_store (self), veto_saved_letter_get_row (saved),
                                  veto_saved_letter_get_deleted_pdf (saved), error))
    return FALSE;
  veto_saved_letter_set_deleted (saved, FALSE, NULL);
  veto_letter_book_insert (self, saved);
  return TRUE;
}

gboolean
veto_letter_book_set_case (VetoLetterBook *self, VetoSavedLetter *saved, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) row = NULL;
  g_autoptr(VetoStoreCase) known = NULL;
  VetoStore *store;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);

  store = veto_letter_book_get_store (self);
  if (g_strcmp0 (veto_saved_letter_get_case_id (saved), case_id) == 0)
    return TRUE;
  if (veto_saved_letter_get_sent_day (saved) != NULL)
    return refuse_sent (error);
  if (case_id != NULL && (known = veto_store_read_case (store, case_id, error)) == NULL)
    return FALSE;
  row = veto_store_letter_copy (veto_saved_letter_get_row (saved));
  g_free (row->case_id);
  row->case_id = g_strdup (case_id);
  if (!veto_saved_letter_is_kept (saved))
    {
      veto_saved_letter_set_draft_row (saved, g_steal_pointer (&row));
      return TRUE;
    }
  row->changed = get_now ();
  if (!veto_store_set_letter (store, row, NULL, error))
    return FALSE;
  veto_saved_letter_take_row (saved, g_steal_pointer (&row));
  return TRUE;
}
