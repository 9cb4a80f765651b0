/* What "vetoctl sources check" may fetch, and how often: https alone, a host once a second.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ctl-source-limits.h"

#include "veto-source-watch.h"

const VetoFetchLimits *const veto_ctl_source_limits = &veto_source_limits;
const guint                  veto_ctl_source_pause_ms = VETO_SOURCE_PAUSE_MS;
