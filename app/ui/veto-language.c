/* Which language the window speaks, and the guidance is read in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-language"

#include "veto-config.h"

#include "veto-language.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "veto-settings.h"

/* gettext looks at LANGUAGE first, but at nothing in the locale "C". */
void
veto_language_prefer (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, VETO_SETTINGS_LANGUAGE)
                                               : NULL;
  const char      *locale;

  if (language == NULL || *language == '\0')
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  locale = setlocale (LC_MESSAGES, "");
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
}

const char *
veto_language_get (void)
{
  /* Translators: the code of your language, such as "de" */
  const char        *language = C_ ("language code", "en");
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  const char        *locale = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (language, "en") || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C."))
    return language;
  return names[0]; /* no translation of the interface, but perhaps one of the guidance */
}
