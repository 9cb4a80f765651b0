/* What a screen reader says without the keyboard going there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_announce:
 * @widget: something in the window where it happened; nothing is said while that is no window
 * @text: plain text, in the reader's language; never what was typed, a letter or a password
 *
 * Lets a screen reader say @text once, and leaves the keyboard where it is.
 *
 * GTK has a message for that from 4.14 on. Before, @text becomes the description of what has the keyboard until the keyboard
 * goes elsewhere: Orca reads a description that changes there (onDescriptionChanged() of default.py in Orca 43.1, Debian 12),
 * and hears of nothing else that GTK 4.8 says: a label with the role of an alert that comes into sight tells nobody.
 */
void veto_announce (GtkWidget *widget, const char *text);

G_END_DECLS
