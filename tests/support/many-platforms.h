/* Guidance with as many platforms as a test wants: the built-in one, once and again under other ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * many_platforms_read:
 * @first: the number of the first platform
 * @n_platforms: how many there are; the ids are "p01", "p02" …
 * @language: the reader's language
 *
 * The program must link the built-in guidance.
 *
 * Returns: (transfer full): guidance whose platforms are all like the first of the built-in ones
 */
VetoGuideSet *many_platforms_read (guint first, guint n_platforms, const char *language);

G_END_DECLS
