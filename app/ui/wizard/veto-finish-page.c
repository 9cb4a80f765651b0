/* The end of a guide: what was reached, said once and quietly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-finish-page"

#include "veto-finish-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

GtkWidget *
veto_finish_page_new (VetoObjection *item)
{
  GtkWidget       *page = adw_status_page_new ();
  const char      *name = veto_platform_get_name (veto_objection_get_platform (item));
  const char      *controller = veto_platform_get_controller (veto_objection_get_platform (item));
  g_autofree char *title = NULL, *text = NULL, *markup = NULL;

  /* Translators: %s is a platform, such as Facebook */
  title = g_strdup_printf (_ ("%s: done"), name);
  /* Translators: %s is a company, such as Meta Platforms Ireland Limited */
  text =
    g_strdup_printf (_ ("You have told %s that you do not want this. It counts for the future; what was used "
                        "before stays used. Keep the confirmation."),
                     controller);
  markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), markup);
  gtk_widget_add_css_class (page, "veto-finish");
  gtk_widget_set_focusable (page, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return page;
}
