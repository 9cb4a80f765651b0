/* A GtkStack in which one page makes way for the next, and the one that was left goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the next page comes in. */
typedef enum {
  VETO_PAGES_AT_ONCE,
  VETO_PAGES_ONWARDS, /* from the side where reading ends */
  VETO_PAGES_BACK,    /* from the side where reading begins */
} VetoPagesMove;

/**
 * veto_pages_show:
 * @stack: a stack that is used for nothing else
 * @page: (transfer floating): what to show from now on
 * @move: how it comes in, where the desktop allows motion
 *
 * Give the focus to @page next, then call veto_pages_drop_left().
 */
void veto_pages_show (GtkStack *stack, GtkWidget *page, VetoPagesMove move);

/* Removes the page that was left, now or as soon as it is no longer seen. It must not have the focus: GTK 4.8 never lets go
 * of a page that has it when it is removed. */
void veto_pages_drop_left (GtkStack *stack);

G_END_DECLS
