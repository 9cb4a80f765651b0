/* What a window looks like, also where one would have to scroll.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ScenePicture ScenePicture;

/**
 * scene_picture_new:
 * @root: (transfer none): a window or a popover that has been painted; it must stay as it is as long as the picture is used
 * @scale: how many pixels of the picture make one of the screen
 *
 * Takes the picture as if the window were so high that nothing has to be scrolled in its widest part; with a toast on it,
 * as it is.
 *
 * Returns: (transfer full)
 */
ScenePicture *scene_picture_new (GtkWidget *root, float scale);

void scene_picture_free (ScenePicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScenePicture, scene_picture_free)

/**
 * scene_picture_get_contrast:
 * @widget: a label in what the picture shows
 *
 * Returns: the contrast of its words with what is behind them, 1 to 21; only at a @scale of 3 or more has the middle of
 * a stroke the colour of the text
 */
double scene_picture_get_contrast (const ScenePicture *picture, GtkWidget *widget);

/* The same for a widget that draws its words itself: the least of them; 21 where it draws none */
double scene_picture_get_drawn_contrast (const ScenePicture *picture, GtkWidget *widget);

/* Writes a PNG, and makes the folder for it. What is higher than Cairo can draw goes on in "NAME-2.png" and so on.
 * @path: ends in .png */
void scene_picture_save (const ScenePicture *picture, const char *path);

G_END_DECLS
