/* The real window inside a test, on guidance of the test's own and a store in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-services.h"
#include "veto-typed-box.h"
#include "veto-window.h"

G_BEGIN_DECLS

typedef struct
{
  VetoServices services;
  VetoWindow  *window;
} Scene;

/**
 * scene_init:
 *
 * In the place of g_test_init(): the test's language is that of its environment, and nothing moves.
 *
 * Returns: the guidance's language; %NULL when the environment's is not installed here, and the test has been skipped
 */
const char *scene_init (int *argc, char ***argv);

/* (transfer none): the guidance's language in this test */
const char *scene_get_language (void);

/* (transfer full): the guidance that Veto brings along, or that in the folder VETO_TEST_GUIDANCE of the environment, in the
 * language of the test */
VetoGuideSet *scene_read_guidance (void);

/* The application that all windows of this process belong to; libadwaita and the styles of Veto are loaded with it. */
AdwApplication *scene_get_application (void);

/**
 * scene_open:
 * @set: the guidance
 * @width: of what is in the window, in pixels
 * @height: as well
 *
 * Shows the overview. Returns when it is on the screen, with all that is built after the first frame.
 */
void scene_open (Scene *scene, VetoGuideSet *set, int width, int height);

/* The same for services that are there already; the window that @scene has had is no longer in it. */
void scene_show (Scene *scene, int width, int height);

/* Destroys the window, and asks that nothing of it is left. */
void scene_close (Scene *scene);

/* Waits until what changed has been laid out and painted, also what is built after a frame. */
void scene_settle (Scene *scene);

/* The same for a page that goes on building from frame to frame: until nothing in the first widget of @type grows. */
void scene_settle_page (Scene *scene, GType type);

/* Activates an action of the window; @format as in g_variant_new(), NULL for an action without a parameter. */
void scene_act (Scene *scene, const char *action, const char *format, ...);

/* (transfer none) (nullable): the first widget of @type that one sees in @widget, depth first */
GtkWidget *scene_find (GtkWidget *widget, GType type);

/* (transfer none) (nullable): the label that one sees in @widget and whose text begins with @text */
GtkWidget *scene_find_label (GtkWidget *widget, const char *text);

/* (transfer none): the box to type in that is asked for by @label; there must be one */
VetoTypedBox *scene_find_box (GtkWidget *widget, const char *label);

/* (transfer none): the platform at @index of the guidance; its case, made where there is none */
VetoPlatform *scene_get_platform (Scene *scene, guint index);
VetoCase     *scene_start_case (Scene *scene, guint index);

/* @points: the size of all text; 11 is what is usual, 22 twice as large */
void scene_set_font_size (guint points);

/* The same in another font, such as one that has the letters of another language */
void scene_set_font (const char *family, guint points);

/* (transfer full): all that the style of @widget depends on: names, classes and states from it up to the window. Labels
 * that have the same look the same. */
char *scene_dup_style (GtkWidget *widget);

typedef void (*SceneFunc) (GtkWidget *widget, gpointer data);

/* Calls @func for @widget and for all that is mapped in it. */
void scene_for_each (GtkWidget *widget, SceneFunc func, gpointer data);

G_END_DECLS
