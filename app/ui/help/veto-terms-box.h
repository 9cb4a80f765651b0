/* What the legal terms on a page mean, below the text that has them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guide-set.h"

G_BEGIN_DECLS

#define VETO_TYPE_TERMS_BOX (veto_terms_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoTermsBox, veto_terms_box, VETO, TERMS_BOX, GtkWidget)

/**
 * veto_terms_box_new:
 * @set: whose glossary explains the terms; it is kept
 * @above: (nullable): the box of a text further up the page, whose terms need no second explanation; it must outlive this one
 *
 * A row that can be opened, and is not there at all as long as there is nothing to explain. Open, it has a card for each term.
 * Esc closes it, and the keyboard is then on the row.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_terms_box_new (VetoGuideSet *set, VetoTermsBox *above);

/* Adds the terms in @text, which stands on the page. */
void veto_terms_box_read (VetoTermsBox *self, const char *text);

/* The same for the text of @label, which must have it by now: where a term stands for the first time it gets a line under it, and a
 * click on it opens this box at its card. @label must not outlive the page that both are on. */
void veto_terms_box_mark (VetoTermsBox *self, GtkLabel *label);

/* Has the terms in the labels that are visible in @widgets, which ends with %NULL, and no others: for a page whose words change. Nothing
 * moves as long as the terms are the same. */
void veto_terms_box_follow (VetoTermsBox *self, VetoGuideSet *set, GtkWidget *const *widgets);

/* Adds all terms of the glossary: for the page where one looks things up. */
void veto_terms_box_add_all (VetoTermsBox *self);

G_END_DECLS
