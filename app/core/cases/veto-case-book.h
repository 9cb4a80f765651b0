/* All cases: a GListModel of VetoCase, oldest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-case.h"
#include "veto-guidance.h"
#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE_BOOK (veto_case_book_get_type ())
G_DECLARE_FINAL_TYPE (VetoCaseBook, veto_case_book, VETO, CASE_BOOK, GObject)

/* Signal "placed" (no arguments): which accounts are first ones changed, but no case came or went. */

/**
 * veto_case_book_new:
 * @store: where cases are kept
 * @guidance: where their guides are looked up; after a swap each case's state is computed again
 * @error: return location, %VETO_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the book with all cases read
 */
VetoCaseBook *veto_case_book_new (VetoStore *store, VetoGuidance *guidance, GError **error);

/**
 * veto_case_book_start:
 * @platform: a platform's id
 * @goal: the goal, "object"
 * @guide: the guide to begin with
 *
 * Makes a case of the first account there of the person in front of the program, and account and person where there are
 * none, in one transaction; when that account has a case with that goal already, returns that one.
 *
 * Returns: (transfer none) (nullable)
 */
VetoCase *veto_case_book_start (VetoCaseBook *self,
                                const char   *platform,
                                const char   *goal,
                                const char   *guide,
                                GError      **error);

/* The same for any account that is there, by its id. */
VetoCase *veto_case_book_start_for (VetoCaseBook *self,
                                    const char   *account,
                                    const char   *goal,
                                    const char   *guide,
                                    GError      **error);

/* (transfer none) (nullable): the case for that platform, and for that @goal unless it is %NULL: that of the own first
 * account, else the oldest */
VetoCase *veto_case_book_find (VetoCaseBook *self, const char *platform, const char *goal);

/* (transfer none) (nullable): the case of that id */
VetoCase *veto_case_book_find_id (VetoCaseBook *self, const char *id);

/**
 * veto_case_book_refresh:
 * @error: return location, %VETO_STORE_ERROR; the book is then as it was
 *
 * Reads again when another process (vetoctl) has written, and tells what is new by notify, "changed" and items-changed;
 * a case that is still there stays the same object. Cheap when nothing has changed: meant for whenever the window gets
 * the focus.
 */
gboolean veto_case_book_refresh (VetoCaseBook *self, GError **error);

G_END_DECLS
