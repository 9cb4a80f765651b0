/* The overview: what is done, what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-overview-page"

#include "veto-config.h"

#include "veto-overview-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-agenda.h"
#include "veto-changed-box.h"
#include "veto-dates-box.h"
#include "veto-day-watch.h"
#include "veto-day.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-hero-words.h"
#include "veto-home.h"
#include "veto-objections-box.h"
#include "veto-ring.h"
#include "veto-update-notice.h"
#include "veto-wrap.h"

struct _VetoOverviewPage
{
  GtkWidget       parent_instance;
  VetoServices   *services; /* the application's */
  VetoDayWatch   *watch;
  VetoAgendaItem *best;   /* what is shown on top */
  gboolean        waits;  /* for a frame, to be brought up to date */
  gboolean        is_old; /* something changed while another page was shown */

  GtkWidget *scroller;
  GtkBox    *box;
  VetoRing  *ring;
  GtkLabel  *hero;
  GtkLabel  *reason;
  GtkWidget *button;
  GtkWidget *list, *dates, *changed; /* NULL until the first frame was shown */
};

G_DEFINE_FINAL_TYPE (VetoOverviewPage, veto_overview_page, GTK_TYPE_WIDGET)

static void
show_best (VetoOverviewPage *self, const VetoAgendaItem *best)
{
  g_autofree char *heading = veto_hero_words_dup_heading (best);
  g_autofree char *sentence = veto_hero_words_dup_sentence (best);
  const char      *label = veto_hero_words_get_button (best);

  gtk_label_set_text (self->hero, heading);
  gtk_label_set_text (self->reason, sentence);
  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), label);
}

static void
show_counts (VetoOverviewPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->services->objections));
  guint n_done = veto_objections_count (self->services->objections, VETO_CASE_DONE)
                 + veto_objections_count (self->services->objections, VETO_CASE_CONFIRMED);
  guint n_open = veto_objections_count (self->services->objections, VETO_CASE_NOT_STARTED);

  veto_ring_set_counts (self->ring, n_all, n_done, n_all - n_done - n_open);
}

/* What is below the fold, as of now. */
static void
update_boxes (VetoOverviewPage *self)
{
  if (self->dates == NULL)
    return;
  veto_dates_box_update (VETO_DATES_BOX (self->dates));
  veto_changed_box_update (VETO_CHANGED_BOX (self->changed));
}

static void
update (VetoOverviewPage *self)
{
  GDate today;

  veto_day_today (&today);
  g_clear_pointer (&self->best, veto_agenda_item_free);
  self->best = veto_agenda_find_best (G_LIST_MODEL (self->services->objections), &today);
  show_best (self, self->best);
  show_counts (self);
  update_boxes (self);
}

static void
update_cb (GtkWidget *widget)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (widget);

  self->waits = FALSE;
  update (self);
}

/* A step that is done is on the screen first; many changes are one. While another page is shown, there is no frame, and this waits
 * until there is one. */
static void
changed_cb (VetoOverviewPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->is_old = TRUE;
  else if (!self->waits)
    {
      self->waits = TRUE;
      veto_after_frame (GTK_WIDGET (self), update_cb);
    }
}

/* Before it is seen: nobody reads what was true before. */
static void
map_cb (VetoOverviewPage *self)
{
  if (self->is_old)
    {
      self->is_old = FALSE;
      update (self);
    }
}

static void
new_day_cb (gpointer data)
{
  VetoOverviewPage *self = data;
  g_autoptr(GError) error = NULL;

  if (!veto_case_book_refresh (self->services->book, &error))
    g_debug ("%s", error->message);
  changed_cb (self);
}

static void
next_cb (VetoOverviewPage *self)
{
  if (self->best->item != NULL)
    veto_home_do_next (GTK_WIDGET (self), self->best->item);
}

static void
build_list_cb (GtkWidget *widget)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (widget);
  GtkWidget        *privacy =
    veto_wrap_label_new (_ ("What you enter stays on this computer. A link opens only when you "
                            "click it."),
                         -1);

  self->list = veto_objections_box_new (self->services);
  self->dates = veto_dates_box_new (self->services);
  self->changed = veto_changed_box_new (self->services);
  gtk_widget_set_margin_top (privacy, 12);
  gtk_widget_add_css_class (privacy, "dim-label");
  gtk_widget_add_css_class (privacy, "veto-small");

  gtk_box_append (self->box, veto_update_notice_new (self->services, TRUE));
  gtk_box_append (self->box, self->list);
  gtk_box_append (self->box, self->dates);
  gtk_box_append (self->box, self->changed);
  gtk_box_append (self->box, privacy);
  update_boxes (self);
  if (!gtk_widget_get_visible (self->button))
    gtk_widget_grab_focus (widget); /* now there is something that can have it */
}

/* The focus goes to the next best action; where there is none, to what was done. */
static gboolean
veto_overview_page_grab_focus (GtkWidget *widget)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (widget);

  if (gtk_widget_get_visible (self->button))
    return gtk_widget_grab_focus (self->button);
  return self->list != NULL && veto_objections_box_focus (VETO_OBJECTIONS_BOX (self->list));
}

static void
veto_overview_page_dispose (GObject *object)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (object);

  self->list = self->dates = self->changed = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_OVERVIEW_PAGE);
  g_clear_pointer (&self->watch, veto_day_watch_free);
  g_clear_pointer (&self->best, veto_agenda_item_free);

  G_OBJECT_CLASS (veto_overview_page_parent_class)->dispose (object);
}

static void
veto_overview_page_class_init (VetoOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_overview_page_dispose;
  veto_focus_set_lead (klass, veto_overview_page_grab_focus);

  g_type_ensure (VETO_TYPE_FLIP_LAYOUT);
  g_type_ensure (VETO_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VETO_RESOURCE_PREFIX "/ui/veto-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, box);
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, ring);
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, hero);
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, reason);
  gtk_widget_class_bind_template_child (widget_class, VetoOverviewPage, button);
}

static void
veto_overview_page_init (VetoOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (next_cb), self);
  veto_wrap_button (GTK_BUTTON (self->button));
  /* Translators: in the ring of the overview, below "1 of 3" */
  veto_ring_set_caption (self->ring, _ ("done"));
}

VetoOverviewPage *
veto_overview_page_new (VetoServices *services)
{
  VetoOverviewPage *self = g_object_new (VETO_TYPE_OVERVIEW_PAGE, NULL);

  self->services = services;
  update (self);
  g_signal_connect_object (services->objections, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (services->book, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->watch = veto_day_watch_new (new_day_cb, self);
  veto_after_frame (GTK_WIDGET (self), build_list_cb);
  return self;
}
