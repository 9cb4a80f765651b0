/* Letters that belong to a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-letter"

#include "veto-case-letter.h"

#include "veto-case-deadline.h"
#include "veto-case-sending.h"
#include "veto-day.h"

/* Ids of letters, questions and choices; public, as docs/letters.md says. */
#define LETTER_REMINDER "reminder"
#define OUTCOME "outcome"

VetoSavedLetter *
veto_case_letter_find_draft (VetoLetterBook *letters, const char *kind, VetoCase *item)
{
  VetoSavedLetter *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (letters)); i++)
    {
      g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (letters), i);

      if (veto_saved_letter_get_sent_day (saved) == NULL && veto_saved_letter_is_readable (saved)
          && g_strcmp0 (veto_saved_letter_get_kind (saved), kind) == 0
          && g_strcmp0 (veto_saved_letter_get_case_id (saved), veto_case_get_id (item)) == 0
          && (found == NULL || veto_saved_letter_get_changed (saved) > veto_saved_letter_get_changed (found)))
        found = saved; /* the book holds it */
    }
  return found;
}

static void
set_day (GHashTable *answers, const char *field, const GDate *day)
{
  g_hash_table_insert (answers, (gpointer) field, veto_day_dup_iso (day));
}

static void
set_choice (GHashTable *answers, const char *field, const char *choice)
{
  g_hash_table_insert (answers, (gpointer) field, g_strdup (choice));
}

/* What a letter of that goal asks for; a letter that asks for several things ticks the others by hand. */
static const char *
get_request (const char *goal)
{
  static const char *const requests[][2] = {
    { "object", "objection" }, { "object-third-party", "objection" }, { "access", "access" },
    { "erasure", "erasure" },  { "restriction", "restriction" },      { "withdrawal", "withdrawal" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    if (g_strcmp0 (requests[i][0], goal) == 0)
      return requests[i][1];
  return NULL;
}

static void
fill_sending (GHashTable *answers, VetoCase *item)
{
  static const char *const channels[] = { "form", "email", "post", NULL }; /* what letters can say */
  const char              *request = get_request (veto_case_get_goal (item));
  VetoCaseSending          sending;

  if (!veto_case_compute_sending (item, &sending))
    return;
  set_day (answers, "first-day", &sending.day);
  if (request != NULL)
    set_choice (answers, "requested", request);
  if (sending.channel != NULL && g_strv_contains (channels, sending.channel))
    set_choice (answers, "channel", sending.channel);
}

/* Whether a confirmation was automatic, and an answer partial, is for the person to say. */
static void
fill_event (GHashTable *answers, VetoEvent *event)
{
  switch (veto_event_get_kind (event))
    {
    case VETO_EVENT_CONFIRMATION:
      g_hash_table_remove (answers, OUTCOME);
      break;
    case VETO_EVENT_ANSWER:
      set_day (answers, "answer-day", veto_event_get_day (event));
      g_hash_table_remove (answers, OUTCOME);
      if (veto_event_get_reply (event) == VETO_REPLY_REFUSED)
        set_choice (answers, OUTCOME, "refused");
      else if (veto_event_get_reply (event) == VETO_REPLY_ASKS_ID
               || veto_event_get_reply (event) == VETO_REPLY_ASKS_MORE)
        set_choice (answers, OUTCOME, "hurdle");
      break;
    case VETO_EVENT_SENT:
    case VETO_EVENT_LETTER:
      if (g_strcmp0 (veto_event_get_letter (event), LETTER_REMINDER) == 0)
        set_day (answers, "reminder-day", veto_event_get_day (event));
      break;
    case VETO_EVENT_OTHER:
    case VETO_EVENT_OPENED:
    case VETO_EVENT_EXTENSION:
    case VETO_EVENT_COMPLAINT:
    case VETO_EVENT_NOTE:
    default:
      break;
    }
}

void
veto_case_letter_fill (VetoLetterBook *letters, VetoSavedLetter *saved, VetoLetter *letter, VetoCase *item)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GListModel   *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  VetoCaseState state = veto_case_get_state (item);

  fill_sending (answers, item);
  if (state == VETO_CASE_OVERDUE)
    set_choice (answers, OUTCOME, "none"); /* unless something came, below */
  for (guint i = 0; i < g_list_model_get_n_items (timeline); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (timeline, i);

      fill_event (answers, event);
    }
  veto_letter_book_fill (letters, saved, letter, answers);
}
