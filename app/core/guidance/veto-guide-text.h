/* A guide as text that a person can follow without Veto.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-lines.h"

G_BEGIN_DECLS

/* Returns: (transfer full): @text as the reader's device can show it */
typedef char *(*VetoGuidePlainFunc) (const char *text);

/**
 * veto_guide_dup_text:
 * @platform: what the guide is of
 * @guide: one of its guides
 * @reader: who will read it
 * @n_columns: how wide a line may be, as a terminal counts; 0: whoever shows it breaks the paragraphs
 * @make_plain: (nullable): for a device that cannot show everything
 *
 * Returns: (transfer full): veto_guide_lines_new() as plain text
 */
char *veto_guide_dup_text (VetoPlatform      *platform,
                           const VetoGuide   *guide,
                           VetoGuideReader    reader,
                           guint              n_columns,
                           VetoGuidePlainFunc make_plain);

G_END_DECLS
