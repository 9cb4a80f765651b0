/* The cases that commands work on. Whatever is wrong has been said when a function returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"
#include "veto-ctl-command.h"
#include "veto-letter-book.h"

G_BEGIN_DECLS

/* All that is kept, with the guidance that gives it words */
typedef struct
{
  VetoGuidance   *guidance;
  VetoStore      *store;
  VetoCaseBook   *book;
  VetoLetterBook *letters;
} VetoCtlDesk;

/* @out_desk: empty; nothing on the disk is made or changed. Returns: %FALSE after a line about why it cannot be read */
gboolean veto_ctl_load_desk (const VetoCtl *ctl, VetoGuideSet *set, VetoCtlDesk *out_desk);
void     veto_ctl_desk_clear (VetoCtlDesk *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoCtlDesk, veto_ctl_desk_clear)

/* Returns: (transfer full) (nullable): the cases; nothing on the disk is made or changed */
VetoCaseBook *veto_ctl_load_cases (const VetoCtl *ctl, VetoGuideSet *set);

/* Returns: (transfer full): veto_case_dup_whose() without signs that a terminal does not know */
char *veto_ctl_dup_whose (VetoCase *item);
/* Says what to do about a database that cannot be used; the message of @error names the file and says why. */
void veto_ctl_say_store_error (const GError *error);

G_END_DECLS
