/* A feed's server and those who publish, also those who must not, for random lives of a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed-model.h"
#include "feed-stage.h"

G_BEGIN_DECLS

typedef struct
{
  FeedStage  *stage; /* not owned: for its guidance and signatures */
  GRand      *rand;
  ModelServer server; /* what is offered, as the model has it … */
  GHashTable *offers; /* … and as it is: path -> GBytes */
  gint64      now;
  guint       n_roots; /* good ones */
  guint       root_window, index_window;
  guint       last_version, n_variants;
  GString    *log; /* what happened, for whoever has to find out why */
} ModelPublisher;

/* The first root is there and nothing else. */
void model_publisher_begin (ModelPublisher *self, FeedStage *stage, guint seed);
void model_publisher_end (ModelPublisher *self);

void model_publisher_tell (ModelPublisher *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* 0 to @n - 1 */
guint model_publisher_pick (ModelPublisher *self, guint n);

/* Each does one thing of its kind, by chance. */
void model_publisher_publish (ModelPublisher *self);      /* a good version */
void model_publisher_attack_index (ModelPublisher *self); /* one that is to be refused, most of the time */
void model_publisher_rotate (ModelPublisher *self);
void model_publisher_attack_root (ModelPublisher *self);
void model_publisher_fail_server (ModelPublisher *self);
void model_publisher_mend (ModelPublisher *self); /* the server works, without a bad root */

G_END_DECLS
