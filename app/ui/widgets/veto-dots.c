/* The wizard's progress: one bar a step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dots"

#include "veto-dots.h"

#include <glib/gi18n.h>

#include "veto-colour.h"
#include "veto-draw.h"
#include "veto-tick.h"

/* Pixels at the usual text size. */
#define BAR_WIDTH 34
#define BAR_MIN_WIDTH 4
#define BAR_HEIGHT 6
#define FILL_MS 350
#define GAP 6
#define MIN_GAP 2

struct _VetoDots
{
  GtkWidget     parent_instance;
  guint         n_steps;
  guint         current;
  gboolean     *done;    /* one a step */
  guint         filling; /* the step that was done last */
  AdwAnimation *motion;  /* of its bar, which fills from the side where reading begins */
};

enum { PROP_0, PROP_N_STEPS, PROP_CURRENT, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoDots, veto_dots, GTK_TYPE_WIDGET)

static void
tell_progress (VetoDots *self)
{
  g_autofree char *words = NULL;

  if (self->n_steps > 0)
    /* Translators: where somebody is on the way: the number of the step, the number of all steps */
    words = g_strdup_printf (_ ("Step %u of %u"), MIN (self->current + 1, self->n_steps), self->n_steps);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->n_steps,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) MIN (self->current + 1, self->n_steps),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words != NULL ? words : "",
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
}

static void
veto_dots_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  VetoDots *self = VETO_DOTS (widget);
  double    scale = veto_draw_get_scale (widget);
  int       n_steps = (int) MAX (self->n_steps, 1);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) (BAR_HEIGHT * scale) + 2; /* the current bar is a little higher */
  else
    {
      *minimum = n_steps * (BAR_MIN_WIDTH + MIN_GAP) - MIN_GAP;
      *natural = (int) ((n_steps * (BAR_WIDTH + GAP) - GAP) * scale);
    }
}

static gboolean
is_filling (VetoDots *self, guint index)
{
  return index == self->filling && index != self->current && self->done[index]
         && adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING;
}

/* The part of the bar that is done already in its colour, the rest still as it was. */
static void
fill_bar (VetoDots *self, GtkSnapshot *snapshot, const graphene_rect_t *bar, const GdkRGBA *colour)
{
  GdkRGBA         before = veto_colour_lookup (GTK_WIDGET (self), "accent_bg_color", "#1c71d8");
  graphene_rect_t part = *bar;

  part.size.width *= (float) adw_animation_get_value (self->motion);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part.origin.x += bar->size.width - part.size.width;
  veto_draw_box (snapshot, bar, bar->size.height / 2, &before);
  gtk_snapshot_push_clip (snapshot, &part);
  veto_draw_box (snapshot, bar, bar->size.height / 2, colour);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bar (VetoDots *self, GtkSnapshot *snapshot, guint index, graphene_rect_t *bar)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    colour;

  if (index == self->current)
    colour = veto_colour_lookup (widget, "accent_bg_color", "#1c71d8");
  else if (self->done[index])
    colour = veto_colour_lookup (widget, "success_color", "#1b8553");
  else
    colour = veto_colour_lookup (widget, "veto_track_color", "#dddddd");

  if (index != self->current)
    graphene_rect_inset (bar, 0, 1);
  if (is_filling (self, index))
    fill_bar (self, snapshot, bar, &colour);
  else
    veto_draw_box (snapshot, bar, bar->size.height / 2, &colour);
}

static void
veto_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoDots *self = VETO_DOTS (widget);
  double    scale = veto_draw_get_scale (widget);
  double    width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double    bar_height = MIN ((int) (BAR_HEIGHT * scale) + 2, height), pitch, gap, x;
  gboolean  mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->n_steps == 0)
    return;

  pitch = MIN ((BAR_WIDTH + GAP) * scale, (width + MIN_GAP) / self->n_steps);
  gap = CLAMP (pitch * GAP / (BAR_WIDTH + GAP), MIN_GAP, GAP * scale);
  x = MAX ((width - (pitch * self->n_steps - gap)) / 2, 0);

  for (guint i = 0; i < self->n_steps; i++)
    {
      guint           place = mirrored ? self->n_steps - 1 - i : i;
      graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) (x + place * pitch),
                                                (float) ((height - bar_height) / 2), (float) (pitch - gap),
                                                (float) bar_height);

      draw_bar (self, snapshot, i, &bar);
    }
}

static void
veto_dots_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (veto_dots_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
veto_dots_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoDots *self = VETO_DOTS (object);

  switch (id)
    {
    case PROP_N_STEPS:
      g_value_set_uint (value, self->n_steps);
      break;
    case PROP_CURRENT:
      g_value_set_uint (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_dots_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoDots *self = VETO_DOTS (object);

  switch (id)
    {
    case PROP_N_STEPS:
      veto_dots_set_n_steps (self, g_value_get_uint (value));
      break;
    case PROP_CURRENT:
      veto_dots_set_current (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_dots_dispose (GObject *object)
{
  g_clear_object (&VETO_DOTS (object)->motion);

  G_OBJECT_CLASS (veto_dots_parent_class)->dispose (object);
}

static void
veto_dots_finalize (GObject *object)
{
  g_free (VETO_DOTS (object)->done);

  G_OBJECT_CLASS (veto_dots_parent_class)->finalize (object);
}

static void
veto_dots_class_init (VetoDotsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = veto_dots_dispose;
  object_class->finalize = veto_dots_finalize;
  object_class->get_property = veto_dots_get_property;
  object_class->set_property = veto_dots_set_property;
  widget_class->measure = veto_dots_measure;
  widget_class->snapshot = veto_dots_snapshot;
  widget_class->css_changed = veto_dots_css_changed;

  properties[PROP_N_STEPS] = g_param_spec_uint ("n-steps", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_CURRENT] = g_param_spec_uint ("current", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "veto-dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
veto_dots_init (VetoDots *self)
{
  self->motion = veto_tick_create_motion (GTK_WIDGET (self), FILL_MS);
  tell_progress (self);
}

GtkWidget *
veto_dots_new (void)
{
  return g_object_new (VETO_TYPE_DOTS, NULL);
}

void
veto_dots_set_n_steps (VetoDots *self, guint n_steps)
{
  g_return_if_fail (VETO_IS_DOTS (self));

  if (self->n_steps == n_steps)
    return;

  g_free (self->done);
  self->done = g_new0 (gboolean, n_steps);
  self->n_steps = n_steps;
  tell_progress (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STEPS]);
}

void
veto_dots_set_current (VetoDots *self, guint current)
{
  g_return_if_fail (VETO_IS_DOTS (self));

  if (self->current == current)
    return;

  self->current = current;
  tell_progress (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

void
veto_dots_set_done (VetoDots *self, guint index, gboolean done)
{
  g_return_if_fail (VETO_IS_DOTS (self));

  if (index >= self->n_steps)
    return;

  if (self->done[index] == !!done)
    return;
  self->done[index] = !!done;
  if (done)
    {
      self->filling = index;
      adw_animation_play (self->motion); /* from the beginning; at once while nobody sees it */
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
