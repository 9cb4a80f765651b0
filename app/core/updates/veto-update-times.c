/* When the feed was asked, and when it is to be asked again; kept as times and a reason, which no update depends on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-update-times.h"

#include <string.h>

#include "veto-json.h"

#define HOUR (60 * 60)
#define AFTER_SUCCESS (24 * HOUR)
#define AFTER_FAILURE (6 * HOUR)
#define LONGEST (3 * 24 * HOUR)
#define JITTER_SHARE 6 /* 24 hours by 4 */

#define MAX_FILE_BYTES 1024
#define MAX_PROBLEM_BYTES 32
#define MAX_TIME G_GINT64_CONSTANT (253402300799) /* the end of the year 9999 */

void
veto_update_times_clear (VetoUpdateTimes *self)
{
  g_clear_pointer (&self->problem, g_free);
}

static gboolean
parse (VetoUpdateTimes *self, GBytes *bytes, GError **error)
{
  static const char where[] = VETO_FEED_LAST_TRY ":";
  gsize             n_bytes;
  const char       *text = g_bytes_get_data (bytes, &n_bytes);
  const VetoJson   *root;
  const char       *problem;
  g_autoptr(VetoJsonDocument)
               document = veto_json_parse (text, n_bytes, VETO_FEED_LAST_TRY, &veto_json_limits, error);

  if (document == NULL)
    return FALSE;
  root = veto_json_document_get_root (document);
  if (root->kind != VETO_JSON_OBJECT
      || !veto_json_get_integer (root, where, "last_success", 0, MAX_TIME, &self->last_success, error)
      || !veto_json_get_integer (root, where, "last_try", 0, MAX_TIME, &self->last_try, error)
      || !veto_json_get_integer (root, where, "failing_since", 0, MAX_TIME, &self->failing_since, error)
      || (problem = veto_json_get_text (root, where, "problem", error)) == NULL)
    return FALSE;
  if (*problem != '\0' && strlen (problem) <= MAX_PROBLEM_BYTES)
    self->problem = g_strdup (problem);
  return TRUE;
}

void
veto_update_times_read (VetoUpdateTimes *out, VetoFeedFolder *folder)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  *out = (VetoUpdateTimes){ 0 };
  if (folder != NULL)
    bytes = veto_feed_folder_read (folder, VETO_FEED_TOP, VETO_FEED_LAST_TRY, MAX_FILE_BYTES, NULL);
  if (bytes != NULL && !parse (out, bytes, &error))
    {
      g_debug ("no times: %s", error != NULL ? error->message : "not an object");
      veto_update_times_clear (out);
      *out = (VetoUpdateTimes){ 0 };
    }
}

void
veto_update_times_write (const VetoUpdateTimes *self, VetoFeedFolder *folder)
{
  const VetoJson members[] = {
    { .kind = VETO_JSON_INTEGER, .name = "last_success", .integer = self->last_success },
    { .kind = VETO_JSON_INTEGER, .name = "last_try", .integer = self->last_try },
    { .kind = VETO_JSON_INTEGER, .name = "failing_since", .integer = self->failing_since },
    { .kind = VETO_JSON_TEXT, .name = "problem", .text = self->problem != NULL ? self->problem : "" },
  };
  g_autoptr(VetoJsonDocument) document = veto_json_document_new_object (members, G_N_ELEMENTS (members));
  char *text = veto_json_write (veto_json_document_get_root (document));
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr(GError) error = NULL;

  if (!veto_feed_folder_write (folder, VETO_FEED_TOP, VETO_FEED_LAST_TRY, bytes, &error))
    g_debug ("the time is not kept: %s", error->message);
}

void
veto_update_times_note (VetoUpdateTimes *self, gint64 now, const char *problem)
{
  now = CLAMP (now, 0, MAX_TIME);
  self->last_try = now;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (problem == NULL)
    {
      self->last_success = now;
      self->failing_since = 0;
    }
  else if (self->failing_since == 0 || self->failing_since > now)
    self->failing_since = now;
}

gint64
veto_update_times_get_next (const VetoUpdateTimes *self, gint64 now, double jitter)
{
  gint64 wait = AFTER_SUCCESS, share;

  if (self->last_try == 0 || self->last_try > now)
    return 0;
  if (self->problem != NULL)
    wait = MIN (AFTER_FAILURE + MAX (self->last_try - self->failing_since, 0), LONGEST);
  share = wait / JITTER_SHARE;
  return self->last_try + wait + (gint64) (jitter * (double) share);
}
