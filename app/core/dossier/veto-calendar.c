/* What is due, as a file for the person's calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-calendar"

#include "veto-config.h"

#include "veto-calendar.h"

#include <glib/gi18n-lib.h>

#include "veto-case-deadline.h"
#include "veto-ics.h"
#include "veto-text.h"

/* From the beginning of an entry's day: nine o'clock of the day after. */
#define ALARM "P1DT9H"

/* SEQUENCE counts in seconds from here (1 January 2026, UTC): it grows with each file, and fits its 32 bits until 2094. */
#define SEQUENCE_BEGINS 1767225600

static char *
dup_uid (VetoCase *item, const VetoCaseDeadline *deadline)
{
  const char *kind = veto_case_deadline_kind_get_id (deadline->kind);

  /* Each letter that sets a time is a deadline of its own. */
  if (deadline->kind == VETO_CASE_DEADLINE_FOLLOW_UP)
    return g_strdup_printf ("%s-%s-%s@%s", veto_case_get_id (item), kind, deadline->event, VETO_APP_ID);
  return g_strdup_printf ("%s-%s@%s", veto_case_get_id (item), kind, VETO_APP_ID);
}

static char *
dup_summary (const VetoCaseDeadline *deadline, const char *name)
{
  if (deadline->kind == VETO_CASE_DEADLINE_REPLY)
    /* Translators: an entry in a calendar; %s is a platform */
    return g_strdup_printf (_ ("%s: last day for the answer to your objection"), name);
  /* Translators: an entry in a calendar; %s is a platform */
  return g_strdup_printf (_ ("%s: last day for the answer to your last letter"), name);
}

static char *
dup_description (VetoCase *item, const VetoCaseDeadline *deadline, const char *name)
{
  g_autofree char *sum = veto_case_deadline_dup_words (deadline);
  /* Translators: in an entry of a calendar; %s is a platform, as in the list on the left of the window */
  g_autofree char *place = g_strdup_printf (
    _ ("If no answer came by then: start Veto and choose “%s” on the left. It says what to do next."), name);

  g_autofree char *id = veto_case_dup_place (item);

  return g_strdup_printf ("%s\n\n%s\n\nveto --platform %s", place, sum, id);
}

static void
add_alarm (GString *file, const char *summary)
{
  veto_ics_add (file, "BEGIN", "VALARM");
  veto_ics_add (file, "ACTION", "DISPLAY");
  veto_ics_add (file, "TRIGGER", ALARM);
  veto_ics_add_text (file, "DESCRIPTION", summary);
  veto_ics_add (file, "END", "VALARM");
}

static void
add_entry (GString *file, VetoCase *item, const VetoCaseDeadline *deadline, const char *name, gint64 now)
{
  g_autofree char *uid = dup_uid (item, deadline);
  g_autofree char *summary = dup_summary (deadline, name);
  g_autofree char *description = dup_description (item, deadline, name);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (now - SEQUENCE_BEGINS, 0));
  GDate            end = deadline->sum->due;

  g_date_add_days (&end, 1); /* is not part of it: RFC 5545, 3.6.1 */
  veto_ics_add (file, "BEGIN", "VEVENT");
  veto_ics_add_text (file, "UID", uid);
  veto_ics_add_time (file, "DTSTAMP", now);
  veto_ics_add_time (file, "LAST-MODIFIED", now);
  veto_ics_add (file, "SEQUENCE", sequence);
  veto_ics_add_day (file, "DTSTART", &deadline->sum->due);
  veto_ics_add_day (file, "DTEND", &end);
  veto_ics_add (file, "TRANSP", "TRANSPARENT"); /* it keeps nobody busy */
  veto_ics_add_text (file, "SUMMARY", summary);
  veto_ics_add_text (file, "DESCRIPTION", description);
  add_alarm (file, summary);
  veto_ics_add (file, "END", "VEVENT");
}

GBytes *
veto_calendar_new (GPtrArray *cases, VetoGuideSet *set, gint64 now)
{
  GString *file;
  guint    n_entries = 0;

  g_return_val_if_fail (cases != NULL && VETO_IS_GUIDE_SET (set), NULL);

  file = g_string_new (NULL);
  veto_ics_add (file, "BEGIN", "VCALENDAR");
  veto_ics_add (file, "VERSION", "2.0");
  veto_ics_add (file, "PRODID", "-//" VETO_APP_ID "//" VETO_APP_NAME " " VETO_VERSION "//EN");
  for (guint i = 0; i < cases->len; i++)
    {
      VetoCase        *item = g_ptr_array_index (cases, i);
      g_autofree char *title = veto_case_dup_title (item);
      g_autofree char *name = veto_text_strip_isolation (title);
      g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (item);

      if (deadline == NULL)
        continue;
      add_entry (file, item, deadline, name, now);
      n_entries++;
    }
  veto_ics_add (file, "END", "VCALENDAR");
  if (n_entries > 0)
    return g_string_free_to_bytes (file);
  g_string_free (file, TRUE);
  return NULL;
}
