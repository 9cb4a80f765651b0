/* The steps on the screen, for somewhere else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-takeaway.h"
#include "veto-window-private.h"
#include "veto-wizard.h"

/* The guide on the screen: in step by step the one that is walked, on a platform's page the way that was chosen.
 * Returns: (transfer none) (nullable): its platform, and in @out_guide the guide */
static VetoPlatform *
find_shown_guide (VetoWindow *self, const VetoGuide **out_guide)
{
  GtkWidget     *view = gtk_stack_get_visible_child (self->views);
  GtkWidget     *page = gtk_stack_get_visible_child (self->pages);
  VetoObjection *item = NULL;

  *out_guide = NULL;
  if (VETO_IS_WIZARD (view))
    {
      VetoWalk *walk = veto_wizard_get_walk (VETO_WIZARD (view));

      item = veto_walk_get_objection (walk);
      *out_guide = veto_walk_get_guide (walk);
    }
  else if (self->services->objections != NULL && VETO_IS_PLATFORM_PAGE (page))
    {
      item = veto_objections_find (self->services->objections,
                                   veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)));
      *out_guide = item != NULL ? veto_objection_get_guide (item) : NULL;
    }
  return *out_guide != NULL ? veto_objection_get_platform (item) : NULL;
}

static void
copy_steps_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const VetoGuide *guide;
  VetoPlatform    *platform = find_shown_guide (VETO_WINDOW (widget), &guide);

  if (platform != NULL)
    veto_takeaway_copy (GTK_WIDGET (VETO_WINDOW (widget)->views), platform, guide);
}

static void
print_steps_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow      *self = VETO_WINDOW (widget);
  const VetoGuide *guide;
  VetoPlatform    *platform = find_shown_guide (self, &guide);
  VetoGuideSet    *set = veto_guidance_get_set (self->services->guidance);

  if (platform != NULL)
    veto_takeaway_print (GTK_WIDGET (self->views), platform, guide, veto_guide_set_get_language (set));
}

void
veto_window_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-steps", NULL, copy_steps_cb);
  gtk_widget_class_install_action (widget_class, "win.print-steps", NULL, print_steps_cb);
}
