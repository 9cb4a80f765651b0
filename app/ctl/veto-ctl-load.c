/* The guidance that commands work on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-load.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "veto-ctl-output.h"

/* The first goal of Veto, and so the one whose guide is proposed. */
#define FIRST_GOAL "object"

/* The guidance speaks the language that the interface speaks: half of each helps nobody. The window does the same. */
static const char *
get_language (const VetoCtl *ctl)
{
  /* Translators: the code of your language, such as "de" */
  const char *language = C_ ("language code", "en");
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (ctl->language != NULL)
    return ctl->language;
  if (!g_str_equal (language, "en") || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C."))
    return language;
  return g_get_language_names_with_category ("LC_MESSAGES")[0];
}

static void
say_guidance_error (const VetoCtl *ctl, const GError *error)
{
  if (ctl->guidance == NULL)
    veto_ctl_say (_ ("The built-in guidance cannot be read (%s). Please install Veto again."),
                  error->message);
  else if (g_error_matches (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_TOO_NEW))
    veto_ctl_say (_ ("The guidance in %s is for a newer Veto (%s). Install the newer version, or leave out "
                     "--guidance."),
                  ctl->guidance, error->message);
  else
    /* Translators: %1$s is a folder, %2$s what is wrong there */
    veto_ctl_say (_ (
                    "The guidance in %1$s cannot be used (%2$s). Name a folder that “vetoctl guidance build” "
                    "made."),
                  ctl->guidance, error->message);
}

/* Only a person who asked for a language by name is told. */
static void
say_other_language (const VetoCtl *ctl, VetoGuideSet *set)
{
  const char *found = veto_guide_set_get_language (set);
  gsize       n_bytes = ctl->language != NULL ? strcspn (ctl->language, "-_.@") : 0;

  if (ctl->language != NULL
      && (strcspn (found, "-") != n_bytes || g_ascii_strncasecmp (found, ctl->language, n_bytes) != 0))
    /* Translators: %1$s and %2$s are codes of languages, such as "fr" */
    veto_ctl_say (_ ("There is no guidance in the language “%1$s”; this is “%2$s”."), ctl->language, found);
}

VetoUpdater *
veto_ctl_make_updater (const VetoCtl *ctl)
{
  VetoFeedConfig   config = *veto_feed_built_in ();
  g_autofree char *folder = ctl->data != NULL ? g_build_filename (ctl->data, "feed", NULL) : NULL;

  if (folder != NULL)
    config.folder = folder;
  return veto_updater_new (&config, get_language (ctl));
}

VetoGuideSet *
veto_ctl_load_guidance (const VetoCtl *ctl)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoUpdater) updater = ctl->guidance == NULL ? veto_ctl_make_updater (ctl) : NULL;
  VetoGuideSet *set;

  if (ctl->guidance != NULL)
    set = veto_guide_set_read_folder (ctl->guidance, get_language (ctl), &error);
  else
    set = veto_updater_load (updater, &error); /* what the window would use now */

  if (set == NULL)
    say_guidance_error (ctl, error);
  else
    say_other_language (ctl, set);
  return set;
}

static char *
dup_folded (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  return g_utf8_casefold (valid, -1);
}

int
veto_ctl_print_guidance (const VetoCtl *ctl, VetoCtlPrint json, VetoCtlPrint text)
{
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);

  if (set == NULL)
    return VETO_CTL_FAILED;
  return ctl->json ? json (set) : text (set);
}

VetoPlatform *
veto_ctl_find_platform (VetoGuideSet *set, const char *name)
{
  g_autofree char *wanted = dup_folded (name);
  GString         *ids;

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      g_autofree char *called = dup_folded (veto_platform_get_name (platform));

      if (g_str_equal (veto_platform_get_id (platform), wanted) || g_str_equal (called, wanted))
        return platform;
    }

  ids = g_string_new (NULL);
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            veto_platform_get_id (veto_guide_set_get_platform (set, i)));
  /* Translators: %1$s is what somebody typed, %2$s the list of what there is */
  veto_ctl_say (_ ("The guidance knows no platform “%1$s”. It knows: %2$s."), name, ids->str);
  g_string_free (ids, TRUE);
  return NULL;
}

const VetoGuide *
veto_ctl_find_guide (VetoPlatform *platform, const char *name)
{
  g_autofree char *wanted = name != NULL ? dup_folded (name) : NULL;
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);
  const VetoGuide *proposed = veto_platform_find_goal (platform, FIRST_GOAL);
  GString         *ids;

  if (wanted == NULL)
    return proposed != NULL ? proposed : guides; /* there is at least one */
  for (guint i = 0; i < n_guides; i++)
    if (g_str_equal (guides[i].id, wanted))
      return &guides[i];

  ids = g_string_new (NULL);
  for (guint i = 0; i < n_guides; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", guides[i].id);
  /* Translators: %1$s is a platform, %2$s what somebody typed, %3$s the list of what there is */
  veto_ctl_say (_ ("%1$s has no guide “%2$s”. It has: %3$s."), veto_platform_get_name (platform), name,
                ids->str);
  g_string_free (ids, TRUE);
  return NULL;
}
