/* The guidance that commands work on. Whatever is wrong has been said when a function returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-ctl-command.h"
#include "veto-guide-set.h"
#include "veto-updater.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the guidance that was asked for, in the language that was asked for */
VetoGuideSet *veto_ctl_load_guidance (const VetoCtl *ctl);

/* Returns: (transfer full): the way to the guidance that is kept beside the database of @ctl; it has loaded nothing yet */
VetoUpdater *veto_ctl_make_updater (const VetoCtl *ctl);

typedef int (*VetoCtlPrint) (VetoGuideSet *set);

/* Prints the guidance that was asked for, as @json or @text, whichever was asked for. Returns: the exit code */
int veto_ctl_print_guidance (const VetoCtl *ctl, VetoCtlPrint json, VetoCtlPrint text);

/* Returns: (transfer none) (nullable): the platform that a person calls @name: by id or name, in any case */
VetoPlatform *veto_ctl_find_platform (VetoGuideSet *set, const char *name);

/**
 * veto_ctl_find_guide:
 * @name: (nullable): a guide's id, in any case; %NULL for the one that is proposed
 *
 * Returns: (transfer none) (nullable)
 */
const VetoGuide *veto_ctl_find_guide (VetoPlatform *platform, const char *name);

G_END_DECLS
