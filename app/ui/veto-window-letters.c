/* The pages about letters, and the view in which one is written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-case-letter.h"
#include "veto-kinds-page.h"
#include "veto-letter-offer.h"
#include "veto-letters-page.h"
#include "veto-services-page.h"
#include "veto-tell.h"
#include "veto-window-private.h"
#include "veto-write-page.h"

/* The pages, by their names among the pages of the window */
#define LETTERS "letters"
#define KINDS "kinds"
#define SERVICES "services"

gboolean
veto_window_is_letters (VetoWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  return g_strcmp0 (name, LETTERS) == 0 || g_strcmp0 (name, KINDS) == 0 || g_strcmp0 (name, SERVICES) == 0;
}

/* Each page is built when somebody wants to see it. */
static GtkWidget *
get_page (VetoWindow *self, const char *name, GtkWidget *(*create) (VetoServices *services))
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = create (self->services);
      gtk_stack_add_named (self->pages, page, name);
    }
  return page;
}

static void
show_page (VetoWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->views, "home");
  gtk_stack_set_visible_child_name (self->pages, name);
  veto_window_show_letters (self);
  veto_window_show_content (self);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

void
veto_window_show_letters (VetoWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  gboolean    is_services = g_strcmp0 (name, SERVICES) == 0;

  veto_sidebar_select_page (self->sidebar, is_services ? "win.add-service" : "win.letters");
  if (is_services)
    veto_window_set_page_title (self, _ ("Add a service"));
  else if (veto_window_is_letter_kinds (self))
    veto_window_set_page_title (self, _ ("Write a letter"));
  else
    veto_window_set_page_title (self, _ ("Letters"));
}

gboolean
veto_window_is_letter_kinds (VetoWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), KINDS) == 0;
}

gboolean
veto_window_letters_back (VetoWindow *self)
{
  if (!veto_window_is_letter_kinds (self))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self),
                              self->kinds_from_services ? "win.add-service" : "win.letters", NULL);
  return TRUE;
}

/* What it was chosen from has been left behind: from now on it is in the list. */
void
veto_window_left_letter (VetoWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (!VETO_IS_WRITE_PAGE (view) || !veto_window_is_letters (self)
      || !veto_saved_letter_is_kept (
        veto_letter_work_get_saved (veto_write_page_get_work (VETO_WRITE_PAGE (view)))))
    return;
  get_page (self, LETTERS, veto_letters_page_new);
  gtk_stack_set_visible_child_name (self->pages, LETTERS);
}

static gboolean
may_leave (VetoWindow *self)
{
  return self->services->letters != NULL && veto_window_leave_view (self);
}

static void
letters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (!may_leave (self))
    return;
  get_page (self, LETTERS, veto_letters_page_new);
  show_page (self, LETTERS);
}

static void
add_service_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);

  if (!may_leave (self))
    return;
  get_page (self, SERVICES, veto_services_page_new);
  show_page (self, SERVICES);
}

/* @work: (transfer full) */
static void
show_work (VetoWindow *self, VetoLetterWork *work)
{
  GtkWidget *before = gtk_stack_get_child_by_name (self->views, "letter");
  GtkWidget *page = veto_write_page_new (work);

  if (before != NULL)
    veto_window_remove_view (self->views, before);
  gtk_stack_add_named (self->views, page, "letter");
  gtk_stack_set_visible_child (self->views, page);
  veto_window_name (self, veto_letter_kind_get_title (veto_letter_work_get_labels (work)));
  gtk_widget_grab_focus (page);
  g_object_unref (work);
}

/* (nullable): what the letter is about, so that it becomes one of its case. @id: of a case or an objection, or "". To a
 * company that no platform stands for, an objection begins a case, and any other letter goes to the one that is there. */
static VetoObjection *
find_objection (VetoWindow *self, const char *kind, const char *company, const char *id)
{
  VetoGuideSet *set = veto_guidance_get_set (self->services->guidance);
  g_autoptr(GPtrArray) platforms = veto_letter_offer_list_platforms (set, company);
  g_autofree char *place = g_strconcat (VETO_STORE_COMPANY, company, NULL);
  VetoObjection   *item;
  VetoLetterKind  *way;

  if (*id != '\0')
    return veto_objections_find (self->services->objections,
                                 id); /* the id of a case is none of an objection */
  if (*company == '\0' || platforms->len > 0)
    return NULL;
  item = veto_objections_find (self->services->objections, place);
  way = item != NULL ? veto_objection_find_letter (item, set) : NULL;
  if (item != NULL && veto_objection_get_case (item) == NULL
      && (way == NULL || !g_str_equal (veto_letter_kind_get_id (way), kind)))
    return NULL;
  return item;
}

/* A new letter. Without a kind, the kinds to choose from. */
static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  const char *kind, *company, *case_id;
  g_autoptr(VetoSavedLetter) saved = NULL;
  g_autoptr(GError) error = NULL;
  VetoLetterWork *work;
  VetoObjection  *item;
  VetoCase       *known;

  g_variant_get (parameter, "(&s&s&s)", &kind, &company, &case_id);
  if (!may_leave (self))
    return;
  if (*kind == '\0')
    {
      GtkWidget *page = get_page (self, KINDS, veto_kinds_page_new);

      self->kinds_from_services = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), SERVICES) == 0;
      veto_kinds_page_set_company (VETO_KINDS_PAGE (page), *company != '\0' ? company : NULL);
      show_page (self, KINDS);
      return;
    }
  item = find_objection (self, kind, company, case_id);
  known = item != NULL ? veto_objection_get_case (item) : NULL;
  if (known != NULL)
    case_id = veto_case_get_id (known);
  else if (item != NULL)
    case_id = "";
  saved = veto_letter_book_start (self->services->letters, kind, *case_id != '\0' ? case_id : NULL);
  work = veto_letter_work_new (self->services, saved, &error);
  if (work == NULL)
    {
      veto_tell (widget, _ ("This letter cannot be written"), error->message);
      return;
    }
  if (*case_id != '\0' && veto_case_book_find_id (self->services->book, case_id) != NULL)
    veto_case_letter_fill (self->services->letters, saved, veto_letter_work_get_letter (work),
                           veto_case_book_find_id (self->services->book, case_id));
  if (*company != '\0')
    veto_letter_work_set_company (work, company);
  if (item != NULL && known == NULL)
    veto_letter_work_set_objection (work, veto_objection_get_id (item));
  veto_letter_book_forget_news (self->services->letters, saved, veto_letter_work_get_letter (work));
  show_work (self, work);
}

/* What cannot be opened is shown as it was typed: nothing is lost. */
static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VetoWindow *self = VETO_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *typed = NULL;
  VetoSavedLetter *saved;
  VetoLetterWork  *work;

  if (!may_leave (self))
    return;
  saved = veto_letter_book_find (self->services->letters, g_variant_get_string (parameter, NULL));
  if (saved == NULL)
    return;
  work = veto_letter_work_new (self->services, saved, &error);
  if (work != NULL)
    {
      show_work (self, work);
      return;
    }
  typed = veto_letter_book_dup_typed (self->services->letters, saved);
  veto_tell (widget, error->message, typed);
}

void
veto_window_install_letters (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.letters", NULL, letters_cb);
  gtk_widget_class_install_action (widget_class, "win.add-service", NULL, add_service_cb);
  gtk_widget_class_install_action (widget_class, "win.write-letter", "(sss)", write_cb);
  gtk_widget_class_install_action (widget_class, "win.open-letter", "s", open_cb);
}
