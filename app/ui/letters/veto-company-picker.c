/* Companies to choose from, found by the names of their services.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-company-picker"

#include "veto-config.h"

#include "veto-company-picker.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-controller-list.h"
#include "veto-focus.h"
#include "veto-typing.h"
#include "veto-wrap.h"

struct _VetoCompanyPicker
{
  GtkWidget           parent_instance;
  VetoGuidance       *guidance;
  VetoControllerList *companies;
  GtkWidget          *search;
  GtkListBox         *list;
  GtkWidget          *nothing;
  gboolean            shows_all; /* while nothing is looked for */
};

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoCompanyPicker, veto_company_picker, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  const VetoController *company = veto_controller_item_get_controller (item);
  const char           *services = veto_controller_item_get_services (item);
  /* Translators: for screen readers: services, and the company that runs them */
  g_autofree char *words = g_strdup_printf (_ ("%s, %s"), services, company->name);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *title = veto_wrap_label_new (services, -1);
  GtkWidget       *name = veto_wrap_label_new (company->name, -1);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_add_css_class (title, "veto-value");
  gtk_widget_add_css_class (name, "veto-small");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), title);
  gtk_box_append (GTK_BOX (text), name);
  gtk_box_append (GTK_BOX (box), text);
  if (GPOINTER_TO_INT (data)) /* it leads to another page */
    gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
search_cb (VetoCompanyPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint       n_found;

  veto_controller_list_search (self->companies, text);
  n_found = g_list_model_get_n_items (G_LIST_MODEL (self->companies));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_found > 0 && (self->shows_all || *text != '\0'));
  gtk_widget_set_visible (self->nothing, n_found == 0);
}

static void
choose (VetoCompanyPicker *self, guint index)
{
  g_autoptr(VetoControllerItem) item = g_list_model_get_item (G_LIST_MODEL (self->companies), index);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, veto_controller_item_get_controller (item)->id);
}

static void
row_activated_cb (VetoCompanyPicker *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

/* Enter takes the best one, once something is looked for. */
static void
activate_cb (VetoCompanyPicker *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    choose (self, 0);
}

static gboolean
veto_company_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_COMPANY_PICKER (widget)->search);
}

/* Newer guidance has other companies. */
static void
show_companies (VetoCompanyPicker *self)
{
  g_clear_object (&self->companies);
  self->companies = veto_controller_list_new (veto_guidance_get_set (self->guidance));
  search_cb (self);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->companies), create_row,
                           GINT_TO_POINTER (self->shows_all), NULL);
}

static void
veto_company_picker_dispose (GObject *object)
{
  VetoCompanyPicker *self = VETO_COMPANY_PICKER (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->companies);
  g_clear_object (&self->guidance);

  G_OBJECT_CLASS (veto_company_picker_parent_class)->dispose (object);
}

static void
veto_company_picker_class_init (VetoCompanyPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_company_picker_dispose;
  veto_focus_set_lead (klass, veto_company_picker_grab_focus);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* From the words that are looked for down to what was found. */
static gboolean
down_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (VETO_COMPANY_PICKER (data)->list, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* The search entry keeps the key to itself, hence before it has it. */
static void
lead_down (VetoCompanyPicker *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (self->search, keys);
}

static void
veto_company_picker_init (VetoCompanyPicker *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  const char       *name = _ ("Search for a service or company");
  GtkWidget        *title; /* no placeholder: large text would cut it off */

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->search = gtk_search_entry_new ();
  veto_typing_guard (self->search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  title = veto_wrap_label_new (name, -1);
  gtk_widget_add_css_class (title, "veto-small");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Services and companies"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_RELATION_CONTROLS, self->list,
                                  NULL, -1);
  self->nothing = veto_wrap_label_new (_ ("Veto has no address of a service with that name."), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  lead_down (self);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}

GtkWidget *
veto_company_picker_new (VetoGuidance *guidance, gboolean shows_all)
{
  VetoCompanyPicker *self = g_object_new (VETO_TYPE_COMPANY_PICKER, NULL);

  self->guidance = g_object_ref (guidance);
  self->shows_all = shows_all;
  show_companies (self);
  g_signal_connect_object (guidance, "notify::set", G_CALLBACK (show_companies), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
