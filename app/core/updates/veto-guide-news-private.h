/* What the files share that compare two guidances. Private to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-news.h"

G_BEGIN_DECLS

/* Two states of one platform while they are compared */
typedef struct
{
  VetoGuideSet *sets[2]; /* before, after */
  VetoPlatform *platforms[2];
  gboolean      is_translated; /* the words of both cannot be compared */
  GPtrArray    *items;         /* of VetoNewsItem: what was found */
} VetoNewsWork;

/* Returns: (transfer full): an item that is not yet in the work. @title: filled for anybody */
VetoNewsItem *
veto_news_item_new (VetoNewsWork *work, VetoNewsKind kind, VetoNewsSubject subject, const char *title);

/* Adds what is said: @label: (transfer none) static; @before, @after: (nullable), with placeholders. Nothing is added when there is neither. */
void veto_news_item_add (VetoNewsWork *work,
                         VetoNewsItem *item,
                         const char   *label,
                         const char   *before,
                         const char   *after);

/* The same unless both say the same. */
void veto_news_item_compare (VetoNewsWork *work,
                             VetoNewsItem *item,
                             const char   *label,
                             const char   *before,
                             const char   *after);

/* @item: (transfer full): kept when something was added to it */
void veto_news_work_take (VetoNewsWork *work, VetoNewsItem *item);

/* The guides of both platforms with their steps and branches; veto-news-steps.c */
void veto_news_compare_guides (VetoNewsWork *work);

/* What is known, what happened, how to write, where on the web; veto-news-facts.c */
void veto_news_compare_rest (VetoNewsWork *work);

/* Returns: (transfer full): the sentence about @items; veto-news-words.c */
char *veto_news_dup_summary (GPtrArray *items);

G_END_DECLS
