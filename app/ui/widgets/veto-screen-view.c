/* The drawn screen of a step: a phone or a browser window, with the row to touch marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-screen-view"

#include "veto-screen-view.h"

#include "veto-colour.h"
#include "veto-draw.h"
#include "veto-screen-paint.h"
#include "veto-screen-words.h"

/* Pixels at the usual text size. */
#define MIN_WIDTH 180
#define MAX_GROWTH 1.4 /* in width, with the text; beyond it the picture grows in height */
#define ADDRESS_BAR_HEIGHT 36

/* Enough to be seen by who looks at the words first, and over before it disturbs. */
#define N_TOUCHES 3
#define TOUCH_MS 1200

/* What stands around the rows. */
typedef struct
{
  double width, height; /* as drawn when there is room */
  double edge, radius, header, footer;
} Device;

static const Device devices[] = {
  [VETO_SCREEN_PAGE] = { 320, 300, 2, 12, ADDRESS_BAR_HEIGHT, 8 },
  [VETO_SCREEN_PHONE] = { 236, 404, 7, 26, 4, 18 },
};

struct _VetoScreenView
{
  GtkWidget      parent_instance;
  VetoScreen     screen; /* its rows and their words are ours */
  VetoScreenRow *rows;   /* NULL when nothing is shown */
  char          *value;  /* nullable */

  VetoScreenLayout
               *layout; /* nullable: as drawn last, so that nothing is laid out anew for a ring that moves */
  AdwAnimation *motion;
};

enum { PROP_0, PROP_VALUE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoScreenView, veto_screen_view, GTK_TYPE_WIDGET)

static const Device *
get_device (VetoScreenView *self)
{
  return &devices[self->screen.kind == VETO_SCREEN_PHONE ? VETO_SCREEN_PHONE : VETO_SCREEN_PAGE];
}

static void
clear_screen (VetoScreenView *self)
{
  for (guint i = 0; i < self->screen.n_rows; i++)
    {
      g_free ((char *) self->rows[i].text);
      g_free ((char *) self->rows[i].typed);
    }
  g_clear_pointer (&self->rows, g_free);
  self->screen = (VetoScreen){ .rows = NULL };
}

static void
forget_layout (VetoScreenView *self)
{
  g_clear_pointer (&self->layout, veto_screen_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
has_target (VetoScreenView *self)
{
  for (guint i = 0; i < self->screen.n_rows; i++)
    if (self->rows[i].target)
      return TRUE;
  return FALSE;
}

/* From the beginning; the library shows the end at once where no motion is wanted. */
static void
start_motion (VetoScreenView *self)
{
  adw_animation_reset (self->motion);
  if (has_target (self))
    adw_animation_play (self->motion);
}

static void
moved_cb (double value, gpointer data)
{
  gtk_widget_queue_draw (data);
}

static void
tell_screen (VetoScreenView *self)
{
  g_autofree char *words = veto_screen_dup_words (self->rows != NULL ? &self->screen : NULL, self->value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkSizeRequestMode
veto_screen_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
veto_screen_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  VetoScreenView *self = VETO_SCREEN_VIEW (widget);
  const Device   *device = get_device (self);
  double          width = device->width * MIN (veto_draw_get_scale (widget), MAX_GROWTH);
  g_autoptr(VetoScreenLayout) layout = NULL;

  *minimum = *natural = 0;
  if (self->rows == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = (int) width;
      return;
    }

  if (for_size > 0)
    width = MIN (for_size, width);
  layout = veto_screen_layout_new (widget, &self->screen, self->value, width - 2 * device->edge);
  *minimum = (int) (layout->height + device->header + device->footer + 2 * device->edge + 1);
  *natural = MAX (*minimum, (int) device->height);
}

/* The address bar of a browser, or the bar at the lower edge of a phone: enough to know what it is. */
static void
draw_device (VetoScreenView *self, GtkSnapshot *snapshot, double width, double height)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  GdkRGBA         shade = veto_colour_lookup (widget, "veto_track_color", "#dddddd");
  graphene_rect_t bar;

  if (self->screen.kind == VETO_SCREEN_PHONE)
    {
      graphene_rect_init (&bar, (float) (width * 0.32), (float) height - 10, (float) (width * 0.36), 4);
      veto_draw_box (snapshot, &bar, 2, &shade);
      return;
    }

  graphene_rect_init (&bar, 0, 0, (float) width, ADDRESS_BAR_HEIGHT);
  gtk_snapshot_append_color (snapshot, &shade, &bar);
  graphene_rect_init (&bar, (float) (width * 0.16), 9, (float) (width * 0.68), ADDRESS_BAR_HEIGHT - 18);
  veto_draw_box (snapshot, &bar, bar.size.height / 2, &shade);
}

/* How far the rows must move up so that the marked one is seen where there is too little height for all. */
static double
count_shift (const VetoScreenLayout *layout, double height)
{
  for (guint i = 0; i < layout->n_parts && layout->height > height; i++)
    if (layout->parts[i].target)
      return MAX (0, layout->parts[i].row.origin.y + layout->parts[i].row.size.height - height);
  return 0;
}

static void
draw_rows (VetoScreenView *self, GtkSnapshot *snapshot, double width, double height)
{
  const Device   *device = get_device (self);
  double          touch = veto_screen_view_is_moving (self) ? adw_animation_get_value (self->motion) : 1;
  double          room = height - device->header - device->footer;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (height - device->header));

  if (self->layout == NULL || self->layout->width != width)
    {
      g_clear_pointer (&self->layout, veto_screen_layout_free);
      self->layout = veto_screen_layout_new (GTK_WIDGET (self), &self->screen, self->value, width);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) device->header));
  gtk_snapshot_push_clip (snapshot, &area);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) -count_shift (self->layout, room)));
  veto_screen_paint_rows (GTK_WIDGET (self), snapshot, self->layout, touch);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
veto_screen_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoScreenView *self = VETO_SCREEN_VIEW (widget);
  const Device   *device = get_device (self);
  float           edge = (float) device->edge;
  int             total = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int             width = MIN (total, (int) (device->width * MIN (veto_draw_get_scale (widget), MAX_GROWTH)));
  int             x = (total - width) / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height);
  GdkRGBA         ground = veto_colour_lookup (widget, "view_bg_color", "#ffffff");
  GdkRGBA         frame = veto_colour_lookup (widget, "veto_frame_color", "#5e5c64");
  GskRoundedRect  inside;

  if (self->rows == NULL)
    return;

  veto_draw_box (snapshot, &area, device->radius, &frame);
  graphene_rect_inset (&area, edge, edge);
  veto_draw_box (snapshot, &area, device->radius - edge, &ground);

  gsk_rounded_rect_init_from_rect (&inside, &area, (float) (device->radius - edge));
  gtk_snapshot_push_rounded_clip (snapshot, &inside);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  draw_device (self, snapshot, area.size.width, area.size.height);
  draw_rows (self, snapshot, area.size.width, area.size.height);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
veto_screen_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (veto_screen_view_parent_class)->css_changed (widget, change);
  forget_layout (VETO_SCREEN_VIEW (widget));
}

static void
veto_screen_view_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (veto_screen_view_parent_class)->direction_changed (widget, before);
  forget_layout (VETO_SCREEN_VIEW (widget));
}

static void
veto_screen_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_screen_view_parent_class)->map (widget);
  start_motion (VETO_SCREEN_VIEW (widget));
}

static void
veto_screen_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VALUE)
    g_value_set_string (value, VETO_SCREEN_VIEW (object)->value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
veto_screen_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VALUE)
    veto_screen_view_set_value (VETO_SCREEN_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
veto_screen_view_dispose (GObject *object)
{
  g_clear_object (&VETO_SCREEN_VIEW (object)->motion);

  G_OBJECT_CLASS (veto_screen_view_parent_class)->dispose (object);
}

static void
veto_screen_view_finalize (GObject *object)
{
  VetoScreenView *self = VETO_SCREEN_VIEW (object);

  clear_screen (self);
  g_clear_pointer (&self->layout, veto_screen_layout_free);
  g_free (self->value);

  G_OBJECT_CLASS (veto_screen_view_parent_class)->finalize (object);
}

static void
veto_screen_view_class_init (VetoScreenViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = veto_screen_view_dispose;
  object_class->finalize = veto_screen_view_finalize;
  object_class->get_property = veto_screen_view_get_property;
  object_class->set_property = veto_screen_view_set_property;
  widget_class->get_request_mode = veto_screen_view_get_request_mode;
  widget_class->measure = veto_screen_view_measure;
  widget_class->snapshot = veto_screen_view_snapshot;
  widget_class->css_changed = veto_screen_view_css_changed;
  widget_class->direction_changed = veto_screen_view_direction_changed;
  widget_class->map = veto_screen_view_map;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "veto-screen");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
veto_screen_view_init (VetoScreenView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->motion = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, TOUCH_MS,
                                          adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_repeat_count (ADW_TIMED_ANIMATION (self->motion), N_TOUCHES);
}

GtkWidget *
veto_screen_view_new (void)
{
  return g_object_new (VETO_TYPE_SCREEN_VIEW, NULL);
}

void
veto_screen_view_set_screen (VetoScreenView *self, const VetoScreen *screen)
{
  g_return_if_fail (VETO_IS_SCREEN_VIEW (self));

  clear_screen (self);
  if (screen != NULL && screen->n_rows > 0)
    {
      self->rows = g_memdup2 (screen->rows, screen->n_rows * sizeof *screen->rows);
      for (guint i = 0; i < screen->n_rows; i++)
        {
          self->rows[i].text = g_strdup (screen->rows[i].text);
          self->rows[i].typed = g_strdup (screen->rows[i].typed);
        }
      self->screen = (VetoScreen){ screen->kind, self->rows, screen->n_rows };
    }
  tell_screen (self);
  forget_layout (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_motion (self);
}

void
veto_screen_view_set_value (VetoScreenView *self, const char *value)
{
  g_return_if_fail (VETO_IS_SCREEN_VIEW (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  tell_screen (self);
  forget_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

gboolean
veto_screen_view_is_moving (VetoScreenView *self)
{
  g_return_val_if_fail (VETO_IS_SCREEN_VIEW (self), FALSE);

  return self->motion != NULL && adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING;
}
