/* The manual in the window: a list of topics, or one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_HELP_PAGE (veto_help_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoHelpPage, veto_help_page, VETO, HELP_PAGE, GtkWidget)

/* Shows the list. A topic that is chosen there is asked for by "win.help". Returns: (transfer floating) */
GtkWidget *veto_help_page_new (void);

/* @topic: (nullable): the id of a topic; for %NULL, and where there is no such topic, the list is shown */
void veto_help_page_show (VetoHelpPage *self, const char *topic);

/* Returns: (nullable): the id of the topic that is shown; %NULL: the list */
const char *veto_help_page_get_topic (VetoHelpPage *self);

/* Returns: (transfer none): what the window's title says meanwhile */
const char *veto_help_page_get_title (VetoHelpPage *self);

G_END_DECLS
