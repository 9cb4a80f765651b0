/* Words that several pages say in the same way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-words"

#include "veto-words.h"

#include <glib/gi18n.h>

#include "veto-case-next.h"
#include "veto-day.h"
#include "veto-store.h"
#include "veto-text.h"

void
veto_words_show_state (GtkLabel *pill, VetoCaseState state)
{
  gboolean         is_good = state == VETO_CASE_DONE || state == VETO_CASE_CONFIRMED;
  g_autofree char *words = NULL;

  if (is_good)
    words = g_strdup_printf ("✓ %s", veto_case_state_get_name (state));
  gtk_label_set_text (pill, words != NULL ? words : veto_case_state_get_name (state));

  gtk_widget_remove_css_class (GTK_WIDGET (pill), "ok");
  gtk_widget_remove_css_class (GTK_WIDGET (pill), "warn");
  if (is_good)
    gtk_widget_add_css_class (GTK_WIDGET (pill), "ok");
  else if (state >= VETO_CASE_SENT)
    gtk_widget_add_css_class (GTK_WIDGET (pill), "warn");
}

char *
veto_words_dup_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
}

char *
veto_words_fill (const char *text, VetoObjection *item)
{
  VetoCase     *known = veto_objection_get_case (item);
  const char   *login = known != NULL ? veto_case_get_login (known) : NULL;
  const char   *name = known != NULL ? veto_case_get_value (known, "profile.name") : NULL;
  VetoPlatform *platform = veto_objection_get_platform (item);
  const char   *controller = platform != NULL ? veto_platform_get_controller (platform)
                                              : veto_objection_get_name (item);
  /* Translators: stands in a sentence where the reader's own name would stand, which is not known */
  g_autofree char *own_name = veto_text_dup_isolated (name != NULL ? name : _ ("your name"), text);
  /* Translators: stands in a sentence where the reader's e-mail address would stand, which is not known */
  g_autofree char *own_login =
    veto_text_dup_isolated (login != NULL ? login : _ ("your e-mail address"), text);
  g_autofree char *firm = veto_text_dup_isolated (controller, text);
  VetoTextValues   values = { .name = own_name, .login = own_login, .controller = firm };

  return veto_text_fill (text != NULL ? text : "", &values);
}

char *
veto_words_dup_error (const GError *error)
{
  if (error->domain != VETO_STORE_ERROR)
    return g_strdup (_ ("This could not be saved. Please try again."));

  switch (error->code)
    {
    case VETO_STORE_ERROR_FULL:
      return g_strdup (_ ("This could not be saved, because the disk is full. "
                          "Delete something you no longer need, then try again."));
    case VETO_STORE_ERROR_READ_ONLY:
      return g_strdup (_ ("This could not be saved, because Veto may not write to its folder. "
                          "Make the folder writable, then try again."));
    case VETO_STORE_ERROR_IN_USE:
      return g_strdup (_ ("This could not be saved, because another program is using Veto’s file. "
                          "Close the other program, then try again."));
    case VETO_STORE_ERROR_DAMAGED:
    case VETO_STORE_ERROR_NOT_OURS:
    case VETO_STORE_ERROR_NEWER:
      return g_strdup (_ ("This could not be saved, because Veto’s file is no longer as it was. "
                          "Close Veto and start it again; it will tell you more."));
    case VETO_STORE_ERROR_MISSING:
      return g_strdup (_ ("This could not be saved, because Veto’s file is not in its folder any more. "
                          "If it was moved, put it back, then try again."));
    case VETO_STORE_ERROR_FAILED:
    default:
      return g_strdup (_ ("This could not be saved. Nothing is lost; please try again."));
    }
}

char *
veto_words_dup_next (VetoCase *item)
{
  g_autoptr(VetoNext) next = NULL;
  GDate today;

  veto_day_today (&today);
  next = veto_case_compute_next (item, &today);
  return g_steal_pointer (&next->sentence);
}
