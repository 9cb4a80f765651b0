/* Paints the rows of a drawn screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-screen-paint"

#include "veto-screen-paint.h"

#include "veto-colour.h"
#include "veto-draw.h"

/* Pixels. */
#define MARGIN 18
#define SYMBOL 20
#define SWITCH_WIDTH 36
#define BAR_HEIGHT 9
#define TAP_RADIUS 16
#define TAP_HALO 25
#define RING_END 44 /* the radius at which the ring is gone */
#define RING_WIDTH 3

typedef struct
{
  GtkSnapshot *snapshot;
  gboolean     mirrored;
  double       width;
  GdkRGBA      text, shade, accent;
} Painter;

/* The same area, seen from the side where the reader begins. */
static graphene_rect_t
turn (Painter *painter, graphene_rect_t area)
{
  if (painter->mirrored)
    area.origin.x = (float) painter->width - area.origin.x - area.size.width;
  return area;
}

static void
paint_box (Painter *painter, graphene_rect_t area, double radius, const GdkRGBA *colour)
{
  area = turn (painter, area);
  veto_draw_box (painter->snapshot, &area, radius, colour);
}

/* A bar that stands for words nobody needs to read. */
static void
paint_bar (Painter *painter, double x, double y, double width, double height)
{
  graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  paint_box (painter, bar, height / 2, &painter->shade);
}

static void
paint_words (Painter *painter, PangoLayout *words, const graphene_rect_t *area)
{
  graphene_rect_t place = turn (painter, *area);

  veto_draw_text (painter->snapshot, words, place.origin.x, place.origin.y, &painter->text);
}

static void
paint_words_or_bars (Painter *painter, const VetoScreenPart *part)
{
  const graphene_rect_t *area = &part->words_area;
  double                 middle = area->origin.y + area->size.height / 2;

  if (part->words != NULL)
    paint_words (painter, part->words, area);
  else if (part->kind == VETO_ROW_TITLE)
    paint_bar (painter, area->origin.x, middle - 6, area->size.width * 0.6, 12);
  else if (part->kind == VETO_ROW_TEXT)
    {
      paint_bar (painter, area->origin.x, middle - BAR_HEIGHT - 3, area->size.width, BAR_HEIGHT);
      paint_bar (painter, area->origin.x, middle + 3, area->size.width * 0.7, BAR_HEIGHT);
    }
  else
    paint_bar (painter, area->origin.x, middle - BAR_HEIGHT / 2.0, area->size.width * 0.75, BAR_HEIGHT);
}

static void
paint_line_below (Painter *painter, const VetoScreenPart *part)
{
  graphene_rect_t line =
    GRAPHENE_RECT_INIT (0, part->row.origin.y + part->row.size.height - 1, (float) painter->width, 1);

  gtk_snapshot_append_color (painter->snapshot, &painter->shade, &line);
}

static graphene_rect_t
get_symbol_area (const VetoScreenPart *part)
{
  return GRAPHENE_RECT_INIT (MARGIN, part->row.origin.y + (part->row.size.height - SYMBOL) / 2, SYMBOL,
                             SYMBOL);
}

static void
paint_entry (Painter *painter, const VetoScreenPart *part)
{
  float            middle = part->row.origin.y + part->row.size.height / 2;
  float            end = (float) painter->width - MARGIN - 2, tip = 5;
  graphene_point_t arrow[3] = { { end - tip, middle - tip }, { end, middle }, { end - tip, middle + tip } };
  GdkRGBA          dim = painter->text;

  dim.alpha *= 0.6f;
  paint_box (painter, get_symbol_area (part), 6, &painter->shade);
  for (guint i = 0; painter->mirrored && i < G_N_ELEMENTS (arrow); i++)
    arrow[i].x = (float) painter->width - arrow[i].x;
  veto_draw_line (painter->snapshot, arrow, G_N_ELEMENTS (arrow), 1.6, &dim);
}

static void
paint_choice (Painter *painter, const VetoScreenPart *part)
{
  graphene_rect_t circle = turn (painter, get_symbol_area (part));
  GdkRGBA         edge = painter->text;

  edge.alpha *= 0.5f;
  veto_draw_frame (painter->snapshot, &circle, SYMBOL / 2.0, 2, part->target ? &painter->accent : &edge);
  if (!part->target)
    return;

  graphene_rect_inset (&circle, 5, 5);
  veto_draw_box (painter->snapshot, &circle, SYMBOL / 2.0, &painter->accent);
}

/* A switch in neither state: some are to be turned on, others off, and the step says which. */
static void
paint_switch (Painter *painter, const VetoScreenPart *part)
{
  graphene_rect_t trough = GRAPHENE_RECT_INIT ((float) painter->width - MARGIN - SWITCH_WIDTH,
                                               get_symbol_area (part).origin.y, SWITCH_WIDTH, SYMBOL);
  graphene_rect_t knob;
  GdkRGBA         edge = painter->text;

  edge.alpha *= 0.5f;
  trough = turn (painter, trough);
  veto_draw_box (painter->snapshot, &trough, SYMBOL / 2.0, &painter->shade);
  veto_draw_frame (painter->snapshot, &trough, SYMBOL / 2.0, 2, part->target ? &painter->accent : &edge);
  graphene_rect_init (&knob, trough.origin.x + (SWITCH_WIDTH - SYMBOL) / 2.0f + 4, trough.origin.y + 4,
                      SYMBOL - 8, SYMBOL - 8);
  veto_draw_box (painter->snapshot, &knob, SYMBOL / 2.0 - 4, part->target ? &painter->accent : &edge);
}

static void
paint_row (Painter *painter, const VetoScreenPart *part)
{
  gboolean has_box = part->kind == VETO_ROW_FIELD || part->kind == VETO_ROW_AREA
                     || part->kind == VETO_ROW_BUTTON;

  if (has_box && (!part->target || part->kind == VETO_ROW_BUTTON))
    paint_box (painter, part->box, 8, &painter->shade);
  if (part->kind == VETO_ROW_ENTRY)
    paint_entry (painter, part);
  else if (part->kind == VETO_ROW_CHOICE)
    paint_choice (painter, part);
  else if (part->kind == VETO_ROW_SWITCH)
    paint_switch (painter, part);
  else if (part->kind == VETO_ROW_TITLE)
    paint_line_below (painter, part);

  if (part->words != NULL || !has_box)
    paint_words_or_bars (painter, part);
  if (part->value != NULL)
    paint_words (painter, part->value, &part->value_area);
}

/* A ring that runs from where a finger touched, and fades. @tap: the dot */
static void
paint_ring (Painter *painter, const graphene_rect_t *tap, double touch)
{
  float           radius = (float) (TAP_RADIUS + (RING_END - TAP_RADIUS) * touch);
  graphene_rect_t ring = GRAPHENE_RECT_INIT (tap->origin.x + TAP_RADIUS - radius,
                                             tap->origin.y + TAP_RADIUS - radius, 2 * radius, 2 * radius);
  GdkRGBA         colour = painter->accent;

  colour.alpha = (float) (0.8 * (1 - touch));
  ring = turn (painter, ring);
  veto_draw_frame (painter->snapshot, &ring, radius, RING_WIDTH, &colour);
}

/* Where a finger would touch: at the end of the row, where it hides few words. */
static void
paint_target (Painter *painter, const VetoScreenPart *part, double touch)
{
  graphene_rect_t frame = turn (painter, part->box);
  double          end = part->box.origin.x + part->box.size.width;
  double          x = end - MIN (part->box.size.width * 0.2, 40);
  double          y = part->box.origin.y + part->box.size.height - 8;
  graphene_rect_t tap =
    GRAPHENE_RECT_INIT ((float) x - TAP_HALO, (float) y - TAP_HALO, 2 * TAP_HALO, 2 * TAP_HALO);
  GdkRGBA soft = painter->accent;

  if (part->kind == VETO_ROW_AREA)
    tap.origin.y = (float) (part->box.origin.y + part->box.size.height / 2);
  veto_draw_frame (painter->snapshot, &frame, 10, 3, &painter->accent);
  soft.alpha = 0.15f;
  paint_box (painter, tap, TAP_HALO, &soft);
  graphene_rect_inset (&tap, TAP_HALO - TAP_RADIUS, TAP_HALO - TAP_RADIUS);
  soft.alpha = 0.3f;
  paint_box (painter, tap, TAP_RADIUS, &soft);
  if (touch < 1)
    paint_ring (painter, &tap, touch);
}

void
veto_screen_paint_rows (GtkWidget              *widget,
                        GtkSnapshot            *snapshot,
                        const VetoScreenLayout *layout,
                        double                  touch)
{
  Painter painter = {
    .snapshot = snapshot,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .width = layout->width,
    .text = veto_colour_of (widget),
    .shade = veto_colour_lookup (widget, "veto_track_color", "#dddddd"),
    .accent = veto_colour_lookup (widget, "accent_bg_color", "#1c71d8"),
  };

  for (guint i = 0; i < layout->n_parts; i++)
    paint_row (&painter, &layout->parts[i]);
  for (guint i = 0; i < layout->n_parts; i++)
    if (layout->parts[i].target)
      paint_target (&painter, &layout->parts[i], touch);
}
