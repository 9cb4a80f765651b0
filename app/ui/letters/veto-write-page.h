/* Writing a letter: the questions, the page that comes of them, and the way out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_WRITE_PAGE (veto_write_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoWritePage, veto_write_page, VETO, WRITE_PAGE, GtkWidget)

/**
 * veto_write_page_new:
 * @work: the letter; one that was sent is shown, not asked for
 *
 * Takes the whole window; its header has the way back, "win.back". It takes the focus where something is missing.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_write_page_new (VetoLetterWork *work);

/* Keeps what was typed. Returns: %FALSE when it could not be kept, and the page says so; called again it lets go */
gboolean veto_write_page_save (VetoWritePage *self);

VetoLetterWork *veto_write_page_get_work (VetoWritePage *self);

G_END_DECLS
