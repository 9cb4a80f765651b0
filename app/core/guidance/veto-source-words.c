/* What the index of sources holds, in words that the window and vetoctl say in the same way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-words"

#include "veto-config.h"

#include "veto-source-words.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-text.h"

char *
veto_statement_dup_platforms (const VetoStatement *statement)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < statement->platforms->len; i++)
    {
      VetoPlatform    *platform = g_ptr_array_index (statement->platforms, i);
      g_autofree char *name = veto_text_dup_isolated (veto_platform_get_name (platform), NULL);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  /* Translators: %s is one platform or several: "Facebook, Instagram" */
  return g_strdup_printf (_ ("Concerns: %s"), names->str);
}

char *
veto_statement_dup_words (const VetoStatement *statement)
{
  g_autofree char *text = veto_text_dup_isolated (statement->text, NULL);
  g_autofree char *day = NULL;

  switch (statement->kind)
    {
    case VETO_STATEMENT_GUIDE:
      /* Translators: %s is the title of a guide, whose steps rest on a source */
      return g_strdup_printf (_ ("Steps: %s"), text);
    case VETO_STATEMENT_EVENT:
      day = veto_day_dup_display (&statement->day);
      /* Translators: %1$s is a date, %2$s what happened on that day */
      return g_strdup_printf (_ ("On %1$s: %2$s"), day, text);
    case VETO_STATEMENT_FACT:
    default:
      return g_strdup (statement->text);
    }
}

char *
veto_source_dup_day (const VetoSource *source)
{
  g_autofree char *day = veto_day_dup_display (&source->day);

  /* Translators: %s is a date, that of a source */
  return g_strdup_printf (_ ("As of %s"), day);
}

char *
veto_source_dup_changed (const VetoSource *source)
{
  g_autofree char *day = NULL;

  if (!g_date_valid (&source->changed))
    return NULL;
  day = veto_day_dup_display (&source->changed);
  /* Translators: %s is a date: the day on which a web page was first seen to be another one */
  return g_strdup_printf (_ ("This page has changed since the steps were written (%s)."), day);
}

char *
veto_source_use_dup_count (const VetoSourceUse *use)
{
  return g_strdup_printf (ngettext ("What rests on it: %u entry", "What rests on it: %u entries",
                                    use->statements->len),
                          use->statements->len);
}

/* Languages are called by their own names by people who speak them, but these are read by one who speaks the reader's. */
static char *
dup_languages (VetoGuideSet *set)
{
  static const struct
  {
    const char *code;
    const char *name;
  } known[] = {
    { "de", NC_ ("language", "German") },
    { "en", NC_ ("language", "English") },
  };
  const char *const *codes = veto_guide_set_get_languages (set);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *name = codes[i];

      for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
        if (g_str_equal (known[k].code, codes[i]))
          name = g_dpgettext2 (GETTEXT_PACKAGE, "language", known[k].name);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_age (const VetoSource *newest, const GDate *today)
{
  g_autofree char *day = veto_day_dup_display (&newest->day);
  int              age = veto_day_age (&newest->day, today);

  if (age <= 0)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("The newest source is of %s."), day);
  return g_strdup_printf (
    /* Translators: %s is a date, %d how many days ago that was */
    ngettext ("The newest source is of %s, %d day ago.", "The newest source is of %s, %d days ago.",
              (gulong) age),
    day, age);
}

char *
veto_source_index_dup_guidance (VetoSourceIndex *self, const GDate *today)
{
  VetoGuideSet    *set = veto_source_index_get_set (self);
  GPtrArray       *sources = veto_source_index_get_sources (self);
  g_autofree char *languages = dup_languages (set);
  g_autofree char *which = NULL, *age = NULL;

  if (veto_guide_set_is_built_in (set))
    which = g_strdup_printf (
      /* Translators: %1$s is the version of Veto, %2$s a list of languages */
      _ ("This guidance came with Veto %1$s, in these languages: %2$s."), VETO_VERSION, languages);
  else if (veto_guide_set_get_version (set) == 0)
    which = g_strdup_printf (
      /* Translators: %s is a list of languages */
      _ ("This guidance is not the one that came with Veto. It has these languages: %s."), languages);
  else
    which = g_strdup_printf (
      /* Translators: %1$d is the version of the guidance, %2$s a list of languages */
      _ ("This guidance is not the one that came with Veto. It has the version %1$d and these languages: "
         "%2$s."),
      (int) veto_guide_set_get_version (set), languages);
  if (sources->len == 0)
    return g_steal_pointer (&which);
  age = dup_age (((VetoSourceUse *) g_ptr_array_index (sources, 0))->source, today);
  return g_strdup_printf ("%s %s", which, age);
}
