/* For tests that have a row for each function: what the headers offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * public_functions_assert_covered:
 * @folder: of app/core, "store"
 * @prefix: of the functions that are meant, "veto_store_"
 * @rows: what the test has rows for, %NULL at its end; a name may be there twice
 * @others: what needs none, %NULL at its end
 *
 * Asks that each function that can fail (GError **) in a public header of that folder is among one of the two, and that
 * nothing else is.
 */
void public_functions_assert_covered (const char        *folder,
                                      const char        *prefix,
                                      const char *const *rows,
                                      const char *const *others);

G_END_DECLS
