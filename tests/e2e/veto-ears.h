/* What a screen reader says by itself, as Orca decides it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heard is: the name and description of what gets the keyboard; a name or description that changes where the keyboard is
 * (onNameChanged() and onDescriptionChanged() of default.py in Orca 43.1, which Debian 12 has); and what a program asks to
 * be announced (GTK from 4.14 on). */
#pragma once

#include "veto-driver.h"

typedef struct _VetoEars VetoEars;

/* (transfer full): listens from now on; before the program is started, so that it is known where the keyboard is */
VetoEars *veto_ears_new (void);
void      veto_ears_free (VetoEars *ears);

/* Waits until something was heard in which @words stand, and forgets all that came before it. */
void veto_ears_expect (VetoEars *ears, VetoDriver *driver, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoEars, veto_ears_free)
