/* Pages as they come out of the printer, one below the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-paper.h"

G_BEGIN_DECLS

#define VETO_TYPE_PAPER_VIEW (veto_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (VetoPaperView, veto_paper_view, VETO, PAPER_VIEW, GtkWidget)

/* @name: what it is, for screen readers. Returns: (transfer floating): a view of one empty page, as wide as there is room */
GtkWidget *veto_paper_view_new (const char *name);

/* @paper: (nullable): kept; @text: all that stands on it, for screen readers. */
void veto_paper_view_set_paper (VetoPaperView *self, VetoPaper *paper, const char *text);

/**
 * veto_paper_view_set_zoom:
 * @zoom: 0: as wide as there is room; 1: at least so wide that the letters have the size of the reader's text; and multiples
 */
void   veto_paper_view_set_zoom (VetoPaperView *self, double zoom);
double veto_paper_view_get_zoom (VetoPaperView *self);

guint veto_paper_view_get_n_pages (VetoPaperView *self); /* 0 before there is a paper */

G_END_DECLS
