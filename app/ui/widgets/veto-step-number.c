/* The number of a step in a circle; a tick once it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-step-number"

#include "veto-step-number.h"

#include <glib/gi18n.h>

#include "veto-colour.h"
#include "veto-draw.h"
#include "veto-tick.h"

#define TICK_MS 350
#define DIAMETER 26 /* pixels at the usual text size */

struct _VetoStepNumber
{
  GtkWidget     parent_instance;
  guint         number;
  VetoStepMark  mark;
  AdwAnimation *motion; /* of the tick, when a step becomes done while somebody looks */
};

enum { PROP_0, PROP_NUMBER, PROP_MARK, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (VetoStepMark,
                    veto_step_mark,
                    G_DEFINE_ENUM_VALUE (VETO_STEP_MARK_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (VETO_STEP_MARK_CURRENT, "current"),
                    G_DEFINE_ENUM_VALUE (VETO_STEP_MARK_DONE, "done"))
G_DEFINE_FINAL_TYPE (VetoStepNumber, veto_step_number, GTK_TYPE_WIDGET)

static void
tell_mark (VetoStepNumber *self)
{
  g_autofree char *words = NULL;

  if (self->mark == VETO_STEP_MARK_DONE)
    words = g_strdup_printf (_ ("Step %u, done"), self->number);
  else if (self->mark == VETO_STEP_MARK_CURRENT)
    words = g_strdup_printf (_ ("Step %u, this one is next"), self->number);
  else
    words = g_strdup_printf (_ ("Step %u"), self->number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
draw_number (VetoStepNumber *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  gboolean         current = self->mark == VETO_STEP_MARK_CURRENT;
  g_autofree char *words = g_strdup_printf ("%u", self->number);
  double           size = area->size.width * (self->number > 99 ? 0.36 : 0.5);
  g_autoptr(PangoLayout) layout = veto_draw_create_text (widget, words, size, PANGO_WEIGHT_BOLD);
  GdkRGBA colour = veto_colour_of (widget);
  GdkRGBA edge = veto_colour_lookup (widget, "veto_track_color", "#cccccc");

  if (current)
    colour = edge = veto_colour_lookup (widget, "accent_color", "#1c71d8");
  veto_draw_frame (snapshot, area, area->size.width / 2, area->size.width / 13, &edge);
  veto_draw_text_centred (snapshot, layout, area, &colour);
}

static void
veto_step_number_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoStepNumber *self = VETO_STEP_NUMBER (widget);
  graphene_rect_t area = veto_draw_get_square (widget);

  if (self->mark == VETO_STEP_MARK_DONE)
    veto_tick_draw (widget, snapshot, &area,
                    adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING
                      ? adw_animation_get_value (self->motion)
                      : 1);
  else
    draw_number (self, snapshot, &area);
}

static void
veto_step_number_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = (int) (DIAMETER * veto_draw_get_scale (widget) + 0.5);
}

static void
veto_step_number_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (veto_step_number_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
veto_step_number_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoStepNumber *self = VETO_STEP_NUMBER (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_MARK:
      g_value_set_enum (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_step_number_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoStepNumber *self = VETO_STEP_NUMBER (object);

  switch (id)
    {
    case PROP_NUMBER:
      veto_step_number_set_number (self, g_value_get_uint (value));
      break;
    case PROP_MARK:
      veto_step_number_set_mark (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_step_number_dispose (GObject *object)
{
  g_clear_object (&VETO_STEP_NUMBER (object)->motion);

  G_OBJECT_CLASS (veto_step_number_parent_class)->dispose (object);
}

static void
veto_step_number_class_init (VetoStepNumberClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = veto_step_number_dispose;
  object_class->get_property = veto_step_number_get_property;
  object_class->set_property = veto_step_number_set_property;
  widget_class->measure = veto_step_number_measure;
  widget_class->snapshot = veto_step_number_snapshot;
  widget_class->css_changed = veto_step_number_css_changed;

  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_MARK] =
    g_param_spec_enum ("mark", NULL, NULL, VETO_TYPE_STEP_MARK, VETO_STEP_MARK_OPEN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "veto-step-number");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
veto_step_number_init (VetoStepNumber *self)
{
  self->motion = veto_tick_create_motion (GTK_WIDGET (self), TICK_MS);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  tell_mark (self);
}

GtkWidget *
veto_step_number_new (guint number, VetoStepMark mark)
{
  return g_object_new (VETO_TYPE_STEP_NUMBER, "number", number, "mark", mark, NULL);
}

void
veto_step_number_set_number (VetoStepNumber *self, guint number)
{
  g_return_if_fail (VETO_IS_STEP_NUMBER (self));

  if (self->number == number)
    return;

  self->number = number;
  tell_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

void
veto_step_number_set_mark (VetoStepNumber *self, VetoStepMark mark)
{
  g_return_if_fail (VETO_IS_STEP_NUMBER (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  tell_mark (self);
  if (mark == VETO_STEP_MARK_DONE)
    adw_animation_play (self->motion);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}
