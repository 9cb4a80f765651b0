/* Other services: each company that Veto has an address of. Where there is no guide, a letter is the way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-services-page"

#include "veto-config.h"

#include "veto-services-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-company-picker.h"
#include "veto-focus.h"
#include "veto-letter-offer.h"
#include "veto-wrap.h"

struct _VetoServicesPage
{
  GtkWidget     parent_instance;
  VetoServices *services;
  GtkWidget    *scroller;
  GtkWidget    *box;
  GtkWidget    *picker;
};

G_DEFINE_FINAL_TYPE (VetoServicesPage, veto_services_page, GTK_TYPE_WIDGET)

/* Where there are steps, they are the way; whoever runs several platforms is written to about any of them. */
void
veto_services_page_open (GtkWidget *widget, VetoServices *services, const char *id)
{
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);
  g_autoptr(GPtrArray) platforms = veto_letter_offer_list_platforms (set, id);
  g_autofree char *place = g_strconcat (VETO_STORE_COMPANY, id, NULL);

  if (platforms->len > 1)
    gtk_widget_activate_action (widget, "win.write-letter", "(sss)", "", id, "");
  else
    gtk_widget_activate_action (widget, "win.platform", "s",
                                platforms->len == 1 ? veto_platform_get_id (platforms->pdata[0]) : place);
}

static void
chosen_cb (VetoServicesPage *self, const char *id)
{
  veto_services_page_open (GTK_WIDGET (self), self->services, id);
}

static gboolean
veto_services_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_SERVICES_PAGE (widget)->picker);
}

static void
veto_services_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_SERVICES_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_services_page_parent_class)->dispose (object);
}

static void
veto_services_page_class_init (VetoServicesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_services_page_dispose;
  veto_focus_set_lead (klass, veto_services_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_services_page_init (VetoServicesPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *about = veto_wrap_label_new (_ ("Which service is it about? Veto has the address of its "
                                             "company, and writes the letter with you."),
                                          -1);

  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 24);
  gtk_widget_set_margin_bottom (self->box, 24);
  gtk_box_append (GTK_BOX (self->box), about);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_services_page_new (VetoServices *services)
{
  VetoServicesPage *self = g_object_new (VETO_TYPE_SERVICES_PAGE, NULL);
  GtkWidget        *other = veto_wrap_button_new (_ ("Another company"));

  self->services = services;
  self->picker = veto_company_picker_new (services->guidance, TRUE);
  gtk_widget_set_halign (other, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (other), "(sss)", "", "", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (other), "win.write-letter");
  gtk_box_append (GTK_BOX (self->box), self->picker);
  gtk_box_append (GTK_BOX (self->box), other);
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
