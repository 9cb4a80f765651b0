/* What a client would fetch and verify, led here by the linker (--wrap), so that thousands of looks take no time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model-publisher.h"

G_BEGIN_DECLS

#define MODEL_NETWORK_URL "https://feed.example.org/veto/"

/* @publisher: (nullable): whose server answers from now on. Forgets the signatures of the one before. */
void model_network_set (ModelPublisher *publisher);

G_END_DECLS
