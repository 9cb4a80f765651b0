/* What a letter still needs before it can be sent, each with a way there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_MISSING (veto_letter_missing_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterMissing, veto_letter_missing, VETO, LETTER_MISSING, GtkWidget)

/* "Still missing: your address, your account". Not seen while nothing is missing. The signal "asked" has the id of what the
 * person wants to go to, see veto_letter_work_dup_missing(). Returns: (transfer floating) */
GtkWidget *veto_letter_missing_new (VetoLetterWork *work);

G_END_DECLS
