/* Makes the bundle that the program reads from the files that people write.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include <errno.h>
#include <glib/gstdio.h>

#include "veto-authoring.h"
#include "veto-bundle-files.h"
#include "veto-json.h"
#include "veto-lint.h"

#define FILE_MODE 0644
#define FOLDER_MODE 0755

typedef struct
{
  char *name; /* "text/de.json" */
  char *text;
} Output;

static void
free_output (gpointer data)
{
  Output *output = data;

  g_free (output->name);
  g_free (output->text);
  g_free (output);
}

/* A tree that is right in every part may still be too large as a whole. */
static gboolean
add_output (GPtrArray *outputs, char *name, const VetoJson *root, GError **error)
{
  Output *output = g_new0 (Output, 1);

  output->name = name;
  output->text = veto_json_write (root);
  g_ptr_array_add (outputs, output);
  if (veto_json_scan (output->text, strlen (output->text), &veto_json_limits, NULL))
    return TRUE;
  g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_TOO_BIG, "%s: too large as a whole", name);
  return FALSE;
}

static gboolean
add_words (GPtrArray *outputs, const VetoAuthoredLanguage *language, GError **error)
{
  VetoJson members[] = {
    { .kind = VETO_JSON_INTEGER, .name = "format", .integer = 1 },
    { .kind = VETO_JSON_TEXT, .name = "language", .text = language->name },
    *language->strings,
  };
  const VetoJson root = { .kind = VETO_JSON_OBJECT, .n_items = G_N_ELEMENTS (members), .items = members };

  members[2].name = "strings";
  return add_output (outputs, g_strdup_printf ("text/%s.json", language->name), &root, error);
}

static gboolean
write_output (const char *out, const Output *output, GError **error)
{
  g_autofree char *path = g_build_filename (out, output->name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, output->text, (gssize) strlen (output->text),
                                   G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE, error);
}

static gboolean
has_output (const GPtrArray *outputs, const char *name)
{
  for (guint i = 0; i < outputs->len; i++)
    if (g_str_equal (((const Output *) outputs->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* In an older bundle, a language that is no longer there: its words would not fit the structure. */
static void
remove_old_words (const char *out, const GPtrArray *outputs)
{
  g_autofree char *head = g_build_filename (out, "guidance.json", NULL);
  g_autofree char *folder = g_build_filename (out, "text", NULL);
  g_autoptr(GDir) dir = g_file_test (head, G_FILE_TEST_IS_REGULAR) ? g_dir_open (folder, 0, NULL) : NULL;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *language = g_str_has_suffix (file, ".json") ? g_strndup (file, strlen (file) - 5)
                                                                   : NULL;
      g_autofree char *name = g_strconcat ("text/", file, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (veto_bundle_files_is_language (language) && !has_output (outputs, name))
        g_unlink (path);
    }
}

/* Returns: (transfer full) (nullable): the files of the bundle, its head last */
static GPtrArray *
make_outputs (const char *folder, GStrv *out_sources, GError **error)
{
  g_auto(VetoReader) reader = { 0 };
  g_auto(VetoAuthoredTree) tree = { 0 };
  g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func (free_output);

  veto_reader_init (&reader, TRUE);
  if (!veto_lint_tree (&reader, folder, &tree, error))
    return NULL;
  if (reader.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader.error));
      return NULL;
    }

  for (guint i = 0; i < tree.languages->len; i++)
    if (!add_words (outputs, tree.languages->pdata[i], error))
      return NULL;
  if (!add_output (outputs, g_strdup ("guidance.json"), tree.bundle, error))
    return NULL;
  if (out_sources != NULL)
    {
      g_ptr_array_add (tree.sources, NULL);
      *out_sources = (GStrv) g_ptr_array_free (g_steal_pointer (&tree.sources), FALSE);
    }
  return g_steal_pointer (&outputs);
}

gboolean
veto_authoring_build (const char *folder, const char *out, GStrv *out_sources, GError **error)
{
  g_auto(GStrv) sources = NULL;
  g_autoptr(GPtrArray) outputs = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  outputs = make_outputs (folder, &sources, error);
  if (outputs == NULL)
    return FALSE;
  remove_old_words (out, outputs);
  for (guint i = 0; i < outputs->len; i++)
    if (!write_output (out, outputs->pdata[i], error))
      return FALSE;
  if (out_sources != NULL)
    *out_sources = g_steal_pointer (&sources);
  return TRUE;
}

GHashTable *
veto_authoring_bundle (const char *folder, GError **error)
{
  g_autoptr(GPtrArray) outputs = NULL;
  GHashTable *files;

  g_return_val_if_fail (folder != NULL, NULL);

  outputs = make_outputs (folder, NULL, error);
  if (outputs == NULL)
    return NULL;
  files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < outputs->len; i++)
    {
      const Output *output = outputs->pdata[i];
      g_hash_table_insert (files, g_strdup (output->name), g_bytes_new (output->text, strlen (output->text)));
    }
  return files;
}
