/* About Veto: who made it, on what it stands, and whose public pages its guidance comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * veto_about_show:
 * @parent: (nullable): the window that it comes up above
 * @set: (nullable): the guidance whose sources are thanked
 */
void veto_about_show (GtkWindow *parent, VetoGuideSet *set);

G_END_DECLS
