/* The guidance that Veto brings along, as its publishers might change it: for tests of what happens then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

#define NEWER_WORDS "This is another sentence by now. "

/**
 * newer_guidance_read:
 * @platform: the id of one of its platforms
 * @n_steps: how many steps of its first guide say something else, from the first on, in each language
 * @language: the reader's
 *
 * The bodies of these steps begin with %NEWER_WORDS. The program must link the built-in guidance.
 *
 * Returns: (transfer full)
 */
VetoGuideSet *newer_guidance_read (const char *platform, guint n_steps, const char *language);

G_END_DECLS
