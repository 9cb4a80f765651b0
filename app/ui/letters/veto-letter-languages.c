/* Letters in other languages than the reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-languages"

#include "veto-config.h"

#include "veto-letter-languages.h"

/* What was read in other languages, beside the guidance it is the same as */
typedef struct
{
  VetoGuideSet *reader; /* whose other languages these are */
  GHashTable   *sets;   /* code of a language to a VetoGuideSet */
} Others;

static void
free_others (gpointer data)
{
  Others *self = data;

  g_object_unref (self->reader);
  g_hash_table_unref (self->sets);
  g_free (self);
}

static Others *
get_others (VetoGuidance *guidance)
{
  VetoGuideSet *reader = veto_guidance_get_set (guidance);
  Others       *self = g_object_get_data (G_OBJECT (guidance), "veto-letter-languages");

  if (self != NULL && self->reader == reader)
    return self;
  self = g_new0 (Others, 1);
  self->reader = g_object_ref (reader);
  self->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_object_set_data_full (G_OBJECT (guidance), "veto-letter-languages", self, free_others);
  return self;
}

/* Returns: (transfer none): the same guidance in @language; the reader's where it cannot be read */
static VetoGuideSet *
get_set (VetoGuidance *guidance, const char *language)
{
  Others       *others = get_others (guidance);
  VetoGuideSet *set = g_hash_table_lookup (others->sets, language);
  g_autoptr(GError) error = NULL;

  if (set != NULL)
    return set;
  if (g_strcmp0 (veto_guide_set_get_language (others->reader), language) == 0
      || !veto_guide_set_is_built_in (others->reader))
    return others->reader;
  set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", language, &error);
  if (set == NULL)
    {
      g_warning ("the guidance that came with Veto, in %s: %s", language, error->message);
      return others->reader;
    }
  g_hash_table_insert (others->sets, g_strdup (language), set);
  return set;
}

VetoLetterKind *
veto_letter_languages_dup_kind (VetoGuidance *guidance, const char *kind, const char *language)
{
  VetoLetterKind *found = veto_guide_set_find_letter (get_set (guidance, language), kind);

  if (found == NULL)
    found = veto_guide_set_find_letter (veto_guidance_get_set (guidance), kind);
  return found != NULL ? g_object_ref (found) : NULL;
}

char **
veto_letter_languages_list (VetoGuidance *guidance, const char *kind)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  VetoGuideSet      *reader = veto_guidance_get_set (guidance);
  const char *const *codes = veto_guide_set_get_languages (reader);
  const char        *own = NULL;
  VetoLetterKind    *found = veto_guide_set_find_letter (reader, kind);

  if (found != NULL)
    {
      own = veto_letter_kind_get_language (found);
      g_strv_builder_add (builder, own);
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr(VetoLetterKind) other = NULL;

      if (g_strcmp0 (codes[i], own) == 0)
        continue;
      other = veto_letter_languages_dup_kind (guidance, kind, codes[i]);
      if (other != NULL && g_str_equal (veto_letter_kind_get_language (other), codes[i]))
        g_strv_builder_add (builder, codes[i]);
    }
  return g_strv_builder_end (builder);
}

const char *
veto_letter_languages_get_name (const char *language)
{
  /* The languages of the European Union, of its neighbours, and of many people who live there */
  static const char *const names[][2] = {
    { "ar", "العربية" },    { "bg", "Български" },  { "cs", "Čeština" },     { "da", "Dansk" },
    { "de", "Deutsch" },    { "el", "Ελληνικά" },   { "en", "English" },     { "es", "Español" },
    { "et", "Eesti" },      { "fi", "Suomi" },      { "fr", "Français" },    { "ga", "Gaeilge" },
    { "hr", "Hrvatski" },   { "hu", "Magyar" },     { "is", "Íslenska" },    { "it", "Italiano" },
    { "lt", "Lietuvių" },   { "lv", "Latviešu" },   { "mt", "Malti" },       { "nb", "Norsk bokmål" },
    { "nl", "Nederlands" }, { "pl", "Polski" },     { "pt", "Português" },   { "ro", "Română" },
    { "ru", "Русский" },    { "sk", "Slovenčina" }, { "sl", "Slovenščina" }, { "sv", "Svenska" },
    { "tr", "Türkçe" },     { "uk", "Українська" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], language))
      return names[i][1];
  return language;
}
