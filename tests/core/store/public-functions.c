/* For tests that have a row for each function: what the headers offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "public-functions.h"

#include <string.h>

/* The first comment says what a header is for; one that is for its own folder alone says "Private to". */
static gboolean
is_private (const char *text)
{
  const char *end = strstr (text, "*/"), *word = strstr (text, "Private to");

  return word != NULL && end != NULL && word < end;
}

static void
collect (GHashTable *names, const char *path, const char *prefix)
{
  g_autoptr(GRegex) comments = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *pattern = g_strdup_printf ("(%s\\w+)\\s*\\([^;{()]*GError\\s*\\*\\*", prefix);
  g_autoptr(GRegex) functions = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL, *code = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  if (is_private (text))
    return;
  code = g_regex_replace_literal (comments, text, -1, 0, "", 0, NULL);
  for (g_regex_match (functions, code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 1));
}

static GHashTable *
list_functions (const char *folder, const char *prefix)
{
  GHashTable      *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *place = g_build_filename (CORE_SOURCES, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (g_str_has_suffix (name, ".h") && !g_str_has_suffix (name, "-private.h"))
        collect (names, path, prefix);
    }
  return names;
}

static void
tick_off (GHashTable *names, GHashTable *known, const char *name)
{
  if (!g_hash_table_contains (names, name))
    g_test_message ("%s is no longer in the headers", name);
  g_assert_true (g_hash_table_contains (names, name));
  g_hash_table_add (known, (gpointer) name);
}

void
public_functions_assert_covered (const char        *folder,
                                 const char        *prefix,
                                 const char *const *rows,
                                 const char *const *others)
{
  g_autoptr(GHashTable) names = list_functions (folder, prefix);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       name;
  guint          n_forgotten = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    tick_off (names, known, rows[i]);
  for (guint i = 0; others[i] != NULL; i++)
    tick_off (names, known, others[i]);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (known, name))
      {
        g_test_message ("%s has no row in this test's table", (char *) name);
        n_forgotten++;
      }
  g_assert_cmpuint (n_forgotten, ==, 0);
}
