/* A desk with a client that stays, and a publisher who can make whatever a hostile one could: each file, index and root is laid open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Roots are signed by "a" to "c" and indexes by "d" to "f", two of three each; version N of the guidance calls its platform
 * "Example N", so that a test sees which one is in use. */
#pragma once

#include "feed-desk.h"

G_BEGIN_DECLS

typedef struct
{
  FeedDesk    *desk;
  FeedServer  *server; /* the desk's */
  VetoUpdater *updater;
  gint64       now;
  const char  *letters; /* who sign what feed_stage_publish() makes */
} FeedStage;

/* g_test_init(), in English, without anybody's proxy and in UTC. */
void feed_stage_init (int *argc, char ***argv);

/* (transfer full): the server has nothing yet, the client has the built-in guidance */
FeedStage *feed_stage_new (void);

void feed_stage_free (FeedStage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedStage, feed_stage_free)

/* (transfer full): the payload of a root whose hosts are those of the sample guidance */
char *feed_stage_make_root (guint       version,
                            const char *root_keys,
                            guint       n_root,
                            const char *index_keys,
                            guint       n_index);

/* (transfer full): the files of a version of the guidance; a test may change them */
GHashTable *feed_stage_make_files (FeedStage *self, guint version);

/* In that file, @to takes the place of the first @from, which must be there. @from: (nullable): the whole file */
void feed_stage_edit (GHashTable *files, const char *name, const char *from, const char *to);

/* (transfer full): the payload of an index of these files, good for 60 days from NOW */
char *feed_stage_make_index (guint version, GHashTable *files);

/* Serves the files under their hashes. */
void feed_stage_put_files (FeedStage *self, GHashTable *files);

/* @payload: is freed. Signs it, and serves it. */
void feed_stage_put_index (FeedStage *self, char *payload, const char *letters);
void feed_stage_put_root (FeedStage *self, guint version, char *payload, const char *letters);

/* Serves a version of the sample guidance, signed by @letters. */
void feed_stage_publish (FeedStage *self, guint version);

/* Starts the client anew: another process on the same disk. */
void feed_stage_restart (FeedStage *self);

/* The client's folder goes, with all that is in it. */
void feed_stage_remove_state (FeedStage *self);

/* The client looks for guidance. @out_longest_ms: (out) (optional): for how long the main loop was not free */
void feed_stage_look (FeedStage *self, FeedLook *out_look, guint *out_longest_ms);

/* Looks, and asks that there is a new version. */
void feed_stage_assert_new (FeedStage *self, guint version);

/* Asks what is in use, by its number and its words, now and after another start. @version: 0: what is built in */
void feed_stage_assert_in_use (FeedStage *self, guint version);

/* Asks that there is nothing but files of a feed in the client's folder, nothing half done, and nothing beside it. */
void feed_stage_assert_tidy (FeedStage *self);

G_END_DECLS
