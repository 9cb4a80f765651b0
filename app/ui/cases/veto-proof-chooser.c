/* The question which files are proof.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-chooser"

#include "veto-config.h"

#include "veto-proof-chooser.h"

#include <glib/gi18n.h>

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const types[] = { "image/png",  "image/jpeg",      "image/webp",     "image/gif",
                                       "image/heic", "application/pdf", "message/rfc822", "text/plain" };
  g_autoptr(GtkFileFilter) kept = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (kept, _ ("Pictures, PDFs, e-mails and text"));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (kept, types[i]);
  gtk_file_filter_add_suffix (kept, "eml");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, kept);
  gtk_file_chooser_add_filter (chooser, all);
}

GtkNativeDialog *
veto_proof_chooser_new (GtkWindow *window)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Add proof"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return GTK_NATIVE_DIALOG (chooser);
}
