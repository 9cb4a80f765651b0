/* Deletes a case, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-delete-case"

#include "veto-config.h"

#include "veto-delete-case.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-copy-words.h"
#include "veto-store-copies.h"
#include "veto-store-delete.h"
#include "veto-tell.h"
#include "veto-toasts.h"

typedef struct
{
  VetoStore      *store;
  VetoLetterBook *letters;
  VetoStoreUndo  *deleted;
} Undo;

static void
free_undo (gpointer data)
{
  Undo *self = data;

  g_object_unref (self->store);
  g_object_unref (self->letters);
  veto_store_undo_free (self->deleted);
  g_free (self);
}

/* The book of cases hears it from the store. */
static void
refresh_letters (VetoLetterBook *letters)
{
  g_autoptr(GError) error = NULL;

  if (!veto_letter_book_refresh (letters, &error))
    g_debug ("letters not refreshed: %s", error->message);
}

static gboolean
undo_cb (gpointer data, GError **error)
{
  Undo *self = data;

  if (!veto_store_undo (self->store, self->deleted, error))
    return FALSE;
  refresh_letters (self->letters);
  return TRUE;
}

/* Until when a copy that Veto made has the case; 0: in none, G_MAXINT64: in one that stays. */
static gint64
find_last_copy (VetoStore *store)
{
  g_autofree char *folder = g_path_get_dirname (veto_store_get_path (store));
  g_autoptr(GPtrArray) kept = NULL;
  gint64 last = 0;

  if (*veto_store_get_path (store) == '\0')
    return 0; /* in memory */
  kept = veto_store_list_kept (folder);
  for (guint i = 0; i < kept->len; i++)
    {
      gint64 until = ((const VetoStoreKept *) g_ptr_array_index (kept, i))->until;
      last = MAX (last, until != 0 ? until : G_MAXINT64);
    }
  return last;
}

static char *
dup_words (VetoStore *store)
{
  gint64           last = find_last_copy (store);
  g_autofree char *day = last != 0 && last != G_MAXINT64 ? veto_copy_words_dup_day (last) : NULL;

  if (last == 0)
    return g_strdup (
      _ ("Deleted from Veto, not withdrawn. Only copies that you saved yourself may still have it."));
  if (day == NULL)
    return g_strdup (
      _ ("Deleted from Veto, not withdrawn. A file that was put aside may have it until you delete "
         "everything. So may copies that you saved yourself."));
  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Deleted from Veto, not withdrawn. Copies that Veto made itself may have it "
                             "until %s. So may "
                             "copies that you saved yourself."),
                          day);
}

gboolean
veto_delete_case_offer (GtkWidget *widget, VetoServices *services, VetoCase *item)
{
  /* The notes' own place, because the page of the case may go with it. */
  GtkWidget *notes = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  VetoStoreUndo   *deleted;
  Undo            *undo;

  g_return_val_if_fail (VETO_IS_CASE (item), FALSE);

  deleted = veto_store_delete_case (services->store, veto_case_get_id (item), TRUE, &error);
  if (deleted == NULL)
    {
      veto_tell_error (widget, error);
      return FALSE;
    }
  undo = g_new0 (Undo, 1);
  *undo = (Undo){ g_object_ref (services->store), g_object_ref (services->letters), deleted };
  refresh_letters (services->letters);
  words = dup_words (services->store);
  if (notes != NULL)
    veto_toasts_add_undo (notes, words, undo_cb, undo, free_undo);
  else
    free_undo (undo);
  return TRUE;
}
