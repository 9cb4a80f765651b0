/* A small window with a question or two about a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-dialog"

#include "veto-config.h"

#include "veto-case-dialog.h"

#include <glib/gi18n.h>

#include "veto-press-once.h"
#include "veto-wrap.h"

#define WIDTH 480
#define HEIGHT 640
#define MAX_WIDTH 520

GtkWidget *
veto_case_dialog_build (AdwWindow *window, GtkWidget *parent, const char *title, GtkWidget **out_footer)
{
  GtkRoot   *root = gtk_widget_get_root (parent);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new (), *scroller = gtk_scrolled_window_new ();

  *out_footer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (*out_footer, "veto-footer");
  gtk_widget_add_css_class (box, "veto-message-box");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), scroller);
  gtk_box_append (GTK_BOX (all), *out_footer);
  adw_window_set_content (window, all);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  return box;
}

GtkWidget *
veto_case_dialog_append_save (GtkWidget *footer)
{
  GtkWidget *button = veto_wrap_button_new (_ ("Save"));

  gtk_widget_add_css_class (button, "suggested-action");
  veto_press_once (button, button);
  gtk_box_append (GTK_BOX (footer), button);
  return button;
}
