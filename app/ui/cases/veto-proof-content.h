/* Proof that comes by way of the clipboard, or is dragged here from another program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-proof-intake.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what may be dropped: files, and pictures as browsers offer them */
GdkContentFormats *veto_proof_content_list_formats (void);

/* Takes the files or the picture that was dropped, and says that it is done with it. */
void veto_proof_content_drop (VetoProofIntake *intake, GdkDrop *drop);

/* Takes the files or the picture in @clipboard. Returns: %FALSE when there is neither */
gboolean veto_proof_content_paste (VetoProofIntake *intake, GdkClipboard *clipboard);

G_END_DECLS
