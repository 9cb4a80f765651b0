/* What the legal terms on a page mean, below the text that has them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row rather than links in the text: a link in a label of GTK 4.8 is nothing to a screen reader, and what comes with guidance
 * is shown letter for letter, without markup. The line under a term is an attribute of the label. */
#define G_LOG_DOMAIN "veto-terms-box"

#include "veto-config.h"

#include "veto-terms-box.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-evidence.h"
#include "veto-expander.h"
#include "veto-text.h"
#include "veto-wrap.h"

#define MAX_CHARS 44              /* as the text above: a page must not grow when a box on it is opened */
#define PLACES "veto-term-places" /* of a label: its marked places */

struct _VetoTermsBox
{
  GtkWidget       parent_instance;
  VetoGuideSet   *set;   /* the terms are its */
  VetoTermsBox   *above; /* nullable, not owned */
  GPtrArray      *terms; /* of VetoTerm, in the order of reading */
  GtkWidget      *expander;
  GtkWidget      *title;  /* of the expander */
  GtkWidget      *list;   /* filled when it is opened */
  const VetoTerm *wanted; /* nullable: whose card gets the keyboard in the next frame */
};

G_DEFINE_FINAL_TYPE (VetoTermsBox, veto_terms_box, GTK_TYPE_WIDGET)

static void
fill_list (VetoTermsBox *self)
{
  if (gtk_widget_get_first_child (self->list) != NULL)
    return;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const VetoTerm  *term = self->terms->pdata[i];
      g_autofree char *source = veto_evidence_dup_source (&term->evidence);
      g_autofree char *words = g_strdup_printf ("%s: %s %s", term->name, term->text, source);
      GtkWidget       *box = veto_cards_append (self->list, words);

      veto_cards_append_label (box, term->name, "veto-value");
      veto_cards_append_label (box, term->text, NULL);
      veto_cards_append_note (box, source);
      for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL;
           label = gtk_widget_get_next_sibling (label))
        gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
    }
}

static void
expanded_cb (VetoTermsBox *self)
{
  if (gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    fill_list (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  VetoTermsBox *self = VETO_TERMS_BOX (widget);

  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return GDK_EVENT_PROPAGATE;           /* Esc then leaves the page */
  gtk_widget_grab_focus (self->expander); /* first: what is hidden lets go of it to nobody */
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
  return GDK_EVENT_STOP;
}

/* The names of one or two terms; more would be a list in a title. Returns: (transfer full) */
static char *
dup_title (VetoTermsBox *self)
{
  const VetoTerm  *first = self->terms->pdata[0];
  g_autofree char *name = veto_text_dup_isolated (first->name, NULL);
  g_autofree char *other = NULL;

  if (self->terms->len == 1)
    /* Translators: %s is a legal term, such as “legitimate interest” */
    return g_strdup_printf (_ ("What does “%s” mean?"), name);
  if (self->terms->len > 2)
    return g_strdup (_ ("What do the legal terms mean?"));
  other = veto_text_dup_isolated (((const VetoTerm *) self->terms->pdata[1])->name, NULL);
  /* Translators: both are legal terms, such as “legitimate interest” */
  return g_strdup_printf (_ ("What do “%1$s” and “%2$s” mean?"), name, other);
}

static void
show_terms (VetoTermsBox *self)
{
  g_autofree char *title = NULL;
  GtkWidget       *row;

  gtk_widget_set_visible (GTK_WIDGET (self), self->terms->len > 0);
  if (self->terms->len == 0)
    return;
  title = dup_title (self);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  expanded_cb (self);
}

/* Returns: whether @term is new on the page */
static gboolean
add_term (VetoTermsBox *self, const VetoTerm *term)
{
  if (g_ptr_array_find (self->terms, term, NULL)
      || (self->above != NULL && g_ptr_array_find (self->above->terms, term, NULL)))
    return FALSE;
  g_ptr_array_add (self->terms, (gpointer) term);
  return TRUE;
}

/* Returns: (transfer full) (element-type VetoTermPlace): where terms stand for the first time */
static GArray *
take_terms (VetoTermsBox *self, const char *text)
{
  guint           n_terms;
  const VetoTerm *terms = veto_guide_set_get_terms (self->set, &n_terms);
  GArray         *places;

  if (strchr (text, '\n') != NULL) /* a postal address explains itself */
    n_terms = 0;
  places = veto_glossary_find (terms, n_terms, text);
  for (guint i = 0; i < places->len;)
    if (add_term (self, g_array_index (places, VetoTermPlace, i).term))
      i++;
    else
      g_array_remove_index (places, i);
  if (places->len > 0)
    show_terms (self);
  return places;
}

/* Returns: (nullable): the marked term that is drawn at a place in @label */
static const VetoTerm *
find_term_at (GtkLabel *label, double x, double y)
{
  const GArray *places = g_object_get_data (G_OBJECT (label), PLACES);
  int           left, top, index, trailing;

  gtk_label_get_layout_offsets (label, &left, &top);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (label), (int) ((x - left) * PANGO_SCALE),
                                 (int) ((y - top) * PANGO_SCALE), &index, &trailing))
    return NULL;
  for (guint i = 0; i < places->len; i++)
    {
      const VetoTermPlace *place = &g_array_index (places, VetoTermPlace, i);

      if ((gsize) index >= place->start && (gsize) index < place->start + place->n_bytes)
        return place->term;
    }
  return NULL;
}

static void
focus_wanted_cb (GtkWidget *widget)
{
  VetoTermsBox *self = VETO_TERMS_BOX (widget);
  guint         index;

  if (self->wanted != NULL && g_ptr_array_find (self->terms, self->wanted, &index))
    gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index)));
  self->wanted = NULL;
}

static void
clicked_cb (GtkGestureClick *gesture, int n_presses, double x, double y, VetoTermsBox *self)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  self->wanted = find_term_at (GTK_LABEL (label), x, y);
  if (self->wanted == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  veto_after_frame (GTK_WIDGET (self), focus_wanted_cb); /* until then its card has no place to scroll to */
}

static void
moved_cb (GtkEventControllerMotion *motion, double x, double y)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  gtk_widget_set_cursor_from_name (label, find_term_at (GTK_LABEL (label), x, y) != NULL ? "pointer" : NULL);
}

static void
veto_terms_box_dispose (GObject *object)
{
  g_clear_pointer (&VETO_TERMS_BOX (object)->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_terms_box_parent_class)->dispose (object);
}

static void
veto_terms_box_finalize (GObject *object)
{
  VetoTermsBox *self = VETO_TERMS_BOX (object);

  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_object (&self->set);

  G_OBJECT_CLASS (veto_terms_box_parent_class)->finalize (object);
}

static void
veto_terms_box_class_init (VetoTermsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_terms_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_terms_box_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
veto_terms_box_init (VetoTermsBox *self)
{
  self->terms = g_ptr_array_new ();
  self->title = veto_wrap_label_new (NULL, MAX_CHARS);
  self->list = veto_cards_list_new ("");
  self->expander = gtk_expander_new (NULL);
  gtk_widget_add_css_class (self->expander, "veto-branches");
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->title);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->list);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  veto_expander_hide_closed (GTK_EXPANDER (self->expander));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
veto_terms_box_new (VetoGuideSet *set, VetoTermsBox *above)
{
  VetoTermsBox *self = g_object_new (VETO_TYPE_TERMS_BOX, NULL);

  self->set = g_object_ref (set);
  self->above = above;
  return GTK_WIDGET (self);
}

void
veto_terms_box_read (VetoTermsBox *self, const char *text)
{
  g_return_if_fail (VETO_IS_TERMS_BOX (self));

  g_array_unref (take_terms (self, text));
}

void
veto_terms_box_mark (VetoTermsBox *self, GtkLabel *label)
{
  g_autoptr(GArray) places = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  GtkGesture         *gesture;
  GtkEventController *motion;

  g_return_if_fail (VETO_IS_TERMS_BOX (self));

  places = take_terms (self, gtk_label_get_text (label));
  if (places->len == 0)
    return;
  attributes = pango_attr_list_copy (gtk_label_get_attributes (label));
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  for (guint i = 0; i < places->len; i++)
    {
      const VetoTermPlace *place = &g_array_index (places, VetoTermPlace, i);
      PangoAttribute      *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      line->start_index = (guint) place->start;
      line->end_index = (guint) (place->start + place->n_bytes);
      pango_attr_list_insert (attributes, line);
    }
  gtk_label_set_attributes (label, attributes);
  g_object_set_data_full (G_OBJECT (label), PLACES, g_steal_pointer (&places),
                          (GDestroyNotify) g_array_unref);

  gesture = gtk_gesture_click_new ();
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (gesture, "released", G_CALLBACK (clicked_cb), self, 0);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (label), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_add_controller (GTK_WIDGET (label), motion);
}

static void
collect_texts (GtkWidget *widget, GPtrArray *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, (gpointer) gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static gboolean
has_terms (VetoTermsBox *self, VetoGuideSet *set, const GPtrArray *terms)
{
  if (self->set != set || self->terms->len != terms->len)
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    if (self->terms->pdata[i] != terms->pdata[i])
      return FALSE;
  return TRUE;
}

void
veto_terms_box_follow (VetoTermsBox *self, VetoGuideSet *set, GtkWidget *const *widgets)
{
  guint           n_terms;
  const VetoTerm *all;
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) terms = NULL;

  g_return_if_fail (VETO_IS_TERMS_BOX (self));

  for (guint i = 0; widgets[i] != NULL; i++)
    collect_texts (widgets[i], texts);
  g_ptr_array_add (texts, NULL);
  all = veto_guide_set_get_terms (set, &n_terms);
  terms = veto_glossary_list (all, n_terms, (const char *const *) texts->pdata);
  if (has_terms (self, set, terms))
    return;
  g_set_object (&self->set, set);
  g_ptr_array_unref (self->terms);
  self->terms = g_steal_pointer (&terms);
  show_terms (self);
}

void
veto_terms_box_add_all (VetoTermsBox *self)
{
  guint           n_terms;
  const VetoTerm *terms;

  g_return_if_fail (VETO_IS_TERMS_BOX (self));

  terms = veto_guide_set_get_terms (self->set, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    add_term (self, &terms[i]);
  show_terms (self);
}
