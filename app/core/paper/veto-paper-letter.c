/* What only a letter has, and what stands on every page: head, address, day, subject, foot.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"

#define FOOT (VETO_A4_HEIGHT - 17 * VETO_MM)
#define FOOT_GRAY 0.3

/* Title and number at the foot of each page, as soon as there are several. */
gboolean
veto_job_set_feet (VetoJob *job, GError **error)
{
  guint    n_pages = job->paper->pages->len;
  VetoType type = { .size = 9, .spacing = 1 };
  double   width = VETO_TEXT_WIDTH;

  for (guint page = 0; page < n_pages && n_pages > 1; page++)
    {
      g_autofree char *words = veto_document_dup_page_words (job->document, page + 1, n_pages);
      g_autoptr(GPtrArray) lines = g_ptr_array_new ();
      VetoMark mark = { .y = FOOT, .gray = FOOT_GRAY, .block = VETO_PAPER_FURNITURE };

      if (!veto_setter_set (&job->setter, words, &type, width, lines, error))
        return FALSE;
      mark.line = g_ptr_array_index (lines, 0);
      mark.x = VETO_A4_WIDTH - VETO_RIGHT - mark.line->width - mark.line->x;
      g_array_append_val (g_ptr_array_index (job->paper->pages, page), mark);
    }
  return TRUE;
}
