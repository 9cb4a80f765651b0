/* What is the same in every language, or is the person's own: where words stand without a translation, and should.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gallery_read_known:
 * @folder: of the guidance
 *
 * Returns: (transfer full) (element-type utf8): names of companies, services and authorities, their addresses, and what the
 * gallery's own pages type; the longest first
 */
GPtrArray *gallery_read_known (const char *folder);

G_END_DECLS
