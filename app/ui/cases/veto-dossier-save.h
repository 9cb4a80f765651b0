/* A case as a folder for an authority: where to, how far it is, and the way to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-dossier.h"
#include "veto-services.h"

G_BEGIN_DECLS

/**
 * veto_dossier_save:
 * @parent: where it was asked for: the page of a case, or the dialog that sends its complaint
 * @item: the case
 *
 * Asks for a folder, puts the dossier together in it with a bar that shows how far it is, and says where it is: with a way to
 * it in a note of the window, or in a dialog where @parent has no place for notes. "Cancel" leaves nothing there.
 */
void veto_dossier_save (GtkWidget *parent, VetoServices *services, VetoCase *item);

/* The same without the question: @folder is there, and gets a new one in it. */
void veto_dossier_save_in (GtkWidget *parent, VetoServices *services, VetoCase *item, const char *folder);

/* Returns: (transfer full) (nullable): the case as it is now, in the words of the window; @error: what could not be read */
VetoDossier *veto_dossier_save_describe (VetoServices *services, VetoCase *item, GError **error);

G_END_DECLS
