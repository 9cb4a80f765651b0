/* A database as a busy person has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/* @n_cases, one to "object" at each platform of @set first, then to other ends; each with @n_events events */
void busy_person_fill (const char *folder, VetoGuideSet *set, guint n_cases, guint n_events);

G_END_DECLS
