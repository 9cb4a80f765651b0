/* Statements to tick: what is not ticked is not in the letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-choices"

#include "veto-config.h"

#include "veto-letter-choices.h"

#include "veto-focus.h"
#include "veto-wrap.h"

/* The fact of a platform that its own form wants no reasons. */
#define NO_REASON "no-reason"
#define REASONS "reasons"

struct _VetoLetterChoices
{
  GtkWidget        parent_instance;
  VetoLetterWork  *work;
  const VetoField *field; /* of the labels of work */
  GtkWidget       *first;
  GtkWidget       *note; /* NULL unless these are reasons */
};

G_DEFINE_FINAL_TYPE (VetoLetterChoices, veto_letter_choices, GTK_TYPE_WIDGET)

/* (nullable): what the guidance says about reasons and the form of the company that the letter goes to */
static const char *
find_note (VetoLetterWork *work)
{
  VetoGuideSet *set = veto_guidance_get_set (veto_letter_work_get_services (work)->guidance);
  const char   *id =
    veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (work), VETO_LETTER_TO_CONTROLLER);
  const VetoController *company = id != NULL ? veto_guide_set_find_controller (set, id) : NULL;

  for (guint i = 0; company != NULL && i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform   *platform = veto_guide_set_get_platform (set, i);
      guint           n_facts;
      const VetoFact *facts = veto_platform_get_facts (platform, &n_facts);

      if (g_strcmp0 (veto_platform_get_controller (platform), company->name) != 0)
        continue;
      for (guint j = 0; j < n_facts; j++)
        if (g_str_equal (facts[j].id, NO_REASON))
          return facts[j].text;
    }
  return NULL;
}

static void
show_note (VetoLetterChoices *self)
{
  const char *words = find_note (self->work);

  gtk_label_set_text (GTK_LABEL (self->note), words != NULL ? words : "");
  gtk_widget_set_visible (self->note, words != NULL);
}

static void
toggled_cb (GtkCheckButton *button, VetoLetterChoices *self)
{
  veto_letter_work_set_choice (self->work, self->field->id,
                               g_object_get_data (G_OBJECT (button), "veto-choice"),
                               gtk_check_button_get_active (button));
}

static gboolean
veto_letter_choices_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_LETTER_CHOICES (widget)->first);
}

static void
veto_letter_choices_dispose (GObject *object)
{
  VetoLetterChoices *self = VETO_LETTER_CHOICES (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_letter_choices_parent_class)->dispose (object);
}

static void
veto_letter_choices_class_init (VetoLetterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_choices_dispose;
  veto_focus_set_lead (klass, veto_letter_choices_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
veto_letter_choices_init (VetoLetterChoices *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

static GtkWidget *
append_label (VetoLetterChoices *self, const char *text, gboolean is_dim)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  gtk_widget_add_css_class (label, "veto-small");
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* The label of a GtkCheckButton of 4.8 cannot be made to wrap, but it may have a child of its own that does. */
static GtkWidget *
create_check (VetoLetterChoices *self, const VetoChoice *choice)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = veto_wrap_label_new (choice->label, -1);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               veto_letter_work_get_choice (self->work, self->field->id, choice->id));
  gtk_widget_add_css_class (check, "veto-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  g_object_set_data (G_OBJECT (check), "veto-choice", (gpointer) choice->id);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

GtkWidget *
veto_letter_choices_new (VetoLetterWork *work, const VetoField *field)
{
  VetoLetterChoices *self = g_object_new (VETO_TYPE_LETTER_CHOICES, NULL);

  self->work = g_object_ref (work);
  self->field = field;
  append_label (self, field->label, FALSE);
  if (field->hint != NULL)
    append_label (self, field->hint, TRUE);
  for (guint i = 0; i < field->n_choices; i++)
    {
      GtkWidget *check = create_check (self, &field->choices[i]);

      if (self->first == NULL)
        self->first = check;
      gtk_widget_set_parent (check, GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, field->label, -1);
  if (g_str_equal (field->id, REASONS))
    {
      self->note = append_label (self, "", TRUE);
      show_note (self);
      g_signal_connect_object (work, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}
