/* Where somebody is in a window: how far pages are scrolled, and what has the keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-place"

#include "veto-place.h"

#define MAX_FRAMES 120 /* so long is waited for a page that grows from frame to frame */

/* A page that was scrolled, and how far */
typedef struct
{
  GtkScrolledWindow *scroller; /* weak */
  double             value;
  double             set; /* by us at last; another value is the person's */
  guint              n_frames;
} Scrolled;

/* What had the keyboard, or holds what had it */
typedef struct
{
  GtkWidget *widget; /* weak */
  GType      type;
  char      *key;   /* nullable: what it does and says */
  guint      index; /* among its siblings */
} Holder;

struct _VetoPlace
{
  GtkWidget *root;     /* weak */
  GPtrArray *holders;  /* of Holder, from what had the keyboard up to the window; empty: nothing had it */
  GPtrArray *scrolled; /* of Scrolled */
  int        cursor;   /* in a text, in characters; -1: it is no text */
  int        bound;
};

static void
free_holder (gpointer data)
{
  Holder *holder = data;

  g_clear_weak_pointer (&holder->widget);
  g_free (holder->key);
  g_free (holder);
}

static void
free_scrolled (gpointer data)
{
  Scrolled *scrolled = data;

  g_clear_weak_pointer (&scrolled->scroller);
  g_free (scrolled);
}

static void
find_label_text (GtkWidget *widget, const char **out_text)
{
  if (*out_text == NULL && GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    *out_text = gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *out_text == NULL;
       child = gtk_widget_get_next_sibling (child))
    find_label_text (child, out_text);
}

/* Returns: (transfer full) (nullable): what @widget does, and the first words that stand in it */
static char *
dup_key (GtkWidget *widget)
{
  const char      *words = NULL;
  g_autofree char *target = NULL;

  if (!GTK_IS_ACTIONABLE (widget))
    return NULL;
  if (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) != NULL)
    target = g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)), FALSE);
  find_label_text (widget, &words);
  return g_strdup_printf ("%s %s %s", gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                          target != NULL ? target : "", words != NULL ? words : "");
}

static guint
get_index (GtkWidget *widget)
{
  guint index = 0;

  for (GtkWidget *at = gtk_widget_get_prev_sibling (widget); at != NULL;
       at = gtk_widget_get_prev_sibling (at))
    index++;
  return index;
}

static void
take_focus (VetoPlace *self, GtkWidget *focus)
{
  for (GtkWidget *at = focus; at != NULL; at = gtk_widget_get_parent (at))
    {
      Holder *holder = g_new0 (Holder, 1);

      g_set_weak_pointer (&holder->widget, at);
      holder->type = G_OBJECT_TYPE (at);
      holder->key = dup_key (at);
      holder->index = get_index (at);
      g_ptr_array_add (self->holders, holder);
    }
  self->cursor = -1;
  if (GTK_IS_TEXT (focus))
    {
      gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &self->bound, &self->cursor);
      if (self->bound == self->cursor)
        self->bound = self->cursor = gtk_editable_get_position (GTK_EDITABLE (focus));
    }
}

static void
take_scrolled (GtkWidget *widget, GPtrArray *list)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      Scrolled      *scrolled = g_new0 (Scrolled, 1);

      g_set_weak_pointer (&scrolled->scroller, GTK_SCROLLED_WINDOW (widget));
      scrolled->value = gtk_adjustment_get_value (adjustment);
      g_ptr_array_add (list, scrolled);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_scrolled (child, list);
}

VetoPlace *
veto_place_take (GtkWidget *root)
{
  VetoPlace *self = g_new0 (VetoPlace, 1);

  g_set_weak_pointer (&self->root, root);
  self->holders = g_ptr_array_new_with_free_func (free_holder);
  self->scrolled = g_ptr_array_new_with_free_func (free_scrolled);
  if (gtk_root_get_focus (GTK_ROOT (root)) != NULL)
    take_focus (self, gtk_root_get_focus (GTK_ROOT (root)));
  take_scrolled (root, self->scrolled);
  return self;
}

/* (nullable): what does and says the same somewhere in @widget */
static GtkWidget *
find_key (GtkWidget *widget, const Holder *holder)
{
  g_autofree char *key = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  key = G_OBJECT_TYPE (widget) == holder->type ? dup_key (widget) : NULL;
  if (key != NULL && g_str_equal (key, holder->key))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_key (child, holder);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* (nullable): the child of @widget in the place of @holder, or the last one before it */
static GtkWidget *
find_place (GtkWidget *widget, const Holder *holder)
{
  GtkWidget *found = NULL;
  guint      index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && index <= holder->index;
       child = gtk_widget_get_next_sibling (child), index++)
    if (G_OBJECT_TYPE (child) == holder->type && gtk_widget_get_mapped (child))
      found = child;
  return found;
}

/* @n_left: holders below @widget, which is still there. Returns: (nullable): what stands in the place of the innermost */
static GtkWidget *
find_successor (VetoPlace *self, GtkWidget *widget, guint n_left)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < n_left && found == NULL; i++)
    {
      const Holder *holder = g_ptr_array_index (self->holders, i);

      found = holder->key != NULL ? find_key (widget, holder) : NULL;
    }
  if (found != NULL)
    return found;
  for (guint i = n_left; i > 0 && widget != NULL; i--)
    {
      found = widget;
      widget = find_place (widget, g_ptr_array_index (self->holders, i - 1));
    }
  return widget != NULL ? widget : found;
}

static gboolean
is_there (VetoPlace *self, GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget)
         && (widget == self->root || gtk_widget_is_ancestor (widget, self->root));
}

static void
give_focus (VetoPlace *self, GtkWidget *widget)
{
  if (gtk_root_get_focus (GTK_ROOT (self->root)) == widget)
    return;
  if (!GTK_IS_TEXT (widget))
    gtk_widget_grab_focus (widget);
  else if (gtk_text_grab_focus_without_selecting (GTK_TEXT (widget)) && self->cursor >= 0)
    gtk_editable_select_region (GTK_EDITABLE (widget), self->bound, self->cursor);
}

static void
restore_focus (VetoPlace *self)
{
  for (guint i = 0; i < self->holders->len; i++)
    {
      const Holder *holder = g_ptr_array_index (self->holders, i);

      if (!is_there (self, holder->widget))
        continue;
      give_focus (self, i == 0 ? holder->widget : find_successor (self, holder->widget, i));
      return;
    }
}

/* A page that grows has no room yet for where one was. Ends when it has, or when somebody scrolls. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scrolled      *scrolled = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  double         room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double         value = gtk_adjustment_get_value (adjustment);

  if (value != scrolled->set && value != 0 && value != room && scrolled->n_frames > 2)
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (adjustment, MIN (scrolled->value, room));
  scrolled->set = gtk_adjustment_get_value (adjustment);
  scrolled->n_frames++;
  if (scrolled->n_frames > 3 && room >= scrolled->value)
    return G_SOURCE_REMOVE;
  return scrolled->n_frames < MAX_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
restore_scrolled (VetoPlace *self)
{
  for (guint i = 0; i < self->scrolled->len; i++)
    {
      Scrolled *scrolled = g_ptr_array_index (self->scrolled, i), *copy;

      if (scrolled->scroller == NULL || scrolled->value == 0)
        continue;
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scrolled->scroller), scrolled->value);
      copy = g_new0 (Scrolled, 1);
      copy->value = copy->set = scrolled->value;
      gtk_widget_add_tick_callback (GTK_WIDGET (scrolled->scroller), scroll_cb, copy, free_scrolled);
    }
}

void
veto_place_restore (VetoPlace *self)
{
  if (self->root != NULL)
    {
      restore_focus (self);
      restore_scrolled (self);
    }
  g_clear_weak_pointer (&self->root);
  g_ptr_array_unref (self->holders);
  g_ptr_array_unref (self->scrolled);
  g_free (self);
}
