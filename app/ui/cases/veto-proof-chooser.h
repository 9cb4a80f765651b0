/* The question which files are proof.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a file chooser over @window, for one file or several; not shown yet */
GtkNativeDialog *veto_proof_chooser_new (GtkWindow *window);

G_END_DECLS
