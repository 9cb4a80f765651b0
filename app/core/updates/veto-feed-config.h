/* Where guidance may come from: fixed when a program is built, and never asked anywhere else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *const *urls; /* (nullable): addresses that end in "/", in the order to try; %NULL: no feed */
  GBytes
    *root; /* (nullable): the root that is built in; %NULL: no feed, and what is stored is not looked at */
  gboolean    loopback;   /* http to 127.0.0.1 and ::1 is allowed: off in what people install */
  gint64      built_at;   /* when the program was made, in seconds UTC; 0: not known */
  const char *folder;     /* where the guidance is kept: "…/veto/feed" */
  const char *built_in;   /* resource path of the guidance that came with the program */
  guint built_in_version; /* the number of the index that had the same guidance; 0: any index is newer */
} VetoFeedConfig;

/**
 * veto_feed_built_in:
 *
 * What the meson options feed_urls, feed_root and feed_loopback say, for the person's own data folder. Each program
 * that is installed links app/veto-feed-built-in.c; no library has it, so that nothing but a build can change it.
 * Rule: security design, 3.1.
 *
 * Returns: (transfer none): the same for the whole life of the program
 */
const VetoFeedConfig *veto_feed_built_in (void);

G_END_DECLS
