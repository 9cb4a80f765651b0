/* Pages as they come out of the printer, one below the other, on white in every theme.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper-view"

#include "veto-config.h"

#include "veto-paper-view.h"

#include <glib/gi18n.h>

#include "veto-draw.h"

#define MARGIN 14 /* around each page; the shadow falls into it */
#define SHADOW 8
#define MIN_WIDTH 160
#define NATURAL_WIDTH 380
#define LETTER_EM 11.0 /* points: the size of the text of a letter */

/* DIN A4 in points, while there is no paper yet */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

struct _VetoPaperView
{
  GtkWidget  parent_instance;
  VetoPaper *paper; /* nullable */
  double     zoom;
};

G_DEFINE_FINAL_TYPE (VetoPaperView, veto_paper_view, GTK_TYPE_WIDGET)

static guint
count_pages (VetoPaperView *self)
{
  return self->paper != NULL ? veto_paper_get_n_pages (self->paper) : 1;
}

static void
get_page_size (VetoPaperView *self, double *out_width, double *out_height)
{
  *out_width = A4_WIDTH;
  *out_height = A4_HEIGHT;
  if (self->paper != NULL)
    veto_paper_get_size (self->paper, out_width, out_height);
}

static int
get_page_height (VetoPaperView *self, int width)
{
  double page_width, page_height;

  get_page_size (self, &page_width, &page_height);
  return (int) (MAX (width - 2 * MARGIN, 1) * page_height / page_width + 0.5);
}

static GtkSizeRequestMode
veto_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
veto_paper_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  VetoPaperView *self = VETO_PAPER_VIEW (widget);
  double         page_width, page_height;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size > 0 ? for_size : NATURAL_WIDTH;

      *minimum = *natural = (int) count_pages (self) * (get_page_height (self, width) + MARGIN) + MARGIN;
      return;
    }
  get_page_size (self, &page_width, &page_height);
  *minimum = MIN_WIDTH;
  if (self->zoom > 0)
    *minimum = (int) (page_width * veto_draw_get_em (widget) / LETTER_EM * self->zoom) + 2 * MARGIN;
  *natural = MAX (*minimum, NATURAL_WIDTH);
}

/* Paper lies on the window: a soft edge, strongest below. */
static void
paint_shadow (GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  static const GdkRGBA dark = { 0, 0, 0, 0.28F };
  GskRoundedRect       outline;

  gsk_rounded_rect_init_from_rect (&outline, page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &dark, 0, 2, 0, SHADOW);
}

static void
paint_page (VetoPaperView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  double               page_width, page_height;
  cairo_t             *cr;

  paint_shadow (snapshot, area);
  gtk_snapshot_append_color (snapshot, &white, area);
  if (self->paper == NULL)
    return;
  get_page_size (self, &page_width, &page_height);
  cr = gtk_snapshot_append_cairo (snapshot, area);
  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_scale (cr, area->size.width / page_width, area->size.width / page_width);
  cairo_set_source_rgb (cr, 0, 0, 0);
  veto_paper_draw (self->paper, page, cr);
  cairo_destroy (cr);
}

static void
veto_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VetoPaperView *self = VETO_PAPER_VIEW (widget);
  int            width = gtk_widget_get_width (widget);
  int            height = get_page_height (self, width);

  for (guint page = 0; page < count_pages (self); page++)
    {
      graphene_rect_t area;

      graphene_rect_init (&area, MARGIN, (float) (MARGIN + (int) page * (height + MARGIN)),
                          (float) MAX (width - 2 * MARGIN, 1), (float) height);
      paint_page (self, snapshot, page, &area);
    }
}

static void
veto_paper_view_finalize (GObject *object)
{
  g_clear_object (&VETO_PAPER_VIEW (object)->paper);

  G_OBJECT_CLASS (veto_paper_view_parent_class)->finalize (object);
}

static void
veto_paper_view_class_init (VetoPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = veto_paper_view_finalize;
  widget_class->get_request_mode = veto_paper_view_get_request_mode;
  widget_class->measure = veto_paper_view_measure;
  widget_class->snapshot = veto_paper_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "veto-paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
veto_paper_view_init (VetoPaperView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE); /* so that it can be heard */
}

GtkWidget *
veto_paper_view_new (const char *name)
{
  GtkWidget *self = g_object_new (VETO_TYPE_PAPER_VIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

void
veto_paper_view_set_paper (VetoPaperView *self, VetoPaper *paper, const char *text)
{
  guint n_before;

  g_return_if_fail (VETO_IS_PAPER_VIEW (self));

  n_before = count_pages (self);
  g_set_object (&self->paper, paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (n_before != count_pages (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
veto_paper_view_set_zoom (VetoPaperView *self, double zoom)
{
  g_return_if_fail (VETO_IS_PAPER_VIEW (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
veto_paper_view_get_zoom (VetoPaperView *self)
{
  g_return_val_if_fail (VETO_IS_PAPER_VIEW (self), 0);
  return self->zoom;
}

guint
veto_paper_view_get_n_pages (VetoPaperView *self)
{
  g_return_val_if_fail (VETO_IS_PAPER_VIEW (self), 0);
  return self->paper != NULL ? veto_paper_get_n_pages (self->paper) : 0;
}
