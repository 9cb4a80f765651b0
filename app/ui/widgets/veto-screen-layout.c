/* Where the rows of a drawn screen stand, for one width and one text size.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-screen-layout"

#include "veto-screen-layout.h"

#include "veto-draw.h"

/* Pixels. */
#define MARGIN 18     /* beside words */
#define BOX_MARGIN 8  /* beside what is touched */
#define ROW_HEIGHT 44 /* the least; words may need more */
#define BOX_HEIGHT 40
#define AREA_HEIGHT 70
#define PADDING 8 /* above and below words */
#define SYMBOL 20 /* the picture of an entry, the circle of a choice */
#define SYMBOL_GAP 10
#define SWITCH_WIDTH 36
#define USUAL_EM (11.0 * 96 / 72)

typedef struct
{
  GtkWidget        *widget;
  VetoScreenLayout *layout;
  const char       *value;
  double            em;
} Builder;

/* How the words of a kind of row look. */
static const struct
{
  double      size; /* of the text around the picture */
  PangoWeight weight;
  int         max_lines;
} looks[] = {
  [VETO_ROW_TITLE] = { 1, PANGO_WEIGHT_BOLD, 4 },       [VETO_ROW_TEXT] = { 0.87, PANGO_WEIGHT_NORMAL, 4 },
  [VETO_ROW_ENTRY] = { 0.93, PANGO_WEIGHT_NORMAL, 2 },  [VETO_ROW_FIELD] = { 0.87, PANGO_WEIGHT_NORMAL, 2 },
  [VETO_ROW_AREA] = { 0.87, PANGO_WEIGHT_NORMAL, 2 },   [VETO_ROW_CHOICE] = { 0.93, PANGO_WEIGHT_NORMAL, 3 },
  [VETO_ROW_SWITCH] = { 0.93, PANGO_WEIGHT_NORMAL, 3 }, [VETO_ROW_BUTTON] = { 0.93, PANGO_WEIGHT_BOLD, 2 },
};

static double
get_height (PangoLayout *words)
{
  int height = 0;

  if (words != NULL)
    pango_layout_get_pixel_size (words, NULL, &height);
  return height;
}

static PangoLayout *
create_words (Builder    *builder,
              const char *text,
              double      size,
              PangoWeight weight,
              int         max_lines,
              double      width)
{
  PangoLayout *words = veto_draw_create_text (builder->widget, text, builder->em * size, weight);

  pango_layout_set_width (words, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (words, -max_lines);
  pango_layout_set_wrap (words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (words, PANGO_ELLIPSIZE_END);
  /* Words stand where the window's direction begins, whatever their own: Pango turns left to right where they differ. */
  if (pango_layout_get_direction (words, 0) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (words, PANGO_ALIGN_RIGHT);
  return words;
}

/* Words between @start and the other margin, at @y; gives their height. */
static double
place_words (Builder *builder, VetoScreenPart *part, const char *text, double start, double end, double y)
{
  double      width = builder->layout->width - start - end, height = ROW_HEIGHT - 2 * PADDING;
  PangoWeight weight = looks[part->kind].weight;
  gboolean    labels_box = part->kind == VETO_ROW_FIELD || part->kind == VETO_ROW_AREA;

  if (part->target && !labels_box)
    weight = PANGO_WEIGHT_BOLD;
  if (text != NULL)
    {
      part->words =
        create_words (builder, text, looks[part->kind].size, weight, looks[part->kind].max_lines, width);
      height = get_height (part->words);
    }
  graphene_rect_init (&part->words_area, (float) start, (float) y, (float) width, (float) height);
  return height;
}

static void
place_box (Builder *builder, VetoScreenPart *part, double y, double height)
{
  graphene_rect_init (&part->box, BOX_MARGIN, (float) y, (float) (builder->layout->width - 2 * BOX_MARGIN),
                      (float) height);
}

/* Words in the middle of a row's height. Returns the height of the row. */
static double
build_line (Builder *builder, VetoScreenPart *part, const char *text, double start, double end, double y)
{
  double height = place_words (builder, part, text, start, end, y);
  double row_height = MAX (height + 2 * PADDING, ROW_HEIGHT);

  part->words_area.origin.y += (float) ((row_height - height) / 2);
  place_box (builder, part, y + 1, row_height - 2);
  return row_height;
}

/* A field: its name, and below it a box with what is typed. Returns the height of the row. */
static double
build_field (Builder *builder, VetoScreenPart *part, const char *text, const char *typed, double y)
{
  const char *shown = builder->value != NULL && *builder->value != '\0' ? builder->value : typed;

  double named = text != NULL ? place_words (builder, part, text, MARGIN, MARGIN, y + PADDING) + PADDING + 3
                              : PADDING;
  double height = part->kind == VETO_ROW_AREA ? AREA_HEIGHT : BOX_HEIGHT;
  double width = builder->layout->width - 2 * MARGIN;
  int    max_lines = part->kind == VETO_ROW_AREA ? 3 : 1;

  if (part->target && shown != NULL)
    {
      part->value = create_words (builder, shown, 0.93, PANGO_WEIGHT_BOLD, max_lines, width);
      height = MAX (height, get_height (part->value) + 2 * PADDING);
      graphene_rect_init (&part->value_area, MARGIN,
                          (float) (y + named + (height - get_height (part->value)) / 2), (float) width,
                          (float) get_height (part->value));
      if (part->kind == VETO_ROW_AREA)
        part->value_area.origin.y = (float) (y + named + PADDING);
    }
  place_box (builder, part, y + named, height);
  return named + height + PADDING;
}

static double
build_button (Builder *builder, VetoScreenPart *part, const char *text, double y)
{
  double height = place_words (builder, part, text, MARGIN + PADDING, MARGIN + PADDING, y);
  double box_height = MAX (height + 2 * PADDING, BOX_HEIGHT);

  if (part->words != NULL)
    pango_layout_set_alignment (part->words, PANGO_ALIGN_CENTER);
  part->words_area.origin.y += (float) (PADDING + (box_height - height) / 2);
  place_box (builder, part, y + PADDING, box_height);
  return box_height + 2 * PADDING;
}

static double
build_row (Builder *builder, VetoScreenPart *part, const char *text, const char *typed, double y)
{
  switch (part->kind)
    {
    case VETO_ROW_ENTRY:
      return build_line (builder, part, text, MARGIN + SYMBOL + SYMBOL_GAP, MARGIN + SYMBOL, y);
    case VETO_ROW_SWITCH:
      return build_line (builder, part, text, MARGIN, MARGIN + SWITCH_WIDTH + SYMBOL_GAP, y);
    case VETO_ROW_CHOICE:
      return build_line (builder, part, text, MARGIN + SYMBOL + SYMBOL_GAP, MARGIN, y);
    case VETO_ROW_FIELD:
    case VETO_ROW_AREA:
      return build_field (builder, part, text, typed, y);
    case VETO_ROW_BUTTON:
      return build_button (builder, part, text, y);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return build_line (builder, part, text, MARGIN, MARGIN, y);
    }
}

VetoScreenLayout *
veto_screen_layout_new (GtkWidget *widget, const VetoScreen *screen, const char *value, double width)
{
  VetoScreenLayout *self = g_new0 (VetoScreenLayout, 1);
  Builder builder = { widget, self, value, CLAMP (veto_draw_get_em (widget), 0.8 * USUAL_EM, 2 * USUAL_EM) };

  self->width = width;
  self->n_parts = screen->n_rows;
  self->parts = g_new0 (VetoScreenPart, screen->n_rows);
  for (guint i = 0; i < screen->n_rows; i++)
    {
      VetoScreenPart *part = &self->parts[i];
      double          height;

      part->kind = screen->rows[i].kind;
      part->target = screen->rows[i].target;
      height = build_row (&builder, part, screen->rows[i].text, screen->rows[i].typed, self->height);
      graphene_rect_init (&part->row, 0, (float) self->height, (float) width, (float) height);
      self->height += height;
    }
  return self;
}

void
veto_screen_layout_free (VetoScreenLayout *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_clear_object (&self->parts[i].words);
      g_clear_object (&self->parts[i].value);
    }
  g_free (self->parts);
  g_free (self);
}
