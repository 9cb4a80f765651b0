/* Looks at many sources, one after the other, so that no site is asked more than it can bear.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-source-look.h"

G_BEGIN_DECLS

/* For each source, in their order */
typedef void (*VetoSourceWatchFunc) (const VetoSource *source, const VetoSourceLook *look, gpointer data);

/* Between two requests to one host, in milliseconds */
#define VETO_SOURCE_PAUSE_MS 1000

/**
 * veto_source_watch:
 * @sources: (element-type VetoSource)
 * @limits: veto_source_limits, but for tests
 * @pause_ms: VETO_SOURCE_PAUSE_MS, but for tests
 * @func: told of each when it was looked at
 *
 * Asks for one page after the other; a host is not asked again before @pause_ms have gone by since its last answer. Waits until all are
 * done, in a main context of its own: for a program without a window.
 */
void veto_source_watch (const GPtrArray       *sources,
                        const VetoFetchLimits *limits,
                        guint                  pause_ms,
                        VetoSourceWatchFunc    func,
                        gpointer               data);

G_END_DECLS
