/* For people who write guidance: what is wrong in it, make a bundle of it, what changed between two bundles.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * veto_authoring_lint:
 * @folder: path of authored guidance, as resources/guidance is
 * @error: return location, %VETO_GUIDANCE_ERROR when @folder cannot be read at all
 *
 * Asks of the tree what docs/guidance.md says. The rules are the loader's in strict mode, plus those that only authored
 * files can break.
 *
 * Returns: (transfer full) (nullable): complaints such as
 *   "platforms/facebook.json: guides[0].steps[1].kind: no such kind: opne"; empty when there is nothing to complain of
 */
GStrv veto_authoring_lint (const char *folder, GError **error);

/**
 * veto_authoring_build:
 * @folder: path of authored guidance
 * @out: path of the folder to write guidance.json and text/ into; made when missing
 * @out_sources: (out) (optional) (transfer full): the files that were read, for a build system's dependencies
 * @error: return location, %VETO_GUIDANCE_ERROR; the first complaint when the tree is not right, and then nothing is
 *   written; or a %G_IO_ERROR
 *
 * Writes the bundle that the program reads; the same tree gives the same bytes.
 */
gboolean veto_authoring_build (const char *folder, const char *out, GStrv *out_sources, GError **error);

/* The same, written nowhere. Returns: (transfer full) (nullable) (element-type utf8 GBytes): by name, "text/de.json" */
GHashTable *veto_authoring_bundle (const char *folder, GError **error);

/* Returns: (transfer full) (nullable) (element-type utf8 GBytes): what veto_authoring_build() wrote to @folder, unread */
GHashTable *veto_authoring_read_bundle (const char *folder, GError **error);

/* What a text is for, by its key */
typedef enum {
  VETO_READING_TITLE,
  VETO_READING_BODY,
  VETO_READING_WHY,
  VETO_READING_QUESTION,
  VETO_READING_SUMMARY,
  VETO_READING_FACT,
  VETO_READING_HISTORY,
  VETO_READING_SOURCE,   /* what a source is about, who published it */
  VETO_READING_LABEL,    /* names, and words of a page that are shown as they stand there */
  VETO_READING_LETTER,   /* what stands in a letter */
  VETO_READING_STEP,     /* title, body and reason of a step together */
  VETO_READING_WINDOW,   /* of the program itself: what its window says */
  VETO_READING_TERMINAL, /* of the program itself: what vetoctl says */
} VetoReadingKind;

/* How hard one text is to read, and how hard it may be */
typedef struct
{
  char *language;
  char *file; /* "text/de/facebook.json" */
  char *key;  /* the text's place in the file: "facebook/form/send.body"; of a step "facebook/form/send" */
  VetoReadingKind kind;
  guint           n_words;
  guint           n_long; /* words of more than six letters */
  guint           n_sentences;
  guint           n_longest; /* words of the longest sentence */
  guint           max_longest;
  guint           lix;        /* the score; 0: too short to have one, a step always has one */
  guint           max_lix;    /* 0: none for this kind */
  guint           n_passives; /* passive forms in one sentence */
  guint           max_passives;
} VetoTextReading;

/**
 * veto_authoring_measure:
 * @folder: path of authored guidance
 * @error: return location, %VETO_GUIDANCE_ERROR when @folder cannot be read at all
 *
 * Words, sentences and score of each text, and of each step as a whole; the definitions are those of veto-reading.h and
 * veto-passive.h. What is above a ceiling is a complaint of veto_authoring_lint() as well.
 *
 * Returns: (transfer full) (nullable) (element-type VetoTextReading): by language, and in each the hardest first: what is
 *   nearest to a ceiling, or farthest above it
 */
GPtrArray *veto_authoring_measure (const char *folder, GError **error);

/**
 * veto_authoring_lint_interface:
 * @file: path of a translation of the interface, as gettext writes it: po/de.po
 * @folder: path of authored guidance: its glossary explains legal terms
 * @error: return location, a #GFileError, or %VETO_GUIDANCE_ERROR when it is no such file
 *
 * Asks of the program's own words, and of their translation, what is asked of guidance: sentences, score, passive forms,
 * legal terms. What only vetoctl says has higher ceilings, and may use terms of law.
 *
 * Returns: (transfer full) (nullable): complaints such as "po/de.po:17: app/ui/home/veto-home.c: en: a sentence of 20 words, …";
 *   empty when there is nothing to complain of
 */
GStrv veto_authoring_lint_interface (const char *file, const char *folder, GError **error);

typedef enum {
  VETO_CHANGE_HOST,      /* a host that links may lead to */
  VETO_CHANGE_LINK,      /* a link of a step */
  VETO_CHANGE_ADDRESS,   /* an e-mail or postal address that letters go to */
  VETO_CHANGE_STRUCTURE, /* platforms, guides, steps, branches, facts, history, and their members */
  VETO_CHANGE_WORDS,     /* a text in one language */
} VetoChangeKind;

/* One difference. @place is a path of ids ("facebook/form/send") or, for words, language and key ("de: facebook.summary");
 * @before is NULL for something new, @after for something gone. */
typedef struct
{
  VetoChangeKind kind;
  char          *place;
  char          *before;
  char          *after;
} VetoChange;

/**
 * veto_authoring_diff:
 * @before: path of a bundle
 * @after: path of another
 * @error: return location, %VETO_GUIDANCE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type VetoChange): what differs, hosts first, then links, addresses, structure,
 *   words
 */
GPtrArray *veto_authoring_diff (const char *before, const char *after, GError **error);

/* Two bundles in memory. */
typedef struct
{
  GHashTable *files; /* (element-type utf8 GBytes): as veto_authoring_bundle() gives them */
  const char *name;  /* for messages */
  /* (nullable): the hosts that links may lead to, and the domains of letters, where others than the bundle's own count */
  const char *const *link_hosts;
  const char *const *mail_domains;
} VetoBundleSide;

/* The same of bundles in memory. What is new or gone as a whole is named link by link and address by address as well. */
GPtrArray *
veto_authoring_diff_sides (const VetoBundleSide *before, const VetoBundleSide *after, GError **error);

G_END_DECLS
