/* A platform: what to do, in which steps, and what is known about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-platform-page"

#include "veto-config.h"

#include "veto-platform-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-case-cover.h"
#include "veto-case-link.h"
#include "veto-evidence.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-letter-offer.h"
#include "veto-news-desk.h"
#include "veto-platform-facts.h"
#include "veto-start-over.h"
#include "veto-step-row.h"
#include "veto-tell.h"
#include "veto-tile.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoPlatformPage
{
  GtkWidget     parent_instance;
  VetoServices *services;
  char         *id; /* of the platform that is shown */

  GtkScrolledWindow *scroller;
  GtkBox            *box;
  VetoTile          *tile;
  GtkLabel          *name;
  GtkLabel          *pill;
  GtkLabel          *summary;
  GtkLabel          *minutes;
  GtkWidget         *button;
  GtkLabel          *steps_heading;
  GtkListBox        *steps;
  GtkLabel          *regimes;
  GtkLabel          *evidence;
  GtkButton         *write;
  GtkButton         *copy;
  GtkButton         *print;
  GtkWidget         *happened;   /* what happened in the case */
  GtkWidget         *facts;      /* NULL until the first frame was shown */
  GtkWidget         *start_over; /* as facts */
  GtkLabel          *whose;
  GtkLabel          *cover;  /* that a linked account's objection may count here */
  GtkWidget         *other;  /* as facts: another account */
  GtkWidget         *remove; /* as facts: an account that is not the first */
  GtkWidget         *news;   /* as facts: what newer guidance says differently */
};

G_DEFINE_FINAL_TYPE (VetoPlatformPage, veto_platform_page, GTK_TYPE_WIDGET)

static VetoObjection *
get_item (VetoPlatformPage *self)
{
  return self->services->objections != NULL && self->id != NULL
           ? veto_objections_find (self->services->objections, self->id)
           : NULL;
}

static void
step_activated_cb (VetoPlatformPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.walk", "(sss)", self->id, "",
                              veto_step_row_get_path (VETO_STEP_ROW (row)));
}

static void
fill_steps (VetoPlatformPage *self, VetoObjection *item)
{
  const VetoGuide *guide = veto_objection_get_guide (item);
  GtkListBoxRow   *row;

  for (guint i = 0; i < guide->n_steps; i++)
    {
      row = gtk_list_box_get_row_at_index (self->steps, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (veto_step_row_new ());
          gtk_list_box_append (self->steps, GTK_WIDGET (row));
        }
      veto_step_row_show (VETO_STEP_ROW (row), item, guide, i);
    }
  while ((row = gtk_list_box_get_row_at_index (self->steps, (int) guide->n_steps)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (row));
}

static const char *
get_button_label (VetoObjection *item)
{
  switch (veto_objection_get_state (item))
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
      return _ ("Look at the steps again");
    case VETO_CASE_NOT_STARTED:
    default:
      return _ ("Start step by step");
    }
}

/* The one blue button, while there is something to do. */
static void
show_button (VetoPlatformPage *self, VetoObjection *item)
{
  gboolean    done = veto_objection_get_state (item) == VETO_CASE_DONE;
  const char *first = done ? veto_objection_get_guide (item)->steps[0].path : "";

  gtk_button_set_label (GTK_BUTTON (self->button), get_button_label (item));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(sss)", self->id, "", first);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.walk");
  if (done)
    gtk_widget_remove_css_class (self->button, "suggested-action");
  else
    gtk_widget_add_css_class (self->button, "suggested-action");
}

/* As soon as there is something to be seen there. */
static void
show_happened (VetoPlatformPage *self, VetoObjection *item)
{
  VetoCase        *known = veto_objection_get_case (item);
  gboolean         is_shown = known != NULL && veto_case_get_state (known) != VETO_CASE_NOT_STARTED;
  g_autofree char *next = is_shown ? veto_words_dup_next (known) : NULL;

  gtk_widget_set_visible (self->happened, is_shown);
  if (is_shown)
    veto_case_link_show (VETO_CASE_LINK (self->happened), next, veto_case_get_id (known));
}

static void
start_over_cb (VetoPlatformPage *self)
{
  VetoObjection *item = get_item (self);

  if (item != NULL && veto_objection_get_case (item) != NULL)
    veto_start_over (GTK_WIDGET (self), veto_objection_get_case (item));
}

static void
guide_chosen_cb (VetoPlatformPage *self, const char *guide)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.walk", "(sss)", self->id, guide, "");
}

/* Shows the other way; its marks are its own, and those of this one are kept. */
static void
way_chosen_cb (VetoPlatformPage *self, const char *guide)
{
  VetoObjection *item = get_item (self);
  VetoCase      *known = item != NULL ? veto_objection_get_case (item) : NULL;
  g_autoptr(GError) error = NULL;

  if (item == NULL)
    return;
  if (known != NULL)
    veto_case_set_guide (known, guide, &error);
  else
    veto_objection_start (item, self->services->book, guide, &error);
  if (error != NULL)
    veto_tell_error (GTK_WIDGET (self), error);
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
build_rest (VetoPlatformPage *self)
{
  self->facts = veto_platform_facts_new (self->services->guidance);
  g_signal_connect_swapped (self->facts, "way-chosen", G_CALLBACK (way_chosen_cb), self);
  g_signal_connect_swapped (self->facts, "guide-chosen", G_CALLBACK (guide_chosen_cb), self);
  self->start_over = veto_wrap_button_new (_ ("Start over"));
  gtk_widget_set_halign (self->start_over, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->start_over, 24);
  g_signal_connect_swapped (self->start_over, "clicked", G_CALLBACK (start_over_cb), self);
  self->other = veto_wrap_button_new (_ ("Another account, or for somebody else…"));
  gtk_widget_set_halign (self->other, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->other, 10);
  self->remove = veto_wrap_button_new (_ ("Remove this account"));
  gtk_widget_set_halign (self->remove, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->remove, 12);
  self->news = veto_case_link_new (_ ("What changed in the guidance"), "win.news");
  gtk_widget_set_margin_top (self->news, 18);
  gtk_box_append (self->box, self->news);
  gtk_box_append (self->box, self->other);
  gtk_box_append (self->box, self->facts);
  gtk_box_append (self->box, self->start_over);
  gtk_box_append (self->box, self->remove);
}

/* Another target fits another action only, hence the one after the other. */
static void
set_action (GtkWidget *button, const char *action, const char *id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_news (VetoPlatformPage *self, VetoObjection *item)
{
  const char             *id = veto_platform_get_id (veto_objection_get_platform (item));
  const VetoPlatformNews *news = self->services->desk != NULL ? veto_news_desk_find (self->services->desk, id)
                                                              : NULL;

  gtk_widget_set_visible (self->news, news != NULL);
  if (news != NULL)
    veto_case_link_show (VETO_CASE_LINK (self->news), news->summary, id);
}

static void
fill_rest_cb (GtkWidget *widget)
{
  VetoPlatformPage *self = VETO_PLATFORM_PAGE (widget);
  VetoObjection    *item = get_item (self);

  if (item == NULL || veto_objection_get_guide (item) == NULL)
    return;
  if (self->facts == NULL)
    build_rest (self);
  veto_platform_facts_show (VETO_PLATFORM_FACTS (self->facts), item);
  gtk_widget_set_visible (self->facts, TRUE);
  show_news (self, item);
  gtk_widget_set_visible (self->start_over, veto_objection_get_state (item) != VETO_CASE_NOT_STARTED);
  gtk_widget_set_visible (self->other, TRUE);
  set_action (self->other, "win.add-account", self->id);
  gtk_widget_set_visible (self->remove, veto_objection_get_account (item) != NULL);
  set_action (self->remove, "win.remove-account", self->id);
}

/* What lies below the fold: the frame that shows another platform does not wait for it. */
static void
show_rest (VetoPlatformPage *self, VetoObjection *item)
{
  if (self->facts != NULL && veto_platform_facts_is_about (VETO_PLATFORM_FACTS (self->facts), item))
    {
      fill_rest_cb (GTK_WIDGET (self));
      return;
    }
  if (self->facts != NULL)
    {
      gtk_widget_set_visible (self->facts, FALSE);
      gtk_widget_set_visible (self->start_over, FALSE);
      gtk_widget_set_visible (self->other, FALSE);
      gtk_widget_set_visible (self->news, FALSE);
      gtk_widget_set_visible (self->remove, FALSE);
    }
  veto_after_frame (GTK_WIDGET (self), fill_rest_cb);
}

/* Whose account it is, and whether another one's objection may count for it. */
static void
show_account (VetoPlatformPage *self, VetoObjection *item)
{
  g_autofree char *whose = veto_objection_dup_whose (item);
  g_autofree char *words = NULL;
  VetoCase        *known = veto_objection_get_case (item);
  VetoCaseCover    cover;

  if (known != NULL && veto_case_book_find_cover (self->services->book, known, &cover))
    words = veto_case_cover_dup_words (&cover);
  gtk_label_set_text (self->whose, whose);
  gtk_widget_set_visible (GTK_WIDGET (self->whose), *whose != '\0');
  gtk_label_set_text (self->cover, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cover), words != NULL);
}

static void
changed_cb (VetoPlatformPage *self)
{
  VetoObjection   *item = get_item (self);
  const VetoGuide *guide = item != NULL ? veto_objection_get_guide (item) : NULL;
  g_autofree char *evidence = NULL, *regimes = NULL;

  if (guide == NULL)
    return; /* the window goes to the overview */

  evidence = veto_evidence_dup_description (&guide->evidence);
  veto_words_show_state (self->pill, veto_objection_get_state (item));
  gtk_label_set_text (self->steps_heading, guide->title);
  regimes = veto_guide_dup_regimes (guide);
  gtk_label_set_text (self->regimes, regimes);
  gtk_label_set_text (self->evidence, evidence);
  show_button (self, item);
  show_account (self, item);
  show_happened (self, item);
  veto_letter_offer_show (self->write, self->services, item, guide);
  fill_steps (self, item);
  show_rest (self, item);
}

/* The focus goes to the next best action. */
static gboolean
veto_platform_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_PLATFORM_PAGE (widget)->button);
}

static void
veto_platform_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_PLATFORM_PAGE);

  G_OBJECT_CLASS (veto_platform_page_parent_class)->dispose (object);
}

static void
veto_platform_page_finalize (GObject *object)
{
  g_free (VETO_PLATFORM_PAGE (object)->id);

  G_OBJECT_CLASS (veto_platform_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VETO_RESOURCE_PREFIX "/ui/veto-platform-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, box);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, tile);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, name);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, pill);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, summary);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, button);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, steps_heading);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, steps);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, regimes);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, write);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, copy);
  gtk_widget_class_bind_template_child (widget_class, VetoPlatformPage, print);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
}

static void
veto_platform_page_class_init (VetoPlatformPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_platform_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_platform_page_finalize;
  veto_focus_set_lead (klass, veto_platform_page_grab_focus);

  g_type_ensure (VETO_TYPE_FLIP_LAYOUT);
  g_type_ensure (VETO_TYPE_TILE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
veto_platform_page_init (VetoPlatformPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  veto_wrap_button (GTK_BUTTON (self->button));
  veto_wrap_button (self->write);
  veto_wrap_button (self->copy);
  veto_wrap_button (self->print);
  self->whose = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_label_set_justify (self->whose, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->whose, 0.5f);
  gtk_widget_add_css_class (GTK_WIDGET (self->whose), "dim-label");
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->whose), GTK_WIDGET (self->name));
  self->cover = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_set_margin_top (GTK_WIDGET (self->cover), 12);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->cover), self->button);
  self->happened = veto_case_link_new (_ ("What you did, and what is next"), "win.case");
  gtk_widget_set_margin_top (self->happened, 18);
  gtk_box_insert_child_after (self->box, self->happened, self->button);
}

VetoPlatformPage *
veto_platform_page_new (VetoServices *services)
{
  VetoPlatformPage *self = g_object_new (VETO_TYPE_PLATFORM_PAGE, NULL);

  self->services = services;
  g_signal_connect_object (services->objections, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
veto_platform_page_show (VetoPlatformPage *self, const char *id)
{
  VetoObjection   *item;
  VetoPlatform    *platform;
  g_autofree char *minutes = NULL, *about = NULL;

  g_return_if_fail (VETO_IS_PLATFORM_PAGE (self));

  item = veto_objections_find (self->services->objections, id);
  g_return_if_fail (item != NULL);

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  platform = veto_objection_get_platform (item);
  minutes = veto_words_dup_minutes (veto_platform_get_minutes (platform));
  /* Translators: %s is “About 4 minutes” */
  about = g_strdup_printf (_ ("%s · counts from the day you object"), minutes);
  veto_tile_set_text (self->tile, veto_platform_get_name (platform));
  veto_tile_set_colour (self->tile, veto_platform_get_colour (platform));
  gtk_label_set_text (self->name, veto_platform_get_name (platform));
  gtk_label_set_text (self->summary, veto_platform_get_summary (platform));
  gtk_label_set_text (self->minutes, about);
  changed_cb (self);
}

const char *
veto_platform_page_get_id (VetoPlatformPage *self)
{
  g_return_val_if_fail (VETO_IS_PLATFORM_PAGE (self), NULL);
  return self->id;
}
