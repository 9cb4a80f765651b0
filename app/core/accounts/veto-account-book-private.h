/* What the book of accounts does for its own files. Private to accounts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account-book.h"

G_BEGIN_DECLS

VetoStore *veto_account_book_get_store (VetoAccountBook *self);

/* Reads everything, whether it has changed or not. */
gboolean veto_account_book_read (VetoAccountBook *self, GError **error);

G_END_DECLS
