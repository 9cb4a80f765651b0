/* The paragraphs of a letter, each of which can be put into other words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_OWN_WORDS (veto_own_words_get_type ())
G_DECLARE_FINAL_TYPE (VetoOwnWords, veto_own_words, VETO, OWN_WORDS, GtkWidget)

/* "Change the words", to be opened; its rows are made then. Returns: (transfer floating) */
GtkWidget *veto_own_words_new (VetoLetterWork *work);

/* Opens it, and goes to the words of that paragraph. */
void veto_own_words_edit (VetoOwnWords *self, const char *paragraph);

G_END_DECLS
