/* vetoctl calendar: what is due, as a file for a calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-calendar.h"
#include "veto-ctl-cases.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"

/* Returns: (transfer full) (element-type VetoCase) */
static GPtrArray *
list_cases (GListModel *book)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    g_ptr_array_add (cases, g_list_model_get_item (book, i));
  return cases;
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoCaseBook) book = NULL;
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GBytes) file = NULL;

  if (ctl->out == NULL || !g_str_has_suffix (ctl->out, ".ics"))
    {
      veto_ctl_say (_ ("Say where the calendar goes: --out FILE.ics."));
      return VETO_CTL_WRONG_USAGE;
    }
  set = veto_ctl_load_guidance (ctl);
  book = set != NULL ? veto_ctl_load_cases (ctl, set) : NULL;
  if (book == NULL)
    return VETO_CTL_FAILED;
  cases = list_cases (G_LIST_MODEL (book));
  file = veto_calendar_new (cases, set, g_get_real_time () / G_USEC_PER_SEC);
  if (file != NULL)
    return veto_ctl_write_file (ctl->out, file);
  veto_ctl_say (_ ("Nothing has a last day now, so no calendar was written. See “vetoctl due”."));
  return VETO_CTL_FAILED;
}

const VetoCtlCommand veto_ctl_calendar = {
  .name = "calendar",
  .arguments = "",
  .writes = TRUE,
  .summary = N_ ("Write what is due into a file for your calendar."),
  .details = N_ ("--out is needed: a name that ends in .ics. Open the file with your calendar. Who does so "
                 "again later gets "
                 "no second entry: the one that is there is brought up to date."),
  .run = run,
};
