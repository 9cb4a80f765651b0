/* The screen of a step, drawn with letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-guide.h"
#include "veto-ctl-page.h"

/* ASCII alone, so that it looks the same in every encoding. */
static char *
draw_row (const VetoScreenRow *row)
{
  const char *text = row->text != NULL ? row->text : "...";

  switch (row->kind)
    {
    case VETO_ROW_ENTRY:
      return g_strdup_printf ("- %s", text);
    case VETO_ROW_FIELD:
    case VETO_ROW_AREA:
      return g_strdup_printf ("[ %s %s ]", row->text != NULL ? text : "", "________________");
    case VETO_ROW_CHOICE:
      return g_strdup_printf ("( ) %s", text);
    case VETO_ROW_BUTTON:
      return g_strdup_printf ("[ %s ]", text);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup (text);
    }
}

void
veto_ctl_add_screen (GString *page, guint indent, const VetoScreen *screen)
{
  veto_ctl_page_add (page, indent, "",
                     screen->kind == VETO_SCREEN_PHONE
                       /* Translators: before a drawing of rows; "<--" marks one of them */
                       ? _ ("On the phone it may look like this; <-- shows what matters:")
                       /* Translators: before a drawing of rows; "<--" marks one of them */
                       : _ ("On the page it may look like this; <-- shows what matters:"));
  for (guint i = 0; i < screen->n_rows; i++)
    {
      g_autofree char *row = draw_row (&screen->rows[i]);
      veto_ctl_page_add_format (page, indent, "  | ", "%s%s", row, screen->rows[i].target ? "  <--" : "");
    }
}
