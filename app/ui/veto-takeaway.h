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

G_END_DECLS
