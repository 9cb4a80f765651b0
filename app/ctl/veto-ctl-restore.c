/* vetoctl restore: a copy of everything comes back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-copy-words.h"
#include "veto-ctl-command.h"
#include "veto-ctl-output.h"
#include "veto-store-restore.h"

static int
run (const VetoCtl *ctl)
{
  const char *path = g_ptr_array_index (ctl->arguments, 0);
  g_autoptr(GError) error = NULL;
  g_autofree char  *aside = NULL, *words = NULL, *line = NULL;
  VetoStoreContents contents;

  if (!veto_store_restore (ctl->data, path, &contents, &aside, &error))
    {
      words = veto_copy_words_dup_not_restored (error);
      veto_ctl_say ("%s (%s)", words, error->message);
      return VETO_CTL_FAILED;
    }
  words = veto_copy_words_dup_contents (&contents);
  line = g_strdup_printf ("%s: %s", path, words);
  if (aside != NULL)
    /* Translators: %1$s is a command, %2$s a file */
    veto_ctl_say (_ ("What was there before is kept. To undo: %1$s %2$s"), "vetoctl restore", aside);
  return veto_ctl_print_line (line);
}

const VetoCtlCommand veto_ctl_restore = {
  .name = "restore",
  .arguments = "FILE",
  .n_min = 1,
  .n_max = 1,
  .summary = N_ ("Bring back a copy of everything."),
  .details = N_ ("The copy takes the place of what Veto has now. Before that it is checked from beginning to "
                 "end; when something is "
                 "wrong with it, nothing changes. What was there before is kept for 90 days, and it is said "
                 "where. Close Veto’s "
                 "window first."),
  .run = run,
};
