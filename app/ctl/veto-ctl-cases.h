/* The cases that commands work on. Whatever is wrong has been said when a function returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"
#include "veto-ctl-command.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the cases; nothing on the disk is made or changed */
VetoCaseBook *veto_ctl_load_cases (const VetoCtl *ctl, VetoGuideSet *set);

/* Says what to do about a database that cannot be used; the message of @error names the file and says why. */
void veto_ctl_say_store_error (const GError *error);

G_END_DECLS
