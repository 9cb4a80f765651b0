/* A page of the introduction: what every one of them has and does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_FIRST_PAGE (veto_first_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (VetoFirstPage, veto_first_page, VETO, FIRST_PAGE, GtkWidget)

/**
 * VetoFirstPageClass:
 * @shown: (nullable): the page is on the screen from now on; nothing is kept here
 * @apply: (nullable): keeps what was answered; only called when the person goes on from a page that is complete
 *
 * Who skips a page leaves everything as it was.
 */
struct _VetoFirstPageClass
{
  GtkWidgetClass parent_class;

  void (*shown) (VetoFirstPage *self);
  gboolean (*apply) (VetoFirstPage *self, GError **error);
};

/* Properties: "complete": whether there is an answer that can be kept; "skippable": whether there is a question at all. */

/* The heading and the sentence below it. Call it once, first. */
void veto_first_page_set_words (VetoFirstPage *self, const char *title, const char *text);

/* (transfer none): where the page puts what it asks */
GtkBox *veto_first_page_get_box (VetoFirstPage *self);

const char *veto_first_page_get_title (VetoFirstPage *self);

void     veto_first_page_set_complete (VetoFirstPage *self, gboolean complete);
gboolean veto_first_page_is_complete (VetoFirstPage *self);
void     veto_first_page_set_skippable (VetoFirstPage *self, gboolean skippable);
gboolean veto_first_page_is_skippable (VetoFirstPage *self);

/* What is said to somebody who goes on without an answer. */
void        veto_first_page_set_missing (VetoFirstPage *self, const char *words);
const char *veto_first_page_get_missing (VetoFirstPage *self);

/* @place: "Step 2 of 4": the page takes the keyboard, and is read out with that. */
void veto_first_page_show (VetoFirstPage *self, const char *place);

/* Keeps what was answered. */
gboolean veto_first_page_apply (VetoFirstPage *self, GError **error);

G_END_DECLS
