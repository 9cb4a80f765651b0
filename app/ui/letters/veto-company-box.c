/* Which company a letter goes to, or is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-company-box"

#include "veto-config.h"

#include "veto-company-box.h"

#include <glib/gi18n.h>

#include "veto-company-picker.h"
#include "veto-competence.h"
#include "veto-day.h"
#include "veto-focus.h"
#include "veto-typed-box.h"
#include "veto-wrap.h"

struct _VetoCompanyBox
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  GtkWidget      *now; /* what is shown of the three: who was chosen, the list, the room for an address */
};

G_DEFINE_FINAL_TYPE (VetoCompanyBox, veto_company_box, GTK_TYPE_WIDGET)

static void show_list (VetoCompanyBox *self);
static void show_typed (VetoCompanyBox *self);
static void show_chosen (VetoCompanyBox *self, const VetoController *company);

static void
show (VetoCompanyBox *self, GtkWidget *box)
{
  gboolean   had_focus = self->now != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->now;
  GtkWidget *before = self->now;

  self->now = box;
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_clear_pointer (&before, gtk_widget_unparent);
}

static GtkWidget *
append_button (GtkWidget *box, const char *label, GCallback callback, VetoCompanyBox *self)
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
append_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
show_chosen (VetoCompanyBox *self, const VetoController *company)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *address = g_strjoinv ("\n", (char **) company->address);
  g_autofree char *age = NULL;
  GDate            today;

  veto_day_today (&today);
  age = veto_address_dup_age_remark (&company->checked, &today);
  append_label (box, company->name, "veto-value");
  append_label (box, *address != '\0' ? address : company->email != NULL ? company->email : "", "dim-label");
  if (company->note != NULL)
    append_label (box, company->note, "veto-small");
  if (age != NULL)
    append_label (box, age, "veto-problem");
  append_button (box, _ ("Choose another"), G_CALLBACK (show_list), self);
  show (self, box);
}

static void
chosen_cb (VetoCompanyBox *self, const char *id)
{
  VetoGuideSet *set = veto_guidance_get_set (veto_letter_work_get_services (self->work)->guidance);

  veto_letter_work_set_company (self->work, id);
  show_chosen (self, veto_guide_set_find_controller (set, id));
}

static void
show_list (VetoCompanyBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picker = veto_company_picker_new (veto_letter_work_get_services (self->work)->guidance, FALSE);

  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), picker);
  append_button (box, _ ("Another address…"), G_CALLBACK (show_typed), self);
  show (self, box);
}

static void
typed_cb (VetoTypedBox *typed, const char *text, VetoCompanyBox *self)
{
  veto_typed_box_set_problem (typed, veto_letter_work_set_typed_recipient (self->work,
                                                                           VETO_LETTER_TO_CONTROLLER, text));
}

static void
show_typed (VetoCompanyBox *self)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *text = veto_letter_work_dup_typed_recipient (self->work, VETO_LETTER_TO_CONTROLLER);
  GtkWidget       *typed = veto_typed_box_new (_ ("Name and address"),
                                               _ ("The name stands on the first line. An e-mail address may stand "
                                                        "on a line of its own."),
                                               text, VETO_TYPED_BOX_LINES | VETO_TYPED_BOX_UNFINISHED);

  veto_typed_box_set_problem (VETO_TYPED_BOX (typed),
                              veto_letter_work_get_problem (self->work, VETO_DRAFT_CONTROLLER));
  g_signal_connect (typed, "typed", G_CALLBACK (typed_cb), self);
  gtk_box_append (GTK_BOX (box), typed);
  append_button (box, _ ("Choose from the list"), G_CALLBACK (show_list), self);
  show (self, box);
}

static gboolean
veto_company_box_grab_focus (GtkWidget *widget)
{
  return veto_focus_first (VETO_COMPANY_BOX (widget)->now);
}

static void
veto_company_box_dispose (GObject *object)
{
  VetoCompanyBox *self = VETO_COMPANY_BOX (object);

  g_clear_pointer (&self->now, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_company_box_parent_class)->dispose (object);
}

static void
veto_company_box_class_init (VetoCompanyBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_company_box_dispose;
  veto_focus_set_lead (klass, veto_company_box_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_company_box_init (VetoCompanyBox *self)
{
}

GtkWidget *
veto_company_box_new (VetoLetterWork *work)
{
  VetoCompanyBox *self = g_object_new (VETO_TYPE_COMPANY_BOX, NULL);
  VetoGuideSet   *set = veto_guidance_get_set (veto_letter_work_get_services (work)->guidance);
  const char     *id =
    veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (work), VETO_LETTER_TO_CONTROLLER);
  const VetoController *company = id != NULL ? veto_guide_set_find_controller (set, id) : NULL;
  g_autofree char      *typed = NULL;

  self->work = g_object_ref (work);
  typed = veto_letter_work_dup_typed_recipient (work, VETO_LETTER_TO_CONTROLLER);
  if (company != NULL)
    show_chosen (self, company);
  else if (*typed != '\0')
    show_typed (self);
  else
    show_list (self);
  return GTK_WIDGET (self);
}
