/* The answers for a letter, from the command line and from a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-ctl-command.h"
#include "veto-letter.h"

G_BEGIN_DECLS

/* Gives @letter the answers of --facts and of each --set; whatever is wrong has been said when it is %FALSE. */
gboolean veto_ctl_answer_letter (const VetoCtl *ctl, VetoLetter *letter);

G_END_DECLS
