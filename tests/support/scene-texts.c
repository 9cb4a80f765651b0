/* The words in what a widget draws.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-texts.h"

static void find_texts (GskRenderNode *node, GskTransform *transform, GArray *texts);

static void
add_text (GskRenderNode *node, GskTransform *transform, GArray *texts)
{
  SceneText       text = { .colour = *gsk_text_node_get_color (node) };
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (transform, &bounds, &text.place);
  if (gsk_text_node_get_num_glyphs (node) > 0)
    g_array_append_val (texts, text);
}

static void
find_in_container (GskRenderNode *node, GskTransform *transform, GArray *texts)
{
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    find_texts (gsk_container_node_get_child (node, i), transform, texts);
}

/* @transform: (nullable) (transfer none): what is around @node; nothing but these kinds of nodes has words in it */
static void
find_texts (GskRenderNode *node, GskTransform *transform, GArray *texts)
{
  GskTransform *inner;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      add_text (node, transform, texts);
      break;
    case GSK_CONTAINER_NODE:
      find_in_container (node, transform, texts);
      break;
    case GSK_TRANSFORM_NODE:
      inner =
        gsk_transform_transform (gsk_transform_ref (transform), gsk_transform_node_get_transform (node));
      find_texts (gsk_transform_node_get_child (node), inner, texts);
      gsk_transform_unref (inner);
      break;
    case GSK_OPACITY_NODE:
      find_texts (gsk_opacity_node_get_child (node), transform, texts);
      break;
    case GSK_CLIP_NODE:
      find_texts (gsk_clip_node_get_child (node), transform, texts);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      find_texts (gsk_rounded_clip_node_get_child (node), transform, texts);
      break;
    case GSK_DEBUG_NODE:
      find_texts (gsk_debug_node_get_child (node), transform, texts);
      break;
    default:
      break;
    }
}

GArray *
scene_find_drawn_texts (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GArray        *texts = g_array_new (FALSE, FALSE, sizeof (SceneText));
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    find_texts (node, NULL, texts);
  g_clear_pointer (&node, gsk_render_node_unref);
  return texts;
}
