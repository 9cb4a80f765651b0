/* vetoctl dossier: a case as a folder for an authority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-cases.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-day.h"
#include "veto-dossier.h"

/* A letter's own language, which may not be the reader's */
static VetoLetterKind *
find_kind (const char *kind, const char *language, gpointer data)
{
  VetoCtl own = *(const VetoCtl *) data;
  g_autoptr(VetoGuideSet) set = NULL;
  VetoLetterKind *found;

  own.language = language;
  set = veto_ctl_load_guidance (&own);
  found = set != NULL ? veto_guide_set_find_letter (set, kind) : NULL;
  return found != NULL ? g_object_ref (found) : NULL;
}

/* Returns: (transfer none) (nullable): the case of that id, or the only one of that platform */
static VetoCase *
find_case (VetoCaseBook *book, const char *name)
{
  g_autoptr(GString) ids = g_string_new (NULL);
  VetoCase *found = NULL;
  guint     n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (book)); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (book), i);

      if (g_str_equal (veto_case_get_id (item), name))
        return item; /* the book holds it */
      if (g_ascii_strcasecmp (veto_case_get_platform (item), name) != 0)
        continue;
      found = item;
      g_string_append_printf (ids, "%s%s", n_found++ > 0 ? ", " : "", veto_case_get_id (item));
    }
  if (n_found == 1)
    return found;
  if (n_found > 1)
    /* Translators: %1$s is a platform, %2$s the list of the cases there are */
    veto_ctl_say (_ ("There is more than one case for “%1$s”. Name one of them: %2$s."), name, ids->str);
  else
    veto_ctl_say (_ ("There is no case “%s”. See “vetoctl status”."), name);
  return NULL;
}

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
} Wait;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static int
write_dossier (VetoDossier *dossier, const char *folder)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Wait wait = { .loop = loop };

  veto_dossier_write_async (dossier, folder, NULL, NULL, NULL, written_cb, &wait);
  g_main_loop_run (loop);
  result = wait.result;
  if (veto_dossier_write_finish (result, &error))
    return VETO_CTL_DONE;
  veto_ctl_say ("%s: %s", folder, error->message);
  return VETO_CTL_FAILED;
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = NULL;
  g_auto(VetoCtlDesk) desk = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;
  VetoDossier     *dossier;
  VetoCase        *item;
  GDate            today;

  if (ctl->out == NULL || g_str_equal (ctl->out, "-"))
    {
      veto_ctl_say (_ ("Say where the files go: --out FOLDER, which is not there yet."));
      return VETO_CTL_WRONG_USAGE;
    }
  set = veto_ctl_load_guidance (ctl);
  if (set == NULL || !veto_ctl_load_desk (ctl, set, &desk))
    return VETO_CTL_FAILED;
  item = find_case (desk.book, ctl->arguments->pdata[0]);
  if (item == NULL)
    return VETO_CTL_FAILED;
  veto_day_today (&today);
  dossier = veto_dossier_new (item, set, desk.store, desk.letters, find_kind, (gpointer) ctl, &today, &error);
  folder = g_canonicalize_filename (ctl->out, NULL);
  if (dossier != NULL)
    return write_dossier (dossier, folder);
  veto_ctl_say (_ ("The case could not be read (%s). Nothing was written."), error->message);
  return VETO_CTL_FAILED;
}

const VetoCtlCommand veto_ctl_dossier = {
  .name = "dossier",
  .arguments = "CASE",
  .n_min = 1,
  .n_max = 1,
  .writes = TRUE,
  .summary = N_ ("Write a case with its proof into a folder, for an authority."),
  .details = N_ (
    "CASE is the id of a case, as “vetoctl status --json” gives it, or of a platform with one case. --out is "
    "needed: a folder that is not there yet. In it are a PDF with summary, timeline, letters and pictures, "
    "the "
    "proof byte for byte, and SHA256SUMS, which “sha256sum -c” accepts. It is there as a whole or not at "
    "all."),
  .run = run,
};
