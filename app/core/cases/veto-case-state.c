/* How far a case is, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include "veto-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (VetoCaseState,
                    veto_case_state,
                    G_DEFINE_ENUM_VALUE (VETO_CASE_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_IN_PROGRESS, "in-progress"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_DONE, "done"))

const char *
veto_case_state_get_name (VetoCaseState state)
{
  switch (state)
    {
    case VETO_CASE_IN_PROGRESS:
      return _ ("In progress");
    case VETO_CASE_SENT:
      /* Translators: the form is sent; what is left is to wait for the answer */
      return _ ("Sent");
    case VETO_CASE_DONE:
      return _ ("Done");
    case VETO_CASE_NOT_STARTED:
    default:
      return _ ("Not started");
    }
}
