/* A platform by its initial, on a rounded square of its colour: never a logo.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-tile"

#include "veto-tile.h"

#include "veto-colour.h"
#include "veto-draw.h"

struct _VetoTile
{
  GtkWidget parent_instance;
  char     *text;
  char     *colour; /* nullable */
  int       size;   /* at the usual text size */
};

enum { PROP_0, PROP_TEXT, PROP_COLOUR, PROP_SIZE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoTile, veto_tile, GTK_TYPE_WIDGET)

/* The first letter as it is written at the start of a title. */
static char *
dup_initial (const char *text)
{
  char buffer[6];
  int  length;

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  length = g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), buffer);
  return g_strndup (buffer, length);
}

static void
veto_tile_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = *natural = (int) (VETO_TILE (widget)->size * veto_draw_get_scale (widget) + 0.5);
}

static void
veto_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoTile        *self = VETO_TILE (widget);
  graphene_rect_t  area = veto_draw_get_square (widget);
  double           side = (double) area.size.width;
  g_autofree char *initial = dup_initial (self->text);
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA ground, text, edge;

  if (self->colour == NULL || !gdk_rgba_parse (&ground, self->colour))
    ground = veto_colour_lookup (widget, "accent_bg_color", "#1c71d8");
  veto_colour_make_readable (&ground, &text);
  edge = text;
  edge.alpha = 0.2f; /* a black tile still has a shape on a black window */

  veto_draw_box (snapshot, &area, side * 0.26, &ground);
  veto_draw_frame (snapshot, &area, side * 0.26, 1, &edge);
  layout = veto_draw_create_text (widget, initial, side * 0.48, PANGO_WEIGHT_ULTRABOLD);
  veto_draw_text_centred (snapshot, layout, &area, &text);
}

static void
veto_tile_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (veto_tile_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget); /* the text may be larger now */
}

static void
veto_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoTile *self = VETO_TILE (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_COLOUR:
      g_value_set_string (value, self->colour);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoTile *self = VETO_TILE (object);

  switch (id)
    {
    case PROP_TEXT:
      veto_tile_set_text (self, g_value_get_string (value));
      break;
    case PROP_COLOUR:
      veto_tile_set_colour (self, g_value_get_string (value));
      break;
    case PROP_SIZE:
      veto_tile_set_size (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_tile_finalize (GObject *object)
{
  VetoTile *self = VETO_TILE (object);

  g_free (self->text);
  g_free (self->colour);

  G_OBJECT_CLASS (veto_tile_parent_class)->finalize (object);
}

static void
veto_tile_class_init (VetoTileClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = veto_tile_finalize;
  object_class->get_property = veto_tile_get_property;
  object_class->set_property = veto_tile_set_property;
  widget_class->measure = veto_tile_measure;
  widget_class->snapshot = veto_tile_snapshot;
  widget_class->css_changed = veto_tile_css_changed;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 12, 256, 34, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "veto-tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
veto_tile_init (VetoTile *self)
{
  self->size = 34;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
veto_tile_new (int size)
{
  return g_object_new (VETO_TYPE_TILE, "size", size, NULL);
}

void
veto_tile_set_text (VetoTile *self, const char *text)
{
  g_return_if_fail (VETO_IS_TILE (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
veto_tile_set_colour (VetoTile *self, const char *colour)
{
  g_return_if_fail (VETO_IS_TILE (self));

  if (g_strcmp0 (self->colour, colour) == 0)
    return;

  g_free (self->colour);
  self->colour = g_strdup (colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

void
veto_tile_set_size (VetoTile *self, int size)
{
  g_return_if_fail (VETO_IS_TILE (self));

  if (self->size == size)
    return;

  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}
