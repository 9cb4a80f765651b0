/* Kinds of events and answers: their ids, and their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-event"

#include "veto-config.h"

#include "veto-event.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *words;
} Kind;

static const Kind kinds[VETO_EVENT_N_KINDS] = {
  [VETO_EVENT_OTHER] = { "other", N_ ("Entry of a newer Veto") },
  /* Translators: the things that can happen in a case, as a list to choose from */
  [VETO_EVENT_OPENED] = { "opened", N_ ("Form opened") },
  [VETO_EVENT_SENT] = { "sent", N_ ("Request sent") },
  [VETO_EVENT_CONFIRMATION] = { "confirmation", N_ ("They confirmed that they got it") },
  [VETO_EVENT_LETTER] = { "letter", N_ ("Another letter sent") },
  [VETO_EVENT_ANSWER] = { "answer", N_ ("They answered") },
  [VETO_EVENT_EXTENSION] = { "extension", N_ ("They said that they need longer") },
  [VETO_EVENT_COMPLAINT] = { "complaint", N_ ("Complaint to an authority") },
  [VETO_EVENT_NOTE] = { "note", N_ ("Note") },
};

static const Kind replies[VETO_REPLY_N_KINDS] = {
  /* Translators: what a company can answer, as a list to choose from */
  [VETO_REPLY_OTHER] = { "other", N_ ("They answered something else") },
  [VETO_REPLY_GRANTED] = { "granted", N_ ("They said yes") },
  [VETO_REPLY_REFUSED] = { "refused", N_ ("They said no") },
  [VETO_REPLY_ASKS_ID] = { "asks-id", N_ ("They ask for proof of who you are") },
  [VETO_REPLY_ASKS_MORE] = { "asks-more", N_ ("They ask for something else") },
};

const char *
veto_event_kind_get_id (VetoEventKind kind)
{
  g_return_val_if_fail ((guint) kind < VETO_EVENT_N_KINDS, NULL);
  return kinds[kind].id;
}

const char *
veto_event_kind_get_name (VetoEventKind kind)
{
  g_return_val_if_fail ((guint) kind < VETO_EVENT_N_KINDS, NULL);
  return _ (kinds[kind].words);
}

const char *
veto_reply_get_id (VetoReply reply)
{
  g_return_val_if_fail ((guint) reply < VETO_REPLY_N_KINDS, NULL);
  return replies[reply].id;
}

const char *
veto_reply_get_name (VetoReply reply)
{
  g_return_val_if_fail ((guint) reply < VETO_REPLY_N_KINDS, NULL);
  return _ (replies[reply].words);
}
