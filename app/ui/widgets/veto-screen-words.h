/* A drawn screen in words, for those who do not see it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "veto-guide.h"

G_BEGIN_DECLS

/**
 * veto_screen_dup_words:
 * @screen: (nullable): what is drawn
 * @value: (nullable): what stands in the field that is marked
 *
 * Returns: (transfer full): whole sentences: what the picture shows, what is marked, what stands there
 */
char *veto_screen_dup_words (const VetoScreen *screen, const char *value);

G_END_DECLS
