/* A guide for somewhere else: on the clipboard, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-platform.h"

G_BEGIN_DECLS

/**
 * veto_takeaway_copy:
 * @widget: where that was asked for
 * @platform: what the guide is of
 * @guide: one of its guides
 *
 * Puts the whole guide on the clipboard, as text that can be followed without Veto, and says so. Nothing in it is about
 * the person.
 */
void veto_takeaway_copy (GtkWidget *widget, VetoPlatform *platform, const VetoGuide *guide);

/**
 * veto_takeaway_print:
 * @widget: where that was asked for; in the window until the dialog comes up
 * @platform: what the guide is of
 * @guide: one of its guides
 * @language: of its words
 *
 * Lays the steps out on pages, in a thread, then asks for a printer.
 */
void
veto_takeaway_print (GtkWidget *widget, VetoPlatform *platform, const VetoGuide *guide, const char *language);

G_END_DECLS
