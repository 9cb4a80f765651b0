/* The linter's parts, for those who build a bundle as well. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-authored-tree.h"
#include "veto-authoring.h"
#include "veto-reading.h"

G_BEGIN_DECLS

/* Reads and checks the tree; all complaints are in @reader, which is strict. */
gboolean veto_lint_tree (VetoReader *reader, const char *folder, VetoAuthoredTree *tree, GError **error);

/* Checks each language against what the structure asks for. */
void veto_lint_words (VetoReader *reader, const VetoAuthoredTree *tree);

/* What is wrong with one text by the rules of style, or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_dup_style_fault (const char *text, VetoWordRules rules);

/* What may be asked of readers, by kind of text and language. */
typedef struct
{
  guint max_longest;  /* words of a sentence */
  guint max_lix;      /* 0: none */
  guint max_passives; /* passive forms in one sentence: veto-passive.h */
} VetoReadingCeiling;

/* A score is made of so many words at least: in a shorter text one long word more or less moves it by more than 5. */
#define VETO_READING_MIN_WORDS 20

VetoReadingKind           veto_lint_get_reading_kind (const char *key);
const VetoReadingCeiling *veto_lint_get_reading_ceiling (const char *language, VetoReadingKind kind);

/* Why @text is too hard to read for a ceiling, with figure and ceiling, or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_dup_ceiling_fault (const char *language, const VetoReadingCeiling *ceiling, const char *text);

/* The same by the key of a text. Returns: (transfer full) (nullable) */
char *veto_lint_dup_reading_fault (const char *language, const char *key, const char *text);

/* The most passive forms that a sentence of @text has. */
guint veto_lint_count_passives (const char *language, const char *text);

/* The step whose body has @key ("facebook/form/send"), or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_dup_step (const char *key);

/* What a person reads of the step at @path: title, body and reason. Returns: (transfer full) */
char *veto_lint_dup_step_text (const VetoJson *strings, const char *path);

/* Why a step as a whole is too hard to read, or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_dup_step_fault (const char *language, const VetoJson *strings, const char *path);

/* The terms that the glossary explains, as they are written in one language. */
typedef struct
{
  const char *language;
  GArray     *terms; /* of VetoTerm, with id and forms alone */
} VetoLintTerms;

/* @strings: (nullable): all words of @language; both must stay */
void veto_lint_terms_read (VetoLintTerms *self, const char *language, const VetoJson *strings);
void veto_lint_terms_clear (VetoLintTerms *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoLintTerms, veto_lint_terms_clear)

/* Which legal term of @text nobody explains, or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_terms_dup_fault (const VetoLintTerms *self, const char *text);

/* Whether the text of @key is one that people who use Veto have to understand. */
gboolean veto_lint_terms_apply_to (const char *key);

/* What is wrong with the forms of a term, or %NULL, also where @key is something else. Returns: (transfer full) (nullable) */
char *veto_lint_dup_forms_fault (const char *key, const char *text);

G_END_DECLS
