/* A question with room for an answer, and a sentence below when the answer cannot stay like that.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-typed-box"

#include "veto-config.h"

#include "veto-typed-box.h"

#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-typing.h"
#include "veto-wrap.h"

#define MAX_LINE_CHARACTERS 400 /* more than an answer may have, so that the sentence can say it */
#define MIN_LINES_HEIGHT 84

struct _VetoTypedBox
{
  GtkWidget  parent_instance;
  GtkWidget *row;   /* the entry, and what stands beside it */
  GtkWidget *entry; /* a GtkEntry or a GtkTextView */
  GtkLabel  *problem_label;
  GtkLabel  *remark_label;
  char      *hint;    /* nullable */
  char      *problem; /* nullable: with what stands there now */
  gboolean   waits;   /* with the sentence, until the person has gone on once */
};

enum { SIGNAL_TYPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoTypedBox, veto_typed_box, GTK_TYPE_WIDGET)

static void
show_problem (VetoTypedBox *self)
{
  const char      *problem = self->waits ? NULL : self->problem;
  const char      *remark = gtk_label_get_text (self->remark_label);
  g_autofree char *about =
    g_strjoin (" ", problem != NULL ? problem : "", remark, self->hint != NULL ? self->hint : "", NULL);

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strstrip (about), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
left_cb (VetoTypedBox *self)
{
  if (self->problem_label != NULL)
    veto_typed_box_show_problem (self);
}

static void
typed_cb (VetoTypedBox *self)
{
  g_autofree char *text = veto_typed_box_dup_text (self);

  g_signal_emit (self, signals[SIGNAL_TYPED], 0, text);
}

static gboolean
veto_typed_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_TYPED_BOX (widget)->entry);
}

static void
veto_typed_box_dispose (GObject *object)
{
  VetoTypedBox *self = VETO_TYPED_BOX (object);
  GtkWidget    *child;

  self->problem_label = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_typed_box_parent_class)->dispose (object);
}

static void
veto_typed_box_finalize (GObject *object)
{
  g_free (VETO_TYPED_BOX (object)->hint);
  g_free (VETO_TYPED_BOX (object)->problem);

  G_OBJECT_CLASS (veto_typed_box_parent_class)->finalize (object);
}

static void
veto_typed_box_class_init (VetoTypedBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_typed_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_typed_box_finalize;
  veto_focus_set_lead (klass, veto_typed_box_grab_focus);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_typed_box_init (VetoTypedBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static GtkWidget *
create_entry (VetoTypedBox *self, const char *text)
{
  self->entry = gtk_entry_new ();
  veto_typing_guard (self->entry);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MAX_LINE_CHARACTERS);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  return self->entry;
}

static GtkWidget *
create_text_view (VetoTypedBox *self, const char *text)
{
  GtkWidget   *scroller = gtk_scrolled_window_new ();
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  veto_typing_guard (GTK_WIDGET (view));
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE); /* Tab leads on, as everywhere */
  gtk_text_view_set_left_margin (view, 8);
  gtk_text_view_set_right_margin (view, 8);
  gtk_text_view_set_top_margin (view, 8);
  gtk_text_view_set_bottom_margin (view, 8);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (typed_cb), self);
  self->entry = GTK_WIDGET (view);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->entry);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_LINES_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 4 * MIN_LINES_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "veto-lines");
  return scroller;
}

static void
append_label (VetoTypedBox *self, const char *text, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  gtk_widget_add_css_class (label, "veto-small");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

GtkWidget *
veto_typed_box_new (const char *label, const char *hint, const char *text, VetoTypedBoxFlags flags)
{
  VetoTypedBox       *self = g_object_new (VETO_TYPE_TYPED_BOX, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget          *field;

  self->hint = g_strdup (hint);
  self->waits = (flags & VETO_TYPED_BOX_UNFINISHED) != 0;
  append_label (self, label, NULL);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->row,
                                 g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 260, NULL));
  field = (flags & VETO_TYPED_BOX_LINES) != 0 ? create_text_view (self, text) : create_entry (self, text);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (self->row), field);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  if (hint != NULL)
    append_label (self, hint, "dim-label");
  self->problem_label = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "veto-problem");
  gtk_widget_set_parent (GTK_WIDGET (self->problem_label), GTK_WIDGET (self));
  self->remark_label = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "veto-small");
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->remark_label), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  show_problem (self);
  return GTK_WIDGET (self);
}

void
veto_typed_box_set_problem (VetoTypedBox *self, const char *problem)
{
  g_return_if_fail (VETO_IS_TYPED_BOX (self));

  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  show_problem (self);
}

void
veto_typed_box_set_remark (VetoTypedBox *self, const char *remark)
{
  g_return_if_fail (VETO_IS_TYPED_BOX (self));

  if (g_strcmp0 (gtk_label_get_text (self->remark_label), remark != NULL ? remark : "") == 0)
    return;
  gtk_label_set_text (self->remark_label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);
  show_problem (self);
}

void
veto_typed_box_show_problem (VetoTypedBox *self)
{
  g_return_if_fail (VETO_IS_TYPED_BOX (self));

  if (self->problem == NULL)
    return; /* nothing was wrong so far, so what is typed next may be unfinished again */
  self->waits = FALSE;
  show_problem (self);
}

void
veto_typed_box_add_beside (VetoTypedBox *self, GtkWidget *widget)
{
  g_return_if_fail (VETO_IS_TYPED_BOX (self));
  gtk_box_append (GTK_BOX (self->row), widget);
}

void
veto_typed_box_set_text (VetoTypedBox *self, const char *text)
{
  g_return_if_fail (VETO_IS_TYPED_BOX (self));

  if (GTK_IS_EDITABLE (self->entry))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry)), text, -1);
}

char *
veto_typed_box_dup_text (VetoTypedBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;

  g_return_val_if_fail (VETO_IS_TYPED_BOX (self), NULL);

  if (GTK_IS_EDITABLE (self->entry))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
