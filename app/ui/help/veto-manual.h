/* The manual that is in Veto: topics, each of them one screen of plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the window's other parts name a topic by */
#define VETO_MANUAL_MY_DATA "my-data"

/* A paragraph. Words are as in the source: veto_manual_get_words() */
typedef struct
{
  const char *heading; /* nullable: above it */
  const char *text;
  const char *button; /* nullable: below it */
  const char *action; /* of that button, without a parameter */
} VetoManualPart;

typedef struct
{
  const char           *id;    /* "letters" */
  const char           *title; /* as in the list of topics */
  const VetoManualPart *parts; /* ends with one without a text */
} VetoManualTopic;

/* Returns: (transfer none): all topics, in the order of the list; ends with one without an id */
const VetoManualTopic *veto_manual_get_topics (void);

/* Returns: (transfer none) (nullable): the topic of that id */
const VetoManualTopic *veto_manual_find (const char *id);

/* Returns: (transfer none): @words, of a topic or a part of one, in the reader's language */
const char *veto_manual_get_words (const char *words);

/* Returns: (transfer full): all that a topic says, its paragraphs one after the other, in the reader's language */
char *veto_manual_dup_text (const VetoManualTopic *topic);

G_END_DECLS
