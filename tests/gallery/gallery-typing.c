/* Where one can paste what the layout of text dies of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-faults.h"
#include "scene.h"
#include "veto-peek.h"
#include "veto-typing.h"

static void
look (GtkWidget *widget, gpointer faults)
{
  gboolean is_line = GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
  gboolean has_lines = GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  if ((is_line || has_lines) && !veto_typing_is_guarded (widget)
      && !veto_peek_is_limited (gtk_widget_get_parent (widget)))
    {
      g_autofree char *style = scene_dup_style (widget);

      g_ptr_array_add (faults, g_strdup_printf ("takes any text that is pasted: %s", style));
    }
}

void
gallery_find_unguarded (GtkWidget *root, GPtrArray *faults)
{
  scene_for_each (root, look, faults);
}
