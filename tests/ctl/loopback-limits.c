/* vetoctl as the test of "sources check" needs it: it may ask servers of this computer, and need not wait.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ctl-source-limits.h"

static const VetoFetchLimits limits = { .kind = VETO_FETCH_PAGE,
                                        .max_bytes = 4 * 1024 * 1024,
                                        .exact_bytes = -1,
                                        .deadline_ms = 5000,
                                        .loopback = TRUE };

const VetoFetchLimits *const veto_ctl_source_limits = &limits;
const guint                  veto_ctl_source_pause_ms = 1;
