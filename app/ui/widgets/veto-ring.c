/* The overview's ring: how many objections are confirmed, how many are on their way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-ring"

#include "veto-ring.h"

#include <glib/gi18n.h>
#include <math.h>

#include "veto-colour.h"
#include "veto-draw.h"

/* Pixels at the usual text size. */
#define DIAMETER 132
#define MIN_DIAMETER 96
#define THICKNESS (17.0 / DIAMETER) /* of the diameter */
#define GAP 2.0                     /* between two parts, so that they differ without their colours */
#define MAX_PARTS 12                /* with more, parts of one colour flow together */

struct _VetoRing
{
  GtkWidget parent_instance;
  guint     n_total;
  guint     n_done;
  guint     n_started;
  char     *caption; /* nullable */
};

enum { PROP_0, PROP_N_TOTAL, PROP_N_DONE, PROP_N_STARTED, PROP_CAPTION, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoRing, veto_ring, GTK_TYPE_WIDGET)

static char *
dup_count (VetoRing *self)
{
  if (self->n_total == 0)
    /* Translators: in the ring of the overview, while there is no objection */
    return g_strdup (_ ("None yet"));
  /* Translators: in the ring of the overview: how many objections are confirmed, of how many. Keep it short. */
  return g_strdup_printf (_ ("%u of %u"), self->n_done, self->n_total);
}

static void
tell_counts (VetoRing *self)
{
  g_autofree char *count = dup_count (self);
  g_autofree char *words = NULL;

  if (self->n_total == 0)
    words = g_steal_pointer (&count);
  else
    /* Translators: for screen readers: "1 of 3", "confirmed", and how many more are in progress */
    words = g_strdup_printf (_ ("%s %s. In progress: %u."), count, self->caption != NULL ? self->caption : "",
                             self->n_started);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Strokes parts [first, end) of the ring, from the top, as a clock runs. */
static void
stroke_parts (cairo_t *cr, double radius, guint first, guint end, guint n_total, const GdkRGBA *colour)
{
  double part = 2 * G_PI / n_total;
  double gap = n_total > 1 ? GAP / radius : 0;
  guint  stride = n_total <= MAX_PARTS ? 1 : MAX (end - first, 1);

  gdk_cairo_set_source_rgba (cr, colour);
  for (guint i = first; i < end; i += stride)
    {
      guint last = MIN (i + stride, end);

      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, radius, i * part - G_PI_2 + gap / 2, last * part - G_PI_2 - gap / 2);
      cairo_stroke (cr);
    }
}

static void
draw_ring (VetoRing *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double     diameter = area->size.width, thickness = diameter * THICKNESS;
  double     radius = (diameter - thickness) / 2;
  guint      n_total = MAX (self->n_total, 1);
  guint      n_done = MIN (self->n_done, self->n_total);
  guint      n_begun = MIN (n_done + self->n_started, self->n_total);
  GdkRGBA    done = veto_colour_lookup (widget, "success_color", "#1b8553");
  GdkRGBA    started = veto_colour_lookup (widget, "warning_bg_color", "#e5a50a");
  GdkRGBA    track = veto_colour_lookup (widget, "veto_track_color", "#dddddd");
  cairo_t   *cr = gtk_snapshot_append_cairo (snapshot, area);

  cairo_translate (cr, area->origin.x + diameter / 2, area->origin.y + diameter / 2);
  cairo_set_line_width (cr, thickness);
  stroke_parts (cr, radius, 0, n_done, n_total, &done);
  stroke_parts (cr, radius, n_done, n_begun, n_total, &started);
  stroke_parts (cr, radius, n_begun, n_total, n_total, &track);
  cairo_destroy (cr);
}

/* Paints both lines in the middle, smaller where the box around them would not fit into the ring. */
static void
draw_words (VetoRing *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  g_autofree char *words = dup_count (self);
  double           em = veto_draw_get_em (widget), fitting;
  double           inner = area->size.width * (1 - 2 * THICKNESS) - 6;
  g_autoptr(PangoLayout) count = NULL, caption = NULL;
  GdkRGBA        colour = veto_colour_of (widget), dim = colour;
  PangoRectangle upper, lower;

  dim.alpha *= 0.75f;
  count = veto_draw_create_text (widget, words, em * (self->n_total > 0 ? 1.7 : 1.1), PANGO_WEIGHT_BOLD);
  caption =
    veto_draw_create_text (widget, self->n_total > 0 ? self->caption : NULL, em * 0.87, PANGO_WEIGHT_NORMAL);
  pango_layout_get_pixel_extents (count, NULL, &upper);
  pango_layout_get_pixel_extents (caption, NULL, &lower);
  if (*pango_layout_get_text (caption) == '\0')
    lower.height = 0;
  fitting = MIN (1.0, inner / hypot (MAX (upper.width, lower.width), upper.height + lower.height));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + area->size.width / 2,
                                                          area->origin.y + area->size.height / 2));
  gtk_snapshot_scale (snapshot, (float) fitting, (float) fitting);
  veto_draw_text (snapshot, count, -upper.width / 2.0, -(upper.height + lower.height) / 2.0, &colour);
  veto_draw_text (snapshot, caption, -lower.width / 2.0, (upper.height - lower.height) / 2.0, &dim);
  gtk_snapshot_restore (snapshot);
}

static void
veto_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoRing       *self = VETO_RING (widget);
  graphene_rect_t area = veto_draw_get_square (widget);

  draw_ring (self, snapshot, &area);
  draw_words (self, snapshot, &area);
}

static void
veto_ring_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  double scale = MIN (veto_draw_get_scale (widget), 2.0);

  *minimum = (int) (MIN_DIAMETER * scale);
  *natural = (int) (DIAMETER * scale);
}

static void
veto_ring_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (veto_ring_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
veto_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoRing *self = VETO_RING (object);

  switch (id)
    {
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_STARTED:
      g_value_set_uint (value, self->n_started);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoRing *self = VETO_RING (object);

  switch (id)
    {
    case PROP_N_TOTAL:
      veto_ring_set_counts (self, g_value_get_uint (value), self->n_done, self->n_started);
      break;
    case PROP_N_DONE:
      veto_ring_set_counts (self, self->n_total, g_value_get_uint (value), self->n_started);
      break;
    case PROP_N_STARTED:
      veto_ring_set_counts (self, self->n_total, self->n_done, g_value_get_uint (value));
      break;
    case PROP_CAPTION:
      veto_ring_set_caption (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_ring_finalize (GObject *object)
{
  g_free (VETO_RING (object)->caption);

  G_OBJECT_CLASS (veto_ring_parent_class)->finalize (object);
}

static void
veto_ring_class_init (VetoRingClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = veto_ring_finalize;
  object_class->get_property = veto_ring_get_property;
  object_class->set_property = veto_ring_set_property;
  widget_class->measure = veto_ring_measure;
  widget_class->snapshot = veto_ring_snapshot;
  widget_class->css_changed = veto_ring_css_changed;

  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_N_STARTED] = g_param_spec_uint ("n-started", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "veto-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
veto_ring_init (VetoRing *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  tell_counts (self);
}

GtkWidget *
veto_ring_new (void)
{
  return g_object_new (VETO_TYPE_RING, NULL);
}

static void
set_count (VetoRing *self, guint *count, guint value, guint property)
{
  if (*count == value)
    return;

  *count = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
veto_ring_set_counts (VetoRing *self, guint n_total, guint n_done, guint n_started)
{
  g_return_if_fail (VETO_IS_RING (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_count (self, &self->n_total, n_total, PROP_N_TOTAL);
  set_count (self, &self->n_done, n_done, PROP_N_DONE);
  set_count (self, &self->n_started, n_started, PROP_N_STARTED);
  tell_counts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_thaw_notify (G_OBJECT (self));
}

void
veto_ring_set_caption (VetoRing *self, const char *caption)
{
  g_return_if_fail (VETO_IS_RING (self));

  if (g_strcmp0 (self->caption, caption) == 0)
    return;

  g_free (self->caption);
  self->caption = g_strdup (caption);
  tell_counts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}
