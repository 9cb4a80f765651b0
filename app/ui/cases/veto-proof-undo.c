/* What is done with proof, and can be taken back for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-undo"

#include "veto-config.h"

#include "veto-proof-undo.h"

#include <glib/gi18n.h>

#include "veto-proof-sender.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-toasts.h"

/* What was removed, until nobody can put it back */
typedef struct
{
  VetoProofList *list;
  VetoProof     *proof;
} Removed;

static gboolean
put_back_cb (gpointer data, GError **error)
{
  Removed *removed = data;

  veto_proof_list_put_back (removed->list, removed->proof);
  return TRUE;
}

/* The program stays until it is gone from the disk, also when the window was closed. */
static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer application)
{
  if (application != NULL)
    {
      g_application_release (application);
      g_object_unref (application);
    }
}

static void
free_removed (gpointer data)
{
  Removed      *removed = data;
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    {
      g_object_ref (application);
      g_application_hold (application);
    }
  veto_proof_list_delete_removed_async (removed->list, removed->proof, deleted_cb, application);
  g_object_unref (removed->list);
  g_object_unref (removed->proof);
  g_free (removed);
}

void
veto_proof_undo_remove (GtkWidget *widget, VetoProofList *list, VetoProof *proof)
{
  Removed         *removed = g_new0 (Removed, 1);
  g_autofree char *name = NULL, *words = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  removed->list = g_object_ref (list);
  removed->proof = g_object_ref (proof);
  name = veto_text_dup_isolated (veto_proof_get_name (proof), NULL);
  /* Translators: %s is the name of a file */
  words = g_strdup_printf (_ ("“%s” was removed."), name);
  veto_proof_list_remove (list, proof);
  veto_toasts_add_undo (widget, words, put_back_cb, removed, free_removed);
}

/* An event that was added, until nobody can take it back */
typedef struct
{
  VetoTimeline *timeline;
  GVariant     *undo;
} Noted;

static gboolean
undo_note_cb (gpointer data, GError **error)
{
  Noted *noted = data;

  return veto_timeline_undo (noted->timeline, noted->undo, error);
}

static void
free_noted (gpointer data)
{
  Noted *noted = data;

  g_object_unref (noted->timeline);
  g_variant_unref (noted->undo);
  g_free (noted);
}

gboolean
veto_proof_undo_note (GtkWidget *widget, VetoCase *item, VetoProof *proof, VetoEventKind kind)
{
  const VetoProofMail *mail = veto_proof_get_mail (proof);
  VetoTimeline        *timeline = veto_case_get_timeline (item);
  g_autofree char     *note = NULL;
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .reply = VETO_REPLY_OTHER, .proof = veto_proof_get_id (proof) };
  GVariant      *undo;
  Noted         *noted;

  g_return_val_if_fail (mail != NULL && g_date_valid (&mail->day), FALSE);

  note = veto_proof_sender_dup_note (mail);
  draft.day = mail->day;
  draft.note = note;
  if (!veto_timeline_add (timeline, &draft, &undo, &error))
    {
      veto_tell_error (widget, error);
      return FALSE;
    }
  noted = g_new0 (Noted, 1);
  noted->timeline = g_object_ref (timeline);
  noted->undo = undo;
  veto_toasts_add_undo (widget, _ ("It stands in “What happened” now."), undo_note_cb, noted, free_noted);
  return TRUE;
}
