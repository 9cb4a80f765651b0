/* Which language the window speaks, and the guidance is read in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-language"

#include "veto-config.h"

#include "veto-language.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "veto-settings.h"

static gboolean
is_c (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_str_has_prefix (locale, "C.");
}

/* gettext looks at LANGUAGE first, but at nothing in the locale "C", and from glibc 2.39 on not in "C.UTF-8" either: there the
 * locale that most have for the language speaks it, "de_DE.UTF-8" for "de". */
static void
leave_c (const char *language)
{
  g_autofree char *country = g_ascii_strup (language, -1);
  g_autofree char *own = g_strdup_printf ("%s_%s.UTF-8", language, country);

  g_setenv ("LC_ALL", setlocale (LC_MESSAGES, own) != NULL ? own : "C.UTF-8", TRUE);
}

void
veto_language_prefer (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, VETO_SETTINGS_LANGUAGE)
                                               : NULL;

  if (language == NULL || *language == '\0')
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  if (is_c (setlocale (LC_MESSAGES, "")))
    leave_c (language);
}

const char *
veto_language_get (void)
{
  /* Translators: the code of your language, such as "de" */
  const char        *language = C_ ("language code", "en");
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  if (!g_str_equal (language, "en") || is_c (setlocale (LC_MESSAGES, NULL)))
    return language;
  return names[0]; /* no translation of the interface, but perhaps one of the guidance */
}
