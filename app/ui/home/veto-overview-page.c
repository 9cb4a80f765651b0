/* The overview: what is done, what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-overview-page"

#include "veto-config.h"

#include "veto-overview-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-objection-row.h"
#include "veto-ring.h"
#include "veto-text.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoOverviewPage
{
  GtkWidget       parent_instance;
  VetoObjections *objections;

  GtkWidget *scroller;
  GtkBox    *box;
  VetoRing  *ring;
  GtkLabel  *hero;
  GtkLabel  *reason;
  GtkWidget *button;
  GtkWidget *list; /* NULL until the first frame was shown */
};

G_DEFINE_FINAL_TYPE (VetoOverviewPage, veto_overview_page, GTK_TYPE_WIDGET)

static char *
dup_hero (VetoObjections *objections, VetoObjection *next)
{
  g_autofree char *name = next != NULL ? veto_objection_dup_title (next) : NULL;

  if (next == NULL)
    /* Translators: the heading when every objection is finished */
    return g_strdup (_ ("All done"));
  switch (veto_objection_get_state (next))
    {
    case VETO_CASE_IN_PROGRESS:
      /* Translators: %s is a platform, such as Facebook */
      return g_strdup_printf (_ ("Next: finish %s"), name);
    case VETO_CASE_SENT:
    case VETO_CASE_CONFIRMED:
    case VETO_CASE_ANSWERED:
    case VETO_CASE_REFUSED:
    case VETO_CASE_OVERDUE:
    case VETO_CASE_COMPLAINED:
      /* Translators: %s is a platform, such as Facebook */
      return g_strdup_printf (_ ("Next: the answer from %s"), name);
    case VETO_CASE_DONE:
      /* Translators: %s is a platform, such as Facebook */
      return g_strdup_printf (_ ("%s: steps have changed"), name);
    case VETO_CASE_NOT_STARTED:
    default:
      /* Translators: %s is a platform, such as Facebook */
      return g_strdup_printf (_ ("Next: %s"), name);
    }
}

/* Where one stopped, and how much is left. */
static char *
dup_place (VetoObjection *next)
{
  const VetoStep  *step = veto_objection_get_next_step (next);
  g_autofree char *words = veto_words_fill (step != NULL ? step->title : NULL, next);
  g_autofree char *title = veto_text_dup_isolated (words, NULL);
  guint            n_left = veto_objection_count_steps (next) - veto_objection_count_finished (next);

  return g_strdup_printf (
    /* Translators: how many steps are left, and the title of the next one */
    ngettext ("%u step is left: “%s”.", "%u steps are left. The next one is “%s”.", n_left), n_left, title);
}

static char *
dup_reason (VetoObjections *objections, VetoObjection *next)
{
  g_autofree char *minutes = NULL;

  if (next == NULL)
    return g_strdup (_ ("You have done all that Veto shows here. Keep the confirmations; "
                        "you may need them one day."));
  if (veto_objection_get_platform (next) == NULL)
    return veto_words_dup_next (veto_objection_get_case (next));
  if (veto_objection_get_state (next) == VETO_CASE_SENT
      && veto_case_has_sent_letter (veto_objection_get_case (next)))
    return g_strdup (_ ("Your letter is sent. Now wait for the answer. The steps here are another way; "
                        "you do not have to do them as well."));
  switch (veto_objection_get_state (next))
    {
    case VETO_CASE_IN_PROGRESS:
    case VETO_CASE_SENT:
      return dup_place (next);
    case VETO_CASE_CONFIRMED: /* what happened since it was sent decides, and not the steps */
    case VETO_CASE_ANSWERED:
    case VETO_CASE_REFUSED:
    case VETO_CASE_OVERDUE:
    case VETO_CASE_COMPLAINED:
      return veto_words_dup_next (veto_objection_get_case (next));
    case VETO_CASE_DONE:
      return g_strdup_printf (ngettext ("%u step that you did is described differently by now.",
                                        "%u steps that you did are described differently by now.",
                                        veto_objection_count_changed (next)),
                              veto_objection_count_changed (next));
    case VETO_CASE_NOT_STARTED:
    default:
      minutes = veto_words_dup_minutes (veto_platform_get_minutes (veto_objection_get_platform (next)));
      return g_strdup_printf (
        /* Translators: %s is “About 4 minutes” */
        _ ("Companies train artificial intelligence with what you posted. You may say no. "
           "Veto shows you how, one step at a time. %s."),
        minutes);
    }
}

static const char *
get_button_label (VetoObjection *next)
{
  switch (veto_objection_get_state (next))
    {
    case VETO_CASE_IN_PROGRESS:
    case VETO_CASE_SENT:
    case VETO_CASE_CONFIRMED:
    case VETO_CASE_ANSWERED:
    case VETO_CASE_REFUSED:
    case VETO_CASE_OVERDUE:
    case VETO_CASE_COMPLAINED:
      return _ ("Continue");
    case VETO_CASE_DONE:
      return _ ("See what changed");
    case VETO_CASE_NOT_STARTED:
    default:
      return _ ("Start");
    }
}

static void
show_button (VetoOverviewPage *self, VetoObjection *next)
{
  const char *id;

  gtk_widget_set_visible (self->button, next != NULL);
  if (next == NULL)
    return;

  id = veto_objection_get_id (next);
  gtk_button_set_label (GTK_BUTTON (self->button), get_button_label (next));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  NULL); /* another target fits another action only */
  if (veto_objection_get_state (next) == VETO_CASE_DONE || veto_objection_get_platform (next) == NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.platform");
    }
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(sss)", id, "", "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.walk");
    }
}

static void
changed_cb (VetoOverviewPage *self)
{
  VetoObjection   *next = veto_objections_get_next (self->objections);
  g_autofree char *hero = dup_hero (self->objections, next);
  g_autofree char *reason = dup_reason (self->objections, next);
  guint            n_all = g_list_model_get_n_items (G_LIST_MODEL (self->objections));
  guint            n_done = veto_objections_count (self->objections, VETO_CASE_DONE);
  guint            n_open = veto_objections_count (self->objections, VETO_CASE_NOT_STARTED);

  veto_ring_set_counts (self->ring, n_all, n_done, n_all - n_done - n_open);
  gtk_label_set_text (self->hero, hero);
  gtk_label_set_text (self->reason, reason);
  show_button (self, next);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return veto_objection_row_new (item);
}

static void
row_activated_cb (VetoOverviewPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.objection", "s",
                              veto_objection_row_get_platform (VETO_OBJECTION_ROW (row)));
}

static void
build_list_cb (GtkWidget *widget)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (widget);
  GtkWidget        *heading = veto_cards_heading_new (_ ("My objections"));
  GtkWidget        *privacy =
    veto_wrap_label_new (_ ("What you enter stays on this computer. Veto only opens the links "
                            "that you click."),
                         -1);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My objections"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->objections), create_row, NULL,
                           NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_widget_set_margin_top (privacy, 12);
  gtk_widget_add_css_class (privacy, "dim-label");
  gtk_widget_add_css_class (privacy, "veto-small");

  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, self->list);
  gtk_box_append (self->box, privacy);
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
  return self->list != NULL && veto_focus_first (self->list);
}

static void
veto_overview_page_dispose (GObject *object)
{
  VetoOverviewPage *self = VETO_OVERVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->objections);

  G_OBJECT_CLASS (veto_overview_page_parent_class)->dispose (object);
}

static void
veto_overview_page_class_init (VetoOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_overview_page_dispose;
  widget_class->grab_focus = veto_overview_page_grab_focus;

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
  veto_wrap_button (GTK_BUTTON (self->button));
  /* Translators: in the ring of the overview, below "1 of 3" */
  veto_ring_set_caption (self->ring, _ ("done"));
}

VetoOverviewPage *
veto_overview_page_new (VetoServices *services)
{
  VetoOverviewPage *self = g_object_new (VETO_TYPE_OVERVIEW_PAGE, NULL);

  self->objections = g_object_ref (services->objections);
  changed_cb (self);
  g_signal_connect_object (self->objections, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  veto_after_frame (GTK_WIDGET (self), build_list_cb);
  return self;
}
