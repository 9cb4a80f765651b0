/* What is wrong with what one sees, and with what a screen reader hears.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gallery_find_cut:
 * @root: a window or popover that has been laid out
 * @faults: (element-type utf8): a sentence is added for each fault
 *
 * Looks for words that are shortened or do not fit into their label, and for widgets that reach out of the one they are
 * in, unless one can scroll there. Only the title in a header bar and the name in a row of the sidebar may be shortened:
 * both stand on the page as well.
 */
void gallery_find_cut (GtkWidget *root, GPtrArray *faults);

/* Whether @widget is one of Veto's that draw all that is in them */
gboolean gallery_draws_itself (GtkWidget *widget);

/* As above: words and pictures that lie on top of one another. A toast may: that is what it does. */
void gallery_find_overlaps (GtkWidget *root, GPtrArray *faults);

/* As above: what one can use or should know of, and a screen reader has no name for. */
void gallery_find_nameless (GtkWidget *root, GPtrArray *faults);

/* Whether a screen reader has a name for @widget, which is in the window or popover @root */
gboolean gallery_is_named (GtkWidget *widget, GtkWidget *root);

/* As above: what takes the keyboard and is nothing to a screen reader, or does not say how it stands or what it belongs to. */
void gallery_find_roleless (GtkWidget *root, GPtrArray *faults);

/* As above: where Tab gets stuck, jumps about, leaves something out or does not lead back; the keyboard ends where it was. */
void gallery_find_lost (GtkWidget *root, GPtrArray *faults);

/* As above: where one can paste a text that the layout dies of. */
void gallery_find_unguarded (GtkWidget *root, GPtrArray *faults);

/* As above: what one can press and is less than 44 pixels wide or high; at the usual text size. */
void gallery_find_small (GtkWidget *root, GPtrArray *faults);

/**
 * gallery_find_untranslated:
 * @known: (element-type utf8): what may stand without a translation, the longest first
 *
 * As above: what is seen or heard and stands outside of the brackets that each translated text has in the language
 * “en_XA” (make-pseudo.py).
 */
void gallery_find_untranslated (GtkWidget *root, GPtrArray *known, GPtrArray *faults);

/* As above, while everything is laid out from right to left: what does not stand where a mirror would show it, and icons
 * that point the same way in both directions. */
void gallery_find_unturned (GtkWidget *root, GPtrArray *faults);

/**
 * gallery_watch_warnings:
 * @faults: (element-type utf8) (nullable): where the warnings of all libraries go from now on; %NULL: nowhere, but there
 * must be none
 */
void gallery_watch_warnings (GPtrArray *faults);

G_END_DECLS
