/* What is another between two guidances, as the people read it who followed the older one: platform by platform, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * VetoNewsKind:
 * @VETO_NEWS_CHANGED: it is in both, and says something else by now
 * @VETO_NEWS_NEW: only the guidance in use has it
 * @VETO_NEWS_GONE: only the guidance before had it
 */
typedef enum {
  VETO_NEWS_CHANGED,
  VETO_NEWS_NEW,
  VETO_NEWS_GONE,
} VetoNewsKind;

/**
 * VetoNewsSubject:
 * @VETO_NEWS_PLATFORM: what the platform is about, and what an objection covers there
 * @VETO_NEWS_GUIDE: a way: its title, whom it is for, the order of its steps
 * @VETO_NEWS_STEP: a step, of a guide or of a branch
 * @VETO_NEWS_BRANCH: what somebody may see instead, and what to do then
 * @VETO_NEWS_FACT: something that is known
 * @VETO_NEWS_EVENT: something that happened
 * @VETO_NEWS_ADDRESS: how to write to the company
 * @VETO_NEWS_HOST: a place on the web that its steps lead to
 *
 * In the order in which they stand below a platform.
 */
typedef enum {
  VETO_NEWS_PLATFORM,
  VETO_NEWS_GUIDE,
  VETO_NEWS_STEP,
  VETO_NEWS_BRANCH,
  VETO_NEWS_FACT,
  VETO_NEWS_EVENT,
  VETO_NEWS_ADDRESS,
  VETO_NEWS_HOST,
  VETO_NEWS_N_SUBJECTS,
} VetoNewsSubject;

/* One thing that is said: as it was, and as it is. At least one of both is there. */
typedef struct
{
  const char *label;  /* what it is, in the reader's language: "What to do" */
  char       *before; /* nullable; plain text, placeholders filled for anybody */
  char       *after;  /* nullable */
} VetoNewsWords;

typedef struct
{
  VetoNewsKind    kind;
  VetoNewsSubject subject;
  char           *title; /* as it is called now, or was: "Open the form" */
  char           *place; /* nullable: where it stands: "With the form, step 1" */
  char           *guide; /* nullable: id of the guide; of a step, a branch, a guide */
  char           *step;  /* nullable: path of the step */
  GPtrArray      *words; /* of VetoNewsWords: only what is another; at least one */
} VetoNewsItem;

typedef struct
{
  VetoNewsKind kind;
  char        *id;
  char        *name;
  char        *summary; /* one sentence: "2 steps changed, 1 step is new." */
  GPtrArray
    *items; /* of VetoNewsItem, by subject, then in the order of the guidance; none unless it changed */
  VetoPlatform *platform; /* as it is now, or was */
} VetoPlatformNews;

typedef struct _VetoGuideNews VetoGuideNews;

/**
 * veto_guide_news_new:
 * @before: (nullable): the guidance that was in use; %NULL: nothing can be said
 * @after: the guidance that is in use now
 *
 * Both should have been read in the reader's language. Where they are in different languages (one of them has no words in it),
 * steps count as other ones by their revisions, what else has only words counts only when it came or went, and what changed is
 * shown in the language it was written in.
 *
 * Returns: (transfer full): counted; let go of it with veto_guide_news_unref()
 */
VetoGuideNews *veto_guide_news_new (VetoGuideSet *before, VetoGuideSet *after);
VetoGuideNews *veto_guide_news_ref (VetoGuideNews *self); /* Returns: @self */
void           veto_guide_news_unref (VetoGuideNews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoGuideNews, veto_guide_news_unref)

/* (transfer none): of VetoPlatformNews: those that differ, in the order of the guidance; what is gone stands last */
GPtrArray *veto_guide_news_get_platforms (VetoGuideNews *self);

/* (transfer none) (nullable): what is said of the platform of that id */
VetoPlatformNews *veto_guide_news_find (VetoGuideNews *self, const char *id);

/* Whether the guidance before is in another language than the one now, because it had none in the reader's. */
gboolean veto_guide_news_is_translated (VetoGuideNews *self);

/* Returns: (transfer full): one sentence about all platforms: "Facebook and 2 more services changed." */
char *veto_guide_news_dup_summary (VetoGuideNews *self);

/* Returns: (transfer none): in the reader's language: "Changed", "New", "Gone" */
const char *veto_news_kind_get_name (VetoNewsKind kind);

/* Returns: (transfer none): what stands above such items: "Steps" */
const char *veto_news_subject_get_name (VetoNewsSubject subject);

G_END_DECLS
