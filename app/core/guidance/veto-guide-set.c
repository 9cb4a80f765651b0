/* One whole bundle of guidance in one language, read and checked; immutable.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-set"

#include "veto-guide-set.h"

#include "veto-link.h"
#include "veto-read-bundle.h"

#define HOLIDAYS_FIRST_YEAR 1900
#define HOLIDAYS_LAST_YEAR 2200
#define HOLIDAY_YEARS 3

struct _VetoGuideSet
{
  GObject     parent_instance;
  VetoPool   *pool; /* holds what the sources and hosts point to */
  gint64      version;
  char       *language;
  char      **languages;
  gboolean    built_in;
  GPtrArray  *platforms;
  GPtrArray  *letters;
  VetoShared  shared;
  GHashTable *hosts;
  char      **link_hosts; /* nullable: the only ones of @hosts that count */
  GMutex      lock;       /* of holidays: all else is never written to */
  GHashTable *holidays;   /* lists that were asked for, by country, region and year */
};

G_DEFINE_FINAL_TYPE (VetoGuideSet, veto_guide_set, G_TYPE_OBJECT)

G_DEFINE_QUARK (veto-guidance-error-quark, veto_guidance_error);

static void
veto_guide_set_finalize (GObject *object)
{
  VetoGuideSet *self = VETO_GUIDE_SET (object);

  g_clear_pointer (&self->holidays, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_clear_pointer (&self->link_hosts, g_strfreev);
  g_clear_pointer (&self->platforms, g_ptr_array_unref);
  g_clear_pointer (&self->letters, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->pool, veto_pool_unref);
  G_OBJECT_CLASS (veto_guide_set_parent_class)->finalize (object);
}

static void
veto_guide_set_class_init (VetoGuideSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_guide_set_finalize;
}

static void
veto_guide_set_init (VetoGuideSet *self)
{
  g_mutex_init (&self->lock);
  self->holidays =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) veto_holidays_free);
}

VetoGuideSet *
veto_guide_set_new (VetoReader              *reader,
                    const VetoBundleContent *content,
                    const char              *language,
                    const VetoBundleFiles   *files)
{
  VetoGuideSet *self = g_object_new (VETO_TYPE_GUIDE_SET, NULL);

  self->pool = veto_pool_ref (reader->pool);
  self->version = content->version;
  self->language = g_strdup (language);
  self->languages = veto_bundle_files_list_languages (files);
  self->built_in = files->is_resource;
  self->platforms = g_ptr_array_ref (content->platforms);
  self->letters = g_ptr_array_ref (content->letters);
  self->shared = content->shared;
  self->hosts = g_hash_table_ref (reader->ids[VETO_IDS_HOSTS]);
  return self;
}

static GBytes *
load (VetoReader *reader, const VetoBundleFiles *files, const char *name)
{
  return reader->error == NULL ? veto_bundle_files_read (files, name, &reader->error) : NULL;
}

static const VetoJson *
load_words (VetoReader *reader, const VetoBundleFiles *files, const char *language)
{
  g_autofree char *name = g_strdup_printf ("text/%s.json", language);
  g_autoptr(GBytes) data = load (reader, files, name);

  return data != NULL ? veto_reader_read_words (reader, data, name, language) : NULL;
}

/* A list from outside lives in the pool as well as one of the bundle would. */
static const char *const *
keep_hosts (VetoReader *reader, const char *const *hosts)
{
  guint        n = g_strv_length ((char **) hosts);
  const char **kept = veto_pool_alloc (reader->pool, n + 1, sizeof *kept);

  for (guint i = 0; i < n; i++)
    kept[i] = veto_pool_take_text (reader->pool, g_strdup (hosts[i]));
  return kept;
}

static VetoGuideSet *
read_files (const VetoBundleFiles *files,
            const char *const     *link_hosts,
            const char *const     *mail_domains,
            const char            *wanted,
            GError               **error)
{
  g_auto(VetoReader) reader = { 0 };
  g_auto(VetoBundleContent) content = { 0 };
  g_autofree char *language = veto_bundle_files_dup_language (files, wanted);
  g_autoptr(GBytes) data = NULL;
  const VetoJson *root = NULL;

  veto_reader_init (&reader, FALSE);
  if (link_hosts != NULL)
    {
      reader.link_hosts = keep_hosts (&reader, link_hosts);
      reader.mail_domains = keep_hosts (&reader, mail_domains);
    }
  data = load (&reader, files, "guidance.json");
  if (data != NULL)
    root = veto_reader_parse (&reader, data, "guidance.json");
  reader.english = load_words (&reader, files, "en");
  reader.language = veto_pool_take_text (reader.pool, g_strdup (language)); /* letters keep it */
  if (!g_str_equal (language, "en"))
    reader.local = load_words (&reader, files, language);
  if (reader.error == NULL)
    veto_read_bundle (&reader, root, NULL, &content);
  veto_reader_forget_words (&reader);

  if (reader.error == NULL)
    return veto_guide_set_new (&reader, &content, language, files);
  g_propagate_error (error, g_steal_pointer (&reader.error));
  return NULL;
}

VetoGuideSet *
veto_guide_set_read_resource (const char *prefix, const char *language, GError **error)
{
  const VetoBundleFiles files = { TRUE, prefix };

  g_return_val_if_fail (prefix != NULL, NULL);
  return read_files (&files, NULL, NULL, language, error);
}

VetoGuideSet *
veto_guide_set_read_folder (const char *folder, const char *language, GError **error)
{
  const VetoBundleFiles files = { FALSE, folder };

  g_return_val_if_fail (folder != NULL, NULL);
  return read_files (&files, NULL, NULL, language, error);
}

VetoGuideSet *
veto_guide_set_read_files (GHashTable        *files,
                           const char *const *link_hosts,
                           const char *const *mail_domains,
                           const char        *language,
                           GError           **error)
{
  const VetoBundleFiles bundle = { .files = files };

  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail ((link_hosts == NULL) == (mail_domains == NULL), NULL);
  return read_files (&bundle, link_hosts, mail_domains, language, error);
}

void
veto_guide_set_limit_links (VetoGuideSet      *self,
                            const char *const *link_hosts,
                            const char *const *mail_domains)
{
  g_return_if_fail (VETO_IS_GUIDE_SET (self));
  g_return_if_fail (self->link_hosts == NULL && (link_hosts == NULL) == (mail_domains == NULL));

  if (link_hosts == NULL)
    return;
  self->link_hosts = g_strdupv ((char **) link_hosts);
  veto_shared_limit_links (&self->shared, link_hosts, mail_domains);
  for (guint i = 0; i < self->platforms->len; i++)
    veto_platform_limit_links (self->platforms->pdata[i], link_hosts);
}

gint64
veto_guide_set_get_version (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), 0);
  return self->version;
}

const char *
veto_guide_set_get_language (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  return self->language;
}

const char *const *
veto_guide_set_get_languages (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  return (const char *const *) self->languages;
}

gboolean
veto_guide_set_is_built_in (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), FALSE);
  return self->built_in;
}

guint
veto_guide_set_get_n_platforms (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), 0);
  return self->platforms->len;
}

VetoPlatform *
veto_guide_set_get_platform (VetoGuideSet *self, guint index)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  g_return_val_if_fail (index < self->platforms->len, NULL);
  return g_ptr_array_index (self->platforms, index);
}

VetoPlatform *
veto_guide_set_find_platform (VetoGuideSet *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);

  for (guint i = 0; i < self->platforms->len; i++)
    if (g_strcmp0 (veto_platform_get_id (g_ptr_array_index (self->platforms, i)), id) == 0)
      return g_ptr_array_index (self->platforms, i);
  return NULL;
}

const VetoSource *
veto_guide_set_get_sources (VetoGuideSet *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  *out_n = self->shared.n_sources;
  return self->shared.sources;
}

guint
veto_guide_set_get_n_letters (VetoGuideSet *self)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), 0);
  return self->letters->len;
}

VetoLetterKind *
veto_guide_set_get_letter (VetoGuideSet *self, guint index)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  g_return_val_if_fail (index < self->letters->len, NULL);
  return g_ptr_array_index (self->letters, index);
}

VetoLetterKind *
veto_guide_set_find_letter (VetoGuideSet *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);

  for (guint i = 0; i < self->letters->len; i++)
    if (g_strcmp0 (veto_letter_kind_get_id (self->letters->pdata[i]), id) == 0)
      return self->letters->pdata[i];
  return NULL;
}

const VetoCountry *
veto_guide_set_get_countries (VetoGuideSet *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  *out_n = self->shared.n_countries;
  return self->shared.countries;
}

const VetoAuthority *
veto_guide_set_get_authorities (VetoGuideSet *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  *out_n = self->shared.n_authorities;
  return self->shared.authorities;
}

const VetoAuthority *
veto_guide_set_find_authority (VetoGuideSet *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);

  for (guint i = 0; i < self->shared.n_authorities; i++)
    if (g_strcmp0 (self->shared.authorities[i].id, id) == 0)
      return &self->shared.authorities[i];
  return NULL;
}

const VetoController *
veto_guide_set_get_controllers (VetoGuideSet *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  *out_n = self->shared.n_controllers;
  return self->shared.controllers;
}

const VetoController *
veto_guide_set_find_controller (VetoGuideSet *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);

  for (guint i = 0; i < self->shared.n_controllers; i++)
    if (g_strcmp0 (self->shared.controllers[i].id, id) == 0)
      return &self->shared.controllers[i];
  return NULL;
}

const VetoTerm *
veto_guide_set_get_terms (VetoGuideSet *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);
  *out_n = self->shared.n_terms;
  return self->shared.terms;
}

const VetoHolidayCountry *
veto_guide_set_find_holiday_country (VetoGuideSet *self, const char *country)
{
  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), NULL);

  for (guint i = 0; i < self->shared.n_holidays && country != NULL; i++)
    if (g_ascii_strcasecmp (self->shared.holidays[i].id, country) == 0)
      return &self->shared.holidays[i];
  return NULL;
}

/* Hundreds of cases ask for the same few lists, again and again. Returns: (transfer full) */
static VetoHolidays *
list_once (VetoGuideSet *self, const VetoHolidayCountry *country, const char *region, guint year)
{
  guint            last_year = MIN (year + HOLIDAY_YEARS, HOLIDAYS_LAST_YEAR);
  g_autofree char *key =
    g_strdup_printf ("%p/%s/%u", (const void *) country, region != NULL ? region : "", year);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  VetoHolidays *holidays = g_hash_table_lookup (self->holidays, key);

  if (holidays == NULL)
    {
      holidays = veto_holiday_country_list (country, region, year, last_year);
      g_hash_table_insert (self->holidays, g_steal_pointer (&key), holidays);
    }
  return veto_holidays_ref (holidays);
}

VetoHolidays *
veto_guide_set_list_holidays (VetoGuideSet *self,
                              const char   *country,
                              const char   *region,
                              const GDate  *around)
{
  const VetoHolidayCountry *found = veto_guide_set_find_holiday_country (self, country);
  guint                     year;

  g_return_val_if_fail (around != NULL && g_date_valid (around), NULL);
  year = g_date_get_year (around);
  if (found == NULL || year < HOLIDAYS_FIRST_YEAR || year > HOLIDAYS_LAST_YEAR)
    return NULL;
  return list_once (self, found, region, year);
}

gboolean
veto_guide_set_allows_link (VetoGuideSet *self, const char *link)
{
  g_autofree char *host = veto_link_dup_host (link);

  g_return_val_if_fail (VETO_IS_GUIDE_SET (self), FALSE);
  return host != NULL && g_hash_table_contains (self->hosts, host)
         && (self->link_hosts == NULL || g_strv_contains ((const char *const *) self->link_hosts, host));
}
