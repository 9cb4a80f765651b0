/* Files that a letter becomes: what they are called, and where those lie that an e-mail program still has to read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-file"

#include "veto-config.h"

#include "veto-letter-file.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-file-name.h"
#include "veto-lent-file.h"

#define MAX_PART 50 /* bytes; with the day and what stands between them, the name stays below 120 */
#define FOLDER_PREFIX "mail-"

char *
veto_letter_file_dup_name (const char *title, const char *recipient, const GDate *day, const char *extension)
{
  g_autofree char *who = veto_file_name_dup_part (recipient, MAX_PART);
  g_autofree char *what = veto_file_name_dup_part (title, MAX_PART), *when = NULL;
  const char      *begin;

  g_return_val_if_fail (day != NULL && extension != NULL, NULL);

  when = veto_day_dup_iso (day);
  begin = veto_file_name_skip_dots (what);
  if (*begin == '\0')
    begin = _ ("Letter");
  return g_strdup_printf ("%s %s%s%s.%s", begin, who, *who != '\0' ? " " : "", when, extension);
}

char *
veto_letter_file_put_out (const char *folder, const char *name, GBytes *bytes, gint64 now, GError **error)
{
  return veto_lent_file_put_out (folder, FOLDER_PREFIX, name, bytes, now, error);
}

char *
veto_letter_file_put_beside (const char *path, const char *name, GBytes *bytes, GError **error)
{
  return veto_lent_file_put_beside (path, name, bytes, error);
}

void
veto_letter_file_take_back (const char *path)
{
  veto_lent_file_take_back (path, FOLDER_PREFIX);
}
