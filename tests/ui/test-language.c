/* The language that a person chooses is the one that the window speaks from the next start on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <gnu/libc-version.h>
#include <locale.h>
#include <stdio.h>

#include "veto-language.h"
#include "veto-settings.h"

typedef struct
{
  const char *name;
  const char *chosen;
  const char *locale; /* the system's */
  const char *system; /* its LANGUAGE; "": none */
  const char *code;   /* what is spoken then */
  const char *word;   /* "Overview" in it */
  gboolean    alone;  /* there is no locale of the language */
} Sample;

static const Sample samples[] = {
  { "/language/german-on-nothing", "de", "C", "", "de", "Übersicht", FALSE },
  { "/language/german-without-a-locale", "de", "C", "", "de", "Übersicht", TRUE },
  { "/language/german-on-english", "de", "C.UTF-8", "en", "de", "Übersicht", FALSE },
  { "/language/english-on-german", "en", "de_DE.UTF-8", "de", "en", "Overview", FALSE },
  { "/language/as-the-system", "", "de_DE.UTF-8", "de", "de", "Übersicht", FALSE },
  { "/language/nothing-chosen", "", "C", "", "en", "Overview", FALSE },
};

/* Whether this C library can speak another language than English with the locales that are here. */
static gboolean
can_speak (const Sample *sample)
{
  int major = 0, minor = 0;

  if (!sample->alone)
    return setlocale (LC_MESSAGES, "de_DE.UTF-8") != NULL; /* ./check makes it */
  sscanf (gnu_get_libc_version (), "%d.%d", &major, &minor);
  return major == 2 && minor < 39;
}

/* As main() does, in a process of its own: gettext remembers. */
static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GSettings) settings = NULL;

  if (!can_speak (sample))
    {
      g_test_skip ("gettext speaks no German here");
      return;
    }
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  if (sample->alone)
    g_unsetenv ("LOCPATH");
  settings = veto_settings_new ();
  g_settings_set_string (settings, VETO_SETTINGS_LANGUAGE, sample->chosen);
  g_setenv ("LC_ALL", sample->locale, TRUE);
  g_setenv ("LANGUAGE", sample->system, TRUE);
  veto_language_prefer ();
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VETO_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (veto_language_get (), ==, sample->code);
  g_assert_cmpstr (_ ("Overview"), ==, sample->word);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  return g_test_run ();
}
