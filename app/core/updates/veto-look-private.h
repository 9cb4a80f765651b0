/* One look for newer guidance: what its two halves share. Private to veto-look.c and veto-look-steps.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "veto-look.h"

G_BEGIN_DECLS

typedef struct
{
  const VetoFeedConfig *config;
  const char           *language;
  VetoLookProgress      progress;
  gpointer              progress_data;
  gint64                now;
  SoupSession          *session;
  guint                 url; /* which of the addresses is asked */
  guint                 n_roots;
  GCancellable         *stop;
  GCancellable         *outer; /* nullable: the caller's */
  gulong                outer_id;
  guint                 deadline_id;
  gboolean              timed_out;

  /* Of the step that is going on: its thread, and the main thread between two of them. */
  VetoFeedFolder *folder;  /* NULL until it is open and locked */
  VetoFeed       *feed;    /* what is trusted so far; first what is in use */
  VetoTrustState *offered; /* nullable: with the index that came, whose files may still be missing */
  GPtrArray      *missing; /* nullable: of VetoTrustFile of @offered, those to fetch */
  guint           n_fetched;
  gsize           n_bytes, n_done; /* of @missing */
  GBytes         *came;            /* what was just fetched */
  gboolean        is_new;          /* @offered is to be installed */
  gboolean        installed;
  VetoUpdateTimes times;
  GError         *problem;
} VetoLook;

typedef void (*VetoLookWork) (VetoLook *look, GError **error); /* in a thread */
typedef void (*VetoLookNext) (GTask *task);

/* Does @work in a thread, then @next here; when it fails, the look ends. */
void veto_look_run_step (GTask *task, VetoLookWork work, VetoLookNext next);

void veto_look_tell_progress (VetoLook *self, double fraction);

/* @problem: (transfer full) (nullable) */
void veto_look_end (GTask *task, GError *problem);

/* Roots, then the index, then its files: U3 to U14. For the beginning, and for another address. */
void veto_look_fetch_root (GTask *task);

G_END_DECLS
