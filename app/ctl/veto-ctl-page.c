/* Text for a terminal: paragraphs of at most 80 columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ctl-page.h"

#include "veto-columns.h"
#include "veto-ctl-output.h"
#include "veto-text.h"

void
veto_ctl_page_add (GString *page, guint indent, const char *lead, const char *text)
{
  g_autofree char *bare = text != NULL ? veto_text_strip_isolation (text)
                                       : NULL; /* terminals do not know it */
  g_autofree char *plain = bare != NULL ? veto_ctl_dup_plain (bare) : NULL;
  g_autofree char *plain_lead = veto_ctl_dup_plain (lead);

  veto_columns_add (page, VETO_CTL_COLUMNS, indent, plain_lead, plain);
}

void
veto_ctl_page_add_format (GString *page, guint indent, const char *lead, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  veto_ctl_page_add (page, indent, lead, text);
}

void
veto_ctl_page_add_gap (GString *page)
{
  veto_columns_add_gap (page);
}
