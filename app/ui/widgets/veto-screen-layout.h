/* Where the rows of a drawn screen stand, for one width and one text size. As for left to right; whoever paints mirrors.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guide.h"

G_BEGIN_DECLS

/* One row. Areas are in pixels from the upper left of the screen's inside. */
typedef struct
{
  VetoRowKind     kind;
  gboolean        target;
  graphene_rect_t row;        /* from edge to edge */
  graphene_rect_t box;        /* what a finger would touch */
  graphene_rect_t words_area; /* where @words stand, or the bars that stand for them */
  PangoLayout    *words;      /* NULL where the row shows none */
  graphene_rect_t value_area;
  PangoLayout    *value; /* what is typed into the field, or NULL */
} VetoScreenPart;

typedef struct
{
  VetoScreenPart *parts;
  guint           n_parts;
  double          width;
  double          height; /* of all rows */
} VetoScreenLayout;

/**
 * veto_screen_layout_new:
 * @widget: whose font, text size and direction to use
 * @screen: what the screen shows
 * @value: (nullable): what stands in the field that is marked
 * @width: the inside of the screen
 *
 * Words that are too long run over several lines and end in an ellipsis; nothing is wider than @width.
 *
 * Returns: (transfer full): the rows; free with veto_screen_layout_free()
 */
VetoScreenLayout *
veto_screen_layout_new (GtkWidget *widget, const VetoScreen *screen, const char *value, double width);

void veto_screen_layout_free (VetoScreenLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoScreenLayout, veto_screen_layout_free)

G_END_DECLS
