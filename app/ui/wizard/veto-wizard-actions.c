/* What a person can do in step by step beside going on: back, another way, from the beginning.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-wizard"

#include "veto-config.h"

#include "veto-wizard-private.h"

#include "veto-start-over.h"

void
veto_wizard_finish_step (VetoWizard *self, VetoStepState state)
{
  g_autoptr(GError) error = NULL;

  if (!veto_wizard_save_step (self))
    return;
  if (!veto_walk_finish_step (self->walk, state, &error))
    veto_wizard_show_problem (self, error);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);

  if (veto_wizard_save_step (self))
    veto_walk_go_back (self->walk);
}

static void
skip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  veto_wizard_finish_step (VETO_WIZARD (widget), VETO_STEP_STATE_SKIPPED);
}

static void
worked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  g_autoptr(GError) error = NULL;

  if (veto_wizard_save_step (self) && !veto_walk_return (self->walk, &error))
    veto_wizard_show_problem (self, error);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  g_autoptr(GError) error = NULL;

  if (!veto_wizard_save_step (self))
    return;
  if (veto_walk_reopen_step (self->walk, &error))
    veto_wizard_change_step (self, FALSE); /* what it says about itself has changed, but not the step */
  else
    veto_wizard_show_problem (self, error);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  g_autoptr(GError) error = NULL;

  if (veto_walk_accept_change (self->walk, &error))
    veto_wizard_change_step (self, FALSE); /* what it says about itself has changed, but not the step */
  else
    veto_wizard_show_problem (self, error);
}

static void
branch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  g_autoptr(GError) error = NULL;

  if (veto_wizard_save_step (self)
      && !veto_walk_take_branch (self->walk, g_variant_get_string (parameter, NULL), &error))
    veto_wizard_show_problem (self, error);
}

static void
guide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  g_autoptr(GError) error = NULL;

  if (veto_wizard_save_step (self)
      && !veto_walk_take_guide (self->walk, g_variant_get_string (parameter, NULL), &error))
    veto_wizard_show_problem (self, error);
}

static void
start_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWizard *self = VETO_WIZARD (widget);
  VetoCase   *known;

  if (!veto_wizard_save_step (self))
    return;
  known = veto_objection_get_case (veto_walk_get_objection (self->walk));
  if (known != NULL)
    veto_start_over (widget, known);
  veto_walk_forget_opened (self->walk);
  veto_walk_go_to (self->walk, veto_walk_get_guide (self->walk)->steps[0].path);
}

void
veto_wizard_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "walk.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "walk.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "walk.worked", NULL, worked_cb);
  gtk_widget_class_install_action (widget_class, "walk.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "walk.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "walk.branch", "s", branch_cb);
  gtk_widget_class_install_action (widget_class, "walk.guide", "s", guide_cb);
  gtk_widget_class_install_action (widget_class, "walk.start-over", NULL, start_over_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-walk", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "walk.back", NULL);
}
