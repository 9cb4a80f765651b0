/* A tick in a circle: something is done. It can draw itself once, where the desktop allows motion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-tick"

#include "veto-tick.h"

#include "veto-colour.h"
#include "veto-draw.h"

#define DURATION_MS 700
#define BEND 0.38 /* the part of the way at which the line turns upwards */

struct _VetoTick
{
  GtkWidget     parent_instance;
  int           size;
  AdwAnimation *motion; /* nullable: it is not fresh */
};

G_DEFINE_FINAL_TYPE (VetoTick, veto_tick, GTK_TYPE_WIDGET)

static graphene_point_t
get_between (const graphene_point_t *from, const graphene_point_t *to, double part)
{
  return GRAPHENE_POINT_INIT (from->x + (to->x - from->x) * (float) part,
                              from->y + (to->y - from->y) * (float) part);
}

void
veto_tick_draw (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, double progress)
{
  float            side = area->size.width;
  graphene_point_t tick[] = {
    { area->origin.x + side * 0.29f, area->origin.y + side * 0.52f },
    { area->origin.x + side * 0.44f, area->origin.y + side * 0.67f },
    { area->origin.x + side * 0.72f, area->origin.y + side * 0.35f },
  };
  guint   n_points = progress > BEND ? 3 : 2;
  GdkRGBA ground = veto_colour_lookup (widget, "success_color", "#1b8553");
  GdkRGBA colour;

  veto_colour_make_readable (&ground, &colour);
  veto_draw_box (snapshot, area, side / 2, &ground);
  if (progress <= 0)
    return;
  if (progress <= BEND)
    tick[1] = get_between (&tick[0], &tick[1], progress / BEND);
  else
    tick[2] = get_between (&tick[1], &tick[2], (MIN (progress, 1) - BEND) / (1 - BEND));
  veto_draw_line (snapshot, tick, n_points, side * 0.09, &colour);
}

static void
moved_cb (double value, gpointer data)
{
  gtk_widget_queue_draw (data);
}

AdwAnimation *
veto_tick_create_motion (GtkWidget *widget, guint duration_ms)
{
  return adw_timed_animation_new (widget, 0, 1, duration_ms,
                                  adw_callback_animation_target_new (moved_cb, widget, NULL));
}

gboolean
veto_tick_is_moving (VetoTick *self)
{
  g_return_val_if_fail (VETO_IS_TICK (self), FALSE);

  return self->motion != NULL && adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING;
}

static void
veto_tick_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoTick       *self = VETO_TICK (widget);
  graphene_rect_t area = veto_draw_get_square (widget);

  veto_tick_draw (widget, snapshot, &area,
                  veto_tick_is_moving (self) ? adw_animation_get_value (self->motion) : 1);
}

static void
veto_tick_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = *natural = (int) (VETO_TICK (widget)->size * veto_draw_get_scale (widget));
}

/* Seen for the first time, and only then. */
static void
veto_tick_map (GtkWidget *widget)
{
  VetoTick *self = VETO_TICK (widget);

  GTK_WIDGET_CLASS (veto_tick_parent_class)->map (widget);
  if (self->motion != NULL && adw_animation_get_state (self->motion) == ADW_ANIMATION_IDLE)
    adw_animation_play (self->motion);
}

static void
veto_tick_dispose (GObject *object)
{
  g_clear_object (&VETO_TICK (object)->motion);

  G_OBJECT_CLASS (veto_tick_parent_class)->dispose (object);
}

static void
veto_tick_class_init (VetoTickClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_tick_dispose;
  widget_class->snapshot = veto_tick_snapshot;
  widget_class->measure = veto_tick_measure;
  widget_class->map = veto_tick_map;
  gtk_widget_class_set_css_name (widget_class, "veto-tick");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
veto_tick_init (VetoTick *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
veto_tick_new (int size, gboolean is_fresh)
{
  VetoTick *self = g_object_new (VETO_TYPE_TICK, NULL);

  self->size = size;
  if (is_fresh)
    self->motion = veto_tick_create_motion (GTK_WIDGET (self), DURATION_MS);
  return GTK_WIDGET (self);
}
