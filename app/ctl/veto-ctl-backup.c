/* vetoctl backup: a copy of everything, as one file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-copy-words.h"
#include "veto-ctl-cases.h"
#include "veto-ctl-output.h"

static int
run (const VetoCtl *ctl)
{
  const char *path = g_ptr_array_index (ctl->arguments, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open (ctl->data, VETO_STORE_LOOK, &error);
  g_autofree char  *words = NULL, *line = NULL;
  VetoStoreContents contents;

  if (store == NULL)
    {
      veto_ctl_say_store_error (error);
      return VETO_CTL_FAILED;
    }
  if (!veto_store_back_up (store, path, FALSE, &contents, NULL, &error))
    {
      words = veto_copy_words_dup_not_saved (error);
      veto_ctl_say ("%s (%s)", words, error->message);
      return VETO_CTL_FAILED;
    }
  words = veto_copy_words_dup_contents (&contents);
  line = g_strdup_printf ("%s: %s", path, words);
  return veto_ctl_print_line (line);
}

const VetoCtlCommand veto_ctl_backup = {
  .name = "backup",
  .arguments = "FILE",
  .n_min = 1,
  .n_max = 1,
  .summary = N_ ("Save a copy of everything into one file."),
  .details = N_ (
    "Cases, letters and proof are in it; passwords are not. The copy is read back before it gets its name. "
    "A file that is there already is not replaced. Keep the copy on another disk, and remember that whoever "
    "has it can read it."),
  .run = run,
};
