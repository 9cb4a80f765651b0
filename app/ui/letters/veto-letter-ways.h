/* The page that asks how a letter is to be sent: each way with what happens, and when it is the right one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  VETO_LETTER_WAY_PDF,
  VETO_LETTER_WAY_PRINT,
  VETO_LETTER_WAY_EMAIL,
  VETO_LETTER_WAY_COPY,
  VETO_LETTER_WAY_TEXT,
} VetoLetterWay;

#define VETO_TYPE_LETTER_WAYS (veto_letter_ways_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterWays, veto_letter_ways, VETO, LETTER_WAYS, GtkWidget)

/**
 * veto_letter_ways_new:
 * @heading: the question
 * @text: (nullable): who gets the letter, or that it was sent
 *
 * The signal "chosen" comes with the VetoLetterWay, as an int.
 *
 * Returns: (transfer floating): a page without any way yet
 */
GtkWidget *veto_letter_ways_new (const char *heading, const char *text);

/**
 * veto_letter_ways_append:
 * @title: "Print…"
 * @text: one line on what happens, or why it cannot be
 * @is_possible: else it can be read, not chosen
 */
void veto_letter_ways_append (VetoLetterWays *self,
                              VetoLetterWay   way,
                              const char     *title,
                              const char     *text,
                              gboolean        is_possible);

/* @child: (transfer floating): below the ways that are there by now; before the first, above them */
void veto_letter_ways_append_child (VetoLetterWays *self, GtkWidget *child);

G_END_DECLS
