/* What the guidance says: plain, immutable structs that belong to a VetoPlatform.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VetoCertainty:
 * @VETO_CERTAINTY_PRIMARY: read in the company's, a court's or an authority's own text
 * @VETO_CERTAINTY_REPORTED: reported by somebody else, such as a consumer centre or the press
 * @VETO_CERTAINTY_CONFLICTING: sources disagree; the words are the careful version
 */
typedef enum {
  VETO_CERTAINTY_PRIMARY,
  VETO_CERTAINTY_REPORTED,
  VETO_CERTAINTY_CONFLICTING,
} VetoCertainty;

/**
 * VetoStepKind:
 * @VETO_STEP_OTHER: a kind this version does not know; shown as text
 * @VETO_STEP_OPEN: open one of several links, in the order to try
 * @VETO_STEP_COPY: copy a value to somewhere else
 * @VETO_STEP_FILL: enter a value, here and there
 * @VETO_STEP_CHOOSE: pick one of the entries on the screen
 * @VETO_STEP_DO: something to do by hand
 * @VETO_STEP_WAIT: wait for a mail, or some days
 * @VETO_STEP_KEEP: keep a proof
 */
typedef enum {
  VETO_STEP_OTHER,
  VETO_STEP_OPEN,
  VETO_STEP_COPY,
  VETO_STEP_FILL,
  VETO_STEP_CHOOSE,
  VETO_STEP_DO,
  VETO_STEP_WAIT,
  VETO_STEP_KEEP,
} VetoStepKind;

typedef enum {
  VETO_SCREEN_PAGE,  /* a page in a browser */
  VETO_SCREEN_PHONE, /* an app on a phone */
} VetoScreenKind;

typedef enum {
  VETO_ROW_TITLE,
  VETO_ROW_TEXT,
  VETO_ROW_ENTRY, /* an entry of a list or menu */
  VETO_ROW_FIELD,
  VETO_ROW_AREA, /* a field of several lines */
  VETO_ROW_CHOICE,
  VETO_ROW_SWITCH, /* to turn on or off */
  VETO_ROW_BUTTON,
} VetoRowKind;

/* One row of a drawn screen; @text is NULL where the row shows no words; @target marks the row to touch; @typed is what to
 * type into it, or NULL. */
typedef struct
{
  VetoRowKind kind;
  const char *text;
  gboolean    target;
  const char *typed;
} VetoScreenRow;

typedef struct
{
  VetoScreenKind       kind;
  const VetoScreenRow *rows;
  guint                n_rows;
} VetoScreen;

/* Where a statement comes from. @publisher and @about are words for people; @link is NULL or an https address. Whoever publishes the
 * guidance looks at the page now and then: @fingerprint tells its text from another (veto-page-text.h), @lines are the marks of its lines,
 * @checked is the day they are of, and @changed the day on which the page was first seen to be another one. */
typedef struct
{
  const char *id;
  const char *publisher;
  const char *about;
  const char *link;
  GDate       day;
  const char *fingerprint; /* nullable: 64 hex digits */
  const char *lines;       /* nullable: six hex digits for each line */
  GDate       checked;     /* not g_date_valid() when nobody looked */
  GDate       changed;     /* not g_date_valid() when the page is as it was */
} VetoSource;

/* Whose law gives a right. @name is words for people: "Switzerland". */
typedef struct
{
  const char *id; /* "gdpr", "uk", "ch" */
  const char *name;
} VetoRegime;

/* What a statement rests on. @as_of is the day of the newest source that shows it; @tried is the day somebody did it
 * by hand, or not g_date_valid() when nobody has. @sources is NULL-terminated and has at least one. */
typedef struct
{
  VetoCertainty            certainty;
  GDate                    as_of;
  GDate                    tried;
  const VetoSource *const *sources;
} VetoEvidence;

/**
 * VetoTopic:
 * @VETO_TOPIC_OTHER: about the platform alone; also a topic that this version does not know
 * @VETO_TOPIC_LAW: what is lawful, what is disputed, what an objection can do at all
 * @VETO_TOPIC_RUMOURS: false claims, and how to tell a false message from a real one
 *
 * What a fact is about where it is shown beside those of other platforms.
 */
typedef enum {
  VETO_TOPIC_OTHER,
  VETO_TOPIC_LAW,
  VETO_TOPIC_RUMOURS,
} VetoTopic;

typedef struct
{
  const char  *id;
  const char  *text;
  VetoTopic    topic;
  VetoEvidence evidence;
} VetoFact;

/* One dated entry of what happened on @day; evidence.as_of is the day of the newest source that tells of it. */
typedef struct
{
  const char  *id;
  const char  *text;
  GDate        day;
  VetoEvidence evidence;
} VetoHistoryEntry;

typedef struct _VetoStep   VetoStep;
typedef struct _VetoBranch VetoBranch;
typedef struct _VetoGuide  VetoGuide;

/* One thing to do. Texts are plain text in the reader's language; placeholders {{…}} are still in them
 * (veto_text_fill()). */
struct _VetoStep
{
  const char  *id;   /* "open-form" */
  const char  *path; /* under which progress is kept: "open-form"; in a branch "login-loop/sign-in-first" */
  VetoStepKind kind;
  gboolean     optional;
  const char  *title; /* an imperative, at most 45 characters */
  const char  *body;
  const char  *why;   /* nullable; the law stands here */
  const char  *value; /* nullable: "account.login", "account.password", "profile.KEY" or "reason" */
  const char *const       *links;    /* NULL-terminated, in the order to try; NULL unless kind is OPEN */
  const char              *wait_for; /* nullable: "email" */
  guint                    wait_days;
  const char *const       *keep;     /* NULL-terminated words of what to keep ("a screenshot"), or NULL */
  const VetoScreen        *screen;   /* nullable */
  const VetoBranch *const *branches; /* NULL-terminated, possibly empty: what else a person may see */
  gconstpointer            revision_source; /* private to guidance */
};

/* What somebody may see instead, and what to do then: its own steps, then on with @guide_id if that is not NULL, else
 * back to the step. */
struct _VetoBranch
{
  const char     *id;
  const char     *question; /* "The page asks me to log in again and again" */
  const VetoStep *steps;
  guint           n_steps;
  const char     *guide_id; /* nullable */
};

/* One way to one goal. */
struct _VetoGuide
{
  const char              *id;        /* "form" */
  const char              *title;     /* "With Meta's form" */
  const char              *summary;   /* nullable; one sentence: when this way is the right one */
  const char              *goal;      /* "object" */
  const char *const       *where;     /* NULL-terminated ids: "web", "app" */
  const char *const       *needs;     /* NULL-terminated ids: "account" */
  const VetoRegime *const *regimes;   /* NULL-terminated, at least one */
  const char              *letter;    /* nullable: id of the kind of letter that is written on this way */
  const char              *letter_to; /* nullable: id of the company that gets it; else the platform's own */
  VetoEvidence             evidence;
  GDate       redo_from; /* who sent before that day has to send again; not g_date_valid() when nobody has */
  const char *redo;      /* nullable: why, and what to do; there when @redo_from is */
  const VetoStep   *steps;
  guint             n_steps;
  const VetoBranch *branches;
  guint             n_branches;
};

/**
 * veto_guide_find_step:
 * @guide: a guide
 * @path: a step's path, such as "send" or "login-loop/sign-in-first"
 *
 * Returns: (transfer none) (nullable): the step, %NULL when the guide has none of that path
 */
const VetoStep *veto_guide_find_step (const VetoGuide *guide, const char *path);

/**
 * veto_guide_find_branch:
 *
 * Returns: (transfer none) (nullable): the branch of that id
 */
const VetoBranch *veto_guide_find_branch (const VetoGuide *guide, const char *id);

/**
 * veto_guide_dup_regimes:
 * @guide: a guide
 *
 * Returns: (transfer full): whom the guide is for, one sentence: "For people in: the EU …; Switzerland."
 */
char *veto_guide_dup_regimes (const VetoGuide *guide);

/**
 * veto_step_dup_revision:
 * @step: a step
 *
 * Tells one content of a step from another: SHA-256 of its structure and its English words, so that a done step that
 * has since changed is noticed whatever the reader's language.
 *
 * Returns: (transfer full): 64 hex digits
 */
char *veto_step_dup_revision (const VetoStep *step);

G_END_DECLS
