/* What a letter consists of. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter.h"

G_BEGIN_DECLS

struct _VetoLetter
{
  GObject                 parent_instance;
  VetoLetterKind         *kind;
  VetoLetterKind         *labels;
  const VetoLetterRegime *regime; /* of the kind */
  GDate                   day;
  gboolean                has_own_day; /* somebody chose it: it is not simply today */
  GHashTable             *answers;     /* id of a field to what is kept */
  GHashTable             *own_texts;   /* id of a paragraph to the person's words */
  VetoRecipient          *controller;  /* nullable */
  VetoRecipient          *authority;   /* nullable */
  char                   *country;     /* nullable: code of the one that the sender lives in */
  GPtrArray              *missing;     /* what is missing by now: ids of fields, "controller", "authority" */
};

#define VETO_MISSING_CONTROLLER "controller"
#define VETO_MISSING_AUTHORITY "authority"

/* Whether the paragraph's condition is true. */
gboolean veto_letter_shows (VetoLetter *self, const VetoParagraph *paragraph);

/**
 * veto_letter_fill:
 * @missing: (nullable) (element-type utf8): gets what had to be marked, each once
 *
 * Returns: (transfer full) (nullable): the paragraph's words, filled; %NULL when they cannot be
 */
char *veto_letter_fill (VetoLetter *self, const VetoParagraph *paragraph, GPtrArray *missing);

/* Looks anew at what is missing. */
void veto_letter_find_missing (VetoLetter *self);

/* Adds @id to @missing, once. */
void veto_letter_add_missing (GPtrArray *missing, const char *id);

/* Returns: (transfer full) (nullable): a day in the letter's language; and with the place before it */
char *veto_letter_dup_day (VetoLetter *self, const GDate *day);
char *veto_letter_dup_place_day (VetoLetter *self);

G_END_DECLS
