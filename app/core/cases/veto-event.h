/* One dated entry of a case's timeline: what happened on a day. Immutable; made by VetoTimeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VETO_TYPE_EVENT (veto_event_get_type ())
G_DECLARE_FINAL_TYPE (VetoEvent, veto_event, VETO, EVENT, GObject)

/**
 * VetoEventKind:
 * @VETO_EVENT_OTHER: of a newer Veto; shown, and left as it is
 * @VETO_EVENT_OPENED: the form or page was opened
 * @VETO_EVENT_SENT: a request went out: a form, or a letter that was written here
 * @VETO_EVENT_CONFIRMATION: the company says that it got the request
 * @VETO_EVENT_LETTER: any other letter, form or mail that went out
 * @VETO_EVENT_ANSWER: the company answered; see VetoReply
 * @VETO_EVENT_EXTENSION: the company said that it needs longer, and why
 * @VETO_EVENT_COMPLAINT: the person complained to an authority
 * @VETO_EVENT_NOTE: anything worth keeping
 */
typedef enum {
  VETO_EVENT_OTHER,
  VETO_EVENT_OPENED,
  VETO_EVENT_SENT,
  VETO_EVENT_CONFIRMATION,
  VETO_EVENT_LETTER,
  VETO_EVENT_ANSWER,
  VETO_EVENT_EXTENSION,
  VETO_EVENT_COMPLAINT,
  VETO_EVENT_NOTE,
} VetoEventKind;
#define VETO_EVENT_N_KINDS (VETO_EVENT_NOTE + 1)

/* What an answer says. */
typedef enum {
  VETO_REPLY_OTHER,
  VETO_REPLY_GRANTED,
  VETO_REPLY_REFUSED,
  VETO_REPLY_ASKS_ID,   /* wants a copy of an identity card */
  VETO_REPLY_ASKS_MORE, /* wants something else: a signature, a reason, the use of a form */
} VetoReply;
#define VETO_REPLY_N_KINDS (VETO_REPLY_ASKS_MORE + 1)

/* What a person enters for a new event, or for one to correct. Nothing here is kept after a call. */
typedef struct
{
  VetoEventKind kind;  /* not %VETO_EVENT_OTHER */
  VetoReply     reply; /* of an answer */
  GDate         day;   /* when it happened */
  GDate
    received; /* of a sending: when the other side got it; not g_date_valid(): unknown, so it is assumed */
  const char *channel; /* nullable, of a sending: "post", "email", "form", "fax", "hand" or "other" */
  const char *note;    /* nullable: own words */
  const char *proof;   /* nullable: id of the proof it was read from; NULL keeps what stands there */
} VetoEventDraft;

/* Ids as they are stored and as vetoctl writes them: "sent", "asks-id". */
const char *veto_event_kind_get_id (VetoEventKind kind);
const char *veto_reply_get_id (VetoReply reply);

/* Words for a list to choose from: "Answer", "They ask for proof of identity". Returns: (transfer none) */
const char *veto_event_kind_get_name (VetoEventKind kind);
const char *veto_reply_get_name (VetoReply reply);

const char   *veto_event_get_id (VetoEvent *self);
VetoEventKind veto_event_get_kind (VetoEvent *self);
VetoReply     veto_event_get_reply (VetoEvent *self);
const GDate  *veto_event_get_day (VetoEvent *self);
const char   *veto_event_get_note (VetoEvent *self);    /* (nullable) */
const char   *veto_event_get_channel (VetoEvent *self); /* (nullable) */
const char *veto_event_get_letter (VetoEvent *self); /* (nullable): kind of a letter that was written here */
const char *veto_event_get_goal (VetoEvent *self);   /* (nullable): to what end it was sent */
const char *veto_event_get_regime (VetoEvent *self); /* (nullable): the law that the letter rests on */

const char *veto_event_get_proof (VetoEvent *self); /* (nullable): id of the proof it was read from */

/* Returns: (nullable): the day on which the other side got it, as the person entered it */
const GDate *veto_event_get_received (VetoEvent *self);

/* Returns: (transfer none): what happened, in the reader's words: "They refused" */
const char *veto_event_get_title (VetoEvent *self);

G_END_DECLS
