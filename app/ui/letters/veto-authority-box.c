/* Which authority a letter goes to: from the country, and its part, to the competent one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authority-box"

#include "veto-config.h"

#include "veto-authority-box.h"

#include <glib/gi18n.h>

#include "veto-competence.h"
#include "veto-day.h"
#include "veto-drop-down.h"
#include "veto-focus.h"
#include "veto-link-box.h"
#include "veto-typed-box.h"
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
  GtkBox         *list;  /* all of the above */
  GtkBox         *typed; /* instead of it: room for an address */
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

/* Some authorities take complaints through a form of their own, to look at it before writing; sending it has the way too. */
static void
append_form (VetoAuthorityBox *self, const VetoAuthority *authority)
{
  VetoGuidance *guidance = veto_letter_work_get_services (self->work)->guidance;
  GtkWidget    *button;

  if (authority->form == NULL || !veto_guidance_allows_link (guidance, authority->form))
    return;
  say (self,
       _ ("It also has a form on the web for complaints. You can paste the text of this letter into it."),
       "veto-small");
  button = veto_link_box_new_button (guidance, authority->form);
  gtk_box_append (self->answer, button);
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
  append_form (self, authority);
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
    veto_letter_work_set_country (self->work, country);
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

/* Shows what was chosen before: the authority knows its country and region. Without one, the country may be known. */
static void
select_known (VetoAuthorityBox *self)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);
  const char        *id =
    veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (self->work), VETO_LETTER_TO_AUTHORITY);
  const VetoAuthority *known = id != NULL ? veto_guide_set_find_authority (self->set, id) : NULL;
  const VetoCountry   *country =
    known != NULL
        ? known->country
        : veto_country_find (self->set, veto_letter_get_country (veto_letter_work_get_letter (self->work)));

  self->is_filling = TRUE;
  for (guint i = 0; country != NULL && i < n_countries; i++)
    if (&countries[i] == country)
      gtk_drop_down_set_selected (self->countries, i + 1);
  fill_regions (self);
  for (guint i = 0; known != NULL && i < known->country->n_regions; i++)
    if (&known->country->regions[i] == known->region)
      gtk_drop_down_set_selected (self->regions, i + 1);
  self->is_filling = FALSE;
  show_answer (self, FALSE);
}

static void
typed_cb (VetoTypedBox *typed, const char *text, VetoAuthorityBox *self)
{
  veto_typed_box_set_problem (typed, veto_letter_work_set_typed_recipient (self->work,
                                                                           VETO_LETTER_TO_AUTHORITY, text));
}

static void
append_button (GtkBox *box, const char *label, GCallback callback, VetoAuthorityBox *self)
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (box, button);
}

/* What was chosen in the list stays chosen until an address is typed. */
static void
show_list (VetoAuthorityBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->countries));
  gtk_widget_set_visible (GTK_WIDGET (self->typed), FALSE);
}

static void
build_typed (VetoAuthorityBox *self)
{
  g_autofree char *text = veto_letter_work_dup_typed_recipient (self->work, VETO_LETTER_TO_AUTHORITY);
  GtkWidget       *typed = veto_typed_box_new (_ ("Name and address"),
                                               _ ("The name stands on the first line. An e-mail address may stand "
                                                        "on a line of its own."),
                                               text, VETO_TYPED_BOX_LINES | VETO_TYPED_BOX_UNFINISHED);

  veto_typed_box_set_problem (VETO_TYPED_BOX (typed),
                              veto_letter_work_get_problem (self->work, VETO_DRAFT_AUTHORITY));
  g_signal_connect (typed, "typed", G_CALLBACK (typed_cb), self);
  gtk_box_append (self->typed, typed);
  append_button (self->typed, _ ("Choose from the list"), G_CALLBACK (show_list), self);
}

static void
show_typed (VetoAuthorityBox *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->typed)) == NULL)
    build_typed (self);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), TRUE);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->typed)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static gboolean
veto_authority_box_grab_focus (GtkWidget *widget)
{
  VetoAuthorityBox *self = VETO_AUTHORITY_BOX (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->typed))
           ? gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->typed)))
           : gtk_widget_grab_focus (GTK_WIDGET (self->countries));
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
  veto_focus_set_lead (klass, veto_authority_box_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_authority_box_init (VetoAuthorityBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->typed = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_visible (GTK_WIDGET (self->typed), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->typed), GTK_WIDGET (self));
}

static GtkWidget *
append_drop_down (VetoAuthorityBox *self, const char *label, GtkDropDown **out_drop_down)
{
  GtkWidget *title = veto_wrap_label_new (label, -1);

  gtk_widget_add_css_class (title, "veto-small");
  gtk_box_append (self->list, title);
  *out_drop_down = GTK_DROP_DOWN (veto_drop_down_new (label));
  gtk_box_append (self->list, GTK_WIDGET (*out_drop_down));
  return title;
}

GtkWidget *
veto_authority_box_new (VetoLetterWork *work)
{
  VetoAuthorityBox *self = g_object_new (VETO_TYPE_AUTHORITY_BOX, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint              n_countries;
  const VetoCountry *countries;
  g_autofree char   *typed = veto_letter_work_dup_typed_recipient (work, VETO_LETTER_TO_AUTHORITY);

  self->work = g_object_ref (work);
  self->set = g_object_ref (veto_guidance_get_set (veto_letter_work_get_services (work)->guidance));
  append_drop_down (self, _ ("The country you live in"), &self->countries);
  self->region_label = append_drop_down (self, _ ("The part of the country"), &self->regions);
  self->answer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (self->list, GTK_WIDGET (self->answer));
  append_button (self->list, _ ("Another address…"), G_CALLBACK (show_typed), self);

  countries = veto_guide_set_get_countries (self->set, &n_countries);
  gtk_string_list_append (names, _ ("Please choose"));
  for (guint i = 0; i < n_countries; i++)
    gtk_string_list_append (names, countries[i].name);
  gtk_drop_down_set_model (self->countries, G_LIST_MODEL (names));
  select_known (self);
  if (*typed != '\0')
    show_typed (self);
  g_signal_connect_swapped (self->countries, "notify::selected", G_CALLBACK (country_cb), self);
  g_signal_connect_swapped (self->regions, "notify::selected", G_CALLBACK (region_cb), self);
  return GTK_WIDGET (self);
}
