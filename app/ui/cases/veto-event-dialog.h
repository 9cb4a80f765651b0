/* "What happened?": an entry of a timeline, new or to be corrected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-case.h"

G_BEGIN_DECLS

#define VETO_TYPE_EVENT_DIALOG (veto_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VetoEventDialog, veto_event_dialog, VETO, EVENT_DIALOG, AdwWindow)

/**
 * veto_event_dialog_add:
 * @page: where that was asked for; it gets the focus when something was entered, and shows the note with the way back
 * @draft: (nullable): what is known already
 */
void veto_event_dialog_add (GtkWidget *page, VetoCase *item, const VetoEventDraft *draft);

/* Corrects an entry. What is of a newer Veto is left as it is. */
void veto_event_dialog_correct (GtkWidget *page, VetoCase *item, VetoEvent *event);

G_END_DECLS
