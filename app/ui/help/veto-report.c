/* A report about a wrong step, as text. Nothing in it is about the person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-report"

#include "veto-config.h"

#include "veto-report.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-email.h"
#include "veto-evidence.h"
#include "veto-source-words.h"
#include "veto-text.h"

/* What stands there for everybody, never what this person entered. */
static char *
dup_neutral (const char *text, VetoPlatform *platform)
{
  VetoTextValues   values = { .name = _ ("your name"),
                              .login = _ ("your e-mail address"),
                              .controller = veto_platform_get_controller (platform) };
  g_autofree char *filled = veto_text_fill (text, &values);

  return veto_text_strip_isolation (filled);
}

/* @id: in braces behind the words: who mends the guidance finds it by that in every language */
static void
append_named (GString *report, const char *name, const char *words, const char *id)
{
  g_string_append_printf (report, "%s %s (%s)\n", name, words, id);
}

static void
append_step (GString *report, const VetoReportSubject *subject)
{
  g_autofree char *title = dup_neutral (subject->step->title, subject->platform);
  guint            n_steps = subject->branch != NULL ? subject->branch->n_steps : subject->guide->n_steps;
  g_autofree char *name = NULL;

  if (subject->branch != NULL)
    {
      g_autofree char *question = dup_neutral (subject->branch->question, subject->platform);
      append_named (report, _ ("What looked different:"), question, subject->branch->id);
    }
  /* Translators: in a report: the number of the step, the number of all steps; its title follows */
  name = g_strdup_printf (_ ("Step %u of %u:"), subject->index + 1, n_steps);
  append_named (report, name, title, subject->step->path);
}

static void
append_guide (GString *report, const VetoReportSubject *subject)
{
  g_autofree char *title = dup_neutral (subject->guide->title, subject->platform);
  g_autofree char *evidence = veto_evidence_dup_description (&subject->guide->evidence);
  g_autofree char *plain = veto_text_strip_isolation (evidence);

  append_named (report, _ ("Way:"), title, subject->guide->id);
  if (subject->step != NULL)
    append_step (report, subject);
  g_string_append_printf (report, "%s\n", plain);
}

/* Of which day the guidance is, and by what it can be told from another. */
static void
append_versions (GString *report, VetoGuideSet *set)
{
  g_autoptr(VetoSourceIndex) index = veto_source_index_new (set);
  g_autofree char *guidance = NULL, *plain = NULL;
  GDate            today;

  veto_day_today (&today);
  guidance = veto_source_index_dup_guidance (index, &today);
  plain = veto_text_strip_isolation (guidance);
  g_string_append_printf (report, "%s\n", plain);
  /* Translators: in a report: the version of Veto, and the language the guidance is read in, as "de" */
  g_string_append_printf (report, _ ("Veto %s, words: %s"), VETO_VERSION, veto_guide_set_get_language (set));
  g_string_append_c (report, '\n');
}

char *
veto_report_dup_text (const VetoReportSubject *subject, guint *out_place)
{
  g_autoptr(GString) report = g_string_new (NULL);

  g_return_val_if_fail (subject != NULL && subject->set != NULL && out_place != NULL, NULL);

  g_string_append_printf (report, "%s %s\n", _ ("A step in Veto does not fit any more."),
                          _ ("What I saw instead:"));
  *out_place = (guint) g_utf8_strlen (report->str, -1);
  g_string_append (report, "\n\n");
  if (subject->platform != NULL)
    append_named (report, _ ("Service:"), veto_platform_get_name (subject->platform),
                  veto_platform_get_id (subject->platform));
  else
    g_string_append_printf (report, "%s \n%s \n", _ ("Service:"), _ ("Step:"));
  if (subject->guide != NULL)
    append_guide (report, subject);
  append_versions (report, subject->set);
  return g_string_free (g_steal_pointer (&report), FALSE);
}

char *
veto_report_dup_subject (const VetoReportSubject *subject)
{
  g_return_val_if_fail (subject != NULL, NULL);

  if (subject->platform == NULL)
    return g_strdup (_ ("Veto: a step is wrong"));
  /* Translators: the subject of an e-mail; %s is a service */
  return g_strdup_printf (_ ("Veto: a step is wrong (%s)"), veto_platform_get_name (subject->platform));
}

const char *
veto_report_get_address (void)
{
  return veto_email_is_address (VETO_REPORT_ADDRESS) ? VETO_REPORT_ADDRESS : NULL;
}

const char *
veto_report_get_advice (void)
{
  if (veto_report_get_address () != NULL)
    return _ (
      "Veto sends nothing by itself. You decide whether the text goes out. Your e-mail program opens with "
      "the address of those who made your copy of Veto.");
  return _ ("Veto sends nothing by itself. You decide whether the text goes out, and to whom. It could be "
            "the people or the shop you have Veto from.");
}
