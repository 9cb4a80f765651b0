/* What libFuzzer calls with bytes that it made up, and replay.c with those of the corpus.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Returns: 0, as libFuzzer asks; a fault is an assertion that fails, or what a sanitizer sees */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);
