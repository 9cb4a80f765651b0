/* Deletes everything: what is kept, the copies of it, what was put out for others, secrets, settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-data-erase"

#include "veto-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "veto-data-work.h"
#include "veto-store-copies.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-window.h"

typedef struct
{
  GWeakRef page;
} Erasing;

static void
free_erasing (gpointer data)
{
  Erasing *self = data;

  g_weak_ref_clear (&self->page);
  g_free (self);
}

/* Links are taken away, not followed. */
static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  GStatBuf    status;
  const char *name;

  if (g_lstat (path, &status) != 0)
    return;
  if (!S_ISDIR (status.st_mode))
    {
      g_unlink (path);
      return;
    }
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_rmdir (path);
}

/* Letters that an e-mail program was to read. */
static void
forget_mail (void)
{
  g_autofree char *mail = g_build_filename (g_get_user_cache_dir (), "veto", "mail", NULL);

  remove_tree (mail);
}

static void
forget_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_auto(GStrv) keys = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, VETO_APP_ID, TRUE);
  if (schema == NULL)
    return; /* there are no settings yet */
  settings = g_settings_new_full (schema, NULL, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_settings_sync ();
}

static gboolean
erase_cb (gpointer data, GError **error)
{
  forget_mail ();
  if (!veto_store_erase (NULL, error))
    return FALSE;
  forget_settings ();
  return TRUE;
}

static void
tell_not_erased (GtkWidget *widget, const char *words)
{
  veto_tell (widget, _ ("Not everything could be deleted"), words);
}

static void
erase (VetoWindow *window)
{
  g_autoptr(GError) error = NULL;

  if (veto_window_exchange (window, erase_cb, NULL, &error))
    veto_toasts_add (veto_window_get_notes (window), _ ("Everything was deleted. Veto begins anew."));
  else if (error != NULL)
    {
      g_debug ("not erased: %s", error->message);
      tell_not_erased (veto_window_get_notes (window),
                       _ (
                         "A file could not be taken away. Close other programs that use it, and try again."));
    }
}

/* Secrets first: only the database knows what they are called. */
static void
forgot_secrets_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoDataPage) page = data;
  g_autoptr(GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (root == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      erase (VETO_WINDOW (root));
      return;
    }
  veto_data_page_stop (page);
  tell_not_erased (GTK_WIDGET (page), _ ("Veto could not open the keyring with your passwords, so nothing "
                                         "was deleted yet. Unlock it, "
                                         "and try again."));
}

static void
agreed_cb (gpointer data)
{
  Erasing *self = data;
  g_autoptr(VetoDataPage) page = g_weak_ref_get (&self->page);
  VetoServices *services;

  if (page == NULL || gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  services = veto_data_page_get_services (page);
  if (services->forget_secrets == NULL)
    {
      erase (VETO_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
      return;
    }
  veto_data_page_start (page, _ ("Deleting everything…"), NULL);
  services->forget_secrets (services, NULL, forgot_secrets_cb, g_object_ref (page));
}

void
veto_data_erase (VetoDataPage *page)
{
  Erasing *erasing;

  g_return_if_fail (VETO_IS_DATA_PAGE (page));

  erasing = g_new0 (Erasing, 1);
  g_weak_ref_init (&erasing->page, page);
  veto_ask (
    GTK_WIDGET (page), _ ("Delete everything?"),
    _ ("This deletes all objections, letters and proof, your name and addresses, and the settings. It "
       "deletes the copies that Veto made itself, too. This cannot be undone. Only copies that you "
       "saved yourself stay where you put them.\n\nAn objection that you have sent is not withdrawn by "
       "this."),
    _ ("Delete everything"), TRUE, agreed_cb, erasing, free_erasing);
}
