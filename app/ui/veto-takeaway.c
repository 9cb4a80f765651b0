/* A guide for somewhere else: on the clipboard, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-takeaway"

#include "veto-config.h"

#include "veto-takeaway.h"

#include <glib/gi18n.h>

#include "veto-guide-text.h"
#include "veto-toasts.h"

void
veto_takeaway_copy (GtkWidget *widget, VetoPlatform *platform, const VetoGuide *guide)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Not broken into lines: an e-mail or a document has a width of its own. */
  text = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  veto_toasts_add (widget, _ ("Copied. You can paste it into an e-mail or a document."));
}
