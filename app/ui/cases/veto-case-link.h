/* A link from one page to another, as a card of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_CASE_LINK (veto_case_link_get_type ())
G_DECLARE_FINAL_TYPE (VetoCaseLink, veto_case_link, VETO, CASE_LINK, GtkWidget)

/* @title: where it leads; @action: an action with one text. Returns: (transfer floating) */
GtkWidget *veto_case_link_new (const char *title, const char *action);

/* @about: what is to be found there, "" when there is nothing to say; @target: for the action */
void veto_case_link_show (VetoCaseLink *self, const char *about, const char *target);

G_END_DECLS
