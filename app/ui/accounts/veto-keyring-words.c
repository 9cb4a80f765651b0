/* What the keyring said, in people's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-keyring-words"

#include "veto-config.h"

#include "veto-keyring-words.h"

#include <glib/gi18n.h>

#include "veto-words.h"

const char *
veto_keyring_words_get_state (VetoSecretState state)
{
  switch (state)
    {
    case VETO_SECRET_AVAILABLE:
      return _ ("A password is stored in your keyring.");
    case VETO_SECRET_LOCKED:
      return _ ("A password is stored. Your keyring is locked, and will ask for its own password first.");
    case VETO_SECRET_GONE:
    default:
      return _ ("The password is not in the keyring any more. Store it again, or go on without.");
    }
}

char *
veto_keyring_words_dup_error (const GError *error)
{
  if (error->domain != VETO_SECRETS_ERROR)
    return veto_words_dup_error (error);
  if (error->code != VETO_SECRETS_ERROR_NO_SERVICE)
    return g_strdup (error->message);
  /* Translators: the first sentence says that there is no keyring; the names are of programs */
  return g_strdup_printf (_ ("%s If you want one: install GNOME Keyring, KWallet or KeePassXC, and log in "
                             "to your computer again."),
                          error->message);
}
