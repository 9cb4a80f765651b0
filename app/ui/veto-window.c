/* The window: the sidebar beside the pages; the wizard and the page about a problem take its whole room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include "veto-window-private.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-closed-windows.h"
#include "veto-menu-name.h"
#include "veto-news-desk.h"
#include "veto-overview-page.h"
#include "veto-reminder.h"
#include "veto-sources-page.h"
#include "veto-text.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

G_DEFINE_FINAL_TYPE (VetoWindow, veto_window, ADW_TYPE_APPLICATION_WINDOW)

void
veto_window_name (VetoWindow *self, const char *title)
{
  g_autofree char *page = veto_text_dup_isolated (title, NULL);
  g_autofree char *whole = NULL;

  /* Translators: the window's name in a list of windows: the page, the program */
  whole = g_strdup_printf (_ ("%s – %s"), page, VETO_APP_NAME);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

void
veto_window_set_page_title (VetoWindow *self, const char *title)
{
  adw_window_title_set_title (self->title, title);
  veto_window_name (self, title);
}

static void
show_overview (VetoWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "overview");
  veto_sidebar_select_page (self->sidebar, "win.overview");
  veto_window_set_page_title (self, _ ("Overview"));
}

gboolean
veto_window_leave_view (VetoWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (VETO_IS_WIZARD (view))
    return veto_wizard_save (VETO_WIZARD (view));
  return !VETO_IS_WRITE_PAGE (view) || veto_write_page_save (VETO_WRITE_PAGE (view));
}

void
veto_window_show_platform (VetoWindow *self, const char *id)
{
  VetoObjection   *item;
  g_autofree char *title = NULL;

  g_return_if_fail (VETO_IS_WINDOW (self));

  if (self->services->objections == NULL)
    return; /* the page about a problem stays */
  if (!veto_window_leave_view (self))
    return;
  gtk_stack_set_visible_child_name (self->views, "home");
  item = veto_objections_find (self->services->objections, id);
  if (item == NULL)
    {
      show_overview (self);
      return;
    }

  if (veto_objection_get_platform (item) == NULL)
    {
      veto_window_show_company (self, item);
      return;
    }
  if (self->platform_page == NULL)
    {
      self->platform_page = veto_platform_page_new (self->services);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->platform_page), "platform");
    }
  id = veto_objection_get_id (item);
  veto_platform_page_show (self->platform_page, id);
  gtk_stack_set_visible_child_name (self->pages, "platform");
  veto_sidebar_select_platform (self->sidebar, id);
  title = veto_objection_dup_title (item);
  veto_window_set_page_title (self, title);
}

/* The page is built when somebody wants to see it. */
static void
show_sources (VetoWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "sources") == NULL)
    gtk_stack_add_named (self->pages, veto_sources_page_new (self->services), "sources");
  gtk_stack_set_visible_child_name (self->pages, "sources");
  veto_sidebar_select_page (self->sidebar, "win.sources");
  veto_window_set_page_title (self, _ ("Guidance and sources"));
}

void
veto_window_show_home (VetoWindow *self)
{
  const char *id = self->platform_page != NULL ? veto_platform_page_get_id (self->platform_page) : NULL;

  gtk_stack_set_visible_child_name (self->views, "home");
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sources") == 0)
    show_sources (self);
  else if (veto_window_is_letters (self))
    veto_window_show_letters (self);
  else if (veto_window_is_case (self))
    veto_window_return_to_case (self);
  else if (veto_window_get_company (self) != NULL)
    veto_window_show_platform (self, veto_window_get_company (self));
  else if (veto_window_is_data (self))
    veto_window_show_data (self);
  else if (veto_window_is_accounts (self))
    veto_window_show_accounts (self);
  else if (veto_window_is_news (self))
    veto_window_show_news (self);
  else if (veto_window_is_preferences (self))
    veto_window_show_preferences (self);
  else if (veto_window_is_help (self))
    veto_window_show_help (self);
  else if (id != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "platform") == 0)
    veto_window_show_platform (self, id);
  else
    show_overview (self);
  if (!self->is_swapping)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

/* Where there is no room for the sidebar, it goes out of sight, and the keyboard with it, if that is there. A page that shows
 * something else than before may lack what had the keyboard there, which GtkStack gives it back to all the same. */
void
veto_window_show_content (VetoWindow *self)
{
  GtkWidget *focus;

  adw_leaflet_set_visible_child (self->leaflet, self->content);
  focus = gtk_root_get_focus (GTK_ROOT (self));
  if (adw_leaflet_get_folded (self->leaflet) || focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

static void
overview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  show_overview (self);
  veto_window_show_content (self);
}

static void
sources_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  gtk_stack_set_visible_child_name (self->views, "home");
  show_sources (self);
  veto_window_show_content (self);
}

static void
platform_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  veto_window_show_platform (self, g_variant_get_string (parameter, NULL));
  veto_window_show_content (self);
}

/* Without the focus, which GTK never lets go of with the widget that has it. */
void
veto_window_remove_view (GtkStack *views, GtkWidget *view)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (views));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, view))
    gtk_root_set_focus (root, NULL);
  gtk_stack_remove (views, view);
}

/* A view that is left stays until the change has been seen, then it goes. */
static void
drop_left_cb (GtkStack *views)
{
  static const char *const names[] = { "wizard", "letter", "first" };

  for (gsize i = 0; i < G_N_ELEMENTS (names) && !gtk_stack_get_transition_running (views); i++)
    {
      GtkWidget *view = gtk_stack_get_child_by_name (views, names[i]);

      if (view != NULL && gtk_stack_get_visible_child (views) != view)
        veto_window_remove_view (views, view);
    }
}

static void
close_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  GtkWidget  *view = gtk_stack_get_visible_child (self->views);

  if (!veto_window_leave_view (self))
    return;
  if (VETO_IS_WIZARD (view) && veto_walk_is_overtaken (veto_wizard_get_walk (VETO_WIZARD (view))))
    veto_window_offer_news (self, veto_wizard_get_walk (VETO_WIZARD (view)));
  veto_window_left_letter (self);
  veto_window_left_first_run (self);
  veto_window_show_home (self);
  drop_left_cb (self->views);
}

static void
walk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow      *self = VETO_WINDOW (widget);
  const char      *id, *guide, *step;
  GtkWidget       *wizard = gtk_stack_get_child_by_name (self->views, "wizard");
  VetoObjection   *item;
  g_autofree char *title = NULL;

  g_variant_get (parameter, "(&s&s&s)", &id, &guide, &step);
  item = veto_objections_find (self->services->objections, id);
  if (item == NULL || veto_objection_get_platform (item) == NULL || !veto_window_leave_view (self))
    return;

  if (wizard != NULL)
    veto_window_remove_view (self->views, wizard);
  wizard = GTK_WIDGET (
    veto_wizard_new (self->services, id, *guide != '\0' ? guide : NULL, *step != '\0' ? step : NULL));
  gtk_stack_add_named (self->views, wizard, "wizard");
  gtk_stack_set_visible_child (self->views, wizard);
  title = veto_objection_dup_title (item);
  veto_window_name (self, title);
  veto_wizard_focus (VETO_WIZARD (wizard));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL)
    {
      veto_window_back_to_problem (self);
      return;
    }
  if (veto_window_first_run_back (self))
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") != 0)
    close_view_cb (widget, NULL, NULL);
  else if (veto_window_letters_back (self) || veto_window_help_back (self))
    return;
  else if (veto_window_is_news (self) && !adw_leaflet_get_folded (self->leaflet))
    sources_cb (widget, NULL, NULL);
  else if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  else
    show_overview (self);
}

static void
is_active_cb (VetoWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    veto_window_refresh (self);
}

static gboolean
veto_window_close_request (GtkWindow *window)
{
  if (!veto_window_leave_view (VETO_WINDOW (window)))
    return TRUE; /* it says why; closing again closes */
  veto_window_keep_size (VETO_WINDOW (window));
  return GTK_WINDOW_CLASS (veto_window_parent_class)->close_request (window);
}

/* A list that changed as a whole may lack what is shown. */
static void
objections_changed_cb (VetoWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") == 0)
    veto_window_show_home (self);
}

static void
veto_window_dispose (GObject *object)
{
  VetoWindow *self = VETO_WINDOW (object);

  if (self->services != NULL && self->services->objections != NULL)
    g_signal_handlers_disconnect_by_data (self->services->objections, self);
  if (self->desk != NULL)
    veto_news_desk_stop (self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_WINDOW);
  if (self->desk != NULL)
    self->services->desk = NULL; /* no page is left that could ask it */
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (veto_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VETO_RESOURCE_PREFIX "/ui/veto-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, views);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VetoWindow, back_button);
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

  veto_closed_windows_protect ();
  g_type_ensure (VETO_TYPE_SIDEBAR);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "win.overview", NULL, overview_cb);
  gtk_widget_class_install_action (widget_class, "win.platform", "s", platform_cb);
  gtk_widget_class_install_action (widget_class, "win.sources", NULL, sources_cb);
  gtk_widget_class_install_action (widget_class, "win.walk", "(sss)", walk_cb);
  gtk_widget_class_install_action (widget_class, "win.close-walk", NULL, close_view_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  veto_window_install_cases (widget_class);
  veto_window_install_accounts (widget_class);
  veto_window_install_steps (widget_class);
  veto_window_install_letters (widget_class);
  veto_window_install_data (widget_class);
  veto_window_install_news (widget_class);
  veto_window_install_first_run (widget_class);
  veto_window_install_help (widget_class);
  veto_window_install_keys (widget_class);
}

/* Beside the sidebar, only a page that is not in it needs a way back. */
static void
show_back (VetoWindow *self)
{
  gtk_widget_set_visible (self->back_button,
                          adw_leaflet_get_folded (self->leaflet) || veto_window_is_letter_kinds (self)
                            || veto_window_is_data (self) || veto_window_is_preferences (self)
                            || veto_window_is_news (self) || veto_window_is_help (self));
}

static void
veto_window_init (VetoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), VETO_APP_NAME);
  veto_menu_name_from_tooltip (self->menu_button);
  g_signal_connect_swapped (self->views, "notify::transition-running", G_CALLBACK (drop_left_cb),
                            self->views);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (show_back), self);
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (show_back), self);
  show_back (self);
}

VetoWindow *
veto_window_new (AdwApplication *application, VetoServices *services)
{
  VetoWindow *self = g_object_new (VETO_TYPE_WINDOW, "application", application, NULL);

  self->services = services;
  veto_window_restore_size (self);
  if (services->desk == NULL)
    services->desk = self->desk = veto_news_desk_new (services->updater, services->guidance);
  return self;
}

/* Nobody is told of anything, and nothing is looked for, before there is something to see. */
static void
remind_cb (GtkWidget *widget)
{
  VetoWindow     *self = VETO_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->services->reminder == NULL && self->services->store != NULL
      && !self->services->in_memory)
    self->services->reminder = veto_reminder_new (G_APPLICATION (application), self->services);
  veto_window_start_news (self);
}

void
veto_window_fill (VetoWindow *self)
{
  g_return_if_fail (VETO_IS_WINDOW (self));
  g_return_if_fail (self->services->objections != NULL);

  veto_window_put_services_first (self);
  veto_sidebar_set_objections (self->sidebar, self->services->objections);
  gtk_stack_add_named (self->pages, GTK_WIDGET (veto_overview_page_new (self->services)), "overview");
  gtk_widget_set_visible (self->memory_notice, self->services->in_memory);
  g_signal_connect_swapped (self->services->objections, "items-changed", G_CALLBACK (objections_changed_cb),
                            self);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  veto_window_show_home (self);
  veto_after_frame (GTK_WIDGET (self), remind_cb);
  veto_window_end_problem (self);
}
