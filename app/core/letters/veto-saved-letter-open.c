/* From the store's row to a letter that is written on, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-saved-letter"

#include "veto-saved-letter-private.h"

#include <string.h>

#include "veto-day.h"
#include "veto-letter-private.h"

typedef gboolean (*SetText) (VetoLetter *letter, const char *name, const char *text, GError **error);

/* A text that its question (or the guidance) no longer takes is kept as what was typed. */
static void
set_texts (VetoSavedLetter *self, VetoLetter *letter, GHashTable *texts, const char *prefix, SetText set)
{
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!set (letter, name, text, NULL))
      {
        g_autofree char *draft = g_strconcat (prefix, name, NULL);
        veto_saved_letter_set_draft (self, draft, text);
      }
}

static void
set_party (VetoSavedLetter *self,
           VetoLetter      *letter,
           VetoLetterTo     to,
           const VetoParty *party,
           VetoGuideSet    *set)
{
  gboolean              is_controller = to == VETO_LETTER_TO_CONTROLLER;
  const VetoController *known = NULL;
  g_autoptr(VetoRecipient) present = NULL;
  const VetoRecipient *recipient = party->recipient;

  /* A letter that is not sent goes to where the company is by now; an address typed over it stays. */
  if (is_controller && party->id != NULL && veto_saved_letter_get_sent_day (self) == NULL)
    known = veto_guide_set_find_controller (set, party->id);
  if (known != NULL && recipient != NULL && g_strcmp0 (recipient->name, known->name) != 0)
    known = NULL;
  if (known != NULL)
    recipient = present = veto_recipient_new_for_controller (known);
  veto_saved_letter_set_recipient_id (self, to, party->id);
  veto_saved_letter_set_draft (self, is_controller ? VETO_DRAFT_CONTROLLER : VETO_DRAFT_AUTHORITY,
                               party->typed);
  if (recipient == NULL)
    return;
  if (is_controller)
    veto_letter_set_controller (letter, recipient);
  else
    veto_letter_set_authority (letter, recipient);
}

static void
set_day (VetoLetter *letter, const char *text)
{
  GDate day;

  if (text != NULL && veto_day_parse (text, &day))
    veto_letter_set_day (letter, &day);
}

VetoLetter *
veto_saved_letter_open (VetoSavedLetter *self,
                        VetoLetterKind  *kind,
                        VetoLetterKind  *labels,
                        VetoGuideSet    *set,
                        GError         **error)
{
  const VetoStoreLetter *row = veto_saved_letter_get_row (self);
  g_autoptr(VetoLetter) letter = veto_letter_new (kind, labels);
  g_autoptr(GHashTable) answers = NULL, own_texts = NULL;
  g_autofree char *country = NULL;
  VetoParty        controller, authority;

  if (!veto_saved_letter_check_readable (self, error))
    return NULL;
  answers = veto_content_read_texts (row->answers, NULL);
  own_texts = veto_content_read_texts (row->own_text, NULL);
  veto_content_read_parties (row->recipient, &controller, &authority, NULL);
  country = veto_content_dup_country (row->recipient);

  g_hash_table_remove_all (veto_saved_letter_get_drafts (self));
  set_texts (self, letter, answers, "", veto_letter_set_answer);
  set_texts (self, letter, own_texts, VETO_DRAFT_PARAGRAPH, veto_letter_set_own_text);
  veto_letter_set_country (letter, country);
  set_party (self, letter, VETO_LETTER_TO_CONTROLLER, &controller, set);
  set_party (self, letter, VETO_LETTER_TO_AUTHORITY, &authority, set);
  if (row->regime != NULL)
    veto_letter_set_regime (letter, row->regime, NULL); /* a law that is gone: the first that there is */
  set_day (letter, row->day);
  veto_party_clear (&controller);
  veto_party_clear (&authority);
  return g_steal_pointer (&letter);
}

/* Returns: (transfer full): the texts of @kept, and the drafts of that kind over them */
static GHashTable *
join_texts (VetoSavedLetter *self, GHashTable *kept, gboolean of_paragraphs)
{
  GHashTable    *texts = g_hash_table_new (g_str_hash, g_str_equal); /* borrows all */
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (texts, name, text);
  g_hash_table_iter_init (&iter, veto_saved_letter_get_drafts (self));
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      gboolean is_party = g_str_equal (name, VETO_DRAFT_CONTROLLER)
                          || g_str_equal (name, VETO_DRAFT_AUTHORITY);
      gboolean is_paragraph = g_str_has_prefix (name, VETO_DRAFT_PARAGRAPH);

      if (!is_party && is_paragraph == of_paragraphs)
        g_hash_table_insert (texts, (char *) name + (is_paragraph ? strlen (VETO_DRAFT_PARAGRAPH) : 0), text);
    }
  return texts;
}

/* A party that borrows all it has. */
static VetoParty
describe_party (VetoSavedLetter *self, VetoLetterTo to, const char *draft, VetoRecipient *recipient)
{
  return (VetoParty){ .id = (char *) veto_saved_letter_get_recipient_id (self, to),
                      .typed = (char *) veto_saved_letter_get_draft (self, draft),
                      .recipient = recipient };
}

VetoStoreLetter *
veto_saved_letter_describe (VetoSavedLetter *self, VetoLetter *letter)
{
  const VetoStoreLetter *old = veto_saved_letter_get_row (self);
  g_autoptr(GHashTable) answers = join_texts (self, letter->answers, FALSE);
  g_autoptr(GHashTable) own_texts = join_texts (self, letter->own_texts, TRUE);
  VetoParty controller =
    describe_party (self, VETO_LETTER_TO_CONTROLLER, VETO_DRAFT_CONTROLLER, letter->controller);
  VetoParty authority =
    describe_party (self, VETO_LETTER_TO_AUTHORITY, VETO_DRAFT_AUTHORITY, letter->authority);
  VetoStoreLetter *row = g_new0 (VetoStoreLetter, 1);

  row->id = g_strdup (old->id);
  row->case_id = g_strdup (old->case_id);
  row->kind = g_strdup (veto_letter_kind_get_id (letter->kind));
  row->language = g_strdup (veto_letter_kind_get_language (letter->kind));
  row->regime = g_strdup (letter->regime->id);
  row->recipient = veto_content_write_parties (&controller, &authority, letter->country);
  row->answers = veto_content_write_texts (answers);
  row->own_text = veto_content_write_texts (own_texts);
  /* A letter that is not sent is of the day on which it is looked at, unless somebody chose another. */
  row->day = letter->has_own_day ? veto_day_dup_iso (&letter->day) : NULL;
  row->created = old->created;
  row->changed = old->changed;
  return row;
}

gboolean
veto_saved_letter_is_same (const VetoStoreLetter *left, const VetoStoreLetter *right)
{
  return g_strcmp0 (left->case_id, right->case_id) == 0 && g_strcmp0 (left->kind, right->kind) == 0
         && g_strcmp0 (left->language, right->language) == 0 && g_strcmp0 (left->regime, right->regime) == 0
         && g_strcmp0 (left->recipient, right->recipient) == 0
         && g_strcmp0 (left->answers, right->answers) == 0 && g_strcmp0 (left->own_text, right->own_text) == 0
         && g_strcmp0 (left->day, right->day) == 0;
}
