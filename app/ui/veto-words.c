/* Words that several pages say in the same way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-words"

#include "veto-words.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-store.h"
#include "veto-text.h"

/* After that many days a page may well look different. */
#define DAYS_UNTIL_OLD 90

const char *
veto_words_get_state (VetoCaseState state)
{
  switch (state)
    {
    case VETO_CASE_IN_PROGRESS:
      return _ ("In progress");
    case VETO_CASE_SENT:
      /* Translators: the form is sent; what is left is to wait for the answer */
      return _ ("Sent");
    case VETO_CASE_DONE:
      return _ ("Done");
    case VETO_CASE_NOT_STARTED:
    default:
      return _ ("Not started");
    }
}

void
veto_words_show_state (GtkLabel *pill, VetoCaseState state)
{
  g_autofree char *words = NULL;

  if (state == VETO_CASE_DONE)
    words = g_strdup_printf ("✓ %s", veto_words_get_state (state));
  gtk_label_set_text (pill, words != NULL ? words : veto_words_get_state (state));

  gtk_widget_remove_css_class (GTK_WIDGET (pill), "ok");
  gtk_widget_remove_css_class (GTK_WIDGET (pill), "warn");
  if (state == VETO_CASE_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (pill), "ok");
  else if (state == VETO_CASE_SENT)
    gtk_widget_add_css_class (GTK_WIDGET (pill), "warn");
}

char *
veto_words_dup_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
}

static gboolean
is_old (const GDate *day)
{
  GDate today;

  veto_day_today (&today);
  return veto_day_age (day, &today) > DAYS_UNTIL_OLD;
}

char *
veto_words_dup_evidence (const VetoEvidence *evidence)
{
  const char      *publisher = evidence->sources[0]->publisher;
  const GDate     *day = g_date_valid (&evidence->tried) ? &evidence->tried : &evidence->as_of;
  g_autofree char *shown_day = veto_day_dup_display (day);
  g_autofree char *words = NULL;

  if (day == &evidence->tried)
    /* Translators: %s is a date: on that day somebody followed these steps by hand */
    words = g_strdup_printf (_ ("Checked by hand on %s."), shown_day);
  else if (evidence->certainty == VETO_CERTAINTY_CONFLICTING)
    /* Translators: who describes the steps, and on which day */
    words = g_strdup_printf (_ ("As described by %s on %s; other sources describe it differently."),
                             publisher, shown_day);
  else
    /* Translators: who describes the steps, and on which day */
    words = g_strdup_printf (_ ("As described by %s on %s."), publisher, shown_day);

  if (!is_old (day))
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s %s", words, _ ("This may look different by now."));
}

char *
veto_words_dup_source (const VetoEvidence *evidence)
{
  g_autoptr(GString) publishers = g_string_new (NULL);
  g_autofree char *day = veto_day_dup_display (&evidence->as_of);

  for (guint i = 0; evidence->sources[i] != NULL; i++)
    {
      /* Two works of one publisher are one name. */
      if (strstr (publishers->str, evidence->sources[i]->publisher) != NULL)
        continue;
      if (publishers->len > 0)
        g_string_append (publishers, " · ");
      g_string_append (publishers, evidence->sources[i]->publisher);
    }
  if (evidence->certainty == VETO_CERTAINTY_CONFLICTING)
    /* Translators: who says so, and the day of the newest of them */
    return g_strdup_printf (_ ("Sources disagree: %s; as of %s"), publishers->str, day);
  /* Translators: who says so, and the day of the newest of them */
  return g_strdup_printf (_ ("Source: %s; as of %s"), publishers->str, day);
}

char *
veto_words_fill (const char *text, VetoObjection *item)
{
  VetoCase      *known = veto_objection_get_case (item);
  const char    *login = known != NULL ? veto_case_get_login (known) : NULL;
  const char    *name = known != NULL ? veto_case_get_value (known, "profile.name") : NULL;
  VetoTextValues values = {
    /* Translators: stands in a sentence where the reader's own name would stand, which is not known */
    .name = name != NULL ? name : _ ("your name"),
    /* Translators: stands in a sentence where the reader's e-mail address would stand, which is not known */
    .login = login != NULL ? login : _ ("your e-mail address"),
    .controller = veto_platform_get_controller (veto_objection_get_platform (item)),
  };

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
    case VETO_STORE_ERROR_FAILED:
    default:
      return g_strdup (_ ("This could not be saved. Nothing is lost; please try again."));
    }
}
