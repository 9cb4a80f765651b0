/* The guidance in use, and the way to newer guidance: read when Veto starts, asked for over the network, kept on the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program makes one, calls veto_updater_load() and works on what that returns; a build without a feed has an updater
 * as well, which knows the built-in guidance only. Everything is called on the main thread; what takes time goes on
 * in others. What another Veto installs on the same disk in the meantime is found by the next look or start. */
#pragma once

#include <gio/gio.h>

#include "veto-feed-config.h"
#include "veto-guide-set.h"
#include "veto-update-problem.h"

G_BEGIN_DECLS

#define VETO_TYPE_UPDATER (veto_updater_get_type ())
G_DECLARE_FINAL_TYPE (VetoUpdater, veto_updater, VETO, UPDATER, GObject)

/**
 * VetoUpdateOutcome:
 * @VETO_UPDATE_CURRENT: what is in use is the newest there is
 * @VETO_UPDATE_NEW: there is newer guidance; it is on the disk
 * @VETO_UPDATE_WITHDRAWN: its publishers took back the guidance that was in use, and there is nothing newer; what Veto came
 *   with, or an older one that still counts, is in use from now on
 */
typedef enum {
  VETO_UPDATE_CURRENT,
  VETO_UPDATE_NEW,
  VETO_UPDATE_WITHDRAWN,
} VetoUpdateOutcome;

/**
 * VetoUpdateSource:
 * @VETO_UPDATE_SOURCE_BUILT_IN: it came with the program
 * @VETO_UPDATE_SOURCE_DISK: it was on the disk when Veto started
 * @VETO_UPDATE_SOURCE_NETWORK: it came since then
 */
typedef enum {
  VETO_UPDATE_SOURCE_BUILT_IN,
  VETO_UPDATE_SOURCE_DISK,
  VETO_UPDATE_SOURCE_NETWORK,
} VetoUpdateSource;

/**
 * veto_updater_new:
 * @config: is copied
 * @language: that guidance is read in, such as "de"; English takes the place of a language that it lacks
 *
 * Properties, all read-only and notified on the main thread:
 * - "has-feed" (boolean, constant): whether there is anywhere to ask
 * - "busy" (boolean): a look is going on
 * - "progress" (double, 0 to 1): of it
 * - "last-success" (int64, seconds UTC, 0 never): when the feed was last found to be in order, with or without news
 * - "last-try" (int64, the same): when it was last asked
 * - "last-problem" (string, nullable): of the last try, for veto_update_problem_get_title(); %NULL when it went well
 * - "withdrawn" (boolean): the newest guidance was taken back, and nothing newer has come since
 * - "repaired" (boolean): something on the disk was damaged, and Veto went on with what was whole
 * - "link-hosts" (strv, nullable): veto_updater_get_link_hosts()
 *
 * Returns: (transfer full): it has read nothing yet
 */
VetoUpdater *veto_updater_new (const VetoFeedConfig *config, const char *language);

/**
 * veto_updater_load:
 * @error: return location, %VETO_GUIDANCE_ERROR when not even the built-in guidance can be read
 *
 * For a start, without the network: every signature and hash of what is on the disk is verified again, because the disk
 * is only a cache. The newest that is whole is taken, else what was in use before, else what came with the program. A file that
 * is damaged is never told in a dialog; "repaired" says so. Rule: security design, 3, S1 to S5.
 *
 * Returns: (transfer full) (nullable): the guidance to use
 */
VetoGuideSet *veto_updater_load (VetoUpdater *self, GError **error);

/**
 * veto_updater_load_previous:
 *
 * To say what changed. Reads files, so not on a path where the window waits.
 *
 * Returns: (transfer full) (nullable): what was in use before the guidance in use came: the one before it on the disk, else
 *   the built-in one; %NULL when that is what is in use
 */
VetoGuideSet *veto_updater_load_previous (VetoUpdater *self, GError **error);

/**
 * veto_updater_check_async:
 * @cancellable: (nullable): ends it; nothing has changed then, or all of it
 *
 * Looks for newer guidance and installs it, whole or not at all. One look at a time: a second one is
 * %VETO_UPDATE_ERROR_BUSY. Ask veto_updater_may_look() before. Rule: security design, 3, U1 to U15.
 */
void veto_updater_check_async (VetoUpdater        *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data);

/**
 * veto_updater_check_finish:
 * @out_outcome: (out) (optional): what came of it
 * @error: return location, for veto_update_problem_get_id()
 *
 * An error leaves in use what was in use. Only when the guidance was withdrawn before something else failed there is no error: the
 * outcome is %VETO_UPDATE_WITHDRAWN then, and "last-problem" has the failure.
 *
 * Returns: (transfer full) (nullable): the guidance to use from now on; %NULL: the same as before
 */
VetoGuideSet *veto_updater_check_finish (VetoUpdater       *self,
                                         GAsyncResult      *result,
                                         VetoUpdateOutcome *out_outcome,
                                         GError           **error);

/* Whether it may ask the network now. A connection that is paid by the byte is used only when somebody clicked.
 * Whether it is time to is another question: veto_updater_get_next_try(). */
gboolean veto_updater_may_look (VetoUpdater *self, gboolean clicked);

/**
 * veto_updater_get_next_try:
 *
 * A day after a success, with up to four hours more or less; six hours after a failure, doubling up to three days, so
 * that not all computers ask at once. Rule: security design, 9.
 *
 * Returns: when an automatic look is due, in seconds UTC: in the past: now; %G_MAXINT64 without a feed
 */
gint64 veto_updater_get_next_try (VetoUpdater *self);

/* The computer's time, in seconds UTC, which all of these are compared with; tests have another. */
gint64 veto_updater_get_now (VetoUpdater *self);

/* When the guidance in use was made, and when it counts as old; in seconds UTC, 0 when it is not known (the built-in one
 * never counts as old by itself). */
gint64 veto_updater_get_created (VetoUpdater *self);
gint64 veto_updater_get_expires (VetoUpdater *self);

/* The number of the guidance in use, and that of the newest root; 0: it has none. */
guint veto_updater_get_version (VetoUpdater *self);
guint veto_updater_get_root_version (VetoUpdater *self);

VetoUpdateSource veto_updater_get_source (VetoUpdater *self);

/* Whether the computer's clock seems to be wrong, compared with when program and guidance were made. */
gboolean veto_updater_doubts_clock (VetoUpdater *self);

/* Returns: (transfer none) (nullable): the only hosts that links may go to, by the newest root; %NULL without a feed, and
 * then the guidance's own list counts. For veto_guidance_set_hosts(). */
const char *const *veto_updater_get_link_hosts (VetoUpdater *self);

/* The same for the domains that e-mails may go to; they change with "link-hosts". */
const char *const *veto_updater_get_mail_domains (VetoUpdater *self);

/* Properties, for C. */
gboolean    veto_updater_has_feed (VetoUpdater *self);
gboolean    veto_updater_is_busy (VetoUpdater *self);
double      veto_updater_get_progress (VetoUpdater *self);
gint64      veto_updater_get_last_success (VetoUpdater *self);
gint64      veto_updater_get_last_try (VetoUpdater *self);
const char *veto_updater_get_last_problem (VetoUpdater *self); /* (transfer none) (nullable) */
gboolean    veto_updater_is_withdrawn (VetoUpdater *self);
gboolean    veto_updater_is_repaired (VetoUpdater *self);

G_END_DECLS
