/* Why there is no new guidance: a short id that is kept, and words for a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VETO_UPDATE_ERROR (veto_update_error_quark ())
GQuark veto_update_error_quark (void);

/**
 * VetoUpdateError:
 * @VETO_UPDATE_ERROR_NO_FEED: this program was built without one
 * @VETO_UPDATE_ERROR_BUSY: this or another Veto is looking at this moment
 * @VETO_UPDATE_ERROR_DISK: what came could not be kept: the disk is full, or may not be written to
 * @VETO_UPDATE_ERROR_TIMEOUT: all of it together took more than ten minutes
 *
 * What else can go wrong is of VETO_FETCH_ERROR, VETO_TRUST_ERROR and VETO_GUIDANCE_ERROR. Messages are for those who
 * look at the details: they say the step and the place, and never a person's data.
 */
typedef enum {
  VETO_UPDATE_ERROR_NO_FEED,
  VETO_UPDATE_ERROR_BUSY,
  VETO_UPDATE_ERROR_DISK,
  VETO_UPDATE_ERROR_TIMEOUT,
} VetoUpdateError;

/**
 * veto_update_problem_get_id:
 * @error: of veto_updater_check_finish()
 *
 * Returns: "network", "web-page", "timeout", "redirect", "signature", "rollback", "expired", "malformed", "hash",
 *   "too-big", "link", "too-new", "disk", "busy", "no-feed" or "cancelled"
 */
const char *veto_update_problem_get_id (const GError *error);

/* @id: of veto_update_problem_get_id(). Returns: what happened, as a heading, in the reader's language */
const char *veto_update_problem_get_title (const char *id);

/**
 * veto_update_problem_dup_text:
 * @id: of veto_update_problem_get_id()
 * @in_use: when the guidance in use was made, in seconds UTC, as veto_updater_get_created() has it; 0: not known
 * @today: the day as the computer has it
 *
 * Rule: security design, 10.
 *
 * Returns: (transfer full): what it means and what to do, in the reader's language
 */
char *veto_update_problem_dup_text (const char *id, gint64 in_use, const GDate *today);

G_END_DECLS
