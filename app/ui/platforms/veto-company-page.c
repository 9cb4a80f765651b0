/* A company that the guidance has no steps for: a letter is the way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-company-page"

#include "veto-config.h"

#include "veto-company-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-case-link.h"
#include "veto-competence.h"
#include "veto-day.h"
#include "veto-focus.h"
#include "veto-letter-offer.h"
#include "veto-recipient.h"
#include "veto-tile.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoCompanyPage
{
  GtkWidget     parent_instance;
  VetoServices *services;
  char         *id; /* of what is shown */

  GtkWidget *scroller;
  GtkBox    *box;
  VetoTile  *tile;
  GtkLabel  *name, *whose, *pill, *company_services, *next, *address, *remark;
  GtkWidget *button; /* the blue one */
  GtkWidget *happened;
  GtkWidget *kinds, *other, *remove;
};

G_DEFINE_FINAL_TYPE (VetoCompanyPage, veto_company_page, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Another target fits another action only, hence the one after the other. @target: (transfer floating) */
static void
set_action (GtkWidget *button, const char *action, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* The letter that was begun, else a new one; once it is sent there is nothing to do here. */
static void
show_button (VetoCompanyPage *self, VetoObjection *item)
{
  VetoGuideSet    *set = veto_guidance_get_set (self->services->guidance);
  const char      *kind = veto_letter_offer_find_kind (set, item, NULL);
  const char      *company = veto_letter_offer_find_company (set, item, NULL);
  VetoSavedLetter *draft = veto_letter_offer_find_draft (self->services, item);
  VetoCase        *known = veto_objection_get_case (item);
  gboolean         is_open = veto_objection_get_state (item) < VETO_CASE_SENT;

  gtk_widget_set_visible (self->button, is_open && (draft != NULL || (kind != NULL && company != NULL)));
  if (draft != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Go on with the letter"));
      set_action (self->button, "win.open-letter", g_variant_new_string (veto_saved_letter_get_id (draft)));
    }
  else if (kind != NULL && company != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Write the letter…"));
      set_action (self->button, "win.write-letter",
                  g_variant_new ("(sss)", kind, company,
                                 known != NULL ? veto_case_get_id (known) : veto_objection_get_id (item)));
    }
}

static void
show_address (VetoCompanyPage *self, const VetoController *company)
{
  g_autofree char *services = company != NULL ? g_strjoinv (", ", (char **) company->services) : NULL;
  g_autoptr(VetoRecipient) recipient = company != NULL ? veto_recipient_new_for_controller (company) : NULL;
  g_autofree char *lines = recipient != NULL ? g_strjoinv ("\n", recipient->lines) : NULL;
  g_autofree char *age = NULL, *remark = NULL;
  GDate            today;

  veto_day_today (&today);
  age = company != NULL ? veto_address_dup_age_remark (&company->checked, &today) : NULL;
  remark = g_strjoin (" ", age != NULL ? age : "",
                      company != NULL && company->note != NULL ? company->note : "", NULL);
  set_text (self->company_services, services);
  set_text (self->address, lines != NULL && *lines != '\0' ? lines : company != NULL ? company->email : NULL);
  set_text (self->remark, g_strstrip (remark));
}

/* Who wrote to the company without Veto enters it there. */
static void
show_happened (VetoCompanyPage *self, VetoCase *known, const char *next)
{
  gtk_widget_set_visible (self->happened, known != NULL);
  if (known != NULL)
    veto_case_link_show (VETO_CASE_LINK (self->happened), next, veto_case_get_id (known));
}

static void
changed_cb (VetoCompanyPage *self)
{
  VetoObjection   *item = self->services->objections != NULL && self->id != NULL
                            ? veto_objections_find (self->services->objections, self->id)
                            : NULL;
  VetoGuideSet    *set = veto_guidance_get_set (self->services->guidance);
  VetoCase        *known = item != NULL ? veto_objection_get_case (item) : NULL;
  g_autofree char *whose = NULL, *next = NULL;
  const char      *company = item != NULL ? veto_objection_get_company (item) : NULL;

  if (company == NULL)
    return; /* the window goes to the overview */
  whose = veto_objection_dup_whose (item);
  next = known != NULL ? veto_words_dup_next (known) : NULL;
  veto_tile_set_text (self->tile, veto_objection_get_name (item));
  veto_tile_set_colour (self->tile, veto_objection_get_colour (item));
  gtk_label_set_text (self->name, veto_objection_get_name (item));
  set_text (self->whose, whose);
  veto_words_show_state (self->pill, veto_objection_get_state (item));
  set_text (self->next, known == NULL ? next : NULL);
  show_happened (self, known, next);
  show_button (self, item);
  show_address (self, veto_guide_set_find_controller (set, company));
  set_action (self->kinds, "win.write-letter", g_variant_new ("(sss)", "", company, ""));
  set_action (self->other, "win.add-account", g_variant_new_string (self->id));
  set_action (self->remove, "win.remove-account", g_variant_new_string (self->id));
  gtk_widget_set_visible (self->remove, known != NULL);
}

static gboolean
veto_company_page_grab_focus (GtkWidget *widget)
{
  VetoCompanyPage *self = VETO_COMPANY_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->button) ? self->button : self->kinds);
}

static void
veto_company_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_COMPANY_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_company_page_parent_class)->dispose (object);
}

static void
veto_company_page_finalize (GObject *object)
{
  g_free (VETO_COMPANY_PAGE (object)->id);

  G_OBJECT_CLASS (veto_company_page_parent_class)->finalize (object);
}

static void
veto_company_page_class_init (VetoCompanyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_company_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_company_page_finalize;
  veto_focus_set_lead (klass, veto_company_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* A label in the middle. */
static GtkLabel *
append_centred (VetoCompanyPage *self, const char *style)
{
  GtkWidget *label = veto_wrap_label_new ("", 50);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
  return GTK_LABEL (label);
}

static GtkLabel *
append_text (VetoCompanyPage *self, const char *style, int margin)
{
  GtkWidget *label = veto_wrap_label_new ("", -1);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_top (label, margin);
  gtk_box_append (self->box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
append_button (VetoCompanyPage *self, const char *words)
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->box, button);
  return button;
}

/* Returns: (transfer floating): as wide as the page, with @button in it; seen as long as that is. In a vertical GtkBox, Tab of GTK
 * 4.18 passes over what is wholly beside what has the keyboard (gtkwidgetfocus.c of 4.18.6, read on 2026-11-26), as a button
 * that starts where reading starts is beside one in the middle. */
static GtkWidget *
fill_width (GtkWidget *button)
{
  GtkWidget *bin = adw_bin_new ();

  adw_bin_set_child (ADW_BIN (bin), button);
  g_object_bind_property (button, "visible", bin, "visible", G_BINDING_SYNC_CREATE);
  return bin;
}

static void
fill_box (VetoCompanyPage *self)
{
  self->tile = VETO_TILE (veto_tile_new (64));
  gtk_box_append (self->box, GTK_WIDGET (self->tile));
  self->name = GTK_LABEL (veto_wrap_heading_new (""));
  gtk_label_set_justify (self->name, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->name, 0.5f);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "veto-hero");
  gtk_box_append (self->box, GTK_WIDGET (self->name));
  self->company_services = append_centred (self, "dim-label");
  self->whose = append_centred (self, "dim-label");
  self->pill = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->pill), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), "veto-pill");
  gtk_box_append (self->box, GTK_WIDGET (self->pill));
  self->next = append_centred (self, NULL);
  self->button = veto_wrap_button_new ("");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->button, 12);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "veto-primary");
  gtk_box_append (self->box, fill_width (self->button));
  self->happened = veto_case_link_new (_ ("What you did, and what is next"), "win.case");
  gtk_widget_set_margin_bottom (self->happened, 6);
  gtk_box_append (self->box, self->happened);
  self->address = append_text (self, "dim-label", 6);
  self->remark = append_text (self, "veto-small", 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "dim-label");
  self->kinds = append_button (self, _ ("Another kind of letter…"));
  self->other = append_button (self, _ ("Another account, or for somebody else…"));
  self->remove = append_button (self, _ ("Remove from my objections"));
}

static void
veto_company_page_init (VetoCompanyPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  fill_box (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_company_page_new (VetoServices *services)
{
  VetoCompanyPage *self = g_object_new (VETO_TYPE_COMPANY_PAGE, NULL);

  self->services = services;
  g_signal_connect_object (services->objections, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (services->letters, "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
veto_company_page_show (VetoCompanyPage *self, const char *id)
{
  char *before = self->id; /* may be what is shown now */

  g_return_if_fail (VETO_IS_COMPANY_PAGE (self) && id != NULL);

  self->id = g_strdup (id);
  g_free (before);
  changed_cb (self);
}

const char *
veto_company_page_get_id (VetoCompanyPage *self)
{
  g_return_val_if_fail (VETO_IS_COMPANY_PAGE (self), NULL);
  return self->id;
}
