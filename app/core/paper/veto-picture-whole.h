/* Private to paper: whether the file of a picture has its end. Loaders fill up what is missing, and say nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From chunk to chunk to the last one (PNG, second edition, 5.3, 11.2.5). */
gboolean veto_picture_is_png_whole (const guint8 *data, gsize n_bytes);

/* From marker to marker to the end of the picture (ITU-T T.81, B.1.1); what hides in a part, such as a small copy, does not count. */
gboolean veto_picture_is_jpeg_whole (const guint8 *data, gsize n_bytes);

G_END_DECLS
