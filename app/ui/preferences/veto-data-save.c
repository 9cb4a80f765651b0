/* Saves a copy of everything where the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-data-save"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-copy-words.h"
#include "veto-data-file.h"
#include "veto-data-work.h"
#include "veto-day.h"
#include "veto-tell.h"
#include "veto-toasts.h"

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoDataPage) page = data;
  g_autoptr(GError) error = NULL;
  g_autofree char  *contents = NULL, *words = NULL;
  VetoStoreContents found;

  if (veto_store_back_up_finish (result, &found, &error))
    {
      contents = veto_copy_words_dup_contents (&found);
      /* Translators: %s is what is in the copy, such as "12 cases, 3 letters" */
      words = g_strdup_printf (_ ("The copy is saved and was read back: %s."), contents);
    }
  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  veto_data_page_stop (page);
  if (words != NULL)
    veto_toasts_add (GTK_WIDGET (page), words);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    veto_toasts_add (GTK_WIDGET (page), _ ("Cancelled. No copy was saved."));
  else
    {
      words = veto_copy_words_dup_not_saved (error);
      veto_tell (GTK_WIDGET (page), _ ("No copy was saved"), words);
    }
}

void
veto_data_save_to (VetoDataPage *page, const char *path)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_return_if_fail (VETO_IS_DATA_PAGE (page));

  veto_data_page_start (page, _ ("Saving a copy of everything…"), cancellable);
  veto_store_back_up_async (veto_data_page_get_services (page)->store, path, TRUE, cancellable, saved_cb,
                            g_object_ref (page));
}

void
veto_data_save (VetoDataPage *page)
{
  g_autofree char *day = NULL, *name = NULL;
  GDate            today;

  g_return_if_fail (VETO_IS_DATA_PAGE (page));

  veto_day_today (&today);
  day = veto_day_dup_iso (&today);
  name = g_strdup_printf ("Veto %s.veto", day);
  veto_data_file_choose (page, _ ("Save a copy of everything"), _ ("_Save"), name, veto_data_save_to);
}
