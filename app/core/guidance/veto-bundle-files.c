/* The files of guidance: from the program's resources, from a folder, or in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guidance"

#include "veto-bundle-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-guide-set.h"
#include "veto-json.h"

#define MAX_LANGUAGE_BYTES 64

static char *
dup_path (const VetoBundleFiles *self, const char *name)
{
  return self->is_resource ? g_strconcat (self->root, "/", name, NULL)
                           : g_build_filename (self->root, name, NULL);
}

gboolean
veto_bundle_files_has (const VetoBundleFiles *self, const char *name)
{
  g_autofree char *path = NULL;
  struct stat      status;

  if (self->files != NULL)
    return g_hash_table_contains (self->files, name);
  path = dup_path (self, name);
  if (self->is_resource)
    return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
  return stat (path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static void
set_missing_error (GError **error, const char *name, const char *why)
{
  g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING, "%s: %s", name, why);
}

/* Whether an open file is a regular one of a size that is allowed */
static gboolean
check_file (int fd, const char *name, gsize *out_n_bytes, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    set_missing_error (error, name, g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    set_missing_error (error, name, "not a file");
  else if ((guint64) status.st_size > veto_json_limits.max_bytes)
    g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_TOO_BIG,
                 "%s: larger than %" G_GSIZE_FORMAT " bytes", name, veto_json_limits.max_bytes);
  else
    {
      *out_n_bytes = (gsize) status.st_size;
      return TRUE;
    }
  return FALSE;
}

/* The file may have become shorter since it was asked, and never gives more than was asked for. */
static GBytes *
read_all (int fd, gsize n_bytes, const char *name, GError **error)
{
  g_autofree char *buffer = g_malloc (MAX (n_bytes, 1));
  gsize            n_read = 0;

  while (n_read < n_bytes)
    {
      gssize n = read (fd, buffer + n_read, n_bytes - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_missing_error (error, name, g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        break;
      n_read += (gsize) n;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), n_read);
}

/* Returns: (transfer full) (nullable) */
static GBytes *
look_up (const VetoBundleFiles *self, const char *name)
{
  g_autofree char *path = NULL;
  GBytes          *data = self->files != NULL ? g_hash_table_lookup (self->files, name) : NULL;

  if (self->files != NULL)
    return data != NULL ? g_bytes_ref (data) : NULL;
  path = dup_path (self, name);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static gboolean
is_in_memory (const VetoBundleFiles *self)
{
  return self->is_resource || self->files != NULL;
}

GBytes *
veto_bundle_files_read (const VetoBundleFiles *self, const char *name, GError **error)
{
  g_autofree char *path = NULL;
  GBytes          *data = NULL;
  gsize            n_bytes;
  int              fd;

  if (is_in_memory (self))
    {
      data = look_up (self, name);
      if (data == NULL)
        set_missing_error (error, name, "missing");
      return data;
    }
  path = dup_path (self, name);

  /* O_NONBLOCK: opening a pipe that nobody writes to would wait for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      set_missing_error (error, name, errno == ENOENT ? "missing" : g_strerror (errno));
      return NULL;
    }
  if (check_file (fd, name, &n_bytes, error))
    data = read_all (fd, n_bytes, name, error);
  close (fd);
  return data;
}

gboolean
veto_bundle_files_is_language (const char *text)
{
  return text != NULL && strlen (text) <= MAX_LANGUAGE_BYTES
         && g_regex_match_simple ("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* "de_AT.UTF-8" becomes "de-AT". Returns: (transfer full) (nullable): %NULL when it names no language */
static char *
normalise (const char *wanted)
{
  g_autofree char *text = g_strndup (wanted, MIN (strcspn (wanted, ".@"), MAX_LANGUAGE_BYTES));

  g_strdelimit (text, "_", '-');
  for (char *at = text; *at != '\0' && *at != '-'; at++)
    *at = g_ascii_tolower (*at);
  return veto_bundle_files_is_language (text) ? g_steal_pointer (&text) : NULL;
}

char *
veto_bundle_files_dup_language (const VetoBundleFiles *self, const char *wanted)
{
  g_autofree char *language = wanted != NULL ? normalise (wanted) : NULL;

  while (language != NULL)
    {
      g_autofree char *name = g_strdup_printf ("text/%s.json", language);
      char            *dash;

      if (veto_bundle_files_has (self, name))
        return g_steal_pointer (&language);
      dash = strrchr (language, '-');
      if (dash == NULL)
        break;
      *dash = '\0';
    }
  return g_strdup ("en");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): "de.json" of "text/de.json" */
static GStrv
list_word_keys (GHashTable *files)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer       name;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, "text/"))
      g_strv_builder_add (names, (const char *) name + strlen ("text/"));
  return g_strv_builder_end (names);
}

/* Returns: (transfer full) (nullable): the names in the folder with the words */
static GStrv
list_word_files (const VetoBundleFiles *self)
{
  g_autofree char *path = NULL;
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GDir) folder = NULL;
  const char *name;

  if (self->files != NULL)
    return list_word_keys (self->files);
  path = dup_path (self, "text");

  if (self->is_resource)
    return g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

GStrv
veto_bundle_files_list_languages (const VetoBundleFiles *self)
{
  g_auto(GStrv) names = list_word_files (self);
  g_autoptr(GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *language = g_str_has_suffix (names[i], ".json")
                                    ? g_strndup (names[i], strlen (names[i]) - strlen (".json"))
                                    : NULL;

      if (veto_bundle_files_is_language (language))
        g_ptr_array_add (languages, g_steal_pointer (&language));
    }
  g_ptr_array_sort (languages, compare_names);
  g_ptr_array_add (languages, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
}
