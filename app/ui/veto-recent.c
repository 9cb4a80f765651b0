/* The list of recent files, which every program reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-recent"

#include "veto-recent.h"

/* GTK's dialog puts each file into the list of recent ones, some time later, and all programs read that. What people
 * keep and write stays out of it, but for a file that somebody opened with another program. Rule: security design, 6.6. */
static void
recent_changed_cb (GtkRecentManager *manager, GHashTable *uris)
{
  GHashTableIter iter;
  gpointer       uri;

  g_hash_table_iter_init (&iter, uris);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      g_autoptr(GtkRecentInfo) info = gtk_recent_manager_lookup_item (manager, uri, NULL);
      gsize n_applications = 0;

      if (info == NULL)
        continue;
      g_strfreev (gtk_recent_info_get_applications (info, &n_applications));
      if (n_applications == 1 && gtk_recent_info_has_application (info, g_get_application_name ()))
        gtk_recent_manager_remove_item (manager, uri, NULL);
    }
}

void
veto_recent_keep_out (GFile *file)
{
  static GHashTable *uris = NULL; /* those that this process has written */
  GtkRecentManager  *manager = gtk_recent_manager_get_default ();

  if (uris == NULL)
    {
      uris = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (manager, "changed", G_CALLBACK (recent_changed_cb), uris);
    }
  g_hash_table_add (uris, g_file_get_uri (file));
  recent_changed_cb (manager, uris);
}
