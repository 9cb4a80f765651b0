/* Proof that comes by way of the clipboard, or is dragged here from another program. A picture is taken as the bytes that the other
 * program offers: nothing is decoded, so no picture can be too large for that, and none is changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-content"

#include "veto-config.h"

#include "veto-proof-content.h"

#include <glib/gi18n.h>

#include "veto-store-proof.h"

#define CHUNK_BYTES (256 * 1024)

/* The first that is offered is taken: without loss before with it. */
static const char *const pictures[] = { "image/png", "image/webp", "image/jpeg",
                                        "image/gif", "image/heic", NULL };

/* Where it comes from, one of both, and what of it was read. */
typedef struct
{
  VetoProofIntake *intake;
  GdkDrop         *drop;      /* nullable */
  GdkClipboard    *clipboard; /* nullable */
  GByteArray      *bytes;
} Job;

static void
end_job (Job *job, gboolean taken)
{
  if (job->drop != NULL)
    gdk_drop_finish (job->drop, taken ? GDK_ACTION_COPY : 0);
  g_object_unref (job->intake);
  g_clear_object (&job->drop);
  g_clear_object (&job->clipboard);
  g_byte_array_unref (job->bytes);
  g_free (job);
}

static void
fail (Job *job, const char *sentence)
{
  veto_proof_intake_add_problem (job->intake, sentence);
  end_job (job, FALSE);
}

static GdkContentFormats *
get_formats (Job *job)
{
  return job->drop != NULL ? gdk_drop_get_formats (job->drop) : gdk_clipboard_get_formats (job->clipboard);
}

static gboolean
has_files (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats)
               all = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST);
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats)
               all = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_ref (formats));

  for (guint i = 0; pictures[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (all, pictures[i]))
      return TRUE;
  return FALSE;
}

/* --- A picture --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  g_autoptr(GBytes) whole = NULL;

  if (chunk == NULL)
    {
      g_debug ("not read: %s", error->message);
      fail (job, _ ("The picture could not be taken over from the other program. Save it as a file, and add "
                    "that."));
      return;
    }
  if (g_bytes_get_size (chunk) > 0)
    g_byte_array_append (job->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  if (job->bytes->len > VETO_STORE_MAX_PROOF_BYTES)
    fail (job, _ ("The picture is larger than 25 MB. Add a smaller one."));
  else if (g_bytes_get_size (chunk) > 0)
    g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK_BYTES, G_PRIORITY_DEFAULT, NULL, read_cb,
                                     job);
  else if (job->bytes->len == 0)
    fail (job,
          _ ("The picture could not be taken over from the other program. Save it as a file, and add that."));
  else
    {
      whole = g_bytes_new (job->bytes->data, job->bytes->len);
      veto_proof_intake_add_picture (job->intake, whole);
      end_job (job, TRUE);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job        *job = data;
  const char *type;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = job->drop != NULL
                                      ? gdk_drop_read_finish (job->drop, result, &type, &error)
                                      : gdk_clipboard_read_finish (job->clipboard, result, &type, &error);

  if (stream != NULL)
    {
      g_input_stream_read_bytes_async (stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, NULL, read_cb, job);
      return;
    }
  g_debug ("not opened: %s", error->message);
  fail (job,
        _ ("The picture could not be taken over from the other program. Save it as a file, and add that."));
}

static void
read_picture (Job *job)
{
  if (job->drop != NULL)
    gdk_drop_read_async (job->drop, (const char **) pictures, G_PRIORITY_DEFAULT, NULL, opened_cb, job);
  else
    gdk_clipboard_read_async (job->clipboard, (const char **) pictures, G_PRIORITY_DEFAULT, NULL, opened_cb,
                              job);
}

/* --- Files --- */

/* Browsers name a picture's address, which is no file here, and offer the picture itself as well. */
static gboolean
are_elsewhere (GSList *files)
{
  for (GSList *at = files; at != NULL; at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      return FALSE;
  return TRUE;
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  const GValue *value = job->drop != NULL ? gdk_drop_read_value_finish (job->drop, result, &error)
                                          : gdk_clipboard_read_value_finish (job->clipboard, result, &error);
  GSList       *files = value != NULL ? g_value_get_boxed (value) : NULL;

  if (are_elsewhere (files) && has_picture (get_formats (job)))
    {
      read_picture (job);
      return;
    }
  for (GSList *at = files; at != NULL; at = at->next)
    veto_proof_intake_add_file (job->intake, at->data);
  if (files != NULL)
    end_job (job, TRUE);
  else
    fail (job, _ ("The other program did not say which file it is. Save it as a file, and add that."));
}

static void
start (VetoProofIntake *intake, GdkDrop *drop, GdkClipboard *clipboard)
{
  Job *job = g_new0 (Job, 1);

  job->intake = g_object_ref (intake);
  job->drop = drop != NULL ? g_object_ref (drop) : NULL;
  job->clipboard = clipboard != NULL ? g_object_ref (clipboard) : NULL;
  job->bytes = g_byte_array_new ();
  if (!has_files (get_formats (job)))
    read_picture (job);
  else if (drop != NULL)
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb, job);
  else
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb, job);
}

GdkContentFormats *
veto_proof_content_list_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; pictures[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, pictures[i]);
  return gdk_content_formats_union_deserialize_mime_types (
    gdk_content_formats_builder_free_to_formats (builder));
}

void
veto_proof_content_drop (VetoProofIntake *intake, GdkDrop *drop)
{
  g_return_if_fail (VETO_IS_PROOF_INTAKE (intake) && GDK_IS_DROP (drop));

  start (intake, drop, NULL);
}

gboolean
veto_proof_content_paste (VetoProofIntake *intake, GdkClipboard *clipboard)
{
  GdkContentFormats *formats;

  g_return_val_if_fail (VETO_IS_PROOF_INTAKE (intake) && GDK_IS_CLIPBOARD (clipboard), FALSE);

  formats = gdk_clipboard_get_formats (clipboard);
  if (!has_files (formats) && !has_picture (formats))
    return FALSE;
  start (intake, NULL, clipboard);
  return TRUE;
}
