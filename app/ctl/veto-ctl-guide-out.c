/* A guide as a file for somebody else: pages to print, or text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-guide.h"
#include "veto-ctl-output.h"
#include "veto-file.h"
#include "veto-guide-sheet.h"
#include "veto-guide-text.h"
#include "veto-paper.h"

static GBytes *
make_pdf (const VetoCtlGuide *shown, GError **error)
{
  g_autoptr(VetoDocument) document = veto_guide_sheet_new (shown->platform, shown->guide, shown->language);
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, VETO_PAPER_SHEET, error);

  return paper != NULL ? veto_paper_to_pdf (paper, error) : NULL;
}

static GBytes *
make_text (const VetoCtlGuide *shown)
{
  char *text = veto_guide_dup_text (shown->platform, shown->guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  return g_bytes_new_take (text, strlen (text));
}

int
veto_ctl_guide_write (const VetoCtlGuide *shown, const char *path)
{
  gboolean is_pdf = g_str_has_suffix (path, ".pdf");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *line = NULL;

  if (!is_pdf && !g_str_has_suffix (path, ".txt"))
    {
      /* Translators: %s is the name of a file */
      veto_ctl_say (_ ("“%s” is no kind of file for a guide; give it a name that ends in .pdf or .txt."),
                    path);
      return VETO_CTL_WRONG_USAGE;
    }

  bytes = is_pdf ? make_pdf (shown, &error) : make_text (shown);
  if (bytes == NULL)
    {
      /* Translators: %s is a reason, in a whole sentence */
      veto_ctl_say (_ ("The guide cannot be set on pages. %s A file whose name ends in .txt can be made."),
                    error->message);
      return VETO_CTL_FAILED;
    }
  if (!veto_file_write_whole (path, bytes, &error))
    {
      veto_ctl_say (_ ("The file could not be written (%s). Put that right, then try again."),
                    error->message);
      return VETO_CTL_FAILED;
    }
  /* Translators: %s is a file */
  line = g_strdup_printf (_ ("The guide is in %s."), path);
  return veto_ctl_print_line (line);
}
