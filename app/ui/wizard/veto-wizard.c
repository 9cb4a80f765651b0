/* Step by step: one thing to do a screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-wizard"

#include "veto-config.h"

#include "veto-wizard-private.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-announce.h"
#include "veto-dots.h"
#include "veto-finish-page.h"
#include "veto-flip-layout.h"
#include "veto-menu-name.h"
#include "veto-pages.h"
#include "veto-press-once.h"
#include "veto-step-page.h"
#include "veto-toasts.h"
#include "veto-walk.h"
#include "veto-words.h"
#include "veto-wrap.h"

G_DEFINE_FINAL_TYPE (VetoWizard, veto_wizard, GTK_TYPE_WIDGET)

static VetoStepPage *
get_page (VetoWizard *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->steps);
  return VETO_IS_STEP_PAGE (page) ? VETO_STEP_PAGE (page) : NULL;
}

void
veto_wizard_show_problem (VetoWizard *self, const GError *error)
{
  g_autofree char *text = error != NULL ? veto_words_dup_error (error) : NULL;

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    veto_announce (GTK_WIDGET (self), text);
}

gboolean
veto_wizard_save_step (VetoWizard *self)
{
  VetoStepPage *page = get_page (self);
  g_autoptr(GError) error = NULL;

  if (page == NULL || veto_step_page_save (page, &error))
    return TRUE;
  veto_wizard_show_problem (self, error);
  return FALSE;
}

static void
show_progress (VetoWizard *self)
{
  VetoObjection   *item = veto_walk_get_objection (self->walk);
  const VetoGuide *guide = veto_walk_get_guide (self->walk);
  VetoCase        *known = veto_objection_get_case (item);
  guint            index = veto_walk_get_index (self->walk);
  g_autofree char *place = veto_step_page_dup_place (self->walk), *title = veto_objection_dup_title (item);

  veto_dots_set_n_steps (self->dots, guide->n_steps);
  veto_dots_set_current (self->dots, index);
  for (guint i = 0; i < guide->n_steps; i++)
    veto_dots_set_done (self->dots, i,
                        known != NULL
                          && veto_progress_is_finished (veto_case_get_progress (known), guide,
                                                        &guide->steps[i]));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, place);
}

static void
show_other_button (VetoWizard *self, const VetoStep *step)
{
  gboolean open = veto_walk_get_state (self->walk) != VETO_STEP_STATE_DONE;
  gboolean wait = step != NULL && step->kind == VETO_STEP_WAIT;
  gboolean fork = veto_walk_is_fork (self->walk);

  gtk_widget_set_visible (self->other, step != NULL && (fork || (open && (step->optional || wait))));
  if (fork)
    {
      /* Translators: a button: what this detour says has helped */
      gtk_button_set_label (GTK_BUTTON (self->other), _ ("It worked"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->other), "walk.worked");
    }
  else if (wait)
    {
      /* Translators: a button: what the person waits for has not come; Veto closes this and remembers */
      gtk_button_set_label (GTK_BUTTON (self->other), _ ("Not yet"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->other), "win.close-walk");
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (self->other), _ ("Skip"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->other), "walk.skip");
    }
}

static void
show_buttons (VetoWizard *self)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  const VetoStep *step = veto_walk_get_step (self->walk);
  VetoStepPage   *page = get_page (self);
  VetoStepState   state = veto_walk_get_state (self->walk);

  gtk_button_set_label (GTK_BUTTON (self->primary),
                        page != NULL ? veto_step_page_get_primary_label (page) : _ ("Finish"));
  show_other_button (self, step);
  gtk_widget_action_set_enabled (widget, "walk.back", veto_walk_can_go_back (self->walk));
  gtk_widget_action_set_enabled (widget, "walk.skip", step != NULL && state != VETO_STEP_STATE_DONE);
  gtk_widget_action_set_enabled (widget, "walk.reopen", state != VETO_STEP_STATE_OPEN);
}

static void
primary_changed_cb (VetoWizard *self)
{
  show_buttons (self);
}

static void
failed_cb (VetoWizard *self, GError *error)
{
  veto_wizard_show_problem (self, error);
}

/* Finishing is celebrated once: who looks at it again finds it done. */
static GtkWidget *
create_finish_page (VetoWizard *self)
{
  VetoObjection *item = veto_walk_get_objection (self->walk);
  gboolean       is_fresh = !self->was_done;

  self->was_done = veto_objection_get_next_step (item) == NULL;
  return veto_finish_page_new (item, is_fresh);
}

/* The page of the step that the walk is at now. */
static void
show_step (VetoWizard *self, gboolean animated)
{
  const VetoStep *step = veto_walk_get_step (self->walk);
  guint           place =
    veto_walk_get_index (self->walk) * 100
    + (veto_walk_get_branch (self->walk) != NULL ? 1 + veto_walk_get_branch_index (self->walk) : 0);
  GtkWidget *page = NULL;

  if (step != NULL)
    {
      page = veto_step_page_new (self->walk, self->services);
      g_signal_connect_object (page, "primary-changed", G_CALLBACK (primary_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    page = create_finish_page (self);

  veto_pages_show (self->steps, page,
                   !animated              ? VETO_PAGES_AT_ONCE
                   : place >= self->place ? VETO_PAGES_ONWARDS
                                          : VETO_PAGES_BACK);
  self->place = place;
  /* The page of the step that the walk is at now. */
  veto_wizard_show_problem (self, NULL);
  show_progress (self);
  show_buttons (self);
}

void
veto_wizard_change_step (VetoWizard *self, gboolean animated)
{
  /* In this order: GTK never lets go of a page that has the focus when it is removed. */
  show_step (self, animated);
  veto_wizard_focus (self);
  veto_pages_drop_left (self->steps);
  veto_after_frame (self->footer, veto_toasts_lift); /* these buttons may take more room */
}

static void
moved_cb (VetoWizard *self)
{
  if (veto_walk_get_guide (self->walk) == NULL)
    {
      /* The guidance no longer has this platform. */
      gtk_widget_activate_action (GTK_WIDGET (self), "win.close-walk", NULL);
      return;
    }
  /* Where newer guidance replaces the page, words may stand there that are not kept yet. */
  if (veto_wizard_save_step (self))
    veto_wizard_change_step (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

/* Marks also change from elsewhere: by Undo, by vetoctl. What was done on the page itself is shown when this runs. */
static gboolean
follow_cb (gpointer data)
{
  VetoWizard   *self = data;
  VetoStepPage *page = get_page (self);

  self->follow = 0;
  if (page == NULL || veto_walk_get_step (self->walk) == NULL)
    return G_SOURCE_REMOVE;
  show_progress (self);
  if (!veto_step_page_is_current (page, self->walk) && veto_wizard_save_step (self))
    veto_wizard_change_step (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (VetoWizard *self)
{
  if (self->follow == 0)
    self->follow = g_idle_add (follow_cb, self);
}

static void
go_on (VetoWizard *self)
{
  /* A step that was done before is only looked at. */
  if (veto_walk_get_state (self->walk) != VETO_STEP_STATE_DONE || veto_walk_is_fork (self->walk))
    veto_wizard_finish_step (self, VETO_STEP_STATE_DONE);
  else if (veto_wizard_save_step (self))
    veto_walk_go_on (self->walk);
}

static void
primary_clicked_cb (VetoWizard *self)
{
  VetoStepPage *page = get_page (self);

  if (veto_walk_get_step (self->walk) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-walk", NULL);
  else if (page == NULL || !veto_step_page_activate (page))
    go_on (self);
}

static void
map_cb (VetoWizard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_default_widget (GTK_WINDOW (root), self->primary); /* Enter goes on, wherever the focus is */
}

static void
unmap_cb (VetoWizard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_window_get_default_widget (GTK_WINDOW (root)) == self->primary)
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);
}

static void
veto_wizard_dispose (GObject *object)
{
  VetoWizard *self = VETO_WIZARD (object);

  g_clear_handle_id (&self->follow, g_source_remove);
  if (self->walk != NULL)
    g_clear_signal_handler (&self->moved_handler, self->walk);
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_WIZARD);
  g_clear_object (&self->walk);

  G_OBJECT_CLASS (veto_wizard_parent_class)->dispose (object);
}

static void
veto_wizard_class_init (VetoWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_wizard_dispose;

  g_type_ensure (VETO_TYPE_DOTS);
  g_type_ensure (VETO_TYPE_FLIP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, VETO_RESOURCE_PREFIX "/ui/veto-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, header);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, title);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, dots);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, steps);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, problem);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, footer);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, back);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, other);
  gtk_widget_class_bind_template_child (widget_class, VetoWizard, primary);
  gtk_widget_class_bind_template_callback (widget_class, primary_clicked_cb);
  veto_wizard_install_actions (widget_class);
}

static void
veto_wizard_init (VetoWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  veto_menu_name_from_tooltip (self->menu_button);
  veto_wrap_button (GTK_BUTTON (self->back));
  veto_wrap_button (GTK_BUTTON (self->other));
  veto_wrap_button (GTK_BUTTON (self->primary));
  veto_press_once (self->primary, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

VetoWizard *
veto_wizard_new (VetoServices *services, const char *platform, const char *guide, const char *step)
{
  VetoWizard *self = g_object_new (VETO_TYPE_WIZARD, NULL);

  self->services = services;
  self->walk = veto_walk_new (services->objections, services->book, platform, guide, step);
  self->was_done = veto_objection_get_case (veto_walk_get_objection (self->walk)) != NULL
                   && veto_objection_get_next_step (veto_walk_get_objection (self->walk)) == NULL;
  self->moved_handler = g_signal_connect_swapped (self->walk, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_object (services->objections, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_step (self, FALSE);
  return self;
}

VetoWalk *
veto_wizard_get_walk (VetoWizard *self)
{
  g_return_val_if_fail (VETO_IS_WIZARD (self), NULL);
  return self->walk;
}

void
veto_wizard_focus (VetoWizard *self)
{
  VetoStepPage *page;

  g_return_if_fail (VETO_IS_WIZARD (self));

  page = get_page (self);
  if (page != NULL)
    veto_step_page_focus (page);
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->steps));
}

gboolean
veto_wizard_save (VetoWizard *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (VETO_IS_WIZARD (self), TRUE);

  if (veto_wizard_save_step (self) || self->save_failed)
    return TRUE;

  self->save_failed = TRUE;
  text = g_strdup_printf ("%s %s", gtk_label_get_text (self->problem),
                          _ ("If you close this now all the same, what you typed here last is lost."));
  gtk_label_set_text (self->problem, text);
  return FALSE;
}
