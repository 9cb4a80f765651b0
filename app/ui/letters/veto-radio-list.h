/* A few things of which one is chosen, each with all of its words on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_RADIO_LIST (veto_radio_list_get_type ())
G_DECLARE_FINAL_TYPE (VetoRadioList, veto_radio_list, VETO, RADIO_LIST, GtkWidget)

/* @hint: (nullable): below the question. The signal "chosen" has an id; it comes when a person chose. Returns: (transfer floating) */
GtkWidget *veto_radio_list_new (const char *label, const char *hint);

void veto_radio_list_add (VetoRadioList *self, const char *id, const char *words);

/* Shows that @id is chosen, without the signal. */
void veto_radio_list_select (VetoRadioList *self, const char *id);

G_END_DECLS
