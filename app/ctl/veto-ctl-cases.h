/* The cases that commands work on. Whatever is wrong has been said when a function returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"
#include "veto-ctl-command.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the cases; nothing on the disk is made or changed */
VetoCaseBook *veto_ctl_load_cases (const VetoCtl *ctl, VetoGuideSet *set);

/* Returns: (transfer full): veto_case_dup_whose() without signs that a terminal does not know */
char *veto_ctl_dup_whose (VetoCase *item);

G_END_DECLS
