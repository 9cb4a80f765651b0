/* The sidebar: the overview, each platform with how far one is, and below them the pages about Veto itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-sidebar"

#include "veto-sidebar.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-sidebar-row.h"
#include "veto-wrap.h"

#define N_AT_FIRST 14 /* rows: as many as one sees at once; the others come after the first frame */
#define N_A_FRAME 8

struct _VetoSidebar
{
  GtkWidget   parent_instance;
  GListModel *objections; /* NULL until they are known */
  guint       n_rows;     /* of them */
  gboolean    waits;      /* for a frame, to build more */
  GtkListBox *list;
  GtkWidget  *more;    /* the row that offers other services; the first below the platforms */
  GtkWidget  *letters; /* the rows below that */
  GtkWidget  *accounts;
  GtkWidget  *sources;
  GtkWidget  *is_new;   /* the mark on that row */
  char       *page;     /* that is shown, the action that shows it; NULL: a platform */
  char       *platform; /* that is shown, its id; NULL: none */
};

G_DEFINE_FINAL_TYPE (VetoSidebar, veto_sidebar, GTK_TYPE_WIDGET)

/* A page that is no platform. @action: of the window, shows it */
static GtkWidget *
create_page_row (const char *action, const char *icon_name, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = veto_wrap_label_new (name, -1);

  gtk_widget_set_size_request (icon, 24, -1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "veto-action", (gpointer) action);
  return row;
}

/* In the row of the page about guidance, at its end. */
static GtkWidget *
create_mark (GtkWidget *row)
{
  GtkWidget *pill = gtk_label_new ("1"); /* a word has no room here in large text */

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "veto-pill");
  gtk_widget_add_css_class (pill, "warn");
  gtk_widget_set_visible (pill, FALSE);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), pill);
  return pill;
}

static GtkWidget *
create_heading (void)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("My objections"), "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "veto-section");
  gtk_widget_add_css_class (heading, "dim-label");
  return heading;
}

/* Where one adds a service belongs to the services. */
static gboolean
is_of_platforms (GtkListBoxRow *row)
{
  return row != NULL
         && (VETO_IS_SIDEBAR_ROW (row)
             || g_strcmp0 (g_object_get_data (G_OBJECT (row), "veto-action"), "win.add-service") == 0);
}

/* Above the first platform its heading, below the last a line. */
static void
set_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  if (is_of_platforms (row) == is_of_platforms (before))
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, is_of_platforms (row) ? create_heading ()
                                                            : gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
row_activated_cb (VetoSidebar *self, GtkListBoxRow *row)
{
  if (VETO_IS_SIDEBAR_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.objection", "s",
                                veto_sidebar_row_get_platform (VETO_SIDEBAR_ROW (row)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), g_object_get_data (G_OBJECT (row), "veto-action"), NULL);
}

static gboolean
is_shown (VetoSidebar *self, GtkListBoxRow *row)
{
  if (VETO_IS_SIDEBAR_ROW (row))
    return g_strcmp0 (veto_sidebar_row_get_platform (VETO_SIDEBAR_ROW (row)), self->platform) == 0;
  return self->platform == NULL
         && g_strcmp0 (g_object_get_data (G_OBJECT (row), "veto-action"), self->page) == 0;
}

static void
show_selection (VetoSidebar *self)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list); /* a page may have no row */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_shown (self, row))
      gtk_list_box_select_row (self->list, row);
}

/* What comes behind the platforms is shown once they have all been there: nothing moves away under a pointer, and what has the
 * focus stays. */
static void
show_last (VetoSidebar *self, gboolean is_visible)
{
  gtk_widget_set_visible (self->more, is_visible);
  gtk_widget_set_visible (self->letters, is_visible);
  gtk_widget_set_visible (self->accounts, is_visible);
  gtk_widget_set_visible (self->sources, is_visible);
}

static void build_some (VetoSidebar *self, guint n_more);

static void
go_on_cb (GtkWidget *widget)
{
  VETO_SIDEBAR (widget)->waits = FALSE;
  build_some (VETO_SIDEBAR (widget), N_A_FRAME);
}

static void
build_some (VetoSidebar *self, guint n_more)
{
  guint n_items = g_list_model_get_n_items (self->objections);

  for (guint n = MIN (n_items - self->n_rows, n_more); n > 0; n--)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (self->objections, self->n_rows);
      GtkWidget *row = veto_sidebar_row_new (item);

      self->n_rows++;
      gtk_list_box_insert (self->list, row, (int) self->n_rows);
      if (is_shown (self, GTK_LIST_BOX_ROW (row)))
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  if (self->n_rows == n_items)
    show_last (self, TRUE);
  if (self->n_rows == n_items || self->waits)
    return;
  self->waits = TRUE;
  veto_after_frame (GTK_WIDGET (self), go_on_cb);
}

static void
items_changed_cb (VetoSidebar *self)
{
  GtkListBoxRow *row;

  while (VETO_IS_SIDEBAR_ROW (row = gtk_list_box_get_row_at_index (self->list, 1)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_rows = 0;
  build_some (self, N_AT_FIRST);
  gtk_list_box_invalidate_headers (self->list);
  show_selection (self);
}

/* One stop for Tab, at the page that is shown; the arrow keys lead through the rows. GTK 4.8 stops at each row, and comes back to
 * the last of them alone. */
static gboolean
veto_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VetoSidebar   *self = VETO_SIDEBAR (widget);
  GtkWidget     *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->list), direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
veto_sidebar_dispose (GObject *object)
{
  VetoSidebar *self = VETO_SIDEBAR (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->objections);

  G_OBJECT_CLASS (veto_sidebar_parent_class)->dispose (object);
}

static void
veto_sidebar_finalize (GObject *object)
{
  g_free (VETO_SIDEBAR (object)->page);
  g_free (VETO_SIDEBAR (object)->platform);

  G_OBJECT_CLASS (veto_sidebar_parent_class)->finalize (object);
}

static void
veto_sidebar_class_init (VetoSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_sidebar_dispose;
  object_class->finalize = veto_sidebar_finalize;
  GTK_WIDGET_CLASS (klass)->focus = veto_sidebar_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_sidebar_init (VetoSidebar *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "veto-sidebar");
  gtk_list_box_set_header_func (self->list, set_header_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: for screen readers, the list in the sidebar */
                                  _ ("Pages"), -1);
  gtk_list_box_append (self->list, create_page_row ("win.overview", "user-home-symbolic", _ ("Overview")));
  self->more = create_page_row ("win.add-service", "list-add-symbolic", _ ("Add a service…"));
  self->letters = create_page_row ("win.letters", "mail-unread-symbolic", _ ("Letters"));
  self->accounts = create_page_row ("win.accounts", "dialog-password-symbolic", _ ("Accounts"));
  self->sources = create_page_row ("win.sources", "x-office-document-symbolic", _ ("Guidance and sources"));
  self->is_new = create_mark (self->sources);
  show_last (self, FALSE); /* nor before there are pages that they could show */
  gtk_list_box_append (self->list, self->more);
  gtk_list_box_append (self->list, self->letters);
  gtk_list_box_append (self->list, self->accounts);
  gtk_list_box_append (self->list, self->sources);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
veto_sidebar_mark_news (VetoSidebar *self, gboolean has_news)
{
  const char      *name = _ ("Guidance and sources");
  g_autofree char *heard = NULL;

  g_return_if_fail (VETO_IS_SIDEBAR (self));

  /* Translators: a mark on the page about guidance: there is newer guidance, and nobody has read yet what changed */
  heard = has_news ? g_strdup_printf ("%s, %s", name, C_ ("news", "New")) : g_strdup (name);
  gtk_widget_set_visible (self->is_new, has_news);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sources), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
}

void
veto_sidebar_set_objections (VetoSidebar *self, VetoObjections *objections)
{
  g_return_if_fail (VETO_IS_SIDEBAR (self));

  g_set_object (&self->objections, G_LIST_MODEL (objections));
  items_changed_cb (self);
  g_signal_connect_object (objections, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
select_row (VetoSidebar *self, const char *page, const char *platform)
{
  char *before[] = { self->page, self->platform }; /* may be what is selected now */

  self->page = g_strdup (page);
  self->platform = g_strdup (platform);
  g_free (before[0]);
  g_free (before[1]);
  show_selection (self);
}

void
veto_sidebar_select_page (VetoSidebar *self, const char *action)
{
  g_return_if_fail (VETO_IS_SIDEBAR (self));
  select_row (self, action, NULL);
}

void
veto_sidebar_select_platform (VetoSidebar *self, const char *id)
{
  g_return_if_fail (VETO_IS_SIDEBAR (self));
  select_row (self, NULL, id);
}
