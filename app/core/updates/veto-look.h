/* One look for newer guidance, from the first request to the last file. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-feed-load.h"
#include "veto-update-times.h"

G_BEGIN_DECLS

#define VETO_LOOK_MAX_ROOTS 64 /* of one look; the next goes on */

/* @fraction: of the look, 0 to 1 */
typedef void (*VetoLookProgress) (double fraction, gpointer data);

typedef struct
{
  const VetoFeedConfig  *config;   /* this and @language must live until the end */
  const char            *language; /* */
  VetoFeed              *memory;   /* what is in use */
  const VetoUpdateTimes *times;
  gint64                 now; /* seconds UTC */
  VetoLookProgress       progress;
  gpointer               progress_data;
} VetoLookRequest;

typedef struct
{
  VetoFeed       *feed;      /* (nullable): what is trusted now; %NULL: nothing is known but @problem */
  gboolean        installed; /* its guidance came with this look */
  VetoUpdateTimes times;
  GError         *problem; /* (nullable) */
} VetoLookResult;

void veto_look_result_free (VetoLookResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoLookResult, veto_look_result_free)

/**
 * veto_look_async:
 * @cancellable: (nullable): has no effect any more once the new guidance takes the place of the old
 *
 * Network on the caller's main loop; files, signatures and reading in threads. The addresses of the feed are tried one after the
 * other, the next one only when the network failed. Rule: security design, 3, U1 to U15.
 */
void veto_look_async (const VetoLookRequest *request,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               data);

/* Returns: (transfer full) */
VetoLookResult *veto_look_finish (GAsyncResult *result);

G_END_DECLS
