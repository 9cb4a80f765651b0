/* Children side by side where there is room, else one below the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties, all set in a .ui file:
 * "spacing": between children, in pixels
 * "row-width": from this width on, in pixels at the usual text size, they stand side by side; 0 for what does not fill its place, because
 *   it gets the width it would like and no more, whatever it was measured for
 * "keep-natural": whether a row is given up as soon as one child would get less than it would like: buttons keep their
 * words on one line
 * "align-top": whether children of a row begin at its upper edge: texts that are read line by line
 * "equal": whether all children of a row are as wide as each other, whatever is in them: columns of several rows below each other
 * "row-reversed": whether the last child stands first in a row: a picture is seen first, and read out last
 * "column-reversed": whether the last child stands first in a column: the button to press is on top
 *
 * In a row, children that expand share what is left; where none does, the row stands in the middle. Each child has the
 * height that it needs, in the middle of the row's where nothing else is said. */
#define VETO_TYPE_FLIP_LAYOUT (veto_flip_layout_get_type ())
G_DECLARE_FINAL_TYPE (VetoFlipLayout, veto_flip_layout, VETO, FLIP_LAYOUT, GtkLayoutManager)

G_END_DECLS
