/* Guidance and sources: the state of the law, rumours, every source and what rests on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-sources-page"

#include "veto-config.h"

#include "veto-sources-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-focus.h"
#include "veto-source-row.h"
#include "veto-source-words.h"
#include "veto-terms-box.h"
#include "veto-update-box.h"
#include "veto-wrap.h"

/* So many cards fill a window, and take less than a frame to build. */
#define CARDS_A_FRAME 8

/* What stands on the page, in this order */
typedef enum { PART_LAW, PART_HISTORY, PART_RUMOURS, PART_SOURCES, N_PARTS } Part;

struct _VetoSourcesPage
{
  GtkWidget        parent_instance;
  VetoServices    *services;
  VetoGuidance    *guidance;
  VetoSourceIndex *index; /* the rows point into it */

  GtkScrolledWindow *scroller;
  GtkLabel          *about; /* which guidance this is */
  GtkWidget         *to_sources;
  GtkBox            *parts;
  GtkWidget         *heading; /* of the part that was begun last; in parts */
  GtkWidget         *list;    /* its cards; NULL until there is one */
  Part               part;    /* that is being built; N_PARTS when all are there */
  guint              n_built; /* cards of that part */
  gboolean           waits;   /* for a frame, to go on building */
  gboolean           go_down; /* to the sources, as soon as they are there */
};

G_DEFINE_FINAL_TYPE (VetoSourcesPage, veto_sources_page, GTK_TYPE_WIDGET)

static GPtrArray *
get_items (VetoSourcesPage *self, Part part)
{
  switch (part)
    {
    case PART_LAW:
      return veto_source_index_get_facts (self->index, VETO_TOPIC_LAW);
    case PART_HISTORY:
      return veto_source_index_get_history (self->index);
    case PART_RUMOURS:
      return veto_source_index_get_facts (self->index, VETO_TOPIC_RUMOURS);
    case PART_SOURCES:
    case N_PARTS:
    default:
      return veto_source_index_get_sources (self->index);
    }
}

static const char *
get_heading (Part part)
{
  static const char *const headings[N_PARTS] = {
    [PART_LAW] = N_ ("State of the law"),
    [PART_HISTORY] = N_ ("What happened, newest first"),
    [PART_RUMOURS] = N_ ("Rumours and false messages"),
    [PART_SOURCES] = N_ ("Sources, newest first"),
  };
  return gettext (headings[part]);
}

/* Sources can be opened and have places for the keyboard of their own, which a list of rows would double. */
static GtkWidget *
create_sources_box (const char *name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "veto-sources");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
begin_part (VetoSourcesPage *self)
{
  const char *words = get_heading (self->part);

  self->heading = veto_cards_heading_new (words);
  self->list = self->part == PART_SOURCES ? create_sources_box (words) : veto_cards_list_new (words);
  gtk_box_append (self->parts, self->heading);
  gtk_box_append (self->parts, self->list);
}

static void
append_statement (GtkWidget *list, const VetoStatement *statement)
{
  g_autofree char *day = g_date_valid (&statement->day) ? veto_day_dup_display (&statement->day) : NULL;
  g_autofree char *text = veto_statement_dup_words (statement);
  g_autofree char *platforms = veto_statement_dup_platforms (statement);
  g_autofree char *source = veto_evidence_dup_source (&statement->evidence);
  g_autofree char *words = g_strdup_printf ("%s %s. %s", text, platforms, source);
  GtkWidget       *box = veto_cards_append (list, words);

  if (day != NULL)
    veto_cards_append_label (box, day, "veto-value");
  veto_cards_append_label (box, statement->text, NULL);
  veto_cards_append_note (box, platforms);
  veto_cards_append_note (box, source);
}

/* Builds at most @n_cards, on from where the last call ended. */
static void
build_some (VetoSourcesPage *self, guint n_cards)
{
  while (self->part < N_PARTS && n_cards > 0)
    {
      GPtrArray *items = get_items (self, self->part);

      if (self->n_built == items->len)
        {
          self->part++;
          self->n_built = 0;
          continue;
        }
      if (self->n_built == 0)
        begin_part (self);
      if (self->part == PART_SOURCES)
        gtk_box_append (GTK_BOX (self->list),
                        veto_source_row_new (self->services, items->pdata[self->n_built]));
      else
        append_statement (self->list, items->pdata[self->n_built]);
      self->n_built++;
      n_cards--;
    }
}

static void
move_to_sources (VetoSourcesPage *self)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t place;

  self->go_down = FALSE;
  veto_focus_first (self->list);
  if (gtk_widget_compute_bounds (self->heading, gtk_widget_get_parent (GTK_WIDGET (self->parts)), &place))
    gtk_adjustment_set_value (adjustment, place.origin.y);
}

static void
go_on_cb (GtkWidget *widget)
{
  VetoSourcesPage *self = VETO_SOURCES_PAGE (widget);

  self->waits = FALSE;
  if (self->go_down && self->part == N_PARTS)
    move_to_sources (self);
  build_some (self, self->go_down ? G_MAXUINT : CARDS_A_FRAME);
  if (self->part < N_PARTS || self->go_down)
    {
      self->waits = TRUE;
      veto_after_frame (widget, go_on_cb);
    }
}

static void
wait_frame (VetoSourcesPage *self)
{
  if (self->waits)
    return;
  self->waits = TRUE;
  veto_after_frame (GTK_WIDGET (self), go_on_cb);
}

/* Who wants to go down does not want to wait: the rest is built at once, and seen in the next frame. */
static void
to_sources_cb (VetoSourcesPage *self)
{
  self->go_down = TRUE;
  if (self->part == N_PARTS)
    move_to_sources (self);
  else
    wait_frame (self);
}

static void
clear_parts (VetoSourcesPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->parts)))
    gtk_widget_grab_focus (self->to_sources); /* GTK never lets go of a widget that has it */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  g_clear_pointer (&self->index, veto_source_index_free);
}

/* First, because one looks a word up while one reads. */
static void
append_glossary (VetoSourcesPage *self)
{
  GtkWidget *terms = veto_terms_box_new (veto_guidance_get_set (self->guidance), NULL);

  veto_terms_box_add_all (VETO_TERMS_BOX (terms));
  gtk_box_append (self->parts, terms);
}

static void
show_guidance (VetoSourcesPage *self)
{
  g_autofree char *about = NULL;
  GDate            today;

  clear_parts (self);
  append_glossary (self);
  self->index = veto_source_index_new (veto_guidance_get_set (self->guidance));
  self->part = PART_LAW;
  self->n_built = 0;

  veto_day_today (&today);
  about = veto_source_index_dup_guidance (self->index, &today);
  gtk_label_set_text (self->about, about);
  if (get_items (self, PART_LAW)->len == 0 && get_items (self, PART_HISTORY)->len == 0)
    {
      gtk_box_append (self->parts, veto_cards_heading_new (get_heading (PART_LAW)));
      gtk_box_append (self->parts, veto_wrap_label_new (_ ("This guidance says nothing about the law."), -1));
    }
  build_some (self, CARDS_A_FRAME);
  wait_frame (self);
}

/* Reading begins at the top, where the only button is. */
static gboolean
veto_sources_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_SOURCES_PAGE (widget)->to_sources);
}

static void
veto_sources_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_SOURCES_PAGE);

  G_OBJECT_CLASS (veto_sources_page_parent_class)->dispose (object);
}

static void
veto_sources_page_finalize (GObject *object)
{
  VetoSourcesPage *self = VETO_SOURCES_PAGE (object);

  g_clear_pointer (&self->index, veto_source_index_free);
  g_clear_object (&self->guidance);

  G_OBJECT_CLASS (veto_sources_page_parent_class)->finalize (object);
}

static void
veto_sources_page_class_init (VetoSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_sources_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_sources_page_finalize;
  veto_focus_set_lead (klass, veto_sources_page_grab_focus);

  gtk_widget_class_set_template_from_resource (widget_class, VETO_RESOURCE_PREFIX "/ui/veto-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoSourcesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VetoSourcesPage, about);
  gtk_widget_class_bind_template_child (widget_class, VetoSourcesPage, to_sources);
  gtk_widget_class_bind_template_child (widget_class, VetoSourcesPage, parts);
  gtk_widget_class_bind_template_callback (widget_class, to_sources_cb);
}

static void
veto_sources_page_init (VetoSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  veto_wrap_button (GTK_BUTTON (self->to_sources));
}

GtkWidget *
veto_sources_page_new (VetoServices *services)
{
  VetoSourcesPage *self = g_object_new (VETO_TYPE_SOURCES_PAGE, NULL);

  self->services = services;
  self->guidance = g_object_ref (services->guidance);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->to_sources)),
                              veto_update_box_new (services), GTK_WIDGET (self->about));
  show_guidance (self);
  g_signal_connect_object (self->guidance, "notify::set", G_CALLBACK (show_guidance), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
