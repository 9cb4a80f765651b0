/* A feed on the loopback interface and a client with a folder of its own, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program must link sample_guidance_resources: the guidance that the client came with calls its platform "Example", and each
 * one that is published calls it as the test wants. Keys are those of trust-fixture.h. */
#pragma once

#include "feed-server.h"
#include "trust-fixture.h"
#include "veto-updater-private.h"

G_BEGIN_DECLS

#define FEED_DESK_BUILT_IN "/io/example/guidance"

typedef struct
{
  FeedServer    *server;
  FeedServer    *second; /* nullable: the address that is tried after the first; feed_desk_add_server() */
  char          *home;   /* a temporary folder */
  char          *feed;   /* …/veto/feed in it */
  const char    *urls[3];
  GBytes        *root;
  VetoFeedConfig config;
} FeedDesk;

/* (transfer full): g_test_init() has been called by fetch_test_init() */
FeedDesk *feed_desk_new (void);
void      feed_desk_free (FeedDesk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedDesk, feed_desk_free)

/* Takes away what the client has. */
void feed_desk_forget (FeedDesk *self);

void feed_desk_add_server (FeedDesk *self);

/* What is published; all but the first two may be left out. */
typedef struct
{
  guint       version;
  const char *name;     /* of the platform in it */
  const char *signers;  /* "de" */
  gint64      created;  /* NOW */
  gint64      expires;  /* in 60 days */
  const char *find;     /* something else in guidance.json … */
  const char *replace;  /* … and what stands there instead */
  gboolean    bad_blob; /* the last file is not the one that the index names */
} FeedIssue;

/* Puts index and files onto the server. */
void feed_desk_publish (FeedDesk *self, FeedServer *server, const FeedIssue *issue);

/* The same for what most tests want. */
void feed_desk_publish_plain (FeedDesk *self, guint version, const char *name);

/* (transfer full): a root with these index keys, as make_root(), for the hosts that the sample guidance names */
char *feed_desk_make_root (guint version, const char *root_keys, const char *index_keys);

/* @payload: (transfer full): signed by @signers, as root/VERSION.json */
void feed_desk_publish_root (FeedDesk *self, guint version, char *payload, const char *signers);

/* (transfer full): has loaded, and its clock shows NOW. @out_set: (out) (optional) (transfer full) */
VetoUpdater *feed_desk_start (FeedDesk *self, VetoGuideSet **out_set);

typedef struct
{
  VetoGuideSet     *set; /* nullable */
  VetoUpdateOutcome outcome;
  GError           *error;
} FeedLook;

/* Looks, and waits for the end. */
void feed_look_clear (FeedLook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeedLook, feed_look_clear)
FeedLook feed_desk_look (VetoUpdater *updater, GCancellable *cancellable);

/* Looks, and asks for guidance in which the platform is called so. */
void feed_desk_assert_new (VetoUpdater *updater, const char *name);

/* Asks that a start would use guidance in which the platform is called so. */
void feed_desk_assert_start (FeedDesk *self, const char *name);

/* What the platform is called. */
const char *feed_desk_get_name (VetoGuideSet *set);

/* (transfer full): the path of something in the client's folder. */
char *feed_desk_dup_path (FeedDesk *self, const char *name);

/* (transfer full): names of all files in the client's folder, sorted, "blobs/…" */
char **feed_desk_list_files (FeedDesk *self);

/* (transfer full): "blobs/HASH" of the last file that was published in the structure's place, guidance.json of @name */
char *feed_desk_dup_blob (const char *name);

G_END_DECLS
