/* A network of which a test says whether each byte is paid for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes it g_network_monitor_get_default() of this process; before anything has asked for that. */
void metered_monitor_use (void);

void metered_monitor_set (gboolean is_metered);

G_END_DECLS
