/* Guidance that is not as it should be: parts without a translation, far too long, or written from right to left.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): what is to stand in the place of @text; %NULL when nothing is to.
 * @key: as in the files of words, or "name" for names that are the same in all languages; @n: which text of the file it is */
typedef char *(*BentFunc) (const char *key, const char *text, guint n);

typedef struct
{
  const char        *
    platform; /* the only one that stays, because not all fit into a bundle when they are too long; NULL: all stay */
  BentFunc english; /* NULL: as built in, and so are the others */
  BentFunc german;
  BentFunc names;
  gboolean has_no_german;
} BentGuidance;

/* (transfer full): the built-in guidance, changed so. The program must link it. */
VetoGuideSet *bent_guidance_read (const BentGuidance *bent, const char *language);

/* BentFuncs: every second text is missing; twenty times as long; as names, without a place to break the line; words from
 * right to left with a number, an address and a date; the same in the midst of the text */
char *bent_leave_out (const char *key, const char *text, guint n);
char *bent_lengthen (const char *key, const char *text, guint n);
char *bent_lengthen_word (const char *key, const char *text, guint n);
char *bent_turn (const char *key, const char *text, guint n);
char *bent_mix (const char *key, const char *text, guint n);

/* A word in what the last two write */
#define BENT_WORD "שלום"

G_END_DECLS
