/* A case: what is next, until when they have to answer, what happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-page"

#include "veto-config.h"

#include "veto-case-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-add-to-calendar.h"
#include "veto-cards.h"
#include "veto-case-change.h"
#include "veto-case-cover.h"
#include "veto-case-dates.h"
#include "veto-case-link.h"
#include "veto-case-next-box.h"
#include "veto-case-timeline.h"
#include "veto-day.h"
#include "veto-delete-case.h"
#include "veto-dossier-save.h"
#include "veto-event-dialog.h"
#include "veto-focus.h"
#include "veto-proof-box.h"
#include "veto-receipt-dialog.h"
#include "veto-tell.h"
#include "veto-terms-box.h"
#include "veto-tile.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoCasePage
{
  GtkWidget     parent_instance;
  VetoServices *services;
  VetoCase     *item; /* nullable */

  GtkWidget *scroller;
  GtkWidget *box;
  VetoTile  *tile;
  GtkLabel  *name;
  GtkLabel  *whose;
  GtkLabel  *pill;
  GtkLabel  *cover; /* that a linked account's objection may count here */
  GtkWidget *next;
  GtkWidget *dates;
  GtkWidget *terms; /* what the legal terms above it mean */
  GtkWidget *timeline;
  GtkWidget *proof;
  GtkWidget *steps;
  GtkWidget *company; /* in the place of steps, where there are none */
};

G_DEFINE_FINAL_TYPE (VetoCasePage, veto_case_page, GTK_TYPE_WIDGET)

/* (nullable): the guidance no longer has it */
static VetoPlatform *
get_platform (VetoCasePage *self)
{
  return veto_guidance_find (self->services->guidance, veto_case_get_platform (self->item));
}

static void
show_head (VetoCasePage *self)
{
  VetoPlatform    *platform = get_platform (self);
  g_autofree char *whose = veto_case_dup_whose (self->item);

  veto_tile_set_text (self->tile, veto_case_get_name (self->item));
  veto_tile_set_colour (self->tile, platform != NULL ? veto_platform_get_colour (platform) : NULL);
  gtk_label_set_text (self->name, veto_case_get_name (self->item));
  gtk_label_set_text (self->whose, whose);
  gtk_widget_set_visible (GTK_WIDGET (self->whose), *whose != '\0');
  veto_words_show_state (self->pill, veto_case_get_state (self->item));
}

static void
show_cover (VetoCasePage *self)
{
  g_autofree char *words = NULL;
  VetoCaseCover    cover;

  if (veto_case_book_find_cover (self->services->book, self->item, &cover))
    words = veto_case_cover_dup_words (&cover);
  gtk_label_set_text (self->cover, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cover), words != NULL);
}

static void
show_steps (VetoCasePage *self)
{
  VetoPlatform    *platform = get_platform (self);
  const VetoGuide *guide = NULL;
  g_autofree char *about = NULL, *place = veto_case_dup_place (self->item);
  guint            n_done = 0;

  if (platform != NULL)
    guide = veto_platform_find_guide (platform, veto_case_get_guide (self->item));
  gtk_widget_set_visible (self->steps, platform != NULL);
  if (guide != NULL)
    n_done = veto_progress_count_finished (veto_case_get_progress (self->item), guide);
  if (n_done > 0
      || (guide != NULL && veto_case_get_state (self->item) < VETO_CASE_SENT)) /* a letter needs none */
    /* Translators: steps that are done, of how many */
    about = g_strdup_printf (_ ("%u of %u steps are done."), n_done, guide->n_steps);
  veto_case_link_show (VETO_CASE_LINK (self->steps), about != NULL ? about : "", place);
  gtk_widget_set_visible (self->company, veto_case_get_company (self->item) != NULL);
  veto_case_link_show (VETO_CASE_LINK (self->company), _ ("Its address, other letters, and another account."),
                       place);
}

static void
show_all (VetoCasePage *self)
{
  GDate today;

  veto_day_today (&today);
  show_head (self);
  show_cover (self);
  veto_case_next_box_show (VETO_CASE_NEXT_BOX (self->next), self->item, &today);
  veto_case_dates_show (VETO_CASE_DATES (self->dates), self->item, &today);
  veto_terms_box_follow (VETO_TERMS_BOX (self->terms), veto_guidance_get_set (self->services->guidance),
                         (GtkWidget *[]){ self->next, self->dates, NULL });
  veto_case_timeline_show (VETO_CASE_TIMELINE (self->timeline), self->item);
  veto_proof_box_show (VETO_PROOF_BOX (self->proof), self->item);
  show_steps (self);
}

/* What is not on the screen is brought up to date when it comes there. */
static void
changed_cb (VetoCasePage *self)
{
  if (self->item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
}

static void
forget_case (VetoCasePage *self)
{
  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_data (veto_case_get_progress (self->item), self);
  g_signal_handlers_disconnect_by_data (veto_case_get_timeline (self->item), self);
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

/* Somebody deleted it, here or with vetoctl. */
static void
book_changed_cb (VetoCasePage *self)
{
  if (self->item == NULL
      || veto_case_book_find_id (self->services->book, veto_case_get_id (self->item)) != NULL)
    return;
  forget_case (self);
  veto_case_timeline_show (VETO_CASE_TIMELINE (self->timeline), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
}

static void
happened_cb (VetoCasePage *self)
{
  veto_event_dialog_add (GTK_WIDGET (self), self->item, NULL);
}

static void
receipt_cb (VetoCasePage *self)
{
  GDate received;

  if (veto_case_dates_get_received (VETO_CASE_DATES (self->dates), &received))
    veto_receipt_dialog_present (GTK_WIDGET (self), self->item, &received);
}

static void
calendar_cb (VetoCasePage *self)
{
  veto_add_to_calendar (GTK_WIDGET (self), self->services, self->item);
}

static void
read_cb (VetoCasePage *self)
{
  g_autoptr(GError) error = NULL;

  if (!veto_case_accept_change (self->item, &error))
    veto_tell_error (GTK_WIDGET (self), error);
  gtk_widget_grab_focus (GTK_WIDGET (self)); /* the button that had it is gone */
}

static void
veto_case_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_case_page_parent_class)->map (widget);

  changed_cb (VETO_CASE_PAGE (widget));
}

/* Days go by while the window is open. */
static void
veto_case_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_case_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (changed_cb), widget,
                           G_CONNECT_SWAPPED);
}

static gboolean
veto_case_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_CASE_PAGE (widget)->next);
}

static void
veto_case_page_dispose (GObject *object)
{
  VetoCasePage *self = VETO_CASE_PAGE (object);

  forget_case (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_case_page_parent_class)->dispose (object);
}

static void
veto_case_page_class_init (VetoCasePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_case_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = veto_case_page_map;
  GTK_WIDGET_CLASS (klass)->root = veto_case_page_root;
  veto_focus_set_lead (klass, veto_case_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
build_head (VetoCasePage *self)
{
  GtkWidget *name = veto_wrap_heading_new (""), *whose = veto_wrap_label_new ("", -1);
  GtkWidget *pill = gtk_label_new ("");

  self->tile = VETO_TILE (veto_tile_new (64));
  self->name = GTK_LABEL (name);
  self->whose = GTK_LABEL (whose);
  self->pill = GTK_LABEL (pill);
  gtk_label_set_xalign (self->name, 0.5);
  gtk_label_set_justify (self->name, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->whose, 0.5);
  gtk_label_set_justify (self->whose, GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->tile), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (name, 8);
  gtk_widget_set_margin_top (pill, 4);
  gtk_widget_add_css_class (name, "veto-hero");
  gtk_widget_add_css_class (whose, "dim-label");
  gtk_widget_add_css_class (pill, "veto-pill");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tile));
  gtk_box_append (GTK_BOX (self->box), name);
  gtk_box_append (GTK_BOX (self->box), whose);
  gtk_box_append (GTK_BOX (self->box), pill);
}

static void
dossier_cb (VetoCasePage *self)
{
  veto_dossier_save (GTK_WIDGET (self), self->services, self->item);
}

static void
delete_cb (VetoCasePage *self)
{
  veto_delete_case_offer (GTK_WIDGET (self), self->services, self->item);
}

static void
append_button (VetoCasePage *self, const char *label, void (*callback) (VetoCasePage *self))
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
build_parts (VetoCasePage *self)
{
  self->cover = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_set_margin_top (GTK_WIDGET (self->cover), 12);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cover));
  self->next = veto_case_next_box_new (self->services);
  self->dates = veto_case_dates_new ();
  self->terms = veto_terms_box_new (veto_guidance_get_set (self->services->guidance), NULL);
  self->proof = veto_proof_box_new (self->services);
  self->timeline = veto_case_timeline_new (self->services, GTK_WIDGET (self));
  self->steps = veto_case_link_new (_ ("Look at the steps"), "win.platform");
  self->company = veto_case_link_new (_ ("The page of the company"), "win.platform");
  gtk_widget_set_margin_top (self->steps, 24);
  gtk_widget_set_margin_top (self->company, 24);
  g_signal_connect_swapped (self->next, "happened", G_CALLBACK (happened_cb), self);
  g_signal_connect_swapped (self->next, "read", G_CALLBACK (read_cb), self);
  g_signal_connect_swapped (self->dates, "receipt", G_CALLBACK (receipt_cb), self);
  g_signal_connect_swapped (self->dates, "calendar", G_CALLBACK (calendar_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->next);
  gtk_box_append (GTK_BOX (self->box), self->dates);
  gtk_box_append (GTK_BOX (self->box), self->terms);
  gtk_box_append (GTK_BOX (self->box), self->timeline);
  gtk_box_append (GTK_BOX (self->box), self->proof);
  gtk_box_append (GTK_BOX (self->box), self->steps);
  gtk_box_append (GTK_BOX (self->box), self->company);
  append_button (self, _ ("Save the file for an authority…"), dossier_cb);
  append_button (self, _ ("Delete this objection from Veto"), delete_cb);
}

static void
veto_case_page_init (VetoCasePage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

VetoCasePage *
veto_case_page_new (VetoServices *services)
{
  VetoCasePage *self = g_object_new (VETO_TYPE_CASE_PAGE, NULL);

  self->services = services;
  build_head (self);
  build_parts (self);
  g_signal_connect_object (services->book, "items-changed", G_CALLBACK (book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (services->guidance, "notify::set", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
veto_case_page_show (VetoCasePage *self, VetoCase *item)
{
  g_return_if_fail (VETO_IS_CASE_PAGE (self) && VETO_IS_CASE (item));

  if (!veto_timeline_load (veto_case_get_timeline (item), NULL))
    veto_tell (GTK_WIDGET (self), _ ("Not all of what happened could be read"),
               _ ("Some entries may be missing here. Close Veto and start it again: it will say what you can "
                  "do."));
  if (self->item != item)
    {
      forget_case (self);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (item, "notify", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (item, "value-changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_progress (item), "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_timeline (item), "items-changed", G_CALLBACK (changed_cb),
                                self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                                0);
    }
  show_all (self);
}

VetoCase *
veto_case_page_get_case (VetoCasePage *self)
{
  g_return_val_if_fail (VETO_IS_CASE_PAGE (self), NULL);
  return self->item;
}
