/* What is wrong with the database, and what one may do about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-problem-page"

#include "veto-problem-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-help-menu.h"
#include "veto-message-page.h"
#include "veto-store.h"
#include "veto-wrap.h"

typedef struct
{
  VetoStoreError code;
  const char    *title;
  const char    *text;
  gboolean       may_set_aside;
} Problem;

static const Problem problems[] = {
  { VETO_STORE_ERROR_DAMAGED, N_ ("Veto’s file is damaged"),
    N_ ("What you did so far is in a file that cannot be read any more. Veto has not touched it. You can put "
        "it aside "
        "and begin anew; it is then kept in a folder of its own. If you have a copy of your files, you can "
        "put that "
        "copy in its place first."),
    TRUE },
  { VETO_STORE_ERROR_NOT_OURS, N_ ("Another file is in the way"),
    N_ ("Where Veto keeps its file, there is a file that is not Veto’s. Veto has not touched it. You can put "
        "it aside; "
        "it is then kept in a folder of its own."),
    TRUE },
  { VETO_STORE_ERROR_NEWER, N_ ("Veto’s file is from a newer Veto"),
    N_ ("A newer version of Veto has written what you did so far. Please use that version again, or update "
        "this one. "
        "Nothing is lost."),
    FALSE },
  { VETO_STORE_ERROR_IN_USE, N_ ("Veto is already open"),
    N_ ("Another window of Veto, or another program, is using Veto’s file. Close it, then try again."),
    FALSE },
  { VETO_STORE_ERROR_READ_ONLY, N_ ("Veto may not write"),
    N_ ("Veto may not write to the folder in which it keeps its file. Make the folder writable, then try "
        "again."),
    FALSE },
  { VETO_STORE_ERROR_FULL, N_ ("The disk is full"),
    N_ ("There is no room left to keep what you do. Delete something you no longer need, then try again."),
    FALSE },
  { VETO_STORE_ERROR_FAILED, N_ ("Veto’s file cannot be opened"),
    N_ ("The disk or the system refused it. Try again; if that does not help, restart the computer. Veto has "
        "not "
        "touched the file."),
    FALSE },
};

static const Problem *
find_problem (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    if (g_error_matches (error, VETO_STORE_ERROR, (int) problems[i].code))
      return &problems[i];
  return &problems[G_N_ELEMENTS (problems) - 1];
}

static GtkWidget *
append_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_place (const char *place)
{
  GtkWidget *label = veto_wrap_label_new (place, -1);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "veto-small");
  return label;
}

/* What is wrong is read out, and Enter is the blue button. */
static void
map_cb (GtkWidget *page, GtkWidget *primary)
{
  gtk_widget_grab_focus (page);
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (page)), primary);
}

static void
unmap_cb (GtkWidget *page, GtkWidget *primary)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (root != NULL && gtk_window_get_default_widget (GTK_WINDOW (root)) == primary)
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);
}

static GtkWidget *
create_page (GtkWidget *header, const char *title, const char *text, GtkWidget *buttons, GtkWidget *primary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = veto_message_page_new ("dialog-warning-symbolic", title, text, buttons);

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (page, TRUE);
  g_signal_connect_object (page, "map", G_CALLBACK (map_cb), primary, 0);
  g_signal_connect_object (page, "unmap", G_CALLBACK (unmap_cb), primary, 0);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  return box;
}

GtkWidget *
veto_problem_page_new (const GError *error, const char *place)
{
  const Problem *problem = find_problem (error);
  gboolean       newer = problem->code == VETO_STORE_ERROR_NEWER; /* trying again would change nothing */
  GtkWidget     *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget     *header = adw_header_bar_new (), *again, *look, *primary;

  again = append_button (buttons, _ ("Try again"), "app.try-again");
  if (problem->may_set_aside)
    append_button (buttons, _ ("Put the file aside and begin anew"), "app.set-aside");
  look = append_button (buttons, _ ("Only look at the steps, without saving"), "app.without-saving");
  primary = newer ? look : again;
  gtk_widget_add_css_class (primary, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), create_place (place));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), veto_help_menu_new (""));
  return create_page (header, _ (problem->title), _ (problem->text), buttons, primary);
}

GtkWidget *
veto_problem_page_new_unreadable (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *quit = append_button (buttons, _ ("Quit"), "app.quit");

  gtk_widget_add_css_class (quit, "suggested-action");
  return create_page (adw_header_bar_new (), _ ("Please install Veto again"),
                      _ ("The guidance that belongs to Veto cannot be read. What you have entered is kept."),
                      buttons, quit);
}
