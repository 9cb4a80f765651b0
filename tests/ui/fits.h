/* Whether everything on a page has its place: nothing is cut off, nothing is wider than the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* Called with each page as it stands on the screen. @where: which page it is, for messages */
typedef void (*FitsFunc) (Scene *scene, const char *where, gpointer data);

/**
 * fits_check_pages:
 * @set: the guidance
 * @width: of the window, in pixels
 * @points: the size of the text, 11 or 22
 * @func: (nullable): asks more of each page
 *
 * Opens the overview, each platform with each of its ways, each step, each step of each branch, and each way's end, and
 * fails the test for each text that is cut off, shortened or out of the window, and when the window cannot be as narrow
 * as 360 pixels.
 */
void fits_check_pages (VetoGuideSet *set, int width, guint points, FitsFunc func, gpointer data);

/* The same for what is on the screen now, and nothing else. @width: of the window, in pixels */
void fits_check_now (Scene *scene, const char *where, int width);

G_END_DECLS
