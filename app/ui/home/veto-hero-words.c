/* The next best action in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-hero-words"

#include "veto-config.h"

#include "veto-hero-words.h"

#include <glib/gi18n.h>

#include "veto-home.h"
#include "veto-text.h"
#include "veto-words.h"

static const char *
get_urgent_heading (VetoNextAction action)
{
  switch (action)
    {
    case VETO_NEXT_NO_MAIL:
      /* Translators: the heading of the overview; %s is a platform, such as Facebook */
      return _ ("Next: the e-mail from %s");
    case VETO_NEXT_REMINDER:
      /* Translators: the heading of the overview; %s is a platform, such as Facebook */
      return _ ("Next: remind %s");
    case VETO_NEXT_COMPLAINT:
      /* Translators: the heading of the overview; %s is a platform, such as Facebook */
      return _ ("Next: complain about %s");
    case VETO_NEXT_ANSWER:
    case VETO_NEXT_CONTINUE:
    case VETO_NEXT_WAIT:
    case VETO_NEXT_DONE:
    default:
      /* Translators: the heading of the overview; %s is a platform, such as Facebook */
      return _ ("Next: write back to %s");
    }
}

static const char *
get_heading (const VetoAgendaItem *best)
{
  switch (best->urgency)
    {
    case VETO_AGENDA_URGENT:
      return get_urgent_heading (best->next->action);
    case VETO_AGENDA_CONTINUE:
      if (veto_objection_get_state (best->item) == VETO_CASE_IN_PROGRESS)
        /* Translators: %s is a platform, such as Facebook */
        return _ ("Next: finish %s");
      G_GNUC_FALLTHROUGH;
    case VETO_AGENDA_MAIL:
      /* Translators: %s is a platform, such as Facebook */
      return _ ("Next: the answer from %s");
    case VETO_AGENDA_REDO:
      /* Translators: the heading of the overview: what was sent does not count any more; %s is a platform, such as Facebook */
      return _ ("%s: please send it again");
    case VETO_AGENDA_WAIT:
      /* Translators: the heading of the overview when there is nothing to do but to wait; %s is a platform, such as Facebook */
      return _ ("Now wait for %s");
    case VETO_AGENDA_BEGIN:
    case VETO_AGENDA_NOTHING:
    default:
      /* Translators: %s is a platform, such as Facebook */
      return _ ("Next: %s");
    }
}

char *
veto_hero_words_dup_heading (const VetoAgendaItem *best)
{
  g_autofree char *name = NULL;
  GString         *heading;

  if (best->item == NULL)
    /* Translators: the heading when every objection is finished */
    return g_strdup (_ ("All done"));
  name = veto_text_dup_isolated (veto_objection_get_name (best->item), NULL);
  heading = g_string_new (get_heading (best));
  g_string_replace (heading, "%s", name, 1);
  return g_string_free (heading, FALSE);
}

/* Where one stopped, and how much is left. */
static char *
dup_place (VetoObjection *item)
{
  const VetoStep  *step = veto_objection_get_next_step (item);
  g_autofree char *words = veto_words_fill (step != NULL ? step->title : NULL, item);
  g_autofree char *title = veto_text_dup_isolated (words, NULL);
  guint            n_left = veto_objection_count_steps (item) - veto_objection_count_finished (item);

  return g_strdup_printf (
    /* Translators: how many steps are left, and the title of the next one */
    ngettext ("%u step is left: “%s”.", "%u steps are left. The next one is “%s”.", n_left), n_left, title);
}

static char *
dup_beginning (VetoObjection *item)
{
  g_autofree char *minutes =
    veto_words_dup_minutes (veto_platform_get_minutes (veto_objection_get_platform (item)));

  return g_strdup_printf (
    /* Translators: %s is “About 4 minutes” */
    _ ("Companies train artificial intelligence with what you posted. You may say no. "
       "Veto shows you how, one step at a time. %s."),
    minutes);
}

static char *
dup_what (const VetoAgendaItem *best)
{
  switch (best->urgency)
    {
    case VETO_AGENDA_CONTINUE:
      return best->next->step != NULL ? dup_place (best->item) : g_strdup (best->next->sentence);
    case VETO_AGENDA_URGENT:
    case VETO_AGENDA_REDO:
    case VETO_AGENDA_MAIL:
    case VETO_AGENDA_WAIT:
      return g_strdup (best->next->sentence);
    case VETO_AGENDA_BEGIN:
      return dup_beginning (best->item);
    case VETO_AGENDA_NOTHING:
    default:
      return g_strdup (_ ("You have done all that Veto shows here. Keep the confirmations; "
                          "you may need them one day."));
    }
}

/* Of several accounts the sentence says first which one it is about: in the heading it would take the verb apart. */
char *
veto_hero_words_dup_sentence (const VetoAgendaItem *best)
{
  g_autofree char *what = dup_what (best), *whose = NULL;

  if (best->item == NULL || veto_objection_get_account (best->item) == NULL)
    return g_steal_pointer (&what);
  whose = veto_objection_dup_whose (best->item);
  /* Translators: whose account, and what is to be done */
  return *whose != '\0' ? g_strdup_printf (_ ("%1$s: %2$s"), whose, what) : g_steal_pointer (&what);
}

static const char *
get_urgent_button (VetoNextAction action)
{
  switch (action)
    {
    case VETO_NEXT_REMINDER:
      return _ ("Write the reminder");
    case VETO_NEXT_COMPLAINT:
      return _ ("Write the complaint");
    case VETO_NEXT_ANSWER:
      return _ ("Write back");
    case VETO_NEXT_NO_MAIL:
    case VETO_NEXT_CONTINUE:
    case VETO_NEXT_WAIT:
    case VETO_NEXT_DONE:
    default:
      return _ ("See what you can do");
    }
}

const char *
veto_hero_words_get_button (const VetoAgendaItem *best)
{
  switch (best->urgency)
    {
    case VETO_AGENDA_URGENT:
      return get_urgent_button (best->next->action);
    case VETO_AGENDA_REDO:
      return _ ("Send it again");
    case VETO_AGENDA_CONTINUE:
      return _ ("Continue");
    case VETO_AGENDA_MAIL:
      return _ ("The e-mail came");
    case VETO_AGENDA_BEGIN:
      return _ ("Start");
    case VETO_AGENDA_WAIT:
      return _ ("Show");
    case VETO_AGENDA_NOTHING:
    default:
      return NULL;
    }
}
