/* When the objection of one account may count for another that is linked with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"

G_BEGIN_DECLS

typedef struct
{
  VetoCase       *by;   /* (transfer none): the case of the linked account, sent and not refused */
  GDate           day;  /* when it was sent */
  const VetoFact *fact; /* what the guidance knows about linked accounts, and how sure that is */
} VetoCaseCover;

/**
 * veto_case_book_find_cover:
 * @item: the case of an account
 * @out_cover: (out caller-allocates): to be used at once
 *
 * Nothing is concluded from it: state and deadline of @item are its own. It says why the person may not have to do it.
 *
 * Returns: whether a linked account (VetoStoreCase.linked_to, either way, or both linked to a third) has a case to the same
 *   goal that was sent, and the guidance of @item's platform knows what that means: its fact "linked-accounts"
 */
gboolean veto_case_book_find_cover (VetoCaseBook *self, VetoCase *item, VetoCaseCover *out_cover);

/* Returns: (transfer full): which account, of which day, what that means, and how sure it is, with the source */
char *veto_case_cover_dup_words (const VetoCaseCover *cover);

G_END_DECLS
