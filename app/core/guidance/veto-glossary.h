/* Legal terms and what they mean, and where they stand in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide.h"

G_BEGIN_DECLS

/* One term of the glossary; lives as long as the guide set it is from */
typedef struct
{
  const char        *id;
  const char        *name;  /* as a heading: "legitimate interest" */
  const char        *text;  /* what it means, in at most three short sentences */
  const char *const *forms; /* how it is written in texts: see veto_glossary_find(); NULL-terminated */
  VetoEvidence       evidence;
} VetoTerm;

/* One place where a term stands */
typedef struct
{
  const VetoTerm *term;
  gsize           start; /* in bytes */
  gsize           n_bytes;
} VetoTermPlace;

/**
 * veto_glossary_find:
 * @terms: (array length=n_terms): with forms in the language of @text
 * @text: plain text
 *
 * A form stands where its letters do, as a word or words of their own: "GDPR" is not in "GDPRs". With a star at its end any
 * letters may follow ("court*": "courts"). A form that begins with a small letter is found at the beginning of a sentence as
 * well; one with a capital is not found in small letters, because in German that is another word. Where several would
 * do, the longest counts: "Article 21" before "Article".
 *
 * Returns: (transfer full) (element-type VetoTermPlace): in the order of the text, none inside another
 */
GArray *veto_glossary_find (const VetoTerm *terms, guint n_terms, const char *text);

/**
 * veto_glossary_list:
 * @texts: (array zero-terminated=1): what stands on a page, in the order of reading; ended by %NULL
 *
 * Returns: (transfer container) (element-type VetoTerm): each term that stands in them, once, in the order of reading; the
 *   terms are the glossary's
 */
GPtrArray *veto_glossary_list (const VetoTerm *terms, guint n_terms, const char *const *texts);

G_END_DECLS
