/* What a statement rests on, in words: who says so, of which day, and how sure that is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide.h"

G_BEGIN_DECLS

/**
 * veto_evidence_get_changed:
 * @evidence: what a statement rests on
 * @out_day: (out): the first day on which one of its pages was another one
 *
 * A change before the statement was written, or before somebody tried it, does not count.
 *
 * Returns: whether a page has changed since
 */
gboolean veto_evidence_get_changed (const VetoEvidence *evidence, GDate *out_day);

/**
 * veto_evidence_dup_description:
 * @evidence: what the steps of a guide rest on
 *
 * Names the source whose day it is: an older source is never quoted with a newer day. Says "checked" only of what
 * somebody tried by hand, after 90 days that it may look different by now, and that a page has changed where one has.
 *
 * Returns: (transfer full): "As described by Verbraucherzentrale NRW on 7 October 2025. This may look different by now."
 */
char *veto_evidence_dup_description (const VetoEvidence *evidence);

/* Returns: (transfer full): the same for a fact or an entry of the history: "Source: Irish DPC; as of 21 May 2025" */
char *veto_evidence_dup_source (const VetoEvidence *evidence);

G_END_DECLS
