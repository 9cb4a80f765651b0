/* One kind of letter, as the guidance describes it: what it asks, its paragraphs and their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "veto-evidence.h"
#include "veto-when.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_KIND (veto_letter_kind_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterKind, veto_letter_kind, VETO, LETTER_KIND, GObject)

/* What an answer is; what is allowed in it follows from that. */
typedef enum {
  VETO_FIELD_NAME,      /* a person's name, on one line */
  VETO_FIELD_ADDRESS,   /* a postal address, at most 6 lines */
  VETO_FIELD_EMAIL,     /* an e-mail address */
  VETO_FIELD_ACCOUNT,   /* how an account is called, on one line */
  VETO_FIELD_PLACE,     /* where the letter is written */
  VETO_FIELD_REFERENCE, /* the number of a case */
  VETO_FIELD_LINE,      /* anything else on one line */
  VETO_FIELD_DAY,       /* a day, 2026-11-26 */
  VETO_FIELD_LINKS,     /* addresses of web pages, one a line */
  VETO_FIELD_TEXT,      /* own words, of several lines */
  VETO_FIELD_CHOICES,   /* ticked statements */
} VetoFieldKind;
#define VETO_FIELD_N_KINDS (VETO_FIELD_CHOICES + 1)

typedef struct
{
  const char *id;
  const char *label; /* what the person ticks */
  const char *text;  /* nullable: the sentence that goes into the letter */
} VetoChoice;

typedef struct
{
  const char       *id;
  VetoFieldKind     kind;
  gboolean          required;
  const char       *label;
  const char       *hint;  /* nullable */
  const char       *blank; /* what a preview shows in its place: "your address" */
  const VetoChoice *choices;
  guint             n_choices;
} VetoField;

typedef enum {
  VETO_PARAGRAPH_TEXT,
  VETO_PARAGRAPH_SUBJECT,
  VETO_PARAGRAPH_HEADING,
  VETO_PARAGRAPH_ITEM,      /* items in a row are numbered */
  VETO_PARAGRAPH_ENCLOSURE, /* a line below the signature */
} VetoParagraphKind;

typedef struct
{
  const char        *id;
  VetoParagraphKind  kind;
  const VetoWhen    *when; /* nullable: always */
  const char *const *uses; /* (array zero-terminated=1): the placeholders in its words */
  const char        *text;
} VetoParagraph;

/* A law under which the letter can be written */
typedef struct
{
  const char *id;
  const char *article; /* the letter's own, for {{article}} */
  const char *law;     /* its short name, for {{law}} */
  const char *name;    /* for the person who chooses */
} VetoLetterRegime;

typedef enum {
  VETO_LETTER_TO_CONTROLLER,
  VETO_LETTER_TO_AUTHORITY,
} VetoLetterTo;

/* The words that all letters have in common */
typedef struct
{
  const char *salutation;
  const char *closing;
  const char *enclosures; /* above their list */
  const char *page;       /* with {{page}} {{pages}} */
  const char *blank_controller;
  const char *blank_authority;
  const char *day;        /* with {{number}} {{month}} {{year}} */
  const char *place_day;  /* with {{place}} {{day}} */
  const char *months[12]; /* as they stand in a date */
} VetoLetterWords;

const char *veto_letter_kind_get_id (VetoLetterKind *self);
const char *veto_letter_kind_get_goal (VetoLetterKind *self);
const char *
veto_letter_kind_get_language (VetoLetterKind *self); /* of all its words: the set's, or English */
const char  *veto_letter_kind_get_title (VetoLetterKind *self);
const char  *veto_letter_kind_get_summary (VetoLetterKind *self); /* when it is the right letter */
VetoLetterTo veto_letter_kind_get_to (VetoLetterKind *self);
guint        veto_letter_kind_get_reply_months (VetoLetterKind *self); /* from its receipt; 0: see the days */
guint        veto_letter_kind_get_reply_days (VetoLetterKind *self);   /* from the letter's own day */
const VetoLetterRegime *veto_letter_kind_get_regimes (VetoLetterKind *self, guint *out_n);
const VetoField        *veto_letter_kind_get_fields (VetoLetterKind *self, guint *out_n);
const VetoParagraph    *veto_letter_kind_get_paragraphs (VetoLetterKind *self, guint *out_n);
const VetoLetterWords  *veto_letter_kind_get_words (VetoLetterKind *self);

/* (array zero-terminated=1): where the law and its words come from */
const VetoSource *const *veto_letter_kind_get_sources (VetoLetterKind *self);

/* (nullable) (array zero-terminated=1): questions, by id, at least one of which has to be answered before the letter is sent */
const char *const *veto_letter_kind_get_any_of (VetoLetterKind *self);

/* Returns: (nullable) */
const VetoField        *veto_letter_kind_find_field (VetoLetterKind *self, const char *id);
const VetoParagraph    *veto_letter_kind_find_paragraph (VetoLetterKind *self, const char *id);
const VetoLetterRegime *veto_letter_kind_find_regime (VetoLetterKind *self, const char *id);
const VetoChoice       *veto_field_find_choice (const VetoField *field, const char *id);

/* The name of a kind of field in the data: "name", "links". */
const char *veto_field_kind_get_name (VetoFieldKind kind);

G_END_DECLS
