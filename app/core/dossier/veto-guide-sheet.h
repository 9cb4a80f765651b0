/* A guide on paper, for somebody who follows it at another machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-document.h"
#include "veto-platform.h"

G_BEGIN_DECLS

/**
 * veto_guide_sheet_new:
 * @platform: what the guide is of
 * @guide: one of its guides
 * @language: of its words, as veto_guide_set_get_language() says
 *
 * Every step with a box to tick and every address in full, the branches below their step, what an objection covers, and
 * where the steps come from. Without what is only good to know: that would be as many pages again. Lay it out with
 * %VETO_PAPER_SHEET.
 *
 * Returns: (transfer full)
 */
VetoDocument *veto_guide_sheet_new (VetoPlatform *platform, const VetoGuide *guide, const char *language);

G_END_DECLS
