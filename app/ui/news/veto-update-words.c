/* What is said about looking for guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-update-words"

#include "veto-config.h"

#include "veto-update-words.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-update-problem.h"

#define OLD_DAYS                                                                                             \
  365 /* so old, it is likely that nobody publishes for this Veto any more; security design, 4 */

const char *
veto_update_words_get_question (void)
{
  return _ ("May Veto look for new guidance once a day?");
}

const char *
veto_update_words_get_terms (void)
{
  return _ ("Web sites change, and the steps with them. While its window is open, Veto then asks the people "
            "who publish the steps for newer ones. Nothing that you enter is sent, not even your language. "
            "Their server can see the address of your computer, as every website can. You can change this "
            "in the preferences.");
}

void
veto_update_saying_clear (VetoUpdateSaying *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
}

/* (transfer full) (nullable): the day of an instant as people write it */
static char *
dup_day (gint64 seconds)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate day;

  return seconds != 0 && veto_day_of_instant (seconds, zone, &day) ? veto_day_dup_display (&day) : NULL;
}

/* (transfer full) (nullable): with the time of the day */
static char *
dup_time (gint64 seconds)
{
  g_autofree char *day = dup_day (seconds), *clock = NULL;
  g_autoptr(GDateTime) time = day != NULL ? g_date_time_new_from_unix_local (seconds) : NULL;

  if (time == NULL)
    return NULL;
  clock = g_date_time_format (time, "%H:%M");
  /* Translators: %1$s is a date, %2$s a time of that day, such as 14:05 */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, clock);
}

/* Returns: (transfer full) (nullable): where the guidance comes from that did not come with the program */
static char *
dup_made (VetoUpdater *updater)
{
  g_autofree char *day = NULL;

  if (veto_updater_get_source (updater) == VETO_UPDATE_SOURCE_BUILT_IN)
    return NULL;
  day = dup_day (veto_updater_get_created (updater));
  if (day == NULL)
    return NULL;
  /* Translators: %1$u is the number of the guidance, %2$s a date */
  return g_strdup_printf (_ ("Your guidance has the number %1$u and was made on %2$s. Veto fetched it from "
                             "the people "
                             "who publish Veto’s guidance, and made sure that it is really theirs."),
                          veto_updater_get_version (updater), day);
}

char *
veto_update_words_dup_origin (VetoNewsDesk *desk)
{
  VetoUpdater     *updater = veto_news_desk_get_updater (desk);
  g_autofree char *made = updater != NULL ? dup_made (updater) : NULL;

  if (updater == NULL || !veto_updater_is_repaired (updater))
    return g_steal_pointer (&made);
  return g_strdup_printf ("%s%s%s", made != NULL ? made : "", made != NULL ? " " : "",
                          _ ("A file of the guidance was damaged on this computer; Veto repaired it."));
}

static void
say_problem (VetoUpdater *updater, const char *id, VetoUpdateSaying *out)
{
  g_autofree char *text = NULL, *time = dup_time (veto_updater_get_last_try (updater));
  GDate            today;

  veto_day_today (&today);
  text = veto_update_problem_dup_text (id, veto_updater_get_created (updater), &today);
  out->title = g_strdup (veto_update_problem_get_title (id));
  if (time == NULL)
    out->text = g_steal_pointer (&text);
  else
    /* Translators: %1$s are some sentences, %2$s a date with a time */
    out->text = g_strdup_printf (_ ("%1$s Last try: %2$s."), text, time);
}

void
veto_update_words_say_state (VetoNewsDesk *desk, VetoUpdateSaying *out)
{
  VetoUpdater     *updater = veto_news_desk_get_updater (desk);
  const GError    *error = veto_news_desk_get_error (desk);
  g_autofree char *time = NULL;

  *out = (VetoUpdateSaying){ NULL, NULL };
  if (!veto_news_desk_has_feed (desk))
    {
      out->title = g_strdup (_ ("This Veto does not look for new guidance"));
      out->text = g_strdup (_ (
        "It was made without a place to ask. It works with the guidance it came with; newer guidance comes "
        "with a newer version of Veto."));
    }
  else if (veto_news_desk_is_busy (desk))
    {
      out->title = g_strdup (_ ("Looking for new guidance…"));
      out->text = g_strdup (_ ("You can go on meanwhile."));
    }
  else if (error != NULL || veto_updater_get_last_problem (updater) != NULL)
    say_problem (updater,
                 error != NULL ? veto_update_problem_get_id (error) : veto_updater_get_last_problem (updater),
                 out);
  else
    {
      time = dup_time (veto_updater_get_last_success (updater));
      out->title =
        g_strdup (time != NULL ? _ ("You have the newest guidance") : _ ("Veto has not looked yet"));
      if (time != NULL)
        /* Translators: %s is a date with a time */
        out->text = g_strdup_printf (_ ("Last looked for on %s."), time);
      else
        out->text = g_strdup (_ ("The web sites change. Newer guidance follows them."));
    }
}

static void
append_line (GString *text, const char *label, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, words);
}

char *
veto_update_words_dup_details (VetoNewsDesk *desk)
{
  VetoUpdater  *updater = veto_news_desk_get_updater (desk);
  const GError *error = veto_news_desk_get_error (desk);
  g_autoptr(GString) text = NULL;
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *when = NULL, *guidance = NULL;

  if (!veto_news_desk_has_feed (desk) || veto_news_desk_is_busy (desk)
      || (error == NULL && veto_updater_get_last_problem (updater) == NULL))
    return NULL;
  text = g_string_new (NULL);
  time = g_date_time_new_from_unix_utc (veto_updater_get_last_try (updater));
  when = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
  guidance =
    g_strdup_printf ("%u, %u", veto_updater_get_version (updater), veto_updater_get_root_version (updater));
  append_line (text, _ ("Code"),
               error != NULL ? veto_update_problem_get_id (error) : veto_updater_get_last_problem (updater));
  append_line (text, _ ("What happened"), error != NULL ? error->message : NULL);
  append_line (text, _ ("Time"), when);
  append_line (text, _ ("Numbers of the guidance and of its keys"), guidance);
  append_line (text, VETO_APP_NAME, VETO_VERSION);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
veto_update_words_say_stale (VetoNewsDesk *desk, VetoUpdateSaying *out)
{
  VetoUpdater *updater = veto_news_desk_get_updater (desk);
  gint64       now, created, expires;
  guint        age;

  *out = (VetoUpdateSaying){ NULL, NULL };
  if (updater == NULL)
    return FALSE;
  now = veto_updater_get_now (updater);
  created = veto_updater_get_created (updater);
  expires = veto_updater_get_expires (updater);
  if (created == 0 || created > now || expires > now)
    return FALSE;
  age = (guint) ((now - created) / (24 * 3600));
  if (
    expires == 0
    && age
         < OLD_DAYS) /* what a program comes with has no date at which it ends, and grows old all the same */
    return FALSE;
  /* Translators: %u is how many days ago the guidance was made */
  out->title =
    g_strdup_printf (ngettext ("This guidance is %u day old", "This guidance is %u days old", age), age);
  if (age >= OLD_DAYS)
    out->text = g_strdup (
      _ ("The steps may have changed on the website. Perhaps there is a newer version of Veto; look where "
         "you got this one."));
  else
    out->text = g_strdup (_ ("The steps may have changed on the website."));
  return TRUE;
}

gboolean
veto_update_words_say_withdrawn (VetoNewsDesk *desk, VetoUpdateSaying *out)
{
  VetoUpdater     *updater = veto_news_desk_get_updater (desk);
  g_autofree char *day = NULL;

  *out = (VetoUpdateSaying){ NULL, NULL };
  if (updater == NULL || !veto_updater_is_withdrawn (updater))
    return FALSE;
  day = dup_day (veto_updater_get_created (updater));
  out->title = g_strdup (_ ("Some guidance was withdrawn"));
  if (veto_updater_get_source (updater) != VETO_UPDATE_SOURCE_BUILT_IN && day != NULL)
    /* Translators: %s is a date */
    out->text =
      g_strdup_printf (_ ("Its publishers took it back. Veto shows the guidance before it, of %s."), day);
  else if (day != NULL)
    /* Translators: %s is a date */
    out->text =
      g_strdup_printf (_ ("Its publishers took it back. Veto shows the guidance it came with, of %s."), day);
  else
    out->text = g_strdup (_ ("Its publishers took it back. Veto shows the guidance it came with."));
  return TRUE;
}

char *
veto_update_words_dup_new (VetoNewsDesk *desk)
{
  VetoUpdater     *updater = veto_news_desk_get_updater (desk);
  g_autofree char *day = updater != NULL ? dup_day (veto_updater_get_created (updater)) : NULL;

  if (day == NULL)
    return g_strdup (_ ("New guidance is in use."));
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("New guidance of %s is in use."), day);
}
