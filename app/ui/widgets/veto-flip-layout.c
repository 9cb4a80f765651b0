/* Children side by side where there is room, else one below the other. libadwaita 1.2 has no breakpoints.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-flip-layout"

#include "veto-flip-layout.h"

#include "veto-draw.h"

#define MAX_WIDTH (1 << 15) /* px; wider than any screen */

struct _VetoFlipLayout
{
  GtkLayoutManager parent_instance;
  int              spacing;
  int              row_width;
  gboolean         keep_natural;
  gboolean         align_top;
  gboolean         equal;
  gboolean         row_reversed;
  gboolean         column_reversed;
};

enum {
  PROP_0,
  PROP_SPACING,
  PROP_ROW_WIDTH,
  PROP_KEEP_NATURAL,
  PROP_ALIGN_TOP,
  PROP_EQUAL,
  PROP_ROW_REVERSED,
  PROP_COLUMN_REVERSED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoFlipLayout, veto_flip_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Visible children. Returns: (transfer container) */
static GPtrArray *
list_children (GtkWidget *widget)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      g_ptr_array_add (children, child);
  return children;
}

static gboolean
is_row (VetoFlipLayout *self, GtkWidget *widget, GPtrArray *children, int width)
{
  int needed = 0, widest = 0, minimum, natural;

  for (guint i = 0; i < children->len; i++)
    {
      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                          NULL, NULL);
      needed += self->keep_natural ? natural : minimum;
      widest = MAX (widest, self->keep_natural ? natural : minimum);
    }
  if (self->equal)
    needed = widest * (int) children->len;
  needed += self->spacing * MAX ((int) children->len - 1, 0);
  return width >= MAX (needed, self->row_width * veto_draw_get_scale (widget));
}

/* Returns: (transfer full): the same for each child, to the pixel that is over */
static int *
share_equally (guint n_children, int width)
{
  int *widths = g_new0 (int, MAX (n_children, 1));

  for (guint i = 0; i < n_children; i++)
    {
      widths[i] = width / (int) (n_children - i);
      width -= widths[i];
    }
  return widths;
}

/* The width of each child in a row of @width; what is left over stands on both sides of the row. */
static int *
share_width (VetoFlipLayout *self, GPtrArray *children, int width, int *out_left_over)
{
  g_autofree GtkRequestedSize *sizes = NULL;
  int                         *widths;
  int                          left = width - self->spacing * MAX ((int) children->len - 1, 0);
  int                          n_expand = 0;

  *out_left_over = 0;
  if (self->equal)
    return share_equally (children->len, left);
  sizes = g_new0 (GtkRequestedSize, MAX (children->len, 1));
  widths = g_new0 (int, MAX (children->len, 1));
  for (guint i = 0; i < children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (children, i);

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &sizes[i].minimum_size,
                          &sizes[i].natural_size, NULL, NULL);
      sizes[i].data = child;
      left -= sizes[i].minimum_size;
      n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), children->len, sizes);
  for (guint i = 0; i < children->len; i++)
    {
      int extra = 0;

      if (gtk_widget_compute_expand (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL))
        {
          extra = left / n_expand--;
          left -= extra;
        }
      widths[i] = sizes[i].minimum_size + extra;
    }
  *out_left_over = left;
  return widths;
}

/* Turns the order of @children, and of their @widths (nullable), around. */
static void
reverse (GPtrArray *children, int *widths)
{
  for (guint i = 0, j = children->len; i + 1 < j; i++)
    {
      gpointer child = children->pdata[i];
      int      width;

      j--;
      children->pdata[i] = children->pdata[j];
      children->pdata[j] = child;
      if (widths == NULL)
        continue;
      width = widths[i];
      widths[i] = widths[j];
      widths[j] = width;
    }
}

static void
measure_widths (VetoFlipLayout *self, GPtrArray *children, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < children->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (i > 0 ? self->spacing : 0);
    }
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return MAX (minimum, natural);
}

static int
measure_heights (VetoFlipLayout *self, GtkWidget *widget, GPtrArray *children, int width)
{
  int height = 0;

  if (is_row (self, widget, children, width))
    {
      int             left_over;
      g_autofree int *widths = share_width (self, children, width, &left_over);

      for (guint i = 0; i < children->len; i++)
        height = MAX (height, measure_height (g_ptr_array_index (children, i), widths[i]));
      return height;
    }

  for (guint i = 0; i < children->len; i++)
    height += measure_height (g_ptr_array_index (children, i), width) + (i > 0 ? self->spacing : 0);
  return height;
}

/* The smallest width in px, from @minimum on, at which @height is enough; @natural where none is. GtkBox finds the same for
 * its own minimum, and wants a natural width that is not below it. */
static int
find_width (VetoFlipLayout *self,
            GtkWidget      *widget,
            GPtrArray      *children,
            int             height,
            int             minimum,
            int             natural)
{
  int too_small = minimum - 1, enough = MAX_WIDTH;

  if (measure_heights (self, widget, children, minimum) <= height)
    return minimum;
  if (measure_heights (self, widget, children, natural) <= height)
    enough = natural;
  else if (measure_heights (self, widget, children, MAX_WIDTH) > height)
    return natural;
  while (too_small + 1 < enough)
    {
      int width = too_small + (enough - too_small) / 2;

      if (measure_heights (self, widget, children, width) > height)
        too_small = width;
      else
        enough = width;
    }
  return enough;
}

/* For no width it is the least that any width needs: GTK 4.18 warns where a width turns out to need less
 * (gtksizerequest.c of 4.18.6, read on 2026-11-26). */
static void
veto_flip_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  VetoFlipLayout *self = VETO_FLIP_LAYOUT (manager);
  g_autoptr(GPtrArray) children = list_children (widget);
  int width_minimum, width_natural;

  measure_widths (self, children, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      if (for_size >= 0)
        *minimum = find_width (self, widget, children, for_size, width_minimum, width_natural);
      *natural = MAX (*minimum, width_natural);
    }
  else
    {
      *natural = measure_heights (self, widget, children, for_size >= 0 ? for_size : width_natural);
      *minimum = for_size >= 0 ? *natural
                               : MIN (*natural, measure_heights (self, widget, children, MAX_WIDTH));
    }
}

static void
place (GtkWidget *child, int x, int y, int width, int height, int total)
{
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    x = total - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
veto_flip_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  VetoFlipLayout *self = VETO_FLIP_LAYOUT (manager);
  g_autoptr(GPtrArray) children = list_children (widget);
  gboolean        row = is_row (self, widget, children, width);
  int             left_over = 0, x, y = 0;
  g_autofree int *widths = row ? share_width (self, children, width, &left_over) : NULL;

  if (row ? self->row_reversed : self->column_reversed)
    reverse (children, widths);
  x = left_over / 2;
  for (guint i = 0; i < children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (children, i);
      int        child_height = measure_height (child, row ? widths[i] : width);

      /* Not left to GtkWidget:valign, which would measure all words in @child again, for that height. */
      if (row)
        place (child, x, self->align_top ? 0 : (height - child_height) / 2, widths[i], child_height, width);
      else
        place (child, 0, y, width, child_height, width);
      x += row ? widths[i] + self->spacing : 0;
      y += child_height + self->spacing;
    }
}

static GtkSizeRequestMode
veto_flip_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
veto_flip_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoFlipLayout *self = VETO_FLIP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_ROW_WIDTH:
      g_value_set_int (value, self->row_width);
      break;
    case PROP_KEEP_NATURAL:
      g_value_set_boolean (value, self->keep_natural);
      break;
    case PROP_ALIGN_TOP:
      g_value_set_boolean (value, self->align_top);
      break;
    case PROP_EQUAL:
      g_value_set_boolean (value, self->equal);
      break;
    case PROP_ROW_REVERSED:
      g_value_set_boolean (value, self->row_reversed);
      break;
    case PROP_COLUMN_REVERSED:
      g_value_set_boolean (value, self->column_reversed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_flip_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoFlipLayout *self = VETO_FLIP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_ROW_WIDTH:
      self->row_width = g_value_get_int (value);
      break;
    case PROP_KEEP_NATURAL:
      self->keep_natural = g_value_get_boolean (value);
      break;
    case PROP_ALIGN_TOP:
      self->align_top = g_value_get_boolean (value);
      break;
    case PROP_EQUAL:
      self->equal = g_value_get_boolean (value);
      break;
    case PROP_ROW_REVERSED:
      self->row_reversed = g_value_get_boolean (value);
      break;
    case PROP_COLUMN_REVERSED:
      self->column_reversed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
veto_flip_layout_class_init (VetoFlipLayoutClass *klass)
{
  const GParamFlags      flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = veto_flip_layout_get_property;
  object_class->set_property = veto_flip_layout_set_property;
  layout_class->measure = veto_flip_layout_measure;
  layout_class->allocate = veto_flip_layout_allocate;
  layout_class->get_request_mode = veto_flip_layout_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  properties[PROP_ROW_WIDTH] = g_param_spec_int ("row-width", NULL, NULL, 0, G_MAXINT, 480, flags);
  properties[PROP_KEEP_NATURAL] = g_param_spec_boolean ("keep-natural", NULL, NULL, FALSE, flags);
  properties[PROP_ALIGN_TOP] = g_param_spec_boolean ("align-top", NULL, NULL, FALSE, flags);
  properties[PROP_EQUAL] = g_param_spec_boolean ("equal", NULL, NULL, FALSE, flags);
  properties[PROP_ROW_REVERSED] = g_param_spec_boolean ("row-reversed", NULL, NULL, FALSE, flags);
  properties[PROP_COLUMN_REVERSED] = g_param_spec_boolean ("column-reversed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_flip_layout_init (VetoFlipLayout *self)
{
  self->spacing = 12;
  self->row_width = 480;
}
