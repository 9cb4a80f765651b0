/* The work on the bytes of proof, in threads: reading, telling what it is, counting sums.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof"

#include "veto-config.h"

#include "veto-proof-private.h"

#include <glib/gi18n-lib.h>

#include "veto-proof-file.h"

/* Copies for the thread. */
typedef struct
{
  char           *case_id; /* nullable */
  GFile          *file;    /* nullable */
  char           *name;    /* nullable */
  GBytes         *bytes;   /* nullable */
  VetoStoreProof *row;     /* nullable */
} Job;

static void
free_job (Job *job)
{
  g_free (job->case_id);
  g_clear_object (&job->file);
  g_free (job->name);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->row, veto_store_proof_free);
  g_free (job);
}

void
veto_proof_parcel_free (VetoProofParcel *self)
{
  g_clear_pointer (&self->row, veto_store_proof_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->mail, veto_proof_mail_free);
  g_free (self);
}

static VetoProofMail *
read_mail (const char *media_type, GBytes *bytes)
{
  g_autoptr(GTimeZone) zone = NULL;

  if (veto_proof_kind_of_media_type (media_type) != VETO_PROOF_KIND_MAIL)
    return NULL;
  zone = g_time_zone_new_local ();
  return veto_proof_mail_new (bytes, zone, g_get_real_time () / G_USEC_PER_SEC);
}

static VetoStoreProof *
describe (const Job *job, const char *name, const char *media_type, GBytes *bytes)
{
  VetoStoreProof *row = g_new0 (VetoStoreProof, 1);

  row->id = g_uuid_string_random ();
  row->case_id = g_strdup (job->case_id);
  row->name = veto_proof_kind_dup_file_name (name, media_type);
  row->media_type = g_strdup (media_type);
  row->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  row->size = (gint64) g_bytes_get_size (bytes);
  row->added_at = g_get_real_time () / G_USEC_PER_SEC;
  return row;
}

static VetoProofParcel *
pack (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr(GBytes) bytes = job->bytes != NULL ? g_bytes_ref (job->bytes)
                                                : veto_proof_file_read (job->file, cancellable, error);
  g_autofree char *name = job->name != NULL ? g_strdup (job->name) : veto_proof_file_dup_name (job->file);
  const char      *media_type;
  VetoProofParcel *parcel;

  if (bytes == NULL)
    return NULL;
  media_type = veto_proof_kind_find_media_type (bytes);
  if (media_type == NULL)
    {
      g_set_error (error, VETO_PROOF_ERROR, VETO_PROOF_ERROR_KIND,
                   /* Translators: %s is the name of a file */
                   _ ("Veto keeps pictures, PDFs, e-mails (.eml) and text. “%s” is something else."), name);
      return NULL;
    }
  parcel = g_new0 (VetoProofParcel, 1);
  parcel->row = describe (job, name, media_type, bytes);
  parcel->mail = read_mail (media_type, bytes);
  parcel->bytes = g_steal_pointer (&bytes);
  return parcel;
}

static void
pack_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  VetoProofParcel *parcel = pack (job, cancellable, &error);

  if (parcel != NULL)
    g_task_return_pointer (task, parcel, (GDestroyNotify) veto_proof_parcel_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
veto_proof_pack_async (const char         *case_id,
                       GFile              *file,
                       const char         *name,
                       GBytes             *bytes,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->case_id = g_strdup (case_id);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->name = g_strdup (name);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_source_tag (task, veto_proof_pack_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, pack_thread);
}

VetoProofParcel *
veto_proof_pack_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
examine_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job       *job = data;
  VetoProofParcel *parcel = g_new0 (VetoProofParcel, 1);

  if (veto_store_proof_matches (job->row, job->bytes))
    parcel->bytes = g_bytes_ref (job->bytes);
  parcel->mail = read_mail (job->row->media_type, job->bytes);
  g_task_return_pointer (task, parcel, (GDestroyNotify) veto_proof_parcel_free);
}

void
veto_proof_examine_async (const VetoStoreProof *row,
                          GBytes               *bytes,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->row = veto_store_proof_copy (row);
  job->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, veto_proof_examine_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, examine_thread);
}

VetoProofParcel *
veto_proof_examine_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
