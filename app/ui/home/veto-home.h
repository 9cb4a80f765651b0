/* What the parts of the overview do alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what an objection is about and whose account it is, ready to stand in a sentence; and the id by which the window names it. */
char       *veto_home_dup_title (VetoObjection *item);
const char *veto_home_get_id (VetoObjection *item);

/* Shows all there is about a case, in the window that @widget is in. */
void veto_home_show_case (GtkWidget *widget, VetoCase *item);

/* Does what is next in the case of @item, or begins it. */
void veto_home_do_next (GtkWidget *widget, VetoObjection *item);

/* Takes all rows out. Returns: whether the keyboard was in one of them */
gboolean veto_home_clear_list (GtkListBox *list);

G_END_DECLS
