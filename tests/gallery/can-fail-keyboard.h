/* Made-up contents of a window with one fault each, for the keyboard and for screen readers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): something that takes the keyboard, and is nothing */
GtkWidget *create_roleless (void);
/* a button in something that is only there to be looked at */
GtkWidget *create_unheard (void);
/* a button that stays pressed and does not say so */
GtkWidget *create_stateless (void);
/* an entry that is wrong and does not say why; a search that does not say what it fills */
GtkWidget *create_unexplained (void);
GtkWidget *create_aimless_search (void);
/* where Tab never gets further; leaves something out; goes to the right column first; from where Shift+Tab does not get out */
GtkWidget *create_trap (void);
GtkWidget *create_left_out (void);
GtkWidget *create_jump (void);
GtkWidget *create_one_way (void);

G_END_DECLS
