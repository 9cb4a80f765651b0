/* A question with room for an answer, and a sentence below when the answer cannot stay like that.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VetoTypedBoxFlags:
 * @VETO_TYPED_BOX_LINES: the answer may have several lines
 * @VETO_TYPED_BOX_UNFINISHED: while it is being typed it is not yet right (an e-mail address), so the sentence waits until
 *   the person goes on
 */
typedef enum {
  VETO_TYPED_BOX_NONE = 0,
  VETO_TYPED_BOX_LINES = 1 << 0,
  VETO_TYPED_BOX_UNFINISHED = 1 << 1,
} VetoTypedBoxFlags;

#define VETO_TYPE_TYPED_BOX (veto_typed_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoTypedBox, veto_typed_box, VETO, TYPED_BOX, GtkWidget)

/**
 * veto_typed_box_new:
 * @label: the question
 * @hint: (nullable): help with it, below
 * @text: what stands there already
 *
 * The signal "typed" has the text after each key.
 *
 * Returns: (transfer floating)
 */
GtkWidget *
veto_typed_box_new (const char *label, const char *hint, const char *text, VetoTypedBoxFlags flags);

/* @problem: (nullable): a sentence on what stands there now */
void veto_typed_box_set_problem (VetoTypedBox *self, const char *problem);

/* @remark: (nullable): a sentence on what stands there and may stay */
void veto_typed_box_set_remark (VetoTypedBox *self, const char *remark);

/* Says the problem now, whether the person has gone on or not. */
void veto_typed_box_show_problem (VetoTypedBox *self);

/* Adds @widget (transfer floating) beside the entry, such as a button that fills it. */
void veto_typed_box_add_beside (VetoTypedBox *self, GtkWidget *widget);

void  veto_typed_box_set_text (VetoTypedBox *self, const char *text);
char *veto_typed_box_dup_text (VetoTypedBox *self);

G_END_DECLS
