/* The window: the sidebar beside the pages; the wizard and the page about a problem take its whole room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include "veto-window.h"

#include <glib/gi18n.h>

#include "veto-menu-name.h"
#include "veto-overview-page.h"
#include "veto-platform-page.h"
#include "veto-shortcuts.h"
#include "veto-sidebar.h"
#include "veto-sources-page.h"
#include "veto-takeaway.h"
#include "veto-text.h"
#include "veto-wizard.h"

struct _VetoWindow
{
  AdwApplicationWindow parent_instance;
  VetoServices        *services; /* the application's */

  GtkStack         *views;
  AdwLeaflet       *leaflet;
  GtkWidget        *content;
  VetoSidebar      *sidebar;
  AdwWindowTitle   *title;
  GtkMenuButton    *menu_button;
  GtkWidget        *memory_notice;
  GtkStack         *pages;
  VetoPlatformPage *platform_page; /* NULL until the first platform is shown */
};

G_DEFINE_FINAL_TYPE (VetoWindow, veto_window, ADW_TYPE_APPLICATION_WINDOW)

static void
name_window (VetoWindow *self, const char *title)
{
  g_autofree char *page = veto_text_dup_isolated (title, NULL);
  g_autofree char *whole = NULL;

  /* Translators: the window's name in a list of windows: the page, the program */
  whole = g_strdup_printf (_ ("%s – %s"), page, VETO_APP_NAME);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static void
set_title (VetoWindow *self, const char *title)
{
  adw_window_title_set_title (self->title, title);
  name_window (self, title);
}

static void
show_overview (VetoWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "overview");
  veto_sidebar_select_page (self->sidebar, "win.overview");
  set_title (self, _ ("Overview"));
}

/* Before something else takes its place. Returns: %FALSE when what was typed could not be kept, and the wizard says so */
static gboolean
leave_walk (VetoWindow *self)
{
  GtkWidget *wizard = gtk_stack_get_child_by_name (self->views, "wizard");

  return wizard == NULL || gtk_stack_get_visible_child (self->views) != wizard
         || veto_wizard_save (VETO_WIZARD (wizard));
}

void
veto_window_show_platform (VetoWindow *self, const char *id)
{
  VetoObjection *item;

  g_return_if_fail (VETO_IS_WINDOW (self));

  if (self->services->objections == NULL)
    return; /* the page about a problem stays */
  if (!leave_walk (self))
    return;
  gtk_stack_set_visible_child_name (self->views, "home");
  item = veto_objections_find (self->services->objections, id);
  if (item == NULL)
    {
      show_overview (self);
      return;
    }

  if (self->platform_page == NULL)
    {
      self->platform_page = veto_platform_page_new (self->services);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->platform_page), "platform");
    }
  veto_platform_page_show (self->platform_page, id);
  gtk_stack_set_visible_child_name (self->pages, "platform");
  veto_sidebar_select_platform (self->sidebar, id);
  set_title (self, veto_platform_get_name (veto_objection_get_platform (item)));
}

/* The page is built when somebody wants to see it. */
static void
show_sources (VetoWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "sources") == NULL)
    gtk_stack_add_named (self->pages, veto_sources_page_new (self->services), "sources");
  gtk_stack_set_visible_child_name (self->pages, "sources");
  veto_sidebar_select_page (self->sidebar, "win.sources");
  set_title (self, _ ("Guidance and sources"));
}

static void
show_home (VetoWindow *self)
{
  const char *id = self->platform_page != NULL ? veto_platform_page_get_id (self->platform_page) : NULL;

  gtk_stack_set_visible_child_name (self->views, "home");
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sources") == 0)
    show_sources (self);
  else if (id != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "platform") == 0)
    veto_window_show_platform (self, id);
  else
    show_overview (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

/* Where there is no room for the sidebar, it goes out of sight, and the keyboard with it, if that is there. */
static void
show_content (VetoWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

static void
overview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  show_overview (self);
  show_content (self);
}

static void
sources_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL || !leave_walk (self))
    return;
  gtk_stack_set_visible_child_name (self->views, "home");
  show_sources (self);
  show_content (self);
}

static void
platform_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  veto_window_show_platform (self, g_variant_get_string (parameter, NULL));
  show_content (self);
}

/* Without the focus, which GTK never lets go of with the widget that has it. */
static void
remove_view (GtkStack *views, GtkWidget *view)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (views));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, view))
    gtk_root_set_focus (root, NULL);
  gtk_stack_remove (views, view);
}

/* A view that is left stays until the change has been seen, then it goes. */
static void
remove_view_cb (GtkStack *views)
{
  GtkWidget *wizard = gtk_stack_get_child_by_name (views, "wizard");

  if (!gtk_stack_get_transition_running (views) && wizard != NULL
      && gtk_stack_get_visible_child (views) != wizard)
    remove_view (views, wizard);
}

static void
close_walk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (!leave_walk (self))
    return;
  show_home (self);
  remove_view_cb (self->views);
}

static void
walk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow    *self = VETO_WINDOW (widget);
  const char    *id, *guide, *step;
  GtkWidget     *wizard = gtk_stack_get_child_by_name (self->views, "wizard");
  VetoObjection *item;

  g_variant_get (parameter, "(&s&s&s)", &id, &guide, &step);
  item = veto_objections_find (self->services->objections, id);
  if (item == NULL || !leave_walk (self))
    return;

  if (wizard != NULL)
    remove_view (self->views, wizard);
  wizard = GTK_WIDGET (
    veto_wizard_new (self->services, id, *guide != '\0' ? guide : NULL, *step != '\0' ? step : NULL));
  gtk_stack_add_named (self->views, wizard, "wizard");
  gtk_stack_set_visible_child (self->views, wizard);
  name_window (self, veto_platform_get_name (veto_objection_get_platform (item)));
  veto_wizard_focus (VETO_WIZARD (wizard));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "wizard") == 0)
    close_walk_cb (widget, NULL, NULL);
  else if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  else
    show_overview (self);
}

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

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  veto_shortcuts_show (GTK_WINDOW (widget));
}

/* vetoctl may have written meanwhile. */
static void
is_active_cb (VetoWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (gtk_window_is_active (GTK_WINDOW (self)) && self->services->book != NULL
      && !veto_case_book_refresh (self->services->book, &error))
    g_debug ("not refreshed: %s", error->message);
}

static gboolean
veto_window_close_request (GtkWindow *window)
{
  if (!leave_walk (VETO_WINDOW (window)))
    return TRUE; /* it says why; closing again closes */
  return GTK_WINDOW_CLASS (veto_window_parent_class)->close_request (window);
}

/* A list that changed as a whole may lack what is shown. */
static void
objections_changed_cb (VetoWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") == 0)
    show_home (self);
}

static void
veto_window_dispose (GObject *object)
{
  VetoWindow *self = VETO_WINDOW (object);

  if (self->services != NULL && self->services->objections != NULL)
    g_signal_handlers_disconnect_by_data (self->services->objections, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_WINDOW);

  G_OBJECT_CLASS (veto_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VETO_RESOURCE_PREFIX "/ui/veto-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, views);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, content);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, memory_notice);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, pages);
}

static void
veto_window_class_init (VetoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = veto_window_close_request;

  g_type_ensure (VETO_TYPE_SIDEBAR);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "win.overview", NULL, overview_cb);
  gtk_widget_class_install_action (widget_class, "win.platform", "s", platform_cb);
  gtk_widget_class_install_action (widget_class, "win.sources", NULL, sources_cb);
  gtk_widget_class_install_action (widget_class, "win.walk", "(sss)", walk_cb);
  gtk_widget_class_install_action (widget_class, "win.close-walk", NULL, close_walk_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-steps", NULL, copy_steps_cb);
  gtk_widget_class_install_action (widget_class, "win.print-steps", NULL, print_steps_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print-steps", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts",
                                       NULL);
}

static void
veto_window_init (VetoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), VETO_APP_NAME);
  veto_menu_name_from_tooltip (self->menu_button);
  g_signal_connect_swapped (self->views, "notify::transition-running", G_CALLBACK (remove_view_cb),
                            self->views);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
}

VetoWindow *
veto_window_new (AdwApplication *application, VetoServices *services)
{
  VetoWindow *self = g_object_new (VETO_TYPE_WINDOW, "application", application, NULL);

  self->services = services;
  return self;
}

void
veto_window_fill (VetoWindow *self)
{
  GtkWidget *problem;

  g_return_if_fail (VETO_IS_WINDOW (self));
  g_return_if_fail (self->services->objections != NULL);

  veto_sidebar_set_objections (self->sidebar, self->services->objections);
  gtk_stack_add_named (self->pages, GTK_WIDGET (veto_overview_page_new (self->services)), "overview");
  gtk_widget_set_visible (self->memory_notice, self->services->in_memory);
  g_signal_connect_swapped (self->services->objections, "items-changed", G_CALLBACK (objections_changed_cb),
                            self);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  show_home (self);

  problem = gtk_stack_get_child_by_name (self->views, "problem");
  if (problem != NULL)
    remove_view (self->views, problem);
}

void
veto_window_show_problem (VetoWindow *self, GtkWidget *page)
{
  GtkWidget *before;

  g_return_if_fail (VETO_IS_WINDOW (self));

  before = gtk_stack_get_child_by_name (self->views, "problem");
  if (before != NULL)
    remove_view (self->views, before);
  gtk_window_set_title (GTK_WINDOW (self), VETO_APP_NAME); /* not that of a page that was there before */
  gtk_stack_add_named (self->views, page, "problem");
  gtk_stack_set_visible_child (self->views, page);
}
