/* A look at the page that a source is: whether its text is still what the steps were written from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-fetch.h"
#include "veto-guide.h"
#include "veto-page-text.h"

G_BEGIN_DECLS

/**
 * VetoSourceState:
 * @VETO_SOURCE_SAME: the text is the same
 * @VETO_SOURCE_CHANGED: it is another one
 * @VETO_SOURCE_UNKNOWN: there is a text, but the guidance has no fingerprint to compare it with
 * @VETO_SOURCE_GONE: there is no such page any more
 * @VETO_SOURCE_UNREACHABLE: no answer, now
 * @VETO_SOURCE_NOT_COMPARABLE: an answer, but no text: too large, made by a script, behind a log-in, moved to another host, no page
 */
typedef enum {
  VETO_SOURCE_SAME,
  VETO_SOURCE_CHANGED,
  VETO_SOURCE_UNKNOWN,
  VETO_SOURCE_GONE,
  VETO_SOURCE_UNREACHABLE,
  VETO_SOURCE_NOT_COMPARABLE,
} VetoSourceState;

/* What a look found. Plain data. */
typedef struct
{
  VetoSourceState state;
  VetoPageText   *text;   /* nullable: in SAME, CHANGED and UNKNOWN */
  VetoPageChange *change; /* nullable: in CHANGED */
  GError         *error;  /* nullable: why there is no text, for those who look at the details */
} VetoSourceLook;

/* One page: https alone, 4 MiB, 40 s. */
extern const VetoFetchLimits veto_source_limits;

/**
 * veto_source_look_async:
 * @session: from veto_fetch_session_new()
 * @source: its link, fingerprint and lines are copied; without a link nobody is asked, and it is not comparable
 * @limits: copied; veto_source_limits, but for tests
 * @cancellable: (nullable)
 * @callback: called in the caller's main context
 *
 * Asks for one page, once. The page is read in a thread.
 */
void veto_source_look_async (SoupSession           *session,
                             const VetoSource      *source,
                             const VetoFetchLimits *limits,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data);

/* Returns: (transfer full) (nullable): %NULL only when it was cancelled (%G_IO_ERROR_CANCELLED) */
VetoSourceLook *veto_source_look_finish (GAsyncResult *result, GError **error);

void veto_source_look_free (VetoSourceLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoSourceLook, veto_source_look_free)

/* Returns: (transfer full): what was found, in whole sentences; of a change how much is new and how much is gone */
char *veto_source_look_dup_words (const VetoSourceLook *self);

/* Returns: (transfer none): "same", "changed", "unknown", "gone", "unreachable", "not-comparable" */
const char *veto_source_state_get_id (VetoSourceState state);

G_END_DECLS
