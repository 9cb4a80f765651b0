/* Which authority a letter goes to: from the country, and its part, to the competent one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authority-box"

#include "veto-config.h"

#include "veto-authority-box.h"

#include <glib/gi18n.h>

#include "veto-competence.h"
#include "veto-day.h"
#include "veto-drop-down.h"
#include "veto-proposal.h"
#include "veto-wrap.h"

struct _VetoAuthorityBox
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  VetoGuideSet   *set; /* the countries and regions below belong to it */
  GtkDropDown    *countries;
  GtkWidget      *region_label;
  GtkDropDown    *regions;
  GtkBox         *answer;
  gboolean        is_filling;
};

G_DEFINE_FINAL_TYPE (VetoAuthorityBox, veto_authority_box, GTK_TYPE_WIDGET)

/* (nullable): what was chosen; the first entry of the list is nothing */
static const VetoCountry *
get_country (VetoAuthorityBox *self)
{
  guint              n_countries, index = gtk_drop_down_get_selected (self->countries);
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);

  return index > 0 && index <= n_countries ? &countries[index - 1] : NULL;
}

static const VetoRegion *
get_region (VetoAuthorityBox *self, const VetoCountry *country)
{
  guint index = gtk_drop_down_get_selected (self->regions);

  return country != NULL && index > 0 && index <= country->n_regions ? &country->regions[index - 1] : NULL;
}

static void
say (VetoAuthorityBox *self, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = veto_wrap_label_new (text, -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->answer, label);
}

static void
say_competence (VetoAuthorityBox *self, const VetoCompetence *found)
{
  const VetoAuthority *authority = found->authority;
  g_autofree char     *address = g_strjoinv ("\n", (char **) authority->address);

  say (self, authority->name, "veto-value");
  say (self, address, "dim-label");
  say (self, found->reason, NULL);
  say (self, found->lead_remark, "veto-small");
  say (self, authority->note, "veto-small");
  say (self, found->age_remark, "veto-problem");
}

static VetoCompetence *
find (VetoAuthorityBox *self, GError **error)
{
  const VetoCountry *country = get_country (self);
  const VetoRegion  *region = get_region (self, country);
  const char        *id =
    veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (self->work), VETO_LETTER_TO_CONTROLLER);
  GDate today;

  veto_day_today (&today);
  return veto_competence_find (self->set, country->code, region != NULL ? region->code : NULL,
                               id != NULL ? veto_guide_set_find_controller (self->set, id) : NULL, &today,
                               error);
}

/* Says who is competent by now. */
static void
show_answer (VetoAuthorityBox *self, gboolean is_new)
{
  const VetoCountry *country = get_country (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoCompetence) found = country != NULL ? find (self, &error) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answer))) != NULL)
    gtk_box_remove (self->answer, child);
  if (found != NULL)
    say_competence (self, found);
  else if (error != NULL)
    say (self, error->message, NULL);
  if (!is_new)
    return;
  veto_letter_work_set_authority (self->work, found != NULL ? found->authority->id : NULL);
  if (country != NULL)
    veto_letter_work_set_regime (self->work,
                                 veto_propose_regime (veto_letter_work_get_labels (self->work), country));
}

static void
fill_regions (VetoAuthorityBox *self)
{
  const VetoCountry *country = get_country (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean has_regions = country != NULL && country->n_regions > 0;

  gtk_string_list_append (names, _ ("Please choose"));
  for (guint i = 0; country != NULL && i < country->n_regions; i++)
    gtk_string_list_append (names, country->regions[i].name);
  gtk_drop_down_set_model (self->regions, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->regions), has_regions);
  gtk_widget_set_visible (self->region_label, has_regions);
}

static void
country_cb (VetoAuthorityBox *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  fill_regions (self);
  self->is_filling = FALSE;
  show_answer (self, TRUE);
}

static void
region_cb (VetoAuthorityBox *self)
{
  if (!self->is_filling)
    show_answer (self, TRUE);
}

/* Shows what was chosen before: the authority knows its country and region. */
static void
select_known (VetoAuthorityBox *self)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);
  const char        *id =
    veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (self->work), VETO_LETTER_TO_AUTHORITY);
  const VetoAuthority *known = id != NULL ? veto_guide_set_find_authority (self->set, id) : NULL;

  self->is_filling = TRUE;
  for (guint i = 0; known != NULL && i < n_countries; i++)
    if (&countries[i] == known->country)
      gtk_drop_down_set_selected (self->countries, i + 1);
  fill_regions (self);
  for (guint i = 0; known != NULL && i < known->country->n_regions; i++)
    if (&known->country->regions[i] == known->region)
      gtk_drop_down_set_selected (self->regions, i + 1);
  self->is_filling = FALSE;
  show_answer (self, FALSE);
}

static gboolean
veto_authority_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VETO_AUTHORITY_BOX (widget)->countries));
}

static void
veto_authority_box_dispose (GObject *object)
{
  VetoAuthorityBox *self = VETO_AUTHORITY_BOX (object);
  GtkWidget        *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->work);
  g_clear_object (&self->set);

  G_OBJECT_CLASS (veto_authority_box_parent_class)->dispose (object);
}

static void
veto_authority_box_class_init (VetoAuthorityBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_authority_box_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = veto_authority_box_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_authority_box_init (VetoAuthorityBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static GtkWidget *
append_drop_down (VetoAuthorityBox *self, const char *label, GtkDropDown **out_drop_down)
{
  GtkWidget *title = veto_wrap_label_new (label, -1);

  gtk_widget_add_css_class (title, "veto-small");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  *out_drop_down = GTK_DROP_DOWN (veto_drop_down_new (label));
  gtk_widget_set_parent (GTK_WIDGET (*out_drop_down), GTK_WIDGET (self));
  return title;
}

GtkWidget *
veto_authority_box_new (VetoLetterWork *work)
{
  VetoAuthorityBox *self = g_object_new (VETO_TYPE_AUTHORITY_BOX, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint              n_countries;
  const VetoCountry *countries;

  self->work = g_object_ref (work);
  self->set = g_object_ref (veto_guidance_get_set (veto_letter_work_get_services (work)->guidance));
  append_drop_down (self, _ ("The country you live in"), &self->countries);
  self->region_label = append_drop_down (self, _ ("The part of the country"), &self->regions);
  self->answer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_parent (GTK_WIDGET (self->answer), GTK_WIDGET (self));

  countries = veto_guide_set_get_countries (self->set, &n_countries);
  gtk_string_list_append (names, _ ("Please choose"));
  for (guint i = 0; i < n_countries; i++)
    gtk_string_list_append (names, countries[i].name);
  gtk_drop_down_set_model (self->countries, G_LIST_MODEL (names));
  select_known (self);
  g_signal_connect_swapped (self->countries, "notify::selected", G_CALLBACK (country_cb), self);
  g_signal_connect_swapped (self->regions, "notify::selected", G_CALLBACK (region_cb), self);
  return GTK_WIDGET (self);
}
