/* A date of a case, on its way into the person's calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-add-to-calendar"

#include "veto-config.h"

#include "veto-add-to-calendar.h"

#include <glib/gi18n.h>

#include "veto-calendar.h"
#include "veto-day.h"
#include "veto-letter-file.h"
#include "veto-letter-save.h"
#include "veto-tell.h"
#include "veto-toasts.h"

typedef struct
{
  GtkWidget *widget;
  GBytes    *bytes;
  char      *name;
} Job;

static void
free_job (Job *self)
{
  g_object_unref (self->widget);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = veto_letter_save_finish (result, &error);

  if (name != NULL)
    veto_toasts_add (job->widget, _ ("Saved. Open the file with the calendar that you use."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    veto_tell (job->widget, _ ("The date was not saved"), error->message);
}

/* @job: (transfer full) */
static void
save (Job *job)
{
  GtkRoot *root = gtk_widget_get_root (job->widget);

  if (!GTK_IS_WINDOW (root))
    {
      free_job (job);
      return;
    }
  veto_letter_save_async (GTK_WINDOW (root), _ ("Save the Date for Your Calendar"), job->name, job->bytes,
                          NULL, saved_cb, job);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      free_job (job);
      return;
    }
  g_debug ("no calendar: %s", error->message);
  save (job);
}

/* Returns: (transfer full) (nullable): where the calendar finds the file, which it may read only some time later */
static char *
put_out (Job *job)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "veto", "dates", NULL);
  g_autofree char *path =
    veto_letter_file_put_out (folder, job->name, job->bytes, g_get_real_time () / G_USEC_PER_SEC, &error);

  if (path == NULL)
    {
      g_debug ("no file for the calendar: %s", error->message);
      return NULL;
    }
  return g_filename_to_uri (path, NULL, NULL);
}

void
veto_add_to_calendar (GtkWidget *widget, VetoServices *services, VetoCase *item)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *uri = NULL;
  GtkRoot         *root = gtk_widget_get_root (widget);
  Job             *job;
  GDate            today;

  g_ptr_array_add (cases, item);
  bytes = veto_calendar_new (cases, veto_guidance_get_set (services->guidance),
                             g_get_real_time () / G_USEC_PER_SEC);
  if (bytes == NULL || !GTK_IS_WINDOW (root))
    return; /* it was answered meanwhile: the row is about to go */
  veto_day_today (&today);
  job = g_new0 (Job, 1);
  job->widget = g_object_ref (widget);
  job->bytes = g_steal_pointer (&bytes);
  job->name =
    veto_letter_file_dup_name (_ ("Last day for the answer"), veto_case_get_name (item), &today, "ics");
  uri = put_out (job);
  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, job);
  else
    save (job);
}
