/* How far a dossier is, with a way to stop it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VETO_TYPE_DOSSIER_BAR (veto_dossier_bar_get_type ())
G_DECLARE_FINAL_TYPE (VetoDossierBar, veto_dossier_bar, VETO, DOSSIER_BAR, AdwWindow)

/**
 * veto_dossier_bar_new:
 * @window: over which it stands; it goes with it
 * @cancellable: cancelled by the button, and when this is closed in any other way
 *
 * Returns: (transfer none): as any window, it belongs to GTK
 */
GtkWidget *veto_dossier_bar_new (GtkWindow *window, GCancellable *cancellable);

/* @fraction: 0 to 1 */
void veto_dossier_bar_set_fraction (VetoDossierBar *self, double fraction);

G_END_DECLS
