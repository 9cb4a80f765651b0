/* The page of a case, and what is next in one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-case-change.h"
#include "veto-case-letter.h"
#include "veto-case-next.h"
#include "veto-case-page.h"
#include "veto-day.h"
#include "veto-tell.h"
#include "veto-window-private.h"
#include "veto-wizard.h"

#define CASE "case" /* the page, by its name among the pages of the window */

/* (nullable): the case that is shown, or would be where nothing else is in front; gone when somebody deleted it */
static VetoCase *
get_shown_case (VetoWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, CASE);
  VetoCase  *item = page != NULL ? veto_case_page_get_case (VETO_CASE_PAGE (page)) : NULL;

  return item != NULL ? veto_case_book_find_id (self->services->book, veto_case_get_id (item)) : NULL;
}

gboolean
veto_window_is_case (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), CASE) == 0
         && get_shown_case (self) != NULL;
}

/* @item: one of the book's */
static void
show_case (VetoWindow *self, VetoCase *item)
{
  GtkWidget       *page = gtk_stack_get_child_by_name (self->pages, CASE);
  g_autofree char *place = veto_case_dup_place (item), *title = veto_case_dup_title (item);

  if (page == NULL)
    {
      page = GTK_WIDGET (veto_case_page_new (self->services));
      gtk_stack_add_named (self->pages, page, CASE);
    }
  gtk_stack_set_visible_child_name (self->views, "home");
  veto_case_page_show (VETO_CASE_PAGE (page), item);
  gtk_stack_set_visible_child_name (self->pages, CASE);
  veto_sidebar_select_platform (self->sidebar, place);
  veto_window_set_page_title (self, title);
}

void
veto_window_return_to_case (VetoWindow *self)
{
  show_case (self, get_shown_case (self));
}

/* (nullable): there is no such case, or what was typed could not be kept */
static VetoCase *
prepare (VetoWindow *self, const char *id)
{
  VetoCase *item = self->services->book != NULL ? veto_case_book_find_id (self->services->book, id) : NULL;

  return item != NULL && veto_window_leave_view (self) ? item : NULL;
}

static void
open_page (VetoWindow *self, VetoCase *item)
{
  show_case (self, item);
  veto_window_show_content (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

void
veto_window_show_case (VetoWindow *self, const char *id)
{
  VetoCase *item;

  g_return_if_fail (VETO_IS_WINDOW (self));

  if (self->services->book == NULL)
    return; /* the page about a problem stays */
  item = prepare (self, id);
  if (item != NULL)
    open_page (self, item);
  else if (veto_case_book_find_id (self->services->book, id) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
}

static void
case_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  VetoCase   *item = prepare (self, g_variant_get_string (parameter, NULL));

  if (item != NULL)
    open_page (self, item);
}

/* A letter of that kind that was begun is gone on with. */
static void
write_letter (VetoWindow *self, VetoCase *item, const char *kind)
{
  VetoSavedLetter *draft = veto_case_letter_find_draft (self->services->letters, kind, item);

  if (draft != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-letter", "s", veto_saved_letter_get_id (draft));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.write-letter", "(sss)", kind, "",
                                veto_case_get_id (item));
}

static void
case_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  const char *id, *kind;
  VetoCase   *item;

  g_variant_get (parameter, "(&s&s)", &id, &kind);
  item = prepare (self, id);
  if (item != NULL && self->services->letters != NULL)
    write_letter (self, item, kind);
}

/* Step by step, where @next says. */
static void
walk (VetoWindow *self, VetoCase *item, const VetoNext *next)
{
  g_autoptr(VetoCaseChange) change = veto_case_compute_change (item);
  g_autoptr(GError) error = NULL;
  g_autofree char *place = veto_case_dup_place (item);
  GtkWidget       *view;

  if (change != NULL && change->kind == VETO_CASE_CHANGE_REDO && !veto_case_begin_again (item, &error))
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.walk", "(sss)", place, veto_case_get_guide (item),
                              next->step);
  view = gtk_stack_get_visible_child (self->views);
  if (next->branch != NULL && VETO_IS_WIZARD (view)
      && !veto_walk_take_branch (veto_wizard_get_walk (VETO_WIZARD (view)), next->branch, &error))
    veto_tell_error (GTK_WIDGET (self), error);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  VetoCase   *item = prepare (self, g_variant_get_string (parameter, NULL));
  g_autoptr(VetoNext) next = NULL;
  g_autofree char *place = NULL;
  GDate            today;

  if (item == NULL)
    return;
  place = veto_case_dup_place (item);
  veto_day_today (&today);
  next = veto_case_compute_next (item, &today);
  if (next->step != NULL) /* also the step that waits for an e-mail: what to do once it is there */
    walk (self, item, next);
  else if (next->letter != NULL && self->services->letters != NULL)
    write_letter (self, item, next->letter); /* that of a company without steps is its way */
  else if (next->action == VETO_NEXT_CONTINUE)
    gtk_widget_activate_action (widget, "win.platform", "s", place);
  else
    open_page (self, item);
}

/* What was sent has a page of its own; until then the steps are what counts. */
static void
objection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow    *self = VETO_WINDOW (widget);
  const char    *id = g_variant_get_string (parameter, NULL);
  VetoObjection *item =
    self->services->objections != NULL ? veto_objections_find (self->services->objections, id) : NULL;

  if (item != NULL && veto_objection_get_state (item) >= VETO_CASE_SENT)
    gtk_widget_activate_action (widget, "win.case", "s", veto_case_get_id (veto_objection_get_case (item)));
  else
    gtk_widget_activate_action (widget, "win.platform", "s", id);
}

void
veto_window_install_cases (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.case", "s", case_cb);
  gtk_widget_class_install_action (widget_class, "win.case-letter", "(ss)", case_letter_cb);
  gtk_widget_class_install_action (widget_class, "win.next", "s", next_cb);
  gtk_widget_class_install_action (widget_class, "win.objection", "s", objection_cb);
}
