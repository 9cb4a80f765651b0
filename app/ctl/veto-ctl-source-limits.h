/* What "vetoctl sources check" may fetch, and how often. A program of its own for tests has other ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-fetch.h"

extern const VetoFetchLimits *const veto_ctl_source_limits;
extern const guint                  veto_ctl_source_pause_ms;
