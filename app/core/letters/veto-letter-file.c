/* Files that a letter becomes: what they are called, and where those lie that an e-mail program still has to read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-file"

#include "veto-config.h"

#include "veto-letter-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "veto-day.h"
#include "veto-file.h"

#define MAX_PART 50 /* bytes; with the day and what stands between them, the name stays below 120 */
#define FOLDER_PREFIX "mail-"
#define WEEK (7 * 24 * 60 * 60)

/* Signs that mean something to a file system, somewhere; or that nobody sees. */
static gboolean
is_allowed (gunichar character)
{
  return g_unichar_isprint (character) && g_unichar_type (character) != G_UNICODE_FORMAT
         && (character > 0x7f || strchr ("/\\:*?\"<>|", (int) character) == NULL);
}

/* Returns: (transfer full): @text as it may stand in a name; "" when nothing is left */
static char *
clean_part (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString         *part = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gsize    n_bytes = (gsize) (g_utf8_next_char (at) - at);

      if (part->len + n_bytes > MAX_PART)
        break;
      if (is_allowed (character) && !g_unichar_isspace (character))
        g_string_append_len (part, at, (gssize) n_bytes);
      else if (part->len > 0 && part->str[part->len - 1] != ' ')
        g_string_append_c (part, ' ');
    }
  return g_strchomp (g_string_free (part, FALSE));
}

/* A name that begins with a dot is hidden. */
static const char *
skip_dots (const char *name)
{
  return name + strspn (name, ". ");
}

char *
veto_letter_file_dup_name (const char *title, const char *recipient, const GDate *day, const char *extension)
{
  g_autofree char *who = clean_part (recipient), *what = clean_part (title), *when = NULL;
  const char      *begin;

  g_return_val_if_fail (day != NULL && extension != NULL, NULL);

  when = veto_day_dup_iso (day);
  begin = skip_dots (what);
  if (*begin == '\0')
    begin = _ ("Letter");
  return g_strdup_printf ("%s %s%s%s.%s", begin, who, *who != '\0' ? " " : "", when, extension);
}

/* @path: a folder that put_out() has made, with files in it */
static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_unlink (file) != 0)
        g_debug ("%s", g_strerror (errno));
    }
  g_rmdir (path);
}

static void
sweep (const char *path, gint64 now)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf         there;

      if (g_str_has_prefix (name, FOLDER_PREFIX) && g_lstat (child, &there) == 0 && S_ISDIR (there.st_mode)
          && now - there.st_mtime > WEEK)
        remove_folder (child);
    }
}

char *
veto_letter_file_put_out (const char *folder, const char *name, GBytes *bytes, gint64 now, GError **error)
{
  g_autofree char *own = g_build_filename (folder, FOLDER_PREFIX "XXXXXX", NULL);
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && name != NULL && bytes != NULL, NULL);

  sweep (folder, now);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp (own) == NULL)
    {
      int errsv = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errsv), "%s: %s", folder, g_strerror (errsv));
      return NULL;
    }
  path = g_build_filename (own, name, NULL);
  if (veto_file_write_whole (path, bytes, error))
    return g_steal_pointer (&path);
  g_rmdir (own);
  return NULL;
}

void
veto_letter_file_take_back (const char *path)
{
  g_autofree char *own = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (own);

  if (g_str_has_prefix (name, FOLDER_PREFIX))
    remove_folder (own);
}
