/* The words in what a widget draws.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  graphene_rect_t place;  /* in the widget, in pixels of the screen */
  GdkRGBA         colour; /* as asked for; what is around it may let less of it through */
} SceneText;

/**
 * scene_find_drawn_texts:
 * @widget: a widget that is on the screen
 *
 * Returns: (transfer full) (element-type SceneText): each run of letters of what @widget and its children draw
 */
GArray *scene_find_drawn_texts (GtkWidget *widget);

G_END_DECLS
