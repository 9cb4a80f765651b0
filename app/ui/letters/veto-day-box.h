/* A question for a day, with the day in words below while it is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_DAY_BOX (veto_day_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoDayBox, veto_day_box, VETO, DAY_BOX, GtkWidget)

/**
 * veto_day_box_new:
 * @label: the question
 * @day: what stands there already
 *
 * A day that is still to come is none. Signals: "changed" after each key, "activate" for the Enter key.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_day_box_new (const char *label, const GDate *day);

/* Refuses days before @day, with @why: a sentence. */
void veto_day_box_set_first (VetoDayBox *self, const GDate *day, const char *why);

/* @out_day: (out caller-allocates): untouched when no day stands there that can be. Returns: whether one does */
gboolean veto_day_box_get_day (VetoDayBox *self, GDate *out_day);

G_END_DECLS
