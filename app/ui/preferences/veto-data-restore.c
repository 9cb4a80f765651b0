/* Brings a copy back: looks at it, says what is in it, and exchanges when the person agrees; with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-data-restore"

#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-copy-words.h"
#include "veto-data-file.h"
#include "veto-data-work.h"
#include "veto-store-copies.h"
#include "veto-store-restore.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-window.h"

/* A copy that waits for a yes; afterwards the way back. */
typedef struct
{
  GWeakRef       window;
  VetoStoreCopy *copy;  /* NULL once it is in place */
  char          *aside; /* nullable: what was there before */
} Restoring;

static Restoring *
make_restoring (VetoWindow *window)
{
  Restoring *self = g_new0 (Restoring, 1);

  g_weak_ref_init (&self->window, window);
  return self;
}

static void
free_restoring (gpointer data)
{
  Restoring *self = data;

  g_clear_pointer (&self->copy, veto_store_copy_free);
  g_weak_ref_clear (&self->window);
  g_free (self->aside);
  g_free (self);
}

static void
tell_not_restored (GtkWidget *widget, const GError *error)
{
  g_autofree char *words = veto_copy_words_dup_not_restored (error);

  veto_tell (widget, _ ("Nothing was brought back"), words);
}

static gboolean
put_back_cb (gpointer aside, GError **error)
{
  return veto_store_put_back (NULL, aside, error);
}

/* The toast's own button. What goes wrong is told here, in words about copies. */
static gboolean
undo_cb (gpointer data, GError **error)
{
  Restoring *self = data;
  g_autoptr(VetoWindow) window = g_weak_ref_get (&self->window);
  g_autofree char *aside = g_strdup (self->aside); /* the toast may go with the pages */
  g_autoptr(GError) problem = NULL;

  if (window == NULL)
    return TRUE;
  if (veto_window_exchange (window, put_back_cb, aside, &problem))
    veto_toasts_add (veto_window_get_notes (window), _ ("It is as it was before."));
  else if (problem != NULL)
    tell_not_restored (veto_window_get_notes (window), problem);
  return TRUE;
}

static gboolean
put_copy_cb (gpointer data, GError **error)
{
  Restoring *self = data;

  return veto_store_put_copy (self->copy, &self->aside, error);
}

static void
agreed_cb (gpointer data)
{
  Restoring *self = data;
  g_autoptr(VetoWindow) window = g_weak_ref_get (&self->window);
  g_autoptr(GError) error = NULL;
  Restoring *way_back;

  if (window == NULL)
    return;
  if (!veto_window_exchange (window, put_copy_cb, self, &error))
    {
      if (error != NULL)
        tell_not_restored (veto_window_get_notes (window), error);
      return;
    }
  if (self->aside == NULL)
    {
      veto_toasts_add (veto_window_get_notes (window), _ ("The copy is back."));
      return;
    }
  way_back = make_restoring (window);
  way_back->aside = g_steal_pointer (&self->aside);
  veto_toasts_add_undo (veto_window_get_notes (window), _ ("The copy is back."), undo_cb, way_back,
                        free_restoring);
}

static char *
dup_question (const VetoStoreContents *contents, VetoServices *services)
{
  VetoStoreContents present = { 0 };
  g_autofree char  *found = veto_copy_words_dup_contents (contents), *day = NULL, *now = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  if (!veto_store_count_contents (services->store, &present, &error))
    g_debug ("not counted: %s", error->message);
  now = veto_copy_words_dup_contents (&present);
  /* Translators: %s is what is in a copy, such as "12 cases, 3 letters" */
  g_string_append_printf (text, _ ("In the copy: %s."), found);
  if (contents->changed != 0)
    {
      day = veto_copy_words_dup_day (contents->changed);
      g_string_append_c (text, ' ');
      /* Translators: %s is a day */
      g_string_append_printf (text, _ ("The newest entry in it is of %s."), day);
    }
  g_string_append (text, "\n\n");
  /* Translators: %s is what there is now, such as "12 cases, 3 letters" */
  g_string_append_printf (text, _ ("The copy takes the place of what Veto has now: %s."), now);
  g_string_append (text, "\n\n");
  g_string_append_printf (
    text,
    ngettext ("You can undo this at once. Veto also keeps what it has now for %u day, and shows it "
              "on the page “Your data”.",
              "You can undo this at once. Veto also keeps what it has now for %u days, and shows it "
              "on the page “Your data”.",
              VETO_STORE_KEPT_DAYS),
    VETO_STORE_KEPT_DAYS);
  return g_string_free (text, FALSE);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoDataPage) page = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCopy) copy = veto_store_check_copy_finish (result, &error);
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *question = NULL;
  Restoring       *restoring;

  if (root == NULL)
    return;
  veto_data_page_stop (page);
  if (copy == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        veto_toasts_add (GTK_WIDGET (page), _ ("Cancelled. Nothing has changed."));
      else
        tell_not_restored (GTK_WIDGET (page), error);
      return;
    }
  question = dup_question (veto_store_copy_get_contents (copy), veto_data_page_get_services (page));
  restoring = make_restoring (VETO_WINDOW (root));
  restoring->copy = g_steal_pointer (&copy);
  veto_ask (GTK_WIDGET (page), _ ("Bring back this copy?"), question, _ ("Bring back this copy"), FALSE,
            agreed_cb, restoring, free_restoring);
}

void
veto_data_restore_from (VetoDataPage *page, const char *path)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_return_if_fail (VETO_IS_DATA_PAGE (page));

  veto_data_page_start (page, _ ("Looking at the copy…"), cancellable);
  veto_store_check_copy_async (NULL, path, cancellable, checked_cb, g_object_ref (page));
}

void
veto_data_restore (VetoDataPage *page)
{
  g_return_if_fail (VETO_IS_DATA_PAGE (page));

  veto_data_file_choose (page, _ ("Bring back a copy"), _ ("_Look at It"), NULL, veto_data_restore_from);
}
