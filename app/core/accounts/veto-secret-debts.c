/* Secrets that are to go from the keyring, remembered until it has let go of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secret-debts"

#include "veto-secret-debts.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_IDS 1000
#define ID_LENGTH 32

/* Returns: (transfer full) */
static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "veto", NULL);
}

/* Returns: (transfer full) */
static char *
dup_path (void)
{
  g_autofree char *folder = dup_folder ();

  return g_build_filename (folder, "keyring-to-clear", NULL);
}

/* The file is read like any other: anything may stand in it. */
static gboolean
is_id (const char *line)
{
  return strlen (line) == ID_LENGTH && strspn (line, "0123456789abcdef") == ID_LENGTH;
}

/* (nullable): the place of @id in @ids */
static gboolean
find (GPtrArray *ids, const char *id, guint *out_index)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, out_index);
}

GPtrArray *
veto_secret_debts_read (void)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = dup_path (), *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_steal_pointer (&ids);
  lines = g_strsplit (text, "\n", MAX_IDS);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_id (lines[i]) && !find (ids, lines[i], NULL))
      g_ptr_array_add (ids, g_strdup (lines[i]));
  return g_steal_pointer (&ids);
}

/* Nothing to remember: no file. */
static gboolean
write_ids (GPtrArray *ids, GError **error)
{
  g_autofree char *folder = dup_folder (), *path = dup_path ();
  g_autoptr(GString) text = g_string_new (NULL);

  if (ids->len == 0)
    {
      g_unlink (path);
      return TRUE;
    }
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) ids->pdata[i]);
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text->str, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

gboolean
veto_secret_debts_add (const char *id, GError **error)
{
  g_autoptr(GPtrArray) ids = veto_secret_debts_read ();

  g_return_val_if_fail (id != NULL, FALSE);

  if (!is_id (id) || find (ids, id, NULL))
    return TRUE; /* one that was made by hand is found again in the keyring's own list */
  g_ptr_array_add (ids, g_strdup (id));
  return write_ids (ids, error);
}

gboolean
veto_secret_debts_drop (const char *id, GError **error)
{
  g_autoptr(GPtrArray) ids = veto_secret_debts_read ();
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);

  if (!find (ids, id, &index))
    return TRUE;
  g_ptr_array_remove_index (ids, index);
  return write_ids (ids, error);
}
