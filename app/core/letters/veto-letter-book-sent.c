/* The book of letters keeps what was sent, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-book"

#include "veto-letter-book-private.h"

#include "veto-day.h"
#include "veto-json.h"
#include "veto-letter-prefill.h"

/* What the event says: which letter, to what end (so that a case knows whether this was its own), under which law, and
 * how. */
static char *
describe_event (VetoLetterBook *self, const VetoStoreLetter *row, VetoLetter *letter)
{
  VetoLetterKind *kind = letter != NULL
                           ? veto_letter_get_kind (letter)
                           : veto_guide_set_find_letter (veto_letter_book_get_set (self), row->kind);
  const char     *goal = kind != NULL ? veto_letter_kind_get_goal (kind) : NULL;
  VetoJson        members[4] = {
           { .kind = VETO_JSON_TEXT, .name = "channel", .text = row->channel },
           { .kind = VETO_JSON_TEXT, .name = "letter", .text = row->kind },
  };
  VetoJson object = { .kind = VETO_JSON_OBJECT, .items = members, .n_items = 2 };

  if (goal != NULL)
    members[object.n_items++] = (VetoJson){ .kind = VETO_JSON_TEXT, .name = "goal", .text = goal };
  if (row->regime != NULL)
    members[object.n_items++] = (VetoJson){ .kind = VETO_JSON_TEXT, .name = "regime", .text = row->regime };

  return veto_json_write (&object);
}

/* Returns: (transfer full): the row of a letter that is sent now, with the day that stands on it */
static VetoStoreLetter *
describe_row (VetoSavedLetter *saved, VetoLetter *letter)
{
  const VetoStoreLetter *old = veto_saved_letter_get_row (saved);
  VetoStoreLetter       *row;

  if (letter == NULL || old->sent_day != NULL)
    return veto_store_letter_copy (old);
  row = veto_saved_letter_describe (saved, letter);
  g_free (row->day);
  row->day = veto_day_dup_iso (veto_letter_get_day (letter));
  row->changed = g_get_real_time () / G_USEC_PER_SEC;
  return row;
}

gboolean
veto_letter_book_mark_sent (VetoLetterBook  *self,
                            VetoSavedLetter *saved,
                            VetoLetter      *letter,
                            const GDate     *day,
                            const char      *channel,
                            GBytes          *pdf,
                            GError         **error)
{
  g_autoptr(VetoStoreLetter) row = NULL;
  g_autoptr(GHashTable) values = NULL;
  g_autofree char *data = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);
  g_return_val_if_fail (g_date_valid (day) && channel != NULL, FALSE);

  if (veto_saved_letter_is_deleted (saved))
    return TRUE;
  if (letter != NULL && !veto_saved_letter_check_readable (saved, error))
    return FALSE;
  row = describe_row (saved, letter);
  if (letter != NULL && row->sent_day == NULL)
    {
      values = veto_letter_book_collect (self, saved, letter);
    }
  g_free (row->sent_day);
  g_free (row->channel);
  row->sent_day = veto_day_dup_iso (day);
  row->channel = g_strdup (channel);
  row->has_pdf = pdf != NULL || row->has_pdf;
  data = describe_event (self, row, letter);
  if (!veto_store_mark_letter_sent (veto_letter_book_get_store (self), row, pdf, data, values, error))
    return FALSE;
  veto_saved_letter_take_row (saved, g_steal_pointer (&row));
  veto_letter_book_insert (self, saved);
  return TRUE;
}

gboolean
veto_letter_book_unmark_sent (VetoLetterBook *self, VetoSavedLetter *saved, GError **error)
{
  g_autoptr(VetoStoreLetter) row = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), FALSE);

  if (veto_saved_letter_get_sent_day (saved) == NULL || veto_saved_letter_is_deleted (saved))
    return TRUE;
  if (!veto_store_unmark_letter_sent (veto_letter_book_get_store (self), veto_saved_letter_get_id (saved),
                                      error))
    return FALSE;
  row = veto_store_letter_copy (veto_saved_letter_get_row (saved));
  if (g_strcmp0 (row->day, row->sent_day) == 0)
    g_clear_pointer (&row->day, g_free);
  g_clear_pointer (&row->sent_day, g_free);
  g_clear_pointer (&row->channel, g_free);
  row->has_pdf = FALSE;
  veto_saved_letter_take_row (saved, g_steal_pointer (&row));
  return TRUE;
}

GBytes *
veto_letter_book_read_pdf (VetoLetterBook *self, VetoSavedLetter *saved, GError **error)
{
  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), NULL);

  return veto_store_read_letter_pdf (veto_letter_book_get_store (self), veto_saved_letter_get_id (saved),
                                     error);
}

static void
append_texts (GString *page, const char *json)
{
  g_autoptr(GHashTable) texts = veto_content_read_texts (json, NULL);
  g_autoptr(GList) names = NULL;

  if (texts == NULL) /* the person's words may still be found in it */
    g_string_append_printf (page, "%s\n\n", json);
  else
    names = g_list_sort (g_hash_table_get_keys (texts), (GCompareFunc) g_strcmp0);
  for (GList *at = names; at != NULL; at = at->next)
    g_string_append_printf (page, "%s:\n%s\n\n", (char *) at->data,
                            (char *) g_hash_table_lookup (texts, at->data));
}

char *
veto_letter_book_dup_typed (VetoLetterBook *self, VetoSavedLetter *saved)
{
  GString               *page;
  const VetoStoreLetter *row;
  const char            *recipient;

  g_return_val_if_fail (VETO_IS_LETTER_BOOK (self) && VETO_IS_SAVED_LETTER (saved), NULL);

  page = g_string_new (NULL);
  row = veto_saved_letter_get_row (saved);
  recipient = veto_saved_letter_get_recipient (saved);
  if (recipient != NULL)
    g_string_append_printf (page, "%s\n\n", recipient);
  append_texts (page, row->answers);
  append_texts (page, row->own_text);
  return g_string_free (page, FALSE);
}
