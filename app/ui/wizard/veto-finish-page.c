/* The end of a guide: what was reached, said once and quietly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-finish-page"

#include "veto-finish-page.h"

#include <glib/gi18n.h>

#include "veto-message-page.h"
#include "veto-text.h"
#include "veto-tick.h"

#define TICK 72 /* pixels at the usual text size */

static char *
dup_title (VetoObjection *item, gboolean done)
{
  g_autofree char *name = veto_objection_dup_title (item);

  if (done)
    /* Translators: %s is a platform, such as Facebook */
    return g_strdup_printf (_ ("%s: done"), name);
  /* Translators: %s is a platform, such as Facebook */
  return g_strdup_printf (_ ("%s: not finished yet"), name);
}

static char *
dup_text (VetoObjection *item, gboolean done)
{
  guint            n_left = veto_objection_count_steps (item) - veto_objection_count_finished (item);
  const char      *controller = veto_platform_get_controller (veto_objection_get_platform (item));
  g_autofree char *firm = veto_text_dup_isolated (controller, NULL);

  if (!done)
    return g_strdup_printf (ngettext ("You skipped %u step. You can come back to it on any day.",
                                      "You skipped %u steps. You can come back to them on any day.", n_left),
                            n_left);
  if (g_str_equal (veto_objection_get_goal (item), "object"))
    /* Translators: %s is a company, such as Meta Platforms Ireland Limited */
    return g_strdup_printf (_ ("You have told %s that you do not want this. It counts for the future; what "
                               "was used "
                               "before stays used. Keep the confirmation."),
                            firm);
  return g_strdup (_ ("You have done every step. It counts from now on; what was used before stays used."));
}

GtkWidget *
veto_finish_page_new (VetoObjection *item, gboolean is_fresh)
{
  gboolean         done = veto_objection_get_next_step (item) == NULL;
  g_autofree char *title = dup_title (item, done);
  g_autofree char *text = dup_text (item, done);
  GtkWidget       *page;

  page = veto_message_page_new ("document-edit-symbolic", title, text, NULL);
  if (done)
    veto_message_page_set_picture (VETO_MESSAGE_PAGE (page), veto_tick_new (TICK, is_fresh));
  return page;
}
