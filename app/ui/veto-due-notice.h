/* What the desktop says when something became due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-case.h"

G_BEGIN_DECLS

#define VETO_DUE_NOTICE "due" /* the id of the one notification: a newer one takes the place of the older */

/**
 * veto_due_notice_new:
 * @cases: (element-type VetoCase): one or more
 *
 * Says that something is due, and nothing of the case: others may see the screen. Pressing it opens the one case, or the window.
 * Rule: security design, 6.6.
 *
 * Returns: (transfer full)
 */
GNotification *veto_due_notice_new (GPtrArray *cases);

/**
 * veto_due_notice_has_reader:
 *
 * Whether the desktop shows notifications. Where it does not, nothing is claimed: what nobody can see is not told. Asks the bus
 * itself, which answers at once.
 */
gboolean veto_due_notice_has_reader (void);

/* Looks what is due, and tells what was not told yet, as @application. What is told and over goes. */
gboolean veto_due_notice_look (GApplication *application, GError **error);

/* For when the window is closed: looks what is due, tells it, and ends. @name: of the program. Returns: an exit code */
int veto_due_notice_check (const char *name);

G_END_DECLS
