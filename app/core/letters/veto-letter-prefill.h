/* What the store knows already and a letter asks: between questions and values. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-saved-letter-private.h"
#include "veto-store-rows.h"

G_BEGIN_DECLS

/* Puts what is known of person, account and case into a new letter. */
gboolean veto_letter_prefill (VetoLetter      *letter,
                              VetoSavedLetter *saved,
                              VetoStore       *store,
                              VetoGuideSet    *set,
                              GError         **error);

/* Whether somebody writes it for the person of the case, and says so in it: its name and address are then not that person's. */
gboolean veto_letter_is_for_ward (VetoLetter *letter, const VetoStoreCase *row);

/* @before: (nullable) (element-type utf8 utf8): the answers as they were. Returns: (transfer full) (element-type utf8 utf8):
 * what person and account get from the answers that are others now, by the names of values; it borrows from @letter */
GHashTable *veto_letter_collect_values (VetoLetter *letter, GHashTable *before, gboolean is_for_ward);

G_END_DECLS
