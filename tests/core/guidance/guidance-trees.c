/* Trees and bundles of guidance for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"

#include <glib/gstdio.h>
#include <string.h>

#include "veto-authoring.h"

char *
guidance_trees_make_folder (void)
{
  GError *error = NULL;
  char   *folder = g_dir_make_tmp ("veto-guidance-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_tree (inner);
    }
  g_remove (path);
}

void
guidance_trees_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (from, 0, &error);
  const char *name;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      gsize            n_bytes;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        {
          g_assert_true (g_file_get_contents (source, &text, &n_bytes, NULL));
          g_assert_true (g_file_set_contents (target, text, (gssize) n_bytes, NULL));
        }
    }
}

Folder *
guidance_trees_copy_sound (void)
{
  char *folder = guidance_trees_make_folder ();

  copy_tree (g_getenv ("VETO_TEST_GUIDANCE"), folder);
  return folder;
}

Folder *
guidance_trees_build_sound (void)
{
  GError *error = NULL;
  char   *folder = guidance_trees_make_folder ();

  veto_authoring_build (g_getenv ("VETO_TEST_GUIDANCE"), folder, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

char *
guidance_trees_read (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
guidance_trees_edit (const char *folder, const char *file, const char *find, const char *replace)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char      *place;

  if (find == NULL && replace == NULL)
    {
      remove_tree (path);
      return;
    }
  if (find != NULL)
    {
      before = guidance_trees_read (folder, file);
      place = strstr (before, find);
      if (place == NULL)
        g_error ("%s has no %s", file, find);
      after = g_strdup_printf ("%.*s%s%s", (int) (place - before), before, replace, place + strlen (find));
    }
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, after != NULL ? after : replace, -1, NULL));
}

gboolean
guidance_trees_any_contains (char **lines, const char *words)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], words) != NULL)
      return TRUE;
  return FALSE;
}

VetoGuideSet *
guidance_trees_load (const char *tree, const char *language)
{
  g_autoptr(Folder) bundle = guidance_trees_make_folder ();
  g_autoptr(GError) error = NULL;
  VetoGuideSet *set;

  veto_authoring_build (tree, bundle, NULL, &error);
  g_assert_no_error (error);
  set = veto_guide_set_read_folder (bundle, language, &error);
  g_assert_no_error (error);
  return set;
}

VetoGuideSet *
guidance_trees_load_real (const char *language)
{
  return guidance_trees_load (g_getenv ("VETO_TEST_REAL_GUIDANCE"), language);
}

void
guidance_trees_for_each_guide (const char *language, GuidanceTreesGuideFunc func, gpointer data)
{
  g_autoptr(VetoGuideSet) set = guidance_trees_load_real (language);
  guint n_called = 0;

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      for (guint k = 0; k < n_guides; k++, n_called++)
        func (platform, &guides[k], data);
    }
  g_assert_cmpuint (n_called, >, 0);
}
