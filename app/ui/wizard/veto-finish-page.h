/* The end of a guide: what was reached, said once and quietly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objection.h"

G_BEGIN_DECLS

/* @is_fresh: whether it was finished just now, and not before. Returns: (transfer floating): a page that can take the focus, and is then read out */
GtkWidget *veto_finish_page_new (VetoObjection *item, gboolean is_fresh);

G_END_DECLS
