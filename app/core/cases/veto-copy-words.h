/* Words about copies of everything, for window and vetoctl alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-backup-file.h"

G_BEGIN_DECLS

/* Returns: (transfer full): "12 cases, 3 letters, 5 pieces of proof"; letters and proof are left out where there are none */
char *veto_copy_words_dup_contents (const VetoStoreContents *contents);

/* Returns: (transfer full): "7 October 2025": the day of an instant, seconds UTC */
char *veto_copy_words_dup_day (gint64 instant);

/* Returns: (transfer full): why no copy could be saved, and what to do. @error: of veto_store_back_up() */
char *veto_copy_words_dup_not_saved (const GError *error);

/* Returns: (transfer full): why a copy cannot be brought back, and what to do. @error: of veto_store_check_copy() or
 * veto_store_put_copy() */
char *veto_copy_words_dup_not_restored (const GError *error);

G_END_DECLS
