/* What the two files of VetoWizard share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-dots.h"
#include "veto-wizard.h"

G_BEGIN_DECLS

struct _VetoWizard
{
  GtkWidget     parent_instance;
  VetoServices *services;
  VetoWalk     *walk;
  gulong        moved_handler;
  guint         follow;      /* idle source: marks may have changed behind the page that is shown */
  guint         place;       /* of the page that is shown: which way a new one slides in */
  gboolean      was_done;    /* all steps, before the page that says so came */
  gboolean      save_failed; /* the person was told, and may go all the same */

  GtkWidget      *header;
  AdwWindowTitle *title;
  GtkMenuButton  *menu_button;
  VetoDots       *dots;
  GtkStack       *steps;
  GtkLabel       *problem;
  GtkWidget      *footer;
  GtkWidget      *back;
  GtkWidget      *other;
  GtkWidget      *primary;
};

/* Keeps what was typed on the page. Returns: %FALSE when that failed, and the screen says why */
gboolean veto_wizard_save_step (VetoWizard *self);

/* @error: (nullable): %NULL takes away what was said before */
void veto_wizard_show_problem (VetoWizard *self, const GError *error);

/* Shows the page of the step that the walk is at now; it takes the focus. */
void veto_wizard_change_step (VetoWizard *self, gboolean animated);

/* Marks the step with @state and goes on, or says why that failed. */
void veto_wizard_finish_step (VetoWizard *self, VetoStepState state);

/* The actions "walk.…" and their keys */
void veto_wizard_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
