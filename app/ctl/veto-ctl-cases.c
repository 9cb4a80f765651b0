/* The cases that commands work on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-cases.h"

#include <glib/gi18n.h>

#include "veto-ctl-output.h"
#include "veto-text.h"

void
veto_ctl_say_store_error (const GError *error)
{
  int         code = error->domain == VETO_STORE_ERROR ? error->code : VETO_STORE_ERROR_FAILED;
  const char *why = error->message;

  switch (code)
    {
    case VETO_STORE_ERROR_DAMAGED:
      veto_ctl_say (_ ("The database is damaged (%s). It was left as it is; start Veto, it shows what can be "
                       "done."),
                    why);
      return;
    case VETO_STORE_ERROR_NOT_OURS:
      veto_ctl_say (
        _ ("This is no database of Veto (%s). It was left as it is; name another folder with --data."), why);
      return;
    case VETO_STORE_ERROR_NEWER:
      veto_ctl_say (
        _ ("The database is of a newer Veto (%s). It was left as it is; install the newer version."), why);
      return;
    case VETO_STORE_ERROR_IN_USE:
      veto_ctl_say (_ ("Another program keeps the database locked (%s). Close it, or try again in a moment."),
                    why);
      return;
    case VETO_STORE_ERROR_READ_ONLY:
      veto_ctl_say (_ ("The database may not be read (%s). Make it readable for you, then try again."), why);
      return;
    case VETO_STORE_ERROR_FULL:
      veto_ctl_say (_ ("The disk is full (%s). Delete something you no longer need, then try again."), why);
      return;
    case VETO_STORE_ERROR_FAILED:
    default:
      veto_ctl_say (_ ("The database cannot be read (%s). It was left as it is; please try again."), why);
    }
}

void
veto_ctl_desk_clear (VetoCtlDesk *self)
{
  g_clear_object (&self->letters);
  g_clear_object (&self->book);
  g_clear_object (&self->store);
  g_clear_object (&self->guidance);
}

gboolean
veto_ctl_load_desk (const VetoCtl *ctl, VetoGuideSet *set, VetoCtlDesk *out_desk)
{
  g_autoptr(GError) error = NULL;

  out_desk->guidance = veto_guidance_new (set);
  out_desk->store = veto_store_open (ctl->data, VETO_STORE_LOOK, &error);
  if (out_desk->store != NULL)
    out_desk->book = veto_case_book_new (out_desk->store, out_desk->guidance, &error);
  if (out_desk->book != NULL)
    out_desk->letters = veto_letter_book_new (out_desk->store, out_desk->guidance, &error);
  if (out_desk->letters != NULL)
    return TRUE;
  veto_ctl_say_store_error (error);
  return FALSE;
}

VetoCaseBook *
veto_ctl_load_cases (const VetoCtl *ctl, VetoGuideSet *set)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (set);
  g_autoptr(VetoStore) store = veto_store_open (ctl->data, VETO_STORE_LOOK, &error);
  VetoCaseBook *book = store != NULL ? veto_case_book_new (store, guidance, &error) : NULL;

  if (book == NULL)
    veto_ctl_say_store_error (error);
  return book;
}

char *
veto_ctl_dup_whose (VetoCase *item)
{
  g_autofree char *whose = veto_case_dup_whose (item);

  return veto_text_strip_isolation (whose);
}
