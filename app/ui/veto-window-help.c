/* The manual, the search, and the report about a wrong step: one comes to them from everywhere, and goes back there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-first-run.h"
#include "veto-help-page.h"
#include "veto-report-dialog.h"
#include "veto-search-page.h"
#include "veto-services-page.h"
#include "veto-window-private.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

#define HELP "help" /* the pages, by their names among those of the window */
#define SEARCH "search"
#define PLACES "veto-places" /* of the window: where one came from, the last at the end */

/* Where somebody was before they asked for help or searched. */
typedef struct
{
  char     *page;   /* among the pages of the window */
  char     *topic;  /* nullable: of the manual */
  char     *action; /* nullable: what took the window's whole room, and how it is opened again */
  GVariant *target; /* of that */
} Place;

static void
free_place (gpointer data)
{
  Place *self = data;

  g_free (self->page);
  g_free (self->topic);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

static gboolean
is_shown (VetoWindow *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0;
}

gboolean
veto_window_is_help (VetoWindow *self)
{
  return is_shown (self, HELP) || is_shown (self, SEARCH);
}

void
veto_window_show_help (VetoWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  veto_sidebar_select_page (self->sidebar, "win.help"); /* it has no row */
  veto_window_set_page_title (self, VETO_IS_HELP_PAGE (page)
                                      ? veto_help_page_get_title (VETO_HELP_PAGE (page))
                                      : _ ("Search"));
}

static GPtrArray *
get_places (VetoWindow *self)
{
  GPtrArray *places = g_object_get_data (G_OBJECT (self), PLACES);

  if (places == NULL)
    {
      places = g_ptr_array_new_with_free_func (free_place);
      g_object_set_data_full (G_OBJECT (self), PLACES, places, (GDestroyNotify) g_ptr_array_unref);
    }
  return places;
}

/* What takes the window's whole room goes when something else is shown, and is made again on the way back. */
static void
note_view (Place *place, GtkWidget *view)
{
  if (VETO_IS_WIZARD (view))
    {
      VetoWalk        *walk = veto_wizard_get_walk (VETO_WIZARD (view));
      VetoObjection   *item = veto_walk_get_objection (walk);
      const VetoGuide *guide = veto_walk_get_guide (walk);
      const VetoStep  *step = veto_walk_get_step (walk);

      if (item == NULL || guide == NULL)
        return;
      place->action = g_strdup ("win.walk");
      place->target = g_variant_ref_sink (
        g_variant_new ("(sss)", veto_objection_get_id (item), guide->id, step != NULL ? step->path : ""));
    }
  else if (VETO_IS_FIRST_RUN (view))
    place->action = g_strdup ("win.first-run");
  else if (VETO_IS_WRITE_PAGE (view))
    {
      VetoSavedLetter *saved = veto_letter_work_get_saved (veto_write_page_get_work (VETO_WRITE_PAGE (view)));

      if (!veto_saved_letter_is_kept (saved))
        return;
      place->action = g_strdup ("win.open-letter");
      place->target = g_variant_ref_sink (g_variant_new_string (veto_saved_letter_get_id (saved)));
    }
}

/* Before a page of these is shown. */
static void
note_place (VetoWindow *self)
{
  GPtrArray  *places = get_places (self);
  GtkWidget  *page = gtk_stack_get_visible_child (self->pages);
  gboolean    is_home = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") == 0;
  Place      *place = g_new0 (Place, 1);
  const char *topic = VETO_IS_HELP_PAGE (page) ? veto_help_page_get_topic (VETO_HELP_PAGE (page)) : NULL;

  place->page = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  place->topic = g_strdup (topic);
  if (!is_home || !veto_window_is_help (self))
    g_ptr_array_set_size (places, 0);
  if (!is_home)
    note_view (place, gtk_stack_get_visible_child (self->views));
  g_ptr_array_add (places, place);
}

/* @page: one of these, in front of everything else, with the keyboard */
static void
show_page (VetoWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->views, "home");
  gtk_stack_set_visible_child_name (self->pages, name);
  veto_window_show_help (self);
  veto_window_show_content (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

/* @topic: (nullable) */
static void
show_manual (VetoWindow *self, const char *topic)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, HELP);

  if (page == NULL)
    {
      page = veto_help_page_new ();
      gtk_stack_add_named (self->pages, page, HELP);
    }
  veto_help_page_show (VETO_HELP_PAGE (page), topic);
  show_page (self, HELP);
}

static void
show_search (VetoWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SEARCH);

  if (page == NULL)
    gtk_stack_add_named (self->pages, veto_search_page_new (self->services), SEARCH);
  else
    veto_search_page_update (VETO_SEARCH_PAGE (page));
  show_page (self, SEARCH);
}

static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  const char *topic = g_variant_get_string (parameter, NULL);
  GtkWidget  *page = gtk_stack_get_visible_child (self->pages);

  if (self->services->objections == NULL)
    {
      veto_window_help_with_problem (self, *topic != '\0' ? topic : NULL);
      return;
    }
  if (!veto_window_leave_view (self))
    return;
  if (!VETO_IS_HELP_PAGE (page) || g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") != 0
      || g_strcmp0 (veto_help_page_get_topic (VETO_HELP_PAGE (page)), *topic != '\0' ? topic : NULL) != 0)
    note_place (self);
  show_manual (self, *topic != '\0' ? topic : NULL);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL || self->services->letters == NULL || !veto_window_leave_view (self))
    return;
  if (!is_shown (self, SEARCH) || g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") != 0)
    note_place (self);
  show_search (self);
}

gboolean
veto_window_help_back (VetoWindow *self)
{
  GPtrArray *places = get_places (self);
  Place     *place;

  if (!veto_window_is_help (self) || places->len == 0)
    return FALSE;
  place = g_ptr_array_steal_index (places, places->len - 1);
  if (g_strcmp0 (place->page, HELP) == 0 && place->action == NULL)
    show_manual (self, place->topic);
  else if (g_strcmp0 (place->page, SEARCH) == 0 && place->action == NULL)
    show_search (self);
  else if (gtk_stack_get_child_by_name (self->pages, place->page) != NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, place->page);
      veto_window_show_home (self);
      if (place->action != NULL)
        gtk_widget_activate_action_variant (GTK_WIDGET (self), place->action, place->target);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
  free_place (place);
  return TRUE;
}

static void
company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  veto_services_page_open (widget, VETO_WINDOW (widget)->services, g_variant_get_string (parameter, NULL));
}

/* What is on the screen: a step, or the way that a service's page shows. */
static void
report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow       *self = VETO_WINDOW (widget);
  GtkWidget        *view = gtk_stack_get_visible_child (self->views);
  GtkWidget        *page = gtk_stack_get_visible_child (self->pages);
  VetoReportSubject subject = { .set = veto_guidance_get_set (self->services->guidance) };

  if (VETO_IS_WIZARD (view))
    {
      VetoWalk *walk = veto_wizard_get_walk (VETO_WIZARD (view));

      subject.platform = veto_walk_get_platform (walk);
      subject.guide = veto_walk_get_guide (walk);
      subject.step = veto_walk_get_step (walk);
      subject.branch = veto_walk_get_branch (walk);
      subject.index = subject.branch != NULL ? veto_walk_get_branch_index (walk) : veto_walk_get_index (walk);
    }
  else if (self->services->objections != NULL && VETO_IS_PLATFORM_PAGE (page))
    {
      VetoObjection *item = veto_objections_find (self->services->objections,
                                                  veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)));

      subject.platform = item != NULL ? veto_objection_get_platform (item) : NULL;
      subject.guide = subject.platform != NULL ? veto_objection_get_guide (item) : NULL;
    }
  veto_report_dialog_present (widget, &subject);
}

void
veto_window_install_help (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", "s", help_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.company", "s", company_cb);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, report_cb);
}
