/* Ways in which a letter leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer floating): a VetoRadioList that asks how it was sent; the ids are those of VetoEventDraft.channel */
GtkWidget *veto_channels_list_new (void);

/* @channel: (nullable). Returns: (transfer none) (nullable): "By post"; %NULL where nothing is known */
const char *veto_channels_get_label (const char *channel);

/* Returns: (transfer full): "Sent by post on 26 November 2026." */
char *veto_channels_dup_words (const char *channel, const GDate *day);

G_END_DECLS
