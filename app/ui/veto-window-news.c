/* What changed in the guidance, and new guidance under the open window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-news-desk.h"
#include "veto-news-page.h"
#include "veto-place.h"
#include "veto-preferences-page.h"
#include "veto-toasts.h"
#include "veto-update-words.h"
#include "veto-window-private.h"
#include "veto-wizard.h"

#define NEWS "news" /* the pages, by their names among those of the window */
#define PREFERENCES "preferences"

gboolean
veto_window_is_news (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), NEWS) == 0;
}

gboolean
veto_window_is_preferences (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), PREFERENCES) == 0;
}

void
veto_window_show_news (VetoWindow *self)
{
  veto_sidebar_select_page (self->sidebar, "win.sources"); /* it is a page of that one */
  veto_window_set_page_title (self, _ ("What changed"));
}

void
veto_window_show_preferences (VetoWindow *self)
{
  veto_sidebar_select_page (self->sidebar, "win.preferences"); /* it has no row */
  veto_window_set_page_title (self, _ ("Preferences"));
}

/* In front of everything else, with the keyboard. */
static void
show (VetoWindow *self, GtkWidget *page)
{
  gtk_stack_set_visible_child_name (self->views, "home");
  gtk_stack_set_visible_child (self->pages, page);
  if (VETO_IS_NEWS_PAGE (page))
    veto_window_show_news (self);
  else
    veto_window_show_preferences (self);
  veto_window_show_content (self);
  gtk_widget_grab_focus (page);
}

static void
news_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  GtkWidget  *page = gtk_stack_get_child_by_name (self->pages, NEWS);
  const char *platform = g_variant_get_string (parameter, NULL);

  if (self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  if (page == NULL)
    {
      page = veto_news_page_new (self->services);
      gtk_stack_add_named (self->pages, page, NEWS);
    }
  veto_news_page_show (VETO_NEWS_PAGE (page), *platform != '\0' ? platform : NULL);
  veto_news_desk_mark_read (self->services->desk);
  show (self, page);
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  GtkWidget  *page = gtk_stack_get_child_by_name (self->pages, PREFERENCES);

  if (self->services->objections == NULL || !veto_window_leave_view (self))
    return;
  if (page == NULL)
    {
      page = veto_preferences_page_new (self->services);
      gtk_stack_add_named (self->pages, page, PREFERENCES);
    }
  show (self, page);
}

/* To where one sees what comes of it. */
static void
look_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (self->services->objections == NULL)
    return;
  gtk_widget_activate_action (widget, "win.sources", NULL);
  veto_news_desk_look (self->services->desk);
}

/* Short: a note has little room in large text. */
static const char *
get_show (void)
{
  /* Translators: a short button of a note that says that guidance is new: shows what changed in it */
  return C_ ("note", "Show");
}

static void
see_news_cb (gpointer data, GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "win.news", "s", (const char *) data);
}

void
veto_window_offer_news (VetoWindow *self, VetoWalk *walk)
{
  VetoPlatform *platform = veto_walk_get_platform (walk);

  veto_toasts_add_button (GTK_WIDGET (self->views), _ ("Steps changed while you were at them."), get_show (),
                          see_news_cb, g_strdup (veto_platform_get_id (platform)), g_free);
}

void
veto_window_swap_guidance (VetoWindow *self, VetoGuideSet *set)
{
  VetoPlace *place;

  g_return_if_fail (VETO_IS_WINDOW (self));

  place = veto_place_take (GTK_WIDGET (self));
  self->is_swapping = TRUE;
  veto_guidance_swap (self->services->guidance, set);
  self->is_swapping = FALSE;
  veto_place_restore (place);
}

/* A step that is on the screen keeps its words; whoever reads another page is told. */
static void
swap_cb (gpointer data, VetoGuideSet *set)
{
  VetoWindow      *self = data;
  g_autofree char *words = NULL;

  veto_window_swap_guidance (self, set);
  if (VETO_IS_WIZARD (gtk_stack_get_visible_child (self->views)))
    return;
  if (veto_updater_is_withdrawn (self->services->updater))
    {
      veto_toasts_add (GTK_WIDGET (self->views), _ ("Some guidance was withdrawn"));
      return;
    }
  words = veto_update_words_dup_new (self->services->desk);
  if (!veto_news_desk_has_changes (self->services->desk))
    veto_toasts_add (GTK_WIDGET (self->views), words);
  else
    veto_toasts_add_button (GTK_WIDGET (self->views), words, get_show (), see_news_cb, g_strdup (""), g_free);
}

static void
desk_changed_cb (VetoWindow *self)
{
  veto_sidebar_mark_news (self->sidebar, veto_news_desk_has_unread (self->services->desk));
}

void
veto_window_start_news (VetoWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->services->desk, desk_changed_cb, self); /* after an exchange */
  g_signal_connect_object (self->services->desk, "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  desk_changed_cb (self);
  veto_news_desk_start (self->services->desk, swap_cb, self);
}

void
veto_window_install_news (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.news", "s", news_cb);
  gtk_widget_class_install_action (widget_class, "win.look", NULL, look_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
}
